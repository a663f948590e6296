"""The settings that follow a user from device to device: limits, retention, the scheduler's parameters."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from quizapp.errors import Problem
from quizapp.memory.scheduler import LEECH_LAPSES
from quizapp.memory.ways import Grades, StudyBy
from quizapp.store.cachefile import read_cache, write_cache
from quizapp.store.disk import DISK, SIZE_LIMIT, Disk, read_bytes
from quizapp.store.forms import flag, number, number_table, numbers, one_of, whole

SETTINGS_VERSION = 1
"""The version of the settings format that this program writes."""

_HEADING = "quizapp: settings that follow you to your other devices. Lines that begin with # are at their default."


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user has chosen; each field is a key of ``settings.yaml``."""

    retention: float = field(
        default=0.9, metadata=number(0.7, 0.99, "The share of cards you want to know when they come back")
    )
    """The share of cards that should be known when they come back."""
    deck_retention: Mapping[str, float] = field(
        default_factory=dict,
        metadata=number_table(0.7, 0.99, "The same for decks (group/name or title) and groups"),
    )
    """The same for single decks, by the deck's place, its group, or a file name or title that no other deck has."""
    new_per_day: int = field(default=20, metadata=whole(0, 9999, "New cards a day"))
    reviews_per_day: int = field(default=200, metadata=whole(0, 99999, "Reviews a day"))
    rollover: int = field(default=4, metadata=whole(0, 23, "The hour at which a new study day begins"))
    """The hour of local time at which a new study day begins."""
    study_by: StudyBy = field(
        default=StudyBy.FLIP, metadata=one_of(StudyBy, "How cards are answered while studying; mixed takes turns")
    )
    """How cards are answered while studying."""
    grades: Grades = field(
        default=Grades.FOUR, metadata=one_of(Grades, "Four grades after an answer, or two: wrong and right")
    )
    """How many grades there are to choose from."""
    leech_lapses: int = field(
        default=LEECH_LAPSES, metadata=whole(0, 99, "Offer to rewrite a card forgotten this often; 0 for never")
    )
    """A card forgotten this often after it was known wants other words; 0 never says so."""
    quiz_feeds_schedule: bool = field(
        default=False, metadata=flag("Whether an answer in a quiz counts for the schedule of a card that is due")
    )
    """Whether an answer in a quiz counts for the schedule where the card is due."""
    parameters: tuple[float, ...] = field(
        default=(), metadata=numbers(frozenset({0, 21}), "FSRS-6 parameters fitted to you; empty for the usual ones")
    )
    """FSRS-6 parameters, 21 of them; empty for the package's own."""


def load_settings(path: Path, cache: Path | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings, and what in their file has no effect; what they say is kept in ``cache``.

    Raises QuizError when the file cannot be read as a whole.
    """
    if cache is None or not path.exists():
        return _parsed(path)
    data = read_bytes(path, most=SIZE_LIMIT + 1)
    kept = read_cache(cache, str(path))
    if kept is not None and kept["data"] == data:
        return Settings(**_values(json.loads(kept["values"]))), ()
    settings, problems = _parsed(path)
    if not problems and read_bytes(path, most=SIZE_LIMIT + 1) == data:
        write_cache(cache, str(path), {"data": data, "values": json.dumps(asdict(settings)).encode()})
    return settings, problems


def save_settings(path: Path, settings: Settings, disk: Disk = DISK) -> None:
    """Make the settings file say ``settings``; its comments and unknown keys stay. Raises QuizError."""
    from quizapp.store.preferences import save_preferences  # noqa: PLC0415 - brings the parser

    save_preferences(path, settings, SETTINGS_VERSION, _HEADING, disk)


def _parsed(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    from quizapp.store.preferences import load_preferences  # noqa: PLC0415 - as above

    return load_preferences(path, Settings, SETTINGS_VERSION)


def _values(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as they were before they were written as JSON."""
    return {name: type(getattr(_DEFAULTS, name))(value) for name, value in told.items()}


_DEFAULTS = Settings()
