"""What is wrong in the journals of a home, each with its file and line, and mending what can be mended."""

import fcntl
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import Problem
from quizapp.history import events as kinds
from quizapp.history.clocks import misdated
from quizapp.history.events import Event
from quizapp.history.parts import content
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import failure
from quizapp.store.eventlines import Foreign, Unreadable, event_of, fields_of
from quizapp.store.home import is_conflict_copy
from quizapp.store.journalreader import JournalReader, journal_files

_PADDING = b"\0 \t\r\xef\xbb\xbf"
_MARKS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


class Told(NamedTuple):
    """An event and the line that tells it."""

    event: Event
    path: Path
    line: int

    def problem(self, message: str, remedy: str = "") -> Problem:
        """Make a problem of this line."""
        return Problem(str(self.path), self.line, 1, message, remedy)


def journal_problems(folder: Path) -> list[Problem]:
    """Return all that is wrong in the journals below a folder. Raises QuizError when one cannot be read at all."""
    problems = list(JournalReader(folder).read().problems)
    told = [each for path in journal_files(folder) for each in _told_in(path)]
    problems += _twice(told)
    problems += _out_of_order(told)
    problems += _aimed_at_nothing(told)
    problems += (_of_copy(path) for path in journal_files(folder) if is_conflict_copy(path))
    return problems


def is_sound(path: Path) -> bool:
    """Say whether every line of a journal can be read, or none, as in a file that was laid out anew."""
    *lines, last = path.read_bytes().split(b"\n")
    return (all(_sound(line) == line for line in lines) and not last) or not any(map(_sound, lines))


def mend_journal(path: Path) -> int:
    """Take what cannot be read out of a journal, while nobody writes to it; return how many lines that were.

    Raises QuizError; the file is then as it was.
    """
    try:
        with path.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            lines = file.read().split(b"\n")
            kept = [sound for line in lines if (sound := _sound(line)) is not None and (sound or line is not lines[-1])]
            write_atomically(path, b"".join(line + b"\n" for line in kept))
    except OSError as error:
        raise failure(error, path, doing="could not be mended") from None
    return sum(_sound(line) != line for line in lines)


def events_in(path: Path) -> set[bytes]:
    """Return the events of one journal, each as bytes that are equal for equal events only."""
    return {content(told.event) + told.event.id.encode() for told in _told_in(path)}


def _told_in(path: Path) -> Iterator[Told]:
    shared: dict[str, str] = {}
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            bare = line.strip(_PADDING + b"\n")
            try:
                yield Told(event_of(fields_of(bare), shared), path, number)
            except (Unreadable, Foreign):
                continue


def _sound(line: bytes) -> bytes | None:
    """Return what of a line can be read: all of it, all but padding, or None for nothing at all."""
    if line.strip() == line.strip(_PADDING) and (not line.strip() or line.startswith((b"#", b"---", b"..."))):
        return line
    bare = line.strip(_PADDING)
    if not bare or bare.startswith(_MARKS):
        return None
    try:
        event_of(fields_of(bare), {})
    except Unreadable:
        return None
    except Foreign:
        pass
    return bare if b"\0" in line else line


def _twice(told: Iterable[Told]) -> Iterator[Problem]:
    """Yield each event whose id another event has that says something else."""
    first: dict[str, Told] = {}
    for each in told:
        other = first.setdefault(each.event.id, each)
        if other is not each and content(other.event) != content(each.event):
            yield each.problem(
                f"another event has the same id, in {other.path.name}:{other.line}",
                "one of them counts on all devices; delete the line that is wrong",
            )


def _out_of_order(told: Iterable[Told]) -> Iterator[Problem]:
    """Yield each event that cannot have happened when it says, by the order in which its device wrote."""
    at = {each.event.id: each for each in told}
    for event, right in misdated(each.event for each in told):
        yield at[event.id].problem(
            f"the clock was wrong: dated {event.t:%Y-%m-%d %H:%M}, written after {right.t:%Y-%m-%d %H:%M}",
            "`quizapp doctor --redate` gives it that date",
        )


def _aimed_at_nothing(told: Iterable[Told]) -> Iterator[Problem]:
    """Yield what takes back an event that is in no journal."""
    told = tuple(told)
    known = {each.event.id for each in told}
    for each in told:
        if each.event.kind in (kinds.VOID, kinds.REDATE) and each.event.text("target") not in known:
            yield each.problem("it takes back an event that is in no journal", "wait for your sync, or leave it")


def _of_copy(path: Path) -> Problem:
    return Problem(
        str(path),
        message="a conflict copy that a sync has made of a journal; it is read like the others",
        remedy="`quizapp doctor --fix` removes it if the others have all it tells",
    )
