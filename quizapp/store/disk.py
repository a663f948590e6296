"""The few calls by which the store touches a disk, and what is said when one of them fails.

All writing goes through a `Disk`, so that a test can make the nth call fail and a simulator can
record what would survive a power cut.
"""

import errno
import fcntl
import os
import sys
from pathlib import Path

from quizapp.errors import QuizError

_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)

_WORDS = {
    errno.ENOENT: ("not found", "check the path"),
    errno.EACCES: ("permission denied", "check who may read and write it"),
    errno.EPERM: ("permission denied", "check who may read and write it"),
    errno.EROFS: ("the disk is read-only", "choose another folder with --home"),
    errno.ENOSPC: ("the disk is full", "free some space"),
    errno.EDQUOT: ("the disk quota is used up", "free some space"),
    errno.EFBIG: ("the file has reached the largest size allowed", "raise the limit or free some space"),
    errno.EISDIR: ("it is a folder, not a file", "name a file"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "check the path"),
    errno.EEXIST: ("a file stands where a folder should be", "move it away"),
    errno.EIO: ("the disk reports an error", "check the disk"),
    errno.ELOOP: ("the link leads in a circle", "check the path"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
    errno.EMFILE: ("too many files are open", "close some and try again"),
    errno.ENFILE: ("too many files are open", "close some and try again"),
    errno.ETXTBSY: ("the file is in use", "try again"),
    errno.ESTALE: ("the network folder is gone", "connect it again"),
}


class Disk:
    """The operating system's own calls; each raises OSError as the system does."""

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        """Open a file and return its descriptor."""
        return os.open(path, flags | os.O_CLOEXEC, mode)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def write(self, descriptor: int, data: bytes) -> int:
        """Write as much of ``data`` as the system takes; return how much that was."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Return once the content of an open file, and its length, is on the disk itself."""
        if _FULL_SYNC is not None and sys.platform == "darwin":
            fcntl.fcntl(descriptor, _FULL_SYNC)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in ``folder`` are on the disk itself."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut an open file to ``size`` bytes."""
        os.ftruncate(descriptor, size)

    def replace(self, source: Path, target: Path) -> None:
        """Let ``source`` take the name ``target``, in one step."""
        os.replace(source, target)  # noqa: PTH105 - named as the system call that it is

    def make_folder(self, folder: Path) -> None:
        """Make a folder whose parent exists."""
        os.mkdir(folder)  # noqa: PTH102 - named as the system call that it is


SIZE_LIMIT = 8 * 1024 * 1024
"""The most bytes of a deck or a settings file; more than any hand writes."""

DISK = Disk()
"""The real one."""


def random_hex(count: int) -> str:
    """Return ``count`` random bytes in hexadecimal, which nobody can guess."""
    return os.urandom(count).hex()


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all of ``data``, however little the system takes at a time."""
    view = memoryview(data)
    while view:
        view = view[disk.write(descriptor, bytes(view)) :]


def make_folders(folder: Path, disk: Disk = DISK) -> None:
    """Make ``folder`` and what is missing above it, each on the disk before the next.

    Raises OSError.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folders(folder.parent, disk)
    try:
        disk.make_folder(folder)
    except FileExistsError:
        if not folder.is_dir():
            raise
        return
    disk.sync_folder(folder.parent)


def read_bytes(path: Path, shown: str = "", most: int = -1) -> bytes:
    """Return the content of a file, or of a larger one its first ``most`` bytes.

    Raises QuizError, with one line, when it cannot be read.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise no_file(path, shown)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise failure(error, path, shown) from None


def no_file(path: Path, shown: str = "") -> QuizError:
    """Return the error to show for a pipe or a device where a file should be."""
    return QuizError.of("it is no ordinary file", "name a file", shown or str(path))


def remove(path: Path) -> None:
    """Remove a file, which need not be there. Raises QuizError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise failure(error, path, doing="could not be removed") from None


def failure(error: OSError, path: Path, shown: str = "", doing: str = "") -> QuizError:
    """Return the error to show for what the system said about ``path``; ``doing`` says what failed."""
    words, remedy = _WORDS.get(error.errno or 0, (str(error.strerror or error).lower(), "try again"))
    return QuizError.of(f"{doing}: {words}" if doing else words, remedy, shown or str(path))
