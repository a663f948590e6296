"""What it takes to open a home: settings that can be worked with, this device's name, a clock."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quizapp.errors import Problem, QuizError
from quizapp.history.events import DeviceId
from quizapp.memory.scheduler import Scheduler
from quizapp.store.home import device_id, passing_device_id
from quizapp.store.settings import Settings


def usable(settings: Settings, problems: tuple[Problem, ...], file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings without parameters that the scheduler cannot work with, and a problem for these."""
    try:
        Scheduler(settings.retention, settings.parameters).check()
    except QuizError as error:
        refused = (problem.at(str(file)) for problem in error.problems)
        return replace(settings, parameters=()), (*problems, *refused)
    return settings, problems


def device_of(config: Path) -> tuple[DeviceId, tuple[Problem, ...]]:
    """Return this device's name; where none can be kept, one for this run, and why."""
    try:
        return device_id(config), ()
    except QuizError as error:
        return passing_device_id(), error.problems


def utc_now() -> datetime:
    """Return the time it is."""
    return datetime.now(UTC)
