"""How far journal files have been read, and where in them an event stands."""

import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BLOCK = 1 << 20
"""Bytes read at a time."""

NO_PLACE = -1
"""The place of an event that has no line to itself."""

_OFFSET_BITS = 40
_SETTLED_NS = 2_000_000_000
"""Once a file's last change is so long ago, another change cannot leave its time as it is."""

Position = Sequence[tuple[str, Sequence[int], str, int]]
"""How far each file has been read, as JSON can hold it: its name, its numbers, its last bytes, its own number."""


@dataclass(slots=True)
class Seen:
    """How far one file has been read."""

    inode: int = 0
    size: int = 0
    changed: int = 0
    offset: int = 0
    """After the last whole line."""
    lines: int = 0
    checksum: int = 0
    """Of all bytes before the offset."""
    last: bytes = b""
    """The bytes just before the offset; if they have changed, the file was rewritten."""
    number: int = 0
    """Names the file in a place."""
    remembered: bool = False
    """It was read by another reader: if it has changed since, all that was read must be looked at again."""


def position_of(seen: Mapping[Path, Seen], folder: Path) -> Position:
    """Return how far the files below ``folder`` have been read; a last line without its end is not read yet."""
    return [
        (path.relative_to(folder).as_posix(), _numbers(one), one.last.hex(), one.number) for path, one in seen.items()
    ]


def seen_at(position: Position, folder: Path) -> dict[Path, Seen]:
    """Return what `position_of` was made from."""
    found: dict[Path, Seen] = {}
    for name, numbers, last, number in position:
        inode, size, changed, offset, lines, checksum = numbers
        found[folder / name] = Seen(
            inode, size, changed, offset, lines, checksum, bytes.fromhex(last), number, remembered=True
        )
    return found


def still_begins(file: Any, seen: Seen) -> bool:  # noqa: ANN401 - a binary file, buffered or not
    """Say whether a file still begins with what was read of it; leaves the file after that."""
    file.seek(0)
    checksum, left = 0, seen.offset
    while left and (block := file.read(min(left, BLOCK))):
        checksum, left = zlib.crc32(block, checksum), left - len(block)
    return not left and checksum == seen.checksum


def place_in(seen: Seen, offset: int) -> int:
    """Return the place of the line that begins at an offset of a file; a negative one is that of no line."""
    return offset if offset < 0 else seen.number << _OFFSET_BITS | offset


def place_of(place: int) -> tuple[int, int]:
    """Return the number of a file and the offset in it that a place stands for."""
    return place >> _OFFSET_BITS, place & (1 << _OFFSET_BITS) - 1


def _numbers(seen: Seen) -> tuple[int, ...]:
    """Return a file's numbers; with no size where it must be looked into even if its stamp stays the same."""
    fresh = time.time_ns() - seen.changed < _SETTLED_NS
    size = seen.size if seen.size == seen.offset and not fresh else -1
    return (seen.inode, size, seen.changed, seen.offset, seen.lines, seen.checksum)
