"""FSRS-6 as bare arithmetic, for work on a whole collection at once.

The ``fsrs`` package takes twelve microseconds for a review, most of them for its own objects; a
million reviews folded from the journals need less. The formulas are those of the FSRS-6 algorithm
as the package computes them, operation by operation, so that both agree to the last bit. That they
do is tested, and checked against the installed package before they are used (`scheduler`).
"""

import math
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from quizapp.history.events import Grade

LEARNING_MINUTES = (1, 10)
RELEARNING_MINUTES = (10,)

SHORTEST_STABILITY = 0.001
MAX_STABILITY = 36_500.0
"""Days. FSRS's reference implementation stops there too; no longer interval is ever given."""
_LONGEST_INTERVAL = 36_500
_EASIEST, _HARDEST = 1.0, 10.0

MONTH = 30
TIME_OF_A_LAPSE = 2.9
"""What a forgotten card takes, with its relearning, for each time that a recalled one takes: the
FSRS project's simulations count 23 seconds against 8, measured on Anki's users."""
PUBLISHED = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""FSRS-6's weights as the project publishes them."""

NEW, LEARNING, REVIEW, RELEARNING = range(4)


class Known(Protocol):
    """What is known of a card in review; `scheduler.Memory` has it."""

    @property
    def stability(self) -> float:
        """Days after which it is known with a probability of 0.9."""

    @property
    def difficulty(self) -> float:
        """From 1 to 10."""


class Course(NamedTuple):
    """How a card stands after a review."""

    phase: int = NEW
    stability: float = 0.0
    difficulty: float = 0.0
    step: int = 0
    days: int = 0
    """Days until it is due; 0 while in steps."""
    minutes: float = 0.0
    """Minutes until its step is over; 0 in review."""


