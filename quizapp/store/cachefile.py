"""Files that hold what can be made again: written in passing, believed only if nothing in them is damaged.

A file says by its key what it was made from, and by which code; under any other key it is not
there. Every byte is under a checksum, that of its section, so that what is torn, cut or foreign is not
there either. To write one costs no wait for the disk, and one that cannot be written stops nothing.
"""

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

from quizapp.store.atomic import TEMPORARY
from quizapp.store.disk import random_hex

CACHE_VERSION = 2
"""The version of the layout of caches that this program writes; those of another are made anew."""

_MAGIC = b"quizapp cache\n"
_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("cards", "history", "library", "memory", "store")
"""What is cached is worked out by the code of these."""

Sections = Mapping[str, bytes]


@cache
def made_by() -> str:
    """Return what changes with the code that works out what is cached, and with the machine's way to write numbers."""
    found = [f"{CACHE_VERSION} {sys.byteorder} {sys.version_info[:2]}"]
    for room in _ROOMS:
        with os.scandir(_PACKAGE / room) as files:
            stats = sorted((file.name, file.stat()) for file in files if file.name.endswith(".py"))
        found += (f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in stats)
    return f"{zlib.crc32(chr(10).join(found).encode()):08x}"


class Damaged(Exception):  # noqa: N818 - no error: what was kept is made anew
    """A cache of which a part is not as it was written."""


class Kept(Mapping[str, bytes]):
    """The sections of a cache, each read and held against its checksum when it is first asked for.

    Whoever asks must be ready for `Damaged`. What is asked of one object was written in one piece, even
    when the file has been replaced since it was opened.
    """

    def __init__(self, file: BinaryIO, start: int, told: Mapping[str, tuple[int, int]]) -> None:
        self._file = file
        self._places: dict[str, tuple[int, int, int]] = {}
        self._read: dict[str, bytes] = {}
        for name, (size, checksum) in told.items():
            self._places[name] = (start, size, checksum)
            start += size

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            start, size, checksum = self._places[name]
            try:
                section = os.pread(self._file.fileno(), size, start)
            except OSError:
                raise Damaged from None
            if len(section) != size or zlib.crc32(section) != checksum:
                raise Damaged
            self._read[name] = section
        return self._read[name]

    def close(self) -> None:
        """Read no further section."""
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def open_cache(path: Path, key: object = None) -> Kept | None:
    """Return the sections of the cache at ``path`` if it was made from ``key``, or from any if none."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    heading = _heading_of(file)
    told, sections = json.loads(heading) if heading else ("", {})
    meant = heading and (told == _told(key) or (key is None and json.loads(told)[0] == made_by()))
    if not meant or os.fstat(file.fileno()).st_size != file.tell() + sum(size for size, _ in sections.values()):
        file.close()
        return None
    return Kept(file, file.tell(), sections)


def _heading_of(file: BinaryIO) -> bytes:
    """Return what is told at the beginning of a cache, up to its sections; nothing if it is damaged."""
    try:
        if file.read(len(_MAGIC)) != _MAGIC:
            return b""
        checksum, heading = file.read(8), file.readline()
    except OSError:
        return b""
    return heading if checksum == b"%08x" % zlib.crc32(heading) else b""


def read_cache(path: Path, key: object = None) -> dict[str, bytes] | None:
    """Return the sections of the cache at ``path``, if it is whole and was made from ``key``, or from any if none."""
    kept = open_cache(path, key)
    if kept is None:
        return None
    try:
        return dict(kept)
    except Damaged:
        return None
    finally:
        kept.close()


def write_cache(path: Path, key: object, sections: Sections) -> None:
    """Write a cache; if that cannot be done, there is none."""
    told = {name: (len(section), zlib.crc32(section)) for name, section in sections.items()}
    heading = json.dumps((_told(key), told)).encode() + b"\n"
    temporary = path.with_name(f".{path.name}.{random_hex(4)}{TEMPORARY}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(_MAGIC + b"%08x" % zlib.crc32(heading) + heading)
            file.writelines(sections.values())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _told(key: object) -> str:
    return json.dumps([made_by(), key])
