"""What becomes of a typed answer: the outcome, and the verdict that carries it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """What became of a typed answer."""

    RIGHT = "right"
    CLOSE = "close"
    """To be taken, with a remark: a slip of the pen, a small word or a unit left out."""
    WRONG = "wrong"


_RANK = {Outcome.RIGHT: 2, Outcome.CLOSE: 1, Outcome.WRONG: 0}


def better(one: Outcome, other: Outcome) -> Outcome:
    """Return the better of two outcomes."""
    return one if _RANK[one] >= _RANK[other] else other


def worse(one: Outcome, other: Outcome) -> Outcome:
    """Return the worse of two outcomes."""
    return other if better(one, other) is one else one


class Difference(StrEnum):
    """What a piece of text is in the difference between two answers."""

    SAME = "same"
    MISSING = "missing"
    """Wanted, but not typed."""
    EXTRA = "extra"
    """Typed, but not wanted."""


class Piece(NamedTuple):
    """A run of letters of one kind."""

    kind: Difference
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a typed answer."""

    outcome: Outcome
    matched: str
    """The accepted text it was compared with: the one it fits, else the nearest."""
    typed: str
    parts: tuple["Verdict", ...] = ()
    """For a list, the verdict on each part wanted, in the card's order; then one for each part too many."""

    @property
    def difference(self) -> tuple[Piece, ...]:
        """The difference letter by letter; what is the same is shown as it is wanted.

        The missing and same pieces make up ``matched``, the extra and same ones what was typed,
        but for the case and the accents of letters that are right.
        """
        from quizapp.cards.marking.difference import difference  # noqa: PLC0415 - see the package: loaded when used

        if self.parts:
            return tuple(_between(part.difference for part in self.parts))
        return tuple(difference(self.typed, self.matched))


def _between(differences: Iterable[Iterable[Piece]]) -> Iterator[Piece]:
    """Join the differences of the parts of a list."""
    for place, pieces in enumerate(differences):
        if place:
            yield Piece(Difference.SAME, ", ")
        yield from pieces
