"""What there is to say at the end of a study session."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from quizapp.cards.model import Card, Kind
from quizapp.history.events import Grade
from quizapp.sessions.steps import Answered, Aside, PutAside, Step
from quizapp.sessions.study import StudySession
from quizapp.text import clip, one_line

FEW = 5
"""Fewer answers than this are too few to draw a conclusion from."""
HARD_SHARE = 0.7
"""Below this part of cards known at once a session was hard going."""
OFTEN_MISSED = 3
"""A card missed this often in one session needs another wording more than another turn."""
_SHORT = 40
SLOW = 2.5
"""An answer that took so many times the usual one was hard to find."""


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
    """The right answer that took longest; None where none stands out."""
    leeches: tuple[Card, ...]
    """Cards missed in this session that have been forgotten too often."""
    confused: tuple[tuple[Card, Card], ...]
    """Cards with those whose answers were given for theirs."""
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
        return next(self._suggestions(), "")

    def _suggestions(self) -> Iterator[str]:
        """Yield what there is to advise, the most pressing first."""
        if self.leeches:
            yield "A card forgotten this often wants other words: make it shorter, or two cards of it."
        for pair in self.confused[:1]:
            one, other = (clip(one_line(card.answer), _SHORT) for card in pair)
            yield f"“{one}” and “{other}” got mixed up: find what tells them apart."
        if self.hardest and self.hardest[0][1] >= OFTEN_MISSED:
            yield "The hardest card may need other words: make its question shorter, or add a hint."
        if self.known.total < FEW:
            return
        if self.known.share < HARD_SHARE:
            yield "A hard one. Fewer new cards a day would leave more room for these."
        if self.known.right == self.known.total and not self.new:
            yield "Everything known at once. “Easy” sends a card away for longer."


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
        slowest=_slowest(answered),
        leeches=tuple(dict.fromkeys(a.card for a in answered if a.grade is Grade.AGAIN and _is_leech(session, a))),
        confused=tuple(dict.fromkeys((a.card, other) for a in answered if (other := a.confused_with))),
        hardest=_hardest(answered),
        aside=_asides(steps),
        next_day=next_day,
        next_count=0 if next_day is None else days[next_day],
        left=session.progress.left,
    )


def _tally(answered: Sequence[Answered]) -> Tally:
    return Tally(sum(answer.grade is not Grade.AGAIN for answer in answered), len(answered))


def _slowest(answered: Sequence[Answered]) -> Answered | None:
    """Return the right answer that took longest, if it took much longer than usual."""
    known = [answer for answer in answered if answer.grade is not Grade.AGAIN]
    if len(known) < FEW:
        return None
    slowest = max(known, key=lambda answer: answer.ms)
    return slowest if slowest.ms > SLOW * median(answer.ms for answer in known) else None


def _is_leech(session: StudySession, answer: Answered) -> bool:
    return session.manner.is_leech(replace(answer.task, memory=answer.memory))


def _hardest(answered: Sequence[Answered]) -> tuple[tuple[Card, int], ...]:
    cards = {answer.card.id: answer.card for answer in answered}
    misses = Counter(answer.card.id for answer in answered if answer.grade is Grade.AGAIN)
    return tuple((cards[card], count) for card, count in misses.most_common(3))


def _due_days(answered: Sequence[Answered]) -> list[int]:
    """Return the due day of every card, as its last answer left it."""
    return list({answer.card.id: answer.memory.due_day for answer in answered}.values())


def _asides(steps: Sequence[Step]) -> Mapping[Aside, int]:
    return Counter(step.how for step in steps if isinstance(step, PutAside))
