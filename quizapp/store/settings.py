"""The settings that follow a user from device to device: limits, retention, the scheduler's parameters."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from quizapp.errors import Problem
from quizapp.memory.model import LEECH_LAPSES
from quizapp.memory.ways import Feedback, Grades, QuizKind, StudyBy
from quizapp.store.cachefile import read_cache, write_cache
from quizapp.store.disk import DISK, SIZE_LIMIT, Disk, read_bytes
from quizapp.store.forms import flag, number, numbers, object_schema, one_of, settings_table, whole

SETTINGS_VERSION = 1
"""The version of the settings format that this program writes."""

_HEADING = "quizapp: settings that follow you to your other devices. Lines that begin with # are at their default."


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """What counts for all decks, unless something else is said of a deck or a group: see `Settings.decks`."""

    retention: float = field(
        default=0.9, metadata=number(0.7, 0.99, "The share of cards you want to know when they come back")
    )
    """The share of cards that should be known when they come back."""
    new_per_day: int = field(default=20, metadata=whole(0, 9999, "New cards a day"))
    """How many cards a day are asked for the first time, of all the decks together that this counts for."""
    reviews_per_day: int = field(default=200, metadata=whole(0, 99999, "Reviews a day"))
    """Likewise of cards that come back."""
    study_by: StudyBy = field(
        default=StudyBy.FLIP, metadata=one_of(StudyBy, "How cards are answered while studying; mixed takes turns")
    )
    """How cards are answered while studying."""
    quiz_questions: int = field(default=10, metadata=whole(0, 999, "Questions of a quiz; 0 for all there are"))
    """How many questions a quiz offers to ask; 0 for all."""
    quiz_kind: QuizKind = field(default=QuizKind.MIXED, metadata=one_of(QuizKind, "How a quiz is answered"))
    """How the questions of a quiz are answered."""
    quiz_seconds: int = field(default=0, metadata=whole(0, 999, "Seconds for each question of a quiz; 0 for any time"))
    """The time for each question of a quiz; 0 for as long as it takes."""
    quiz_feedback: Feedback = field(
        default=Feedback.AT_ONCE, metadata=one_of(Feedback, "When a quiz tells right and wrong")
    )
    """When a quiz tells right and wrong."""
    quiz_feeds_schedule: bool = field(
        default=False, metadata=flag("Whether an answer in a quiz counts for the schedule of a card that is due")
    )
    """Whether an answer in a quiz counts for the schedule where the card is due."""


@dataclass(frozen=True, slots=True)
class Settings(DeckSettings):
    """What a user has chosen; each field is a key of ``settings.yaml``."""

    decks: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict,
        metadata=settings_table(
            DeckSettings, "Any of the above for a deck (group/name) or a group: {rivers: {new_per_day: 5}}"
        ),
    )
    """What counts for single decks, by the deck's place, its group, or a file name or title that no other deck has."""
    rollover: int = field(default=4, metadata=whole(0, 23, "The hour at which a new study day begins"))
    """The hour of local time at which a new study day begins."""
    grades: Grades = field(
        default=Grades.FOUR, metadata=one_of(Grades, "Four grades after an answer, or two: wrong and right")
    )
    """How many grades there are to choose from."""
    leech_lapses: int = field(
        default=LEECH_LAPSES, metadata=whole(0, 99, "Offer to rewrite a card forgotten this often; 0 for never")
    )
    """A card forgotten this often after it was known wants other words; 0 never says so."""
    parameters: tuple[float, ...] = field(
        default=(), metadata=numbers(frozenset({0, 21}), "FSRS-6 parameters fitted to you; empty for the usual ones")
    )
    """FSRS-6 parameters, 21 of them; empty for the package's own."""


def load_settings(path: Path, cache: Path | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings, and what in their file has no effect; what they say is kept in ``cache``.

    Raises QuizError when the file cannot be read as a whole.
    """
    if not path.exists() and not path.is_symlink():
        return Settings(), ()
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


def settings_schema() -> dict[str, Any]:
    """Return the settings as a JSON Schema, by which an editor completes keys and marks mistakes."""
    from quizapp.store.deckschema import DIALECT, SCALARS  # noqa: PLC0415 - few ask for it
    from quizapp.store.preferences import VERSION_KEY  # noqa: PLC0415 - brings the parser

    schema = object_schema(Settings)
    keys = {VERSION_KEY: {"type": "integer", "description": "The version of the format."}, **schema["properties"]}
    return {"$schema": DIALECT, "title": "Settings of quizapp", **schema, "properties": keys, "$defs": SCALARS}


def _parsed(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    from quizapp.store.preferences import load_preferences  # noqa: PLC0415 - as above

    return load_preferences(path, Settings, SETTINGS_VERSION)


def _values(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as they were before they were written as JSON."""
    values = {name: type(getattr(_DEFAULTS, name))(value) for name, value in told.items() if name != _OF_DECKS}
    if _OF_DECKS in told:
        values[_OF_DECKS] = {place: _values(own) for place, own in told[_OF_DECKS].items()}
    return values


_DEFAULTS = Settings()
_OF_DECKS = "decks"
