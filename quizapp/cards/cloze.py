r"""Clozes: a sentence with gaps.

The text ``The SCO was founded in {{2001::year}}.`` has one gap, whose hint is "year"; each gap is a
card. Anki's ``{{c1::answer::hint}}`` is read too: gaps with one number are left out together.
``\{`` and ``\}`` stand for braces, ``\:`` for a colon that parts nothing (``{{std\:\:cout}}``).
"""

import re
from dataclasses import dataclass

BLANK = "[…]"
# An escaped sign is passed over first, so that it neither opens nor closes a gap; a gap holds no other.
_GAP = re.compile(
    r"\\.|\{\{(?:c(?P<group>\d+)::)?"
    r"(?P<answer>(?:\\.|(?!::|\}\}|\{\{)[^\\])+)"
    r"(?:::(?P<hint>(?:\\.|(?!\}\}|\{\{)[^\\])*))?\}\}",
    re.DOTALL,
)
_MEANING = re.compile(r"[{}\\]|\A:|:(?=:|\Z)|(?<=:):")
_ESCAPE = re.compile(r"\\([{}:\\])")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a cloze: what is left out, and where it stands in the marked text."""

    answer: str
    hint: str
    group: str
    """Anki's number, or empty for a gap of its own."""
    start: int
    end: int


def gaps(marked: str) -> list[Gap]:
    """Return the gaps of a marked text, in order; none if the text marks none."""
    return [
        Gap(
            unescaped(match["answer"]).strip(),
            unescaped(match["hint"] or "").strip(),
            match["group"] or "",
            match.start(),
            match.end(),
        )
        for match in _GAP.finditer(marked)
        if match["answer"] is not None
    ]


def plain_text(marked: str) -> str:
    """Return the sentence with every gap filled in and no marks."""
    return with_blanks(marked, frozenset())


def with_blanks(marked: str, hidden: frozenset[int]) -> str:
    """Return the sentence with the gaps numbered in ``hidden`` (from 0) left blank, the rest filled in.

    A blank shows its hint, if it has one, in the place of the dots.
    """
    parts: list[str] = []
    position = 0
    for number, gap in enumerate(gaps(marked)):
        parts.append(unescaped(marked[position : gap.start]))
        parts.append(_blank(gap) if number in hidden else gap.answer)
        position = gap.end
    parts.append(unescaped(marked[position:]))
    return "".join(parts)


def unescaped(text: str) -> str:
    """Return ``text`` with escaped braces, colons and backslashes read."""
    return _ESCAPE.sub(r"\1", text)


def escaped(text: str) -> str:
    """Return ``text`` with what has a meaning in a cloze escaped, safe to stand in it or in one of its gaps."""
    return _MEANING.sub(r"\\\g<0>", text)


def _blank(gap: Gap) -> str:
    return f"[{gap.hint}]" if gap.hint else BLANK
