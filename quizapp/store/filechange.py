"""Changing several files as one act that can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import DISK, Disk, read_bytes, remove

Contents = Mapping[Path, bytes | None]
"""What some files hold; None for a file that is not there."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What some files held before an act, and what it made of them."""

    before: Contents
    after: Contents


def change_files(wanted: Contents, disk: Disk = DISK) -> FileChange:
    """Make files hold what is wanted, in the order given. Raises QuizError; all are then as they were."""
    before = _contents(wanted)
    done: dict[Path, bytes | None] = {}
    try:
        for path, data in wanted.items():
            _put(path, data, disk)
            done[path] = before[path]
    except QuizError:
        for path, data in _backwards(done).items():
            _put(path, data, disk)
        raise
    return FileChange(before, dict(wanted))


def take_back(change: FileChange) -> None:
    """Make files hold again what they held before a change.

    Raises QuizError, and changes nothing, when one of them was changed since.
    """
    for path, data in _contents(change.after).items():
        if data != change.after[path]:
            raise QuizError.of("the file was changed since and is left as it is", "mend it by hand", str(path))
    # What was written last is the first to go: a card is rather in two places than in none.
    change_files(_backwards(change.before))


def _backwards(contents: Contents) -> Contents:
    return dict(reversed(list(contents.items())))


def _contents(paths: Iterable[Path]) -> dict[Path, bytes | None]:
    return {path: read_bytes(path) if path.exists() else None for path in paths}


def _put(path: Path, data: bytes | None, disk: Disk) -> None:
    if data is None:
        remove(path)
    else:
        write_atomically(path, data, disk)
