"""The Markdown inside a line that a card may hold: what is markup, and what is text.

Code in ticks, strong, emphasis. It is kept to what nobody writes by accident: ``__init__``, ``2*3*4``
and ``snake_case`` are text. The examiner reads over it, and the screen shows what it means.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple


class Style(StrEnum):
    """What markup makes of a stretch of text."""

    CODE = "code"
    STRONG = "strong"
    EMPHASIS = "emphasis"


class Run(NamedTuple):
    """A stretch of text without its markup."""

    start: int
    """Where it stands in the text with its markup."""
    text: str
    styles: frozenset[Style]


_CODE = re.compile(r"(?<!`)(`{1,3})([^`]+)\1(?!`)")
_STRONG = re.compile(r"(?<![\w*])(\*\*)(?=\S)([^*]*\w[^*]*)(?<=\S)\*\*(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]*\w[^*_]*)(?<=\S)\1(?![\w*_])")
_GONE, _INSIDE = "\u2060", "x"
"""Stand for signs of markup and for code while the rest is looked through: no letter, and a letter."""
_PLAIN: frozenset[Style] = frozenset()


def runs(text: str) -> Iterator[Run]:
    """Yield the stretches of a text, in order, each with what its markup makes of it."""
    if not any(sign in text for sign in "`*_"):
        yield Run(0, text, _PLAIN)
        return
    gone: set[int] = set()
    styles: dict[int, frozenset[Style]] = {}
    masked = text
    for pattern, style in ((_CODE, Style.CODE), (_STRONG, Style.STRONG), (_EMPHASIS, Style.EMPHASIS)):
        for match in pattern.finditer(masked):
            start, end = match.span(2)
            gone.update(range(match.start(), start), range(end, match.end()))
            styles.update((place, styles.get(place, _PLAIN) | {style}) for place in range(start, end))
            inside = _INSIDE * (end - start) if style is Style.CODE else masked[start:end]
            around = _GONE * (start - match.start())
            masked = masked[: match.start()] + around + inside + around + masked[match.end() :]
    kept = (place for place in range(len(text)) if place not in gone)
    # A stretch ends where a style changes and where signs of markup have stood.
    for (_, found), members in groupby(enumerate(kept), lambda pair: (pair[1] - pair[0], styles.get(pair[1], _PLAIN))):
        places = [place for _, place in members]
        yield Run(places[0], text[places[0] : places[-1] + 1], found)


def unmarked(text: str) -> str:
    """Return a text without the markup around its words."""
    return "".join(run.text for run in runs(text))
