"""When each card comes back, written for people and scripts; the program never reads it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from quizapp.errors import QuizError
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import DISK, Disk, make_folders
from quizapp.store.home import DECK_ENDING, Home
from quizapp.store.yamltext import scalar

_HEADING = "# When the cards of this deck come back. Written by quizapp after each session and never read by it."


@dataclass(frozen=True, slots=True, order=True)
class ScheduleRow:
    """One card of a schedule."""

    due: date
    question: str
    stability: float
    """Days until the chance to know it has sunk to 90%."""
    difficulty: float
    """From 1 to 10."""
    phase: str
    """new, learning, review or relearning."""


def schedule_path(home: Home, deck_name: str) -> Path:
    """Return where the schedule of a deck is written; ``deck_name`` may have its group before a slash.

    Raises QuizError for a name that leads out of the folder.
    """
    name = PurePosixPath(deck_name)
    if not name.parts or name.is_absolute() or ".." in name.parts or "\0" in deck_name:
        raise QuizError.of(f"`{deck_name[:40]}` is no name of a deck", "rename the deck's file")
    return home.schedule.joinpath(*name.parts[:-1], f"{name.name}{DECK_ENDING}")


def schedule_text(deck_name: str, rows: Iterable[ScheduleRow]) -> str:
    """Return the schedule file of a deck, what is due first on top."""
    lines = [_HEADING, f"deck: {scalar(deck_name)}"]
    cards = sorted(rows)
    lines.append("cards:" if cards else "cards: []")
    for row in cards:
        lines += (
            f"- card: {scalar(row.question)}",
            f"  due: {row.due.isoformat()}",
            f"  stability: {row.stability:.2f}",
            f"  difficulty: {row.difficulty:.2f}",
            f"  phase: {scalar(row.phase)}",
        )
    return "\n".join(lines) + "\n"


def write_schedule(home: Home, deck_name: str, rows: Iterable[ScheduleRow], disk: Disk = DISK) -> Path:
    """Write the schedule of a deck and return its path. Raises QuizError."""
    path = schedule_path(home, deck_name)
    write_atomically(path, schedule_text(deck_name, rows).encode(), disk)
    return path


def move_schedule(home: Home, old: str, new: str) -> None:
    """Let the schedule of a deck that has moved go with it; one that cannot is written anew after the next session."""
    with suppress(OSError, QuizError):
        source, target = schedule_path(home, old), schedule_path(home, new)
        make_folders(target.parent)
        DISK.replace(source, target)
