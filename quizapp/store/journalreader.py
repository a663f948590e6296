"""Reading the journals of all devices: everything at first, then only what has been appended.

Every ``*.yaml`` below the folder counts, conflict copies included; the union heals what a sync has
split. A line that cannot be read is named and left where it is.
"""

import json
import os
import stat
import zlib
from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.errors import Problem
from quizapp.history.events import Event
from quizapp.store.collecting import uncollected
from quizapp.store.disk import failure, no_file
from quizapp.store.eventlines import Foreign, Unreadable, event_of, fields_of
from quizapp.store.journalposition import BLOCK, NO_PLACE, Position, Seen, place_in, position_of, seen_at, still_begins

_MARK = 64
_PROBLEM_LIMIT = 20
_MERGE_MARKS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one look at the journals has brought."""

    events: list[Event]
    """In no order; an event may come twice (a conflict copy, a line read again), always with one id."""
    unreadable: tuple[Problem, ...]
    """Of the lines that were read, those that hold no event."""
    restarted: bool
    """True if these are all events, and not only those since the last look."""
    places: "array[int]"
    """For each event where its line begins: see `place_of`; negative if it has no line to itself."""
    unknown: "Unknown"
    """The events among those read that this version does not know."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that there is to tell of what was read."""
        return (*self.unreadable, *self.unknown.notice)


class Unknown(NamedTuple):
    """Events of kinds that this version does not know: how many, and where the first of them stands."""

    number: int = 0
    file: str = ""
    line: int = 0

    def and_(self, other: "Unknown") -> "Unknown":
        """Return these and others."""
        first = min((each for each in (self, other) if each.number), key=lambda each: each[1:], default=self)
        return first._replace(number=self.number + other.number)

    @property
    def notice(self) -> tuple[Problem, ...]:
        """What to tell of them; nothing if there are none."""
        events = "event is" if self.number == 1 else "events are"
        message = f"{self.number} {events} of a kind that this version does not know; kept and passed over"
        return (Problem(self.file, self.line, 1, message, "update quizapp"),) if self.number else ()


@dataclass(slots=True)
class _Found:
    """Events and problems as they come in."""

    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    foreign: Unknown = field(default_factory=Unknown)
    shared: dict[str, str] = field(default_factory=dict)
    places: "array[int]" = field(default_factory=lambda: array("q"))


class JournalReader:
    """Reads the journals below a folder and notices when another window or a sync adds to them."""

    def __init__(self, folder: Path, position: Position | None = None) -> None:
        """Watch ``folder``, which need not exist yet; go on from the ``position`` of another reader."""
        self.folder = folder
        self._seen = seen_at(position or (), folder)
        self._read = position is not None

    @property
    def position(self) -> Position:
        """How far each file has been read, as JSON can hold it; a last line without its end will be read again."""
        return position_of(self._seen, self.folder)

    @property
    def torn_lines(self) -> set[tuple[str, int]]:
        """The files and numbers of last lines without their end, which will be read again."""
        return {(str(path), seen.lines + 1) for path, seen in self._seen.items() if seen.size != seen.offset}

    def changed(self) -> bool:
        """Say whether a file has come, gone, grown or been rewritten since the last reading; costs a stat each."""
        states = self._states()
        return not self._read or {path: _stamp(status) for path, status in states.items()} != {
            path: (seen.inode, seen.size, seen.changed) for path, seen in self._seen.items()
        }

    def read(self) -> Reading:
        """Return the events since the last reading; all of them if a file is no longer as it was read.

        Raises QuizError when a file cannot be read at all.
        """
        states = self._states()
        was_read, self._read = self._read, False
        with uncollected():
            restarted, found = self._read_all(states, go_on=was_read)
        self._read = True
        return Reading(found.events, tuple(found.problems), restarted, found.places, found.foreign)

    def _read_all(self, states: dict[Path, os.stat_result], *, go_on: bool) -> tuple[bool, _Found]:
        found = _Found()
        if go_on and all(path in states for path in self._seen):
            if all(self._continue(path, status, found) for path, status in states.items()):
                return False, found
            found = _Found()
        self._seen = {}
        for path, status in states.items():
            self._continue(path, status, found)
        return True, found

    def _states(self) -> dict[Path, os.stat_result]:
        try:
            return dict(_journals(self.folder))
        except OSError as error:
            raise failure(error, Path(error.filename or self.folder)) from None

    def _continue(self, path: Path, status: os.stat_result, found: _Found) -> bool:
        """Read what is new in a file; False if what was read of it has changed."""
        seen = self._seen.setdefault(path, Seen(inode=status.st_ino, number=len(self._seen)))
        if (seen.inode, seen.size, seen.changed) == _stamp(status) and seen.size:
            return True
        if seen.inode != status.st_ino or status.st_size < seen.offset:
            return False
        try:
            with path.open("rb") as file:
                file.seek(seen.offset - len(seen.last))
                if file.read(len(seen.last)) != seen.last or (seen.remembered and not still_begins(file, seen)):
                    return False
                seen.remembered = False
                _FileReader(path, seen, found).read(file)
        except OSError as error:
            raise failure(error, path) from None
        seen.inode, seen.size, seen.changed = _stamp(status)
        return True


