from datetime import UTC, datetime, timedelta

import pytest

from quizapp.history.events import Grade
from quizapp.memory.intervals import days_text, interval_text
from quizapp.memory.model import Memory
from quizapp.memory.scheduler import Scheduler

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-5, "now"), (0, "now"), (30, "<1m"), (60, "1m"), (330, "6m"), (600, "10m"), (3600, "1h"), (9000, "3h")],
)
def test_steps_are_told_in_minutes(seconds, text):
    memory = Memory(due_at=NOW + timedelta(seconds=seconds))
    assert interval_text(memory, NOW, 7) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-3, "now"),
        (0, "now"),
        (1, "1d"),
        (30, "30d"),
        (31, "1mo"),
        (76, "2.5mo"),
        (365, "12mo"),
        (438, "1.2y"),
        (36500, "99.9y"),
    ],
)
def test_days_are_told_as_short_as_they_can_be(days, text):
    assert days_text(days) == text
    assert interval_text(Memory(due_day=7 + days), NOW, 7) == text


def test_the_four_grades_of_a_new_card():
    outcomes = Scheduler().preview(None, NOW, 20454)
    assert [interval_text(outcomes[grade], NOW, 20454) for grade in Grade] == ["1m", "6m", "10m", "8d"]
