"""What belongs to this device and not to the home: how the app looks, and its keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.errors import Problem
from quizapp.store.disk import DISK, Disk
from quizapp.store.forms import flag, text, text_table
from quizapp.store.preferences import load_preferences, save_preferences

CONFIG_VERSION = 1
"""The version of the format that this program writes."""

_HEADING = "quizapp: how the app looks on this device. Lines that begin with # are at their default."


@dataclass(frozen=True, slots=True)
class Config:
    """How the app looks, on this device."""

    theme: str = field(default="", metadata=text("The name of a theme; empty for the app's own"))
    reduce_motion: bool = field(default=False, metadata=flag("Whether nothing on the screen glides or fades"))
    keys: Mapping[str, str] = field(
        default_factory=dict,
        metadata=text_table('Other keys for actions, by the names in help: {study.undo: U, home.quiz: "q,Q"}'),
    )
    """Keys that replace those of an action; several with commas between."""


def config_file(folder: Path) -> Path:
    """Return the file in a config folder that holds the `Config`."""
    return folder / "config.yaml"


def load_config(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Read the config file, and what in it has no effect.

    Raises QuizError when the file cannot be read as a whole.
    """
    return load_preferences(path, Config, CONFIG_VERSION)


def save_config(path: Path, config: Config, disk: Disk = DISK) -> None:
    """Make the config file say ``config``; its comments and unknown keys stay. Raises QuizError."""
    save_preferences(path, config, CONFIG_VERSION, _HEADING, disk)
