"""What was done on which study day: answers, time, days in a row."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from quizapp.history.past import QuizPast, ReviewEvent

LONGEST_MS = 120_000
"""An answer that took longer was interrupted by life; so much of it counts."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was done in a stretch of time."""

    answers: int = 0
    ms: int = 0

    def __add__(self, other: "Worked") -> "Worked":
        return Worked(self.answers + other.answers, self.ms + other.ms)


def activity(reviews: Iterable[ReviewEvent], quizzes: Iterable[QuizPast] = ()) -> dict[int, Worked]:
    """Return what was done on each study day on which anything was; a quiz counts on the day it began."""
    days: dict[int, list[int]] = {}
    timed = [(review.day, review.ms) for review in reviews]
    timed += [(quiz.day, answer.ms) for quiz in quizzes for answer in quiz.answers]
    for day, ms in timed:
        done = days.setdefault(day, [0, 0])
        done[0] += 1
        done[1] += min(ms, LONGEST_MS)
    return {day: Worked(answers, ms) for day, (answers, ms) in days.items()}


def worked(days: Mapping[int, Worked], first: int, last: int) -> Worked:
    """Return what was done on the days from ``first`` to ``last``, together."""
    return sum((done for day, done in days.items() if first <= day <= last), Worked())


def streak(days: Container[int], today: int) -> int:
    """Return how many days in a row something was done, up to today; a today without anything does not break it."""
    day = today if today in days else today - 1
    count = 0
    while day in days:
        day, count = day - 1, count + 1
    return count


def longest_streak(days: Iterable[int]) -> int:
    """Return the most days in a row on which something was done."""
    done = set(days)
    return max((streak(done, day) for day in done if day + 1 not in done), default=0)
