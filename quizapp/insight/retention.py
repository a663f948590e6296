"""How much was still known when it came back: the memory that a schedule promises, measured."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.history.events import Grade
from quizapp.history.past import ReviewEvent


@dataclass(frozen=True, slots=True)
class Retention:
    """Cards that came back, and how many of them were known."""

    asked: int = 0
    known: int = 0

    @property
    def share(self) -> float | None:
        """The share that was known, from 0 to 1; None if nothing came back."""
        return self.known / self.asked if self.asked else None


def retention(pasts: Iterable[Sequence[ReviewEvent]], first: int, last: int) -> Retention:
    """Return what was known of the cards that came back on the study days from ``first`` to ``last``.

    Only a card's first answer on a day counts, and only if the card was answered on an earlier day:
    what is repeated within the day says nothing of memory. ``pasts`` are each card's reviews in order.
    """
    grades = [grade for past in pasts for day, grade in _comebacks(past) if first <= day <= last]
    return Retention(len(grades), sum(grade is not Grade.AGAIN for grade in grades))


def _comebacks(past: Sequence[ReviewEvent]) -> Iterator[tuple[int, Grade]]:
    seen = None
    for review in past:
        if seen is not None and review.day > seen:
            yield review.day, review.grade
        seen = review.day if seen is None else max(seen, review.day)
