"""How fast someone answers, and so how many cards fit into how many minutes."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.history.past import ReviewEvent

USUAL_SECONDS = 12.0
"""Assumed before anything is known; a question, an answer and a grade read at an ordinary speed."""
_LONGEST_MS = 120_000
RECENT = 500
"""Answers that tell today's pace; older ones tell of another time."""
_ENOUGH = 10
"""Answers from which a pace can be told."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one answer takes."""

    seconds: float = USUAL_SECONDS
    measured: bool = False
    """False while there are too few answers, and the seconds are an assumption."""

    def cards_in(self, minutes: float) -> int:
        """Return how many cards can be answered in ``minutes``; at least one in any time at all."""
        return max(int(minutes * 60 / self.seconds), 1) if minutes > 0 else 0

    def minutes_for(self, cards: int) -> int:
        """Return how many minutes ``cards`` take, rounded up."""
        return -int(-max(cards, 0) * self.seconds // 60)


def tells_pace(review: ReviewEvent) -> bool:
    """Say whether the time of an answer is known, and was not interrupted by life."""
    return 0 < review.ms <= _LONGEST_MS


def pace(reviews: Iterable[ReviewEvent]) -> Pace:
    """Return the pace of someone's reviews, in any order: the median time of the latest ones."""
    from statistics import median  # noqa: PLC0415 - slow to import, and the first card should not wait for it

    latest = heapq.nlargest(RECENT, ((review.t, review.ms) for review in reviews if tells_pace(review)))
    if len(latest) < _ENOUGH:
        return Pace()
    return Pace(max(median(ms for _, ms in latest) / 1000, 0.5), measured=True)
