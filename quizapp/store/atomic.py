"""Replacing a file so that it is always wholly the old one or wholly the new one."""

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.store.disk import DISK, Disk, failure, make_folders, random_hex, write_all

TEMPORARY = ".tmp"
"""How the names of unfinished files end, so that nothing takes them for decks."""


def write_atomically(path: Path, data: bytes, disk: Disk = DISK, *, was: str | None = None) -> None:
    """Make ``data`` the content of ``path``, on the disk itself before this returns.

    A symbolic link stays one and its target is replaced; the mode of an existing file stays.
    Missing folders are made. ``was`` is the digest of the file that this replaces, or empty if there
    should be none: when it is another by now, it is left alone. Raises QuizError; the file is then
    as it was.
    """
    try:
        target = path.resolve()
        mode = _mode(target)
        make_folders(target.parent, disk)
        _replace(target, data, mode, disk, lambda: _refuse_changed(target, path, was))
    except (OSError, RuntimeError) as error:
        # A circle of links is a RuntimeError here and an OSError in later versions of Python.
        known = error if isinstance(error, OSError) else OSError(errno.ELOOP, str(error))
        raise failure(known, path, doing="could not be saved") from None


def digest_of(data: bytes) -> str:
    """Return what names the content of a file."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _refuse_changed(target: Path, path: Path, was: str | None) -> None:
    """Raise QuizError when a file is no longer the one that was to be replaced."""
    if was is not None and was != (digest_of(target.read_bytes()) if target.exists() else ""):
        message = "the file was changed meanwhile and is left as it is"
        raise QuizError.of(message, "look at it, then try again", str(path))


def _mode(target: Path) -> int | None:
    """Return the permissions of an existing file, or None; refuse what may not be written."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(status.st_mode)


def _replace(target: Path, data: bytes, mode: int | None, disk: Disk, check: Callable[[], None]) -> None:
    """Put ``data`` in the place of a file, unless ``check``, which is asked last of all, raises."""
    temporary = target.with_name(f".{target.name[:100]}.{random_hex(4)}{TEMPORARY}")
    descriptor = disk.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        try:
            if mode is not None:
                os.fchmod(descriptor, mode)
            write_all(disk, descriptor, data)
            disk.sync(descriptor)
        finally:
            disk.close(descriptor)
        check()
        disk.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    disk.sync_folder(target.parent)
