"""Files that hold what can be made again: written in passing, believed only if nothing in them is damaged.

A file says by its key what it was made from, and by which code; under any other key it is not
there. Every byte is under a checksum, so that a torn, cut or foreign file is not there either. To
write one costs no wait for the disk, and one that cannot be written stops nothing.
"""

import contextlib
import json
import os
import secrets
import sys
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quizapp.store.atomic import TEMPORARY

CACHE_VERSION = 1
"""The version of the layout of caches that this program writes; those of another are made anew."""

_MAGIC = b"quizapp cache\n"
_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("cards", "history", "memory", "store")
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


def read_cache(path: Path, key: object = None) -> dict[str, bytes] | None:
    """Return the sections of the cache at ``path``, if it is whole and was made from ``key``, or from any if none."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC)
    if not data.startswith(_MAGIC) or data[start : start + 8] != b"%08x" % zlib.crc32(data[start + 8 :]):
        return None
    end = data.index(b"\n", start)
    told, sizes = json.loads(data[start + 8 : end])
    if told != _told(key) and (key is not None or json.loads(told)[0] != made_by()):
        return None
    sections: dict[str, bytes] = {}
    position = end + 1
    for name, size in sizes.items():
        sections[name] = data[position : position + size]
        position += size
    return sections


def write_cache(path: Path, key: object, sections: Sections) -> None:
    """Write a cache; if that cannot be done, there is none."""
    sizes = {name: len(section) for name, section in sections.items()}
    heading = json.dumps((_told(key), sizes)).encode() + b"\n"
    checksum = zlib.crc32(heading)
    for section in sections.values():
        checksum = zlib.crc32(section, checksum)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(_MAGIC + b"%08x" % checksum + heading)
            file.writelines(sections.values())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _told(key: object) -> str:
    return json.dumps([made_by(), key])
