"""What there is to say at the end of a study session."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.cards.model import Card, Kind
from quizapp.history.events import Grade
from quizapp.sessions.study import Answered, Aside, PutAside, Step, StudySession

FEW = 5
"""Fewer answers than this are too few to draw a conclusion from."""
HARD_SHARE = 0.7
"""Below this part of cards known at once a session was hard going."""
OFTEN_MISSED = 3
"""A card missed this often in one session needs another wording more than another turn."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some cards were known at once."""

    right: int
    total: int

    @property
    def share(self) -> float:
        """The part known, from 0 to 1; of nothing, nothing was missed."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished or broken-off session in numbers. A card counts as known by its first answer."""

    known: Tally
    by_kind: Mapping[Kind, Tally]
    grades: Mapping[Grade, int]
    """Of all answers, repeats among them."""
    answers: int
    """All answers, repeats among them."""
    new: int
    """Cards answered for the first time in their life."""
    ms: int
    """Time spent on all answers."""
    slowest: Answered | None
    hardest: tuple[tuple[Card, int], ...]
    """The cards missed most, with how often; at most three."""
    aside: Mapping[Aside, int]
    next_day: int | None
    """The study day on which the first of these cards is due again."""
    next_count: int
    """How many of them are due that day."""
    left: int
    """Cards that were not finished."""

    @property
    def suggestion(self) -> str:
        """Return one sentence of advice drawn from the session; empty when there is nothing to say."""
        if self.hardest and self.hardest[0][1] >= OFTEN_MISSED:
            return "The hardest card may need other words: make its question shorter, or add a hint."
        if self.known.total < FEW:
            return ""
        if self.known.share < HARD_SHARE:
            return "A hard one. Fewer new cards a day would leave more room for these."
        if self.known.right == self.known.total and not self.new:
            return "Everything known at once. “Easy” sends a card away for longer."
        return ""


def summary(session: StudySession) -> Summary:
    """Sum up what happened in a session."""
    steps = session.steps
    answered = [step for step in steps if isinstance(step, Answered)]
    first = [answer for answer in answered if not answer.repeat]
    days = Counter(_due_days(answered))
    next_day = min(days, default=None)
    return Summary(
        known=_tally(first),
        by_kind={kind: _tally(of_kind) for kind in Kind if (of_kind := [a for a in first if a.card.kind is kind])},
        grades=Counter(answer.grade for answer in answered),
        answers=len(answered),
        new=sum(answer.task.new for answer in first),
        ms=sum(answer.ms for answer in answered),
        slowest=max(answered, key=lambda answer: answer.ms, default=None),
        hardest=_hardest(answered),
        aside=_asides(steps),
        next_day=next_day,
        next_count=0 if next_day is None else days[next_day],
        left=session.progress.left,
    )


def _tally(answered: Sequence[Answered]) -> Tally:
    return Tally(sum(answer.grade is not Grade.AGAIN for answer in answered), len(answered))


def _hardest(answered: Sequence[Answered]) -> tuple[tuple[Card, int], ...]:
    cards = {answer.card.id: answer.card for answer in answered}
    misses = Counter(answer.card.id for answer in answered if answer.grade is Grade.AGAIN)
    return tuple((cards[card], count) for card, count in misses.most_common(3))


def _due_days(answered: Sequence[Answered]) -> list[int]:
    """Return the due day of every card, as its last answer left it."""
    return list({answer.card.id: answer.memory.due_day for answer in answered}.values())


def _asides(steps: Sequence[Step]) -> Mapping[Aside, int]:
    return Counter(step.how for step in steps if isinstance(step, PutAside))
