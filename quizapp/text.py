"""The one boundary that makes foreign text inert.

Text of a deck, an article, a file name or a journal is data. Before it is shown (terminal, log,
Textual widget) or written into a card it passes through `inert`. The characters that act on a
terminal are replaced, never dropped, so that a reader can see that something was there.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

DISPLAY_LIMIT = 20_000
"""The most characters of one text that are ever put on a screen."""

_LINES_LIMIT = 500
"""The most lines of them; to lay out thousands of lines takes seconds."""

# C0 but for newline and tab, DEL, C1, the bidirectional overrides and isolates, line and paragraph
# separators, and lone surrogates (which no terminal encoding can carry).
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")
_BREAKS = re.compile(r"\r\n?")
_SPACE = re.compile(r"\s+")


def inert(text: str) -> str:
    """Return ``text`` with every character that acts on a terminal replaced by U+FFFD.

    Newline and tab stay; CRLF and CR become newlines.
    """
    return _ACTING.sub(REPLACEMENT, _BREAKS.sub("\n", text))


def without_acting(text: str) -> str:
    """Return ``text`` without the characters that `inert` would replace."""
    return _ACTING.sub("", text)


def acting_characters(text: str) -> list[int]:
    """Return the offsets in ``text`` of the characters that `inert` would replace."""
    return [match.start() for match in _ACTING.finditer(text)]


def one_line(text: str) -> str:
    """Return ``text`` inert and on a single line, with runs of white space folded."""
    return _SPACE.sub(" ", inert(text)).strip()


def shown(text: str) -> str:
    """Return ``text`` as a screen can bear it: inert and not too long, its lines as they are."""
    lines = inert(clip(text)).split("\n", _LINES_LIMIT)
    return "\n".join([*lines[:_LINES_LIMIT], *(["…"] if lines[_LINES_LIMIT:] else [])])


def shown_line(text: str, limit: int = DISPLAY_LIMIT) -> str:
    """Return ``text`` as a screen can bear it on a single line: inert, cut to ``limit`` characters."""
    return clip(one_line(clip(text)), limit)


def clip(text: str, limit: int = DISPLAY_LIMIT) -> str:
    """Return ``text`` cut to ``limit`` characters, with an ellipsis where something is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
