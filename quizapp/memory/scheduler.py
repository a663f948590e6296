"""When a card comes back: FSRS-6, by the ``fsrs`` package, behind one adapter.

The package keeps its own clock, ids and chance; none of them passes this file. It is fed study
days: two reviews on one study day are no day apart, whatever the clock says, and the day after is
one day later, be it six hours or forty. Only the learning steps are minutes, and they live in
`Memory.due_at`. What is derived here is never stored as truth: a memory is replayed from its reviews.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.memory.formulas import (
    LEARNING_MINUTES,
    MAX_STABILITY,
    MONTH,
    PUBLISHED,
    RELEARNING_MINUTES,
    TIME_OF_A_LAPSE,
    Course,
    Formulas,
)
from quizapp.memory.model import NEW, PHASES, Memory, Phase, Reviewed
from quizapp.text import clip, one_line

if TYPE_CHECKING:
    import fsrs

DEFAULT_RETENTION = 0.9
MIN_RETENTION, MAX_RETENTION = 0.7, 0.99
"""Below, cards are forgotten more often than they are worth; above, they come back all the time."""

LEARNING_STEPS = tuple(timedelta(minutes=minutes) for minutes in LEARNING_MINUTES)
RELEARNING_STEPS = tuple(timedelta(minutes=minutes) for minutes in RELEARNING_MINUTES)

_LONGEST_ELAPSED = 400_000
"""Days; more than a thousand years away, and far from the calendar's end."""
_LONGEST_MESSAGE = 160
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KNOWN = frozenset({0x4C2E8B99})
"""Checksums of the package's ``scheduler.py`` with which the formulas agree; any other is looked at first."""
_CHECKED = 3
"""Reviews on each path on which the formulas are held against the package."""
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class Scheduler:
    """FSRS-6 for one wanted retention and one set of parameters.

    Args:
        retention: the probability with which a card is to be known when it comes back, 0.7 to 0.99.
        parameters: FSRS-6's 21 weights; none for the published ones.

    Raises:
        QuizError: the retention cannot be planned for, or a parameter is no number. Parameters that
            FSRS cannot work with are refused by the first call that needs them.
    """

    def __init__(self, retention: float = DEFAULT_RETENTION, parameters: Iterable[float] | None = None) -> None:
        if not MIN_RETENTION <= retention <= MAX_RETENTION:
            raise QuizError.of(
                f"a retention of {retention} cannot be planned for",
                f"choose one from {MIN_RETENTION} to {MAX_RETENTION}",
            )
        self.retention = retention
        self.parameters = tuple(float(value) for value in parameters or ())
        if not all(map(math.isfinite, self.parameters)):
            raise QuizError.of("an FSRS parameter is no number", "leave the parameters out to use the published ones")

    def check(self) -> None:
        """Raise QuizError when FSRS cannot work with the parameters; the published ones need no look."""
        if self.parameters:
            _ = self._package

    def review(self, memory: Memory | None, grade: Grade, now: datetime, day: int) -> Memory:
        """Return the memory after a review at ``now`` on study day ``day``; the old one is not changed.

        A day before the last review counts as the day of that review, so that no clock takes a card back.
        """
        old = memory or NEW
        day = max(day, old.last_day) if old.reviews else day
        card, began = self._package_card(old, day)
        after, _ = self._package.review_card(card, self._rating(grade), began)
        return replace(
            self._memory_of(after, after.due - began, now, day),
            reviews=old.reviews + 1,
            lapses=old.lapses + (old.phase is Phase.REVIEW and grade is Grade.AGAIN),
        )

    def preview(self, memory: Memory | None, now: datetime, day: int) -> dict[Grade, Memory]:
        """Return what each grade would lead to, in the order of the grades."""
        return {grade: self.review(memory, grade, now, day) for grade in Grade}

    def replay(self, reviews: Iterable[Reviewed], so_far: Memory = NEW) -> Memory:
        """Return the memory that a card's reviews, in order, have left; `NEW` if there are none.

        ``so_far`` is what the reviews before these have left, if there were any.
        """
        formulas = self._formulas
        if formulas is None:
            return self._replay_by_package(reviews, so_far)
        course, after = Course(), formulas.after
        count = lapses = day = 0
        if so_far.reviews:
            course = Course(PHASES.index(so_far.phase), so_far.stability, so_far.difficulty, so_far.step)
            count, lapses, day = so_far.reviews, so_far.lapses, so_far.last_day
        t = _EPOCH
        for review in reviews:
            elapsed = min(max(review.day - day, 0), _LONGEST_ELAPSED) if count else 0
            lapses += review.grade is Grade.AGAIN and course.phase == PHASES.index(Phase.REVIEW)
            course = after(course, review.grade, elapsed)
            day = max(day, review.day) if count else review.day
            t = review.t
            count += 1
        return _memory_after(course, t, day, count, lapses) if count > so_far.reviews else so_far

    def planned_anew(self, memory: Memory | None, by: "Scheduler") -> Memory | None:
        """Return a memory that another scheduler has replayed as this one would have; None if that takes a replay.

        What is remembered does not depend on the retention that is wanted, only the day of the next review does.
        """
        if memory is None or self._formulas is None or self.parameters != by.parameters:
            return None
        if memory.phase is not Phase.REVIEW:
            return memory
        if memory.stability >= MAX_STABILITY:
            return None
        return replace(memory, due_day=memory.last_day + self._formulas.interval(memory.stability))

    def retrievability(self, memory: Memory | None, day: int) -> float:
        """Return the probability, 0 to 1, that the card is known on study day ``day``; 0 for a new one."""
        if memory is None or memory.phase is Phase.NEW:
            return 0.0
        if self._formulas is not None:
            return self._formulas.retrievability(memory.stability, _elapsed(memory, day))
        card, then = self._package_card(memory, day)
        return self._package.get_card_retrievability(card, then)

    def gain(self, memory: Memory, day: int) -> float:
        """Return what a review on study day ``day`` adds to what is known a month later, for its time.

        The unit is the probability of knowing the card then, per time that a recalled card takes.
        """
        if self._formulas is not None and memory.phase is Phase.REVIEW:
            return self._formulas.gain(memory, _elapsed(memory, day), _elapsed(memory, day + MONTH))
        known = self.retrievability(memory, day)
        recalled = self._stability_after(memory, day, Grade.GOOD)
        forgotten = self._stability_after(memory, day, Grade.AGAIN, Grade.GOOD)
        later = known * self._known_after(recalled, MONTH) + (1 - known) * self._known_after(forgotten, MONTH)
        time = known + (1 - known) * TIME_OF_A_LAPSE
        return (later - self.retrievability(memory, day + MONTH)) / time

    def _stability_after(self, memory: Memory, day: int, *grades: Grade) -> float:
        """Return the stability after reviews on one day."""
        if self._formulas is None:
            for grade in grades:
                memory = self.review(memory, grade, _EPOCH, day)
            return memory.stability
        elapsed = _elapsed(memory, day)
        course = Course(PHASES.index(memory.phase), memory.stability, memory.difficulty, memory.step)
        for grade in grades:
            course, elapsed = self._formulas.after(course, grade, elapsed), 0
        return course.stability

    def _known_after(self, stability: float, days: int) -> float:
        return self.retrievability(Memory(Phase.REVIEW, stability, 1.0), days)

    def _replay_by_package(self, reviews: Iterable[Reviewed], memory: Memory = NEW) -> Memory:
        for review in reviews:
            memory = self.review(memory, review.grade, review.t, review.day)
        return memory

    @cached_property
    def _formulas(self) -> Formulas | None:
        """The formulas, once the installed package has been seen to agree with them; None if it does not.

        A package that is known to agree is not even loaded for that.
        """
        if not self.parameters and _package_is_known():
            return Formulas(PUBLISHED, self.retention)
        formulas = Formulas(self._package.parameters, self.retention)
        for path in product(Grade, repeat=_CHECKED):
            course, memory, day = Course(), NEW, 0
            for place, grade in enumerate(path):
                # The last review comes a day late, so that a step left over night is seen too.
                elapsed = memory.due_day - memory.last_day + place // (_CHECKED - 1) if place else 0
                day += elapsed
                course = formulas.after(course, grade, elapsed)
                memory = self.review(memory, grade, _EPOCH, day)
            if _memory_after(course, _EPOCH, day, memory.reviews, memory.lapses) != memory:
                return None
        return formulas

    @cached_property
    def _package(self) -> "fsrs.Scheduler":
        import fsrs  # noqa: PLC0415 - 40 ms that only a program which schedules should spend
        from fsrs.scheduler import DEFAULT_PARAMETERS  # noqa: PLC0415 - as above

        try:
            return fsrs.Scheduler(
                parameters=self.parameters or DEFAULT_PARAMETERS,
                desired_retention=self.retention,
                learning_steps=LEARNING_STEPS,
                relearning_steps=RELEARNING_STEPS,
                enable_fuzzing=False,
            )
        except ValueError as error:
            told = clip(f"FSRS cannot work with these parameters: {one_line(str(error))}", _LONGEST_MESSAGE)
            raise QuizError.of(told, "leave the parameters out to use the published ones") from error

    @staticmethod
    def _package_card(memory: Memory, day: int) -> "tuple[fsrs.Card, datetime]":
        """Return the package's card, last reviewed at a fixed time, and the time that ``day`` is then."""
        import fsrs  # noqa: PLC0415 - see `_package`

        elapsed = _elapsed(memory, day)
        then = _EPOCH + timedelta(days=elapsed)
        if memory.phase is Phase.NEW:
            return fsrs.Card(card_id=0, due=_EPOCH), _EPOCH
        state = {
            Phase.LEARNING: fsrs.State.Learning,
            Phase.REVIEW: fsrs.State.Review,
            Phase.RELEARNING: fsrs.State.Relearning,
        }[memory.phase]
        step = memory.step if memory.in_steps else None
        return fsrs.Card(0, state, step, memory.stability, memory.difficulty, _EPOCH, _EPOCH), then

    @staticmethod
    def _rating(grade: Grade) -> "fsrs.Rating":
        import fsrs  # noqa: PLC0415 - see `_package`

        return fsrs.Rating(int(grade))

    @staticmethod
    def _memory_of(card: "fsrs.Card", interval: timedelta, now: datetime, day: int) -> Memory:
        phase = Phase[card.state.name.upper()]
        return Memory(
            phase=phase,
            stability=min(card.stability or 0.0, MAX_STABILITY),
            difficulty=card.difficulty or 0.0,
            step=card.step or 0,
            due_day=day + (interval.days if phase is Phase.REVIEW else 0),
            due_at=None if phase is Phase.REVIEW else _later(now, interval),
            last_day=day,
        )


@cache
def _package_is_known() -> bool:
    """Say whether the installed package computes by the very file that the formulas have been held against."""
    spec = find_spec("fsrs")
    if spec is None or not spec.origin:
        return False
    try:
        return crc32(Path(spec.origin).with_name("scheduler.py").read_bytes()) in _KNOWN
    except OSError:
        return False


def _elapsed(memory: Memory, day: int) -> int:
    """Return the days since the last review; none if the clock has gone back."""
    return min(max(day - memory.last_day, 0), _LONGEST_ELAPSED)


def _memory_after(course: Course, t: datetime, day: int, reviews: int, lapses: int) -> Memory:
    phase = PHASES[course.phase]
    return Memory(
        phase=phase,
        stability=course.stability,
        difficulty=course.difficulty,
        step=course.step,
        due_day=day + course.days,
        due_at=None if phase is Phase.REVIEW else _later(t, timedelta(minutes=course.minutes)),
        last_day=day,
        reviews=reviews,
        lapses=lapses,
    )


def _later(now: datetime, step: timedelta) -> datetime:
    try:
        return (now + step).astimezone(UTC)
    except OverflowError:
        return _END_OF_TIME
