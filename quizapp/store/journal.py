"""The journal of one device: events are appended, and on the disk before they are acknowledged."""

import contextlib
import errno
import fcntl
import mmap
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from quizapp.errors import Problem
from quizapp.history.events import Datum, DeviceId, Event, EventId, milliseconds
from quizapp.store.disk import DISK, Disk, failure, make_folders, random_hex, write_all
from quizapp.store.eventlines import Foreign, Unreadable, checked, event_of, fields_of, line_of, numbered
from quizapp.store.journalreader import JournalReader

PATIENCE = 2.0
"""Seconds to wait for another window to finish its write."""

_PAUSE = 0.005
_TAIL = 64 * 1024
_WRITE = os.O_RDWR | os.O_APPEND | os.O_CREAT


def read_journals(folder: Path) -> tuple[list[Event], tuple[Problem, ...]]:
    """Return every event in the journals below ``folder``, in no order, and what could not be read."""
    reading = JournalReader(folder).read()
    return reading.events, reading.problems


def random_id() -> EventId:
    """Return 128 random bits that name an event."""
    return EventId(random_hex(16))


class Journal:
    """Appends to ``<device>-<year>.yaml``; several windows of one device may do so at once."""

    def __init__(
        self,
        folder: Path,
        device: DeviceId,
        *,
        disk: Disk = DISK,
        patience: float = PATIENCE,
        new_id: Callable[[], EventId] = random_id,
    ) -> None:
        """Write below ``folder`` as ``device``; nothing is touched before the first event."""
        self.folder = folder
        self.device = device
        self._disk = disk
        self._patience = patience
        self._new_id = new_id
        self._number = -1
        self._sizes: dict[Path, int] = {}
        self._own: Path | None = None
        self._one_thread = threading.Lock()

    def append(self, kind: str, data: Mapping[str, Datum], now: datetime, day: int) -> Event:
        """Record that ``kind`` happened at ``now``, on study day ``day``; return it once it is on the disk.

        Raises QuizError when it could not be saved; the journal is then as it was.
        """
        return self.append_all([(kind, data)], now, day)[0]

    def append_all(
        self, happened: Sequence[tuple[str, Mapping[str, Datum]]], now: datetime, day: int
    ) -> tuple[Event, ...]:
        """Record several things of one moment with a single write, all of them or none."""
        t = milliseconds(now)
        path = self._own or self.folder / f"{self.device}-{t.year:04}.yaml"
        with self._one_thread:
            try:
                make_folders(self.folder, self._disk)
                path, descriptor = self._locked(path)
                try:
                    size = self._catch_up(path, descriptor)
                    made = tuple(
                        Event(self._new_id(), kind, self.device, self._number + place, t, day, checked(data))
                        for place, (kind, data) in enumerate(happened, start=1)
                    )
                    self._write(path, descriptor, size, b"".join(map(line_of, made)))
                    self._sizes[path] = os.fstat(descriptor).st_size
                finally:
                    self._disk.close(descriptor)
            except OSError as error:
                raise failure(error, path, doing="the answer is not saved") from None
            self._number += len(made)
        return made

    def events_with(self, mark: str) -> list[Event]:
        """Return the events of this device whose lines hold a mark, which nothing else holds."""
        found: list[Event] = []
        for path in sorted(self.folder.glob(f"{self.device}-*.yaml")):
            for line in _lines_with(path, mark.encode()):
                with contextlib.suppress(Unreadable, Foreign):
                    found.append(event_of(fields_of(line), {}))
        return found

    def check(self) -> None:
        """Raise QuizError when nothing can be recorded here, so that it is known before the first card."""
        trial = self.folder / f".{random_hex(4)}.tmp"
        try:
            make_folders(self.folder, self._disk)
            self._disk.close(self._disk.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            trial.unlink()
        except OSError as error:
            raise failure(error, self.folder, doing="answers cannot be saved") from None

    def _locked(self, path: Path) -> tuple[Path, int]:
        """Return the file that this device may append to now: its path, and itself, open and locked."""
        patient_until = time.monotonic() + self._patience
        while True:
            descriptor = self._disk.open(path, _WRITE)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _names(path, descriptor):
                    return path, descriptor
            except BlockingIOError:
                if time.monotonic() > patient_until:
                    self._disk.close(descriptor)
                    return self._fresh()
                time.sleep(_PAUSE)
            except OSError as error:
                self._disk.close(descriptor)
                if error.errno in {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}:
                    return self._fresh()
                raise
            self._disk.close(descriptor)

    def _fresh(self) -> tuple[Path, int]:
        """Start a file that nobody else writes, for this and all later events."""
        self._own = self.folder / f"{self.device}-{random_hex(4)}.yaml"
        descriptor = self._disk.open(self._own, _WRITE | os.O_EXCL)
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return self._own, descriptor

    def _catch_up(self, path: Path, descriptor: int) -> int:
        """Learn the last running number that any window of this device has used; return the file's size."""
        if self._number < 0:
            self._number = max(map(_last_number, self.folder.glob(f"{self.device}-*.yaml")), default=0)
        size = os.fstat(descriptor).st_size
        if size != self._sizes.get(path, size):
            self._number = max(self._number, _last_number(path))
        return size

    def _write(self, path: Path, descriptor: int, size: int, lines: bytes) -> None:
        """Append whole lines after ``size`` bytes and wait for the disk; on failure, take them back.

        The first time, the file's name is waited for too: whoever made the file may have been killed.
        """
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        try:
            write_all(self._disk, descriptor, b"\n" + lines if torn else lines)
            self._disk.sync(descriptor)
            if path not in self._sizes:
                self._disk.sync_folder(self.folder)
                self._disk.sync_folder(self.folder.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                self._disk.truncate(descriptor, size)
            raise


def _lines_with(path: Path, mark: bytes) -> list[bytes]:
    """Return the lines of a file that hold a mark. Raises QuizError when it cannot be read."""
    found: list[bytes] = []
    try:
        with path.open("rb") as file, contextlib.closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) as data:
            at = data.find(mark)
            while at >= 0:
                end = data.find(b"\n", at)
                end = len(data) if end < 0 else end
                found.append(data[data.rfind(b"\n", 0, at) + 1 : end])
                at = data.find(mark, end)
    except ValueError:
        # An empty file cannot be mapped, and holds no mark.
        return []
    except OSError as error:
        raise failure(error, path) from None
    return found


def _names(path: Path, descriptor: int) -> bool:
    """Say whether ``path`` still names the open file, which a sync may have replaced."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _last_number(path: Path) -> int:
    """Return the largest running number near the end of a file, or in all of it if the end has none."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        for start in {max(0, size - _TAIL), 0}:
            file.seek(start)
            if found := max(map(numbered, file), default=0):
                return found
    return 0
