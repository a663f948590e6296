"""Giving files and folders other names, and never the name of another one."""

import contextlib
import errno
import os
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.store.disk import DISK, Disk, failure, make_folders

_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES})
"""What a file system says that gives a file no second name."""


def rename(source: Path, target: Path, disk: Disk = DISK) -> None:
    """Let a file or a folder be called ``target``, in whatever folder that is; missing folders are made.

    What already has the name, or one that differs in capitals only, is never written over. Raises
    QuizError; all is then as it was.
    """
    if not os.path.lexists(source):
        raise QuizError.of("it is no longer there", "look at the list again", str(source))
    try:
        if source.is_symlink() and source.parent != target.parent and not os.path.isabs(os.readlink(source)):  # noqa: PTH115, PTH117 - as it stands, not resolved
            raise QuizError.of("it is a link and leads nowhere from another folder", "move it by hand", str(source))
        make_folders(target.parent, disk)
        _refuse_taken(source, target)
        if source.is_dir() or source.is_symlink() or _same(source, target):
            disk.replace(source, target)
        else:
            _rename_file(source, target, disk)
        disk.sync_folder(target.parent)
        if source.parent != target.parent:
            disk.sync_folder(source.parent)
    except OSError as error:
        raise failure(error, source, doing="could not be moved") from None


def remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder that holds nothing, and those above it, below ``top``; one that holds something stays."""
    with contextlib.suppress(OSError):
        while folder != top and folder.is_relative_to(top):
            folder.rmdir()
            folder = folder.parent


def _refuse_taken(source: Path, target: Path) -> None:
    """Raise QuizError where another file or folder has the name: on some systems capitals make no difference."""
    folded = target.name.casefold()
    for other in target.parent.iterdir():
        if other.name.casefold() == folded and not _same(source, other):
            raise QuizError.of(f"there is a `{other.name}` already", "choose another name", str(other))


def _same(one: Path, other: Path) -> bool:
    """Say whether two names are those of one and the same entry, not of two links to one file."""
    try:
        first, second = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)


def _rename_file(source: Path, target: Path, disk: Disk) -> None:
    """Give a file a second name, which fails where one is there, and then take the first away."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise QuizError.of(f"there is a `{target.name}` already", "choose another name", str(target)) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        disk.replace(source, target)
        return
    source.unlink()