class Formulas:
    """The formulas for one set of 21 parameters and one wanted retention."""

    def __init__(self, parameters: Sequence[float], retention: float) -> None:
        self._w = w = tuple(parameters)
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._days_per_stability = retention ** (1 / self._decay) - 1
        self._growth = math.e ** w[8]
        self._most_after_lapse = math.e ** (w[17] * w[18])
        self._good_same_day = math.e ** (w[17] * (Grade.GOOD - 3 + w[18]))
        self._again_same_day = math.e ** (w[17] * (Grade.AGAIN - 3 + w[18]))
        self._aim = w[4] - math.e ** (w[5] * 3) + 1

    def retrievability(self, stability: float, elapsed: int) -> float:
        """Return the probability that a card is known ``elapsed`` days after its last review."""
        return float((1 + self._factor * elapsed / stability) ** self._decay)

    def after(self, course: Course, grade: int, elapsed: int) -> Course:
        """Return how a card stands after a review ``elapsed`` days after the last one."""
        stability, difficulty = self._learnt(course, grade, elapsed)
        capped = min(stability, MAX_STABILITY)
        phase, step, minutes = _next_step(course.phase, course.step, grade)
        days = self.interval(stability) if phase == REVIEW else 0
        return Course(phase, capped, difficulty, step, days, minutes)

    def gain(self, memory: Known, elapsed: int, later: int) -> float:
        """Return what a review adds to what is known a month later, for its time; see `Scheduler.gain`.

        It is what `after` and `retrievability` amount to for a card in review, in one go: of a large home
        thousands of cards are weighed before the first one is asked. ``later`` is ``elapsed`` in a month.
        """
        w, decay, factor = self._w, self._decay, self._factor
        stability, difficulty = memory.stability, memory.difficulty
        known = (1 + factor * elapsed / stability) ** decay
        if elapsed < 1:
            same_day = stability ** -w[19]
            recalled = stability * max(self._good_same_day * same_day, 1.0)
            forgotten = stability * (self._again_same_day * same_day)
        else:
            recalled = stability * (
                1 + self._growth * (11 - difficulty) * (stability ** -w[9]) * ((math.e ** ((1 - known) * w[10])) - 1)
            )
            lasting = (
                w[11] * (difficulty ** -w[12]) * (((stability + 1) ** (w[13])) - 1) * (math.e ** ((1 - known) * w[14]))
            )
            forgotten = min(lasting, stability / self._most_after_lapse)
        recalled = min(max(recalled, SHORTEST_STABILITY), MAX_STABILITY)
        forgotten = min(max(forgotten, SHORTEST_STABILITY), MAX_STABILITY)
        relearnt = forgotten * max(self._good_same_day * forgotten ** -w[19], 1.0)
        relearnt = min(max(relearnt, SHORTEST_STABILITY), MAX_STABILITY)
        in_a_month = (
            known * (1 + factor * MONTH / recalled) ** decay + (1 - known) * (1 + factor * MONTH / relearnt) ** decay
        )
        without = (1 + factor * later / stability) ** decay
        return float((in_a_month - without) / (known + (1 - known) * TIME_OF_A_LAPSE))

    def _learnt(self, course: Course, grade: int, elapsed: int) -> tuple[float, float]:
        phase, stability, difficulty, *_ = course
        w = self._w
        if phase == NEW:
            first = w[4] - math.e ** (w[5] * (grade - 1)) + 1
            return max(w[grade - 1], SHORTEST_STABILITY), min(max(first, _EASIEST), _HARDEST)
        if elapsed < 1:
            learnt = self._same_day(stability, grade)
        elif grade == Grade.AGAIN:
            learnt = self._forgotten(difficulty, stability, self.retrievability(stability, elapsed))
        else:
            learnt = self._recalled(difficulty, stability, self.retrievability(stability, elapsed), grade)
        damped = difficulty + (10.0 - difficulty) * -(w[6] * (grade - 3)) / 9.0
        harder = w[7] * self._aim + (1 - w[7]) * damped
        return max(learnt, SHORTEST_STABILITY), min(max(harder, _EASIEST), _HARDEST)

    def _same_day(self, stability: float, grade: int) -> float:
        w = self._w
        increase = (math.e ** (w[17] * (grade - 3 + w[18]))) * (stability ** -w[19])
        return float(stability * (max(increase, 1.0) if grade > Grade.AGAIN else increase))

    def _forgotten(self, difficulty: float, stability: float, known: float) -> float:
        w = self._w
        lasting = (
            w[11] * (difficulty ** -w[12]) * (((stability + 1) ** (w[13])) - 1) * (math.e ** ((1 - known) * w[14]))
        )
        return float(min(lasting, stability / self._most_after_lapse))

    def _recalled(self, difficulty: float, stability: float, known: float, grade: int) -> float:
        w = self._w
        longer = 1 + self._growth * (11 - difficulty) * (stability ** -w[9]) * (
            (math.e ** ((1 - known) * w[10])) - 1
        ) * (w[15] if grade == Grade.HARD else 1) * (w[16] if grade == Grade.EASY else 1)
        return float(stability * longer)

    def interval(self, stability: float) -> int:
        """Return the days after which a card in review comes back."""
        days: int = round(stability / self._factor * self._days_per_stability)
        return min(max(days, 1), _LONGEST_INTERVAL)


def _next_step(phase: int, step: int, grade: int) -> tuple[int, int, float]:
    """Return the phase, the step and the minutes until it is over, after a grade."""
    if phase == REVIEW:
        return (RELEARNING, 0, RELEARNING_MINUTES[0]) if grade == Grade.AGAIN else (REVIEW, 0, 0.0)
    steps = RELEARNING_MINUTES if phase == RELEARNING else LEARNING_MINUTES
    phase = phase or LEARNING
    if grade == Grade.AGAIN:
        return phase, 0, steps[0]
    if grade == Grade.HARD:
        return phase, step, _hard_minutes(steps, step)
    if grade == Grade.EASY or step + 1 >= len(steps):
        return REVIEW, 0, 0.0
    return phase, step + 1, steps[step + 1]


def _hard_minutes(steps: Sequence[int], step: int) -> float:
    """Return the wait after "hard": between the first two steps, or half as long again as the only one."""
    if step:
        return steps[step]
    return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