class _FileReader:
    """Reads one journal file from where it was left."""

    def __init__(self, path: Path, seen: Seen, found: _Found) -> None:
        self.path = path
        self.seen = seen
        self.found = found
        self.unreadable = 0
        self.readable = 0

    def read(self, file: Any) -> None:  # noqa: ANN401 - a binary file, buffered or not
        """Read to the end; a last line without its end is read but will be read again."""
        before = len(self.found.events), len(self.found.problems)
        rest = b""
        whole_file = self.seen.offset == 0
        while block := file.read(BLOCK):
            cut = block.rfind(b"\n") + 1
            if cut:
                self._lines(rest + block[:cut])
                rest = block[cut:]
            else:
                rest += block
        if rest.strip(b"\0 \t\r"):
            self._line(rest, self.seen.lines + 1, self.seen.offset, torn=True)
        elif rest:
            self._problem(self.seen.lines + 1, f"{len(rest)} bytes without content")
        if whole_file and self.unreadable > max(1, self.readable):
            self._as_other_yaml(before)
        if self.unreadable > _PROBLEM_LIMIT:
            self._problem(0, f"{self.unreadable} lines cannot be read as events")

    def _lines(self, block: bytes) -> None:
        """Take in whole lines, all at once if they are as this program writes them."""
        try:
            text = block.decode("ascii")
            fields = json.loads("[" + text[2:-1].replace("\n- {", ",{") + "]") if text.startswith("- {") else ()
        except (ValueError, RecursionError):
            fields = ()
        number = self.seen.lines
        if fields and len(fields) == block.count(b"\n"):
            offset = self.seen.offset
            for number, (each, line) in enumerate(zip(fields, block.split(b"\n"), strict=False), start=number + 1):  # noqa: B020 - the count goes on
                self._take(each, number, offset)
                offset += len(line) + 1
        else:
            offset = self.seen.offset
            for number, line in enumerate(block.split(b"\n")[:-1], start=number + 1):  # noqa: B020 - the count goes on
                self._line(line, number, offset)
                offset += len(line) + 1
        self.seen.lines = number
        self.seen.offset += len(block)
        self.seen.checksum = zlib.crc32(block, self.seen.checksum)
        self.seen.last = (self.seen.last + block[-_MARK:])[-_MARK:]

    def _line(self, line: bytes, number: int, offset: int, *, torn: bool = False) -> None:
        bare = line.strip(b"\0 \t\r\n\xef\xbb\xbf")
        if b"\0" in line:
            lost = line.count(0)
            self._problem(number, f"{lost} NUL bytes, left by a disk or a sync")
        if not bare or bare.startswith(b"#") or bare in {b"---", b"..."}:
            return
        if bare.startswith(_MERGE_MARKS):
            self._problem(number, "a merge marker; the lines on both of its sides are read", "delete the marker")
            return
        try:
            fields = fields_of(bare)
        except Unreadable as error:
            self._pass_over(number, "the last line is incomplete: a write was cut short" if torn else str(error))
        else:
            self._take(fields, number, offset if line.startswith(b"- {") and bare == line else NO_PLACE)

    def _pass_over(self, number: int, reason: str) -> None:
        self.unreadable += 1
        if self.unreadable <= _PROBLEM_LIMIT:
            self._problem(number, reason, "it is passed over; mend it or leave it")

    def _take(self, fields: dict[str, Any], number: int, offset: int) -> None:
        try:
            self.found.events.append(event_of(fields, self.found.shared))
            self.found.places.append(place_in(self.seen, offset))
            self.readable += 1
        except Unreadable as error:
            self._pass_over(number, str(error))
        except Foreign:
            self.readable += 1
            self.found.foreign = self.found.foreign.and_(Unknown(1, str(self.path), number))

    def _as_other_yaml(self, before: tuple[int, int]) -> None:
        """Read a file that some other program has written anew, as YAML of any layout."""
        from quizapp.store.yamlevents import yaml_entries  # noqa: PLC0415 - brings the YAML parser, rarely needed here

        entries = yaml_entries(self.path)
        if entries is None:
            return
        del self.found.events[before[0] :], self.found.places[before[0] :], self.found.problems[before[1] :]
        self.unreadable = 0
        for fields, line in entries:
            self._take(fields, line, NO_PLACE)

    def _problem(self, number: int, message: str, remedy: str = "") -> None:
        self.found.problems.append(Problem(str(self.path), number, 1 if number else 0, message, remedy))


def journal_files(folder: Path) -> list[Path]:
    """Return the journal files below a folder, in a fixed order. Raises QuizError when it cannot be listed."""
    try:
        return [path for path, _ in _journals(folder)]
    except OSError as error:
        raise failure(error, Path(error.filename or folder)) from None


def _journals(folder: Path) -> list[tuple[Path, os.stat_result]]:
    """Return the journal files below a folder, in a fixed order; none if it does not exist."""

    def unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    paths = sorted(
        Path(root, name)
        for root, _, names in os.walk(folder, onerror=unreadable)
        for name in names
        if name.endswith(".yaml") and not name.startswith(".")
    )
    states = [(path, path.stat()) for path in paths]
    for path, status in states:
        if not stat.S_ISREG(status.st_mode):
            # A pipe would be waited for, a device read without end.
            raise no_file(path)
    return states


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    return (status.st_ino, status.st_size, status.st_mtime_ns)
