"""Disks that fail on purpose: at a call, when they are full, or by a power cut."""

import contextlib
import errno
import os
import subprocess

from quizapp.store.disk import Disk


class FaultyDisk(Disk):
    """A disk on which one call, counted from 1, fails; with ``for_ever`` all later ones fail too.

    ``failing`` is the name of a call, or ``any``.
    """

    def __init__(self, failing, number=1, code=errno.EIO, *, for_ever=False, at_most=None):
        self.failing = failing
        self.number = number
        self.code = code
        self.for_ever = for_ever
        self.at_most = at_most
        self.calls = 0

    def _count(self, name):
        if self.failing not in (name, "any"):
            return
        self.calls += 1
        if self.calls == self.number or (self.for_ever and self.calls > self.number):
            raise OSError(self.code, os.strerror(self.code))

    def open(self, path, flags, mode=0o666):
        self._count("open")
        return super().open(path, flags, mode)

    def write(self, descriptor, data):
        self._count("write")
        return super().write(descriptor, data[: self.at_most])

    def sync(self, descriptor):
        self._count("sync")
        super().sync(descriptor)

    def sync_folder(self, folder):
        self._count("sync_folder")
        super().sync_folder(folder)

    def truncate(self, descriptor, size):
        self._count("truncate")
        super().truncate(descriptor, size)

    def replace(self, source, target):
        self._count("replace")
        super().replace(source, target)

    def make_folder(self, folder):
        self._count("make_folder")
        super().make_folder(folder)


class HastyDisk(Disk):
    """A disk that waits for nothing, for tests whose fault is another and that write much."""

    def sync(self, descriptor):
        pass

    def sync_folder(self, folder):
        pass


class FullDisk(HastyDisk):
    """A disk with room for so many bytes; the write that has no more room is a short one, the next fails."""

    def __init__(self, room):
        self.room = room

    def write(self, descriptor, data):
        if self.room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = super().write(descriptor, data[: self.room])
        self.room -= written
        return written


class CuttableDisk(Disk):
    """Remembers what is safe: for each file the content it had when synced, for each folder its names.

    A kill cannot show a missing fsync, because the system still writes what it has taken; after a cut only
    what a disk was asked to sync is sure to survive. A ``lazy`` one forgets to sync what is written.
    """

    def __init__(self, *, lazy=False):
        self.lazy = lazy
        self.content = {}
        self.names = {}

    def open(self, path, flags, mode=0o666):
        return super().open(path, flags & ~os.O_WRONLY | os.O_RDWR, mode)

    def sync(self, descriptor):
        if not self.lazy:
            self.content[os.fstat(descriptor).st_ino] = os.pread(descriptor, os.fstat(descriptor).st_size, 0)

    def sync_folder(self, folder):
        self.names[folder] = {entry.name: entry.inode() for entry in os.scandir(folder)}

    def after_cut(self, folder, target, chance):
        """Write to ``target`` what a power cut now might leave of the files in ``folder``."""
        target.mkdir()
        present = {entry.name: entry.inode() for entry in os.scandir(folder)}
        safe = self.names.get(folder, {})
        for name in {*present, *safe}:
            inode = chance.choice([safe.get(name), present.get(name)])
            if inode is None:
                continue
            sure = self.content.get(inode, b"")
            now = (folder / name).read_bytes() if present.get(name) == inode else sure
            if now.startswith(sure):
                (target / name).write_bytes(now[: chance.randint(len(sure), len(now))])
            else:
                (target / name).write_bytes(chance.choice([sure, now]))


@contextlib.contextmanager
def mounted(folder, size):
    """Mount a real small disk at ``folder``; yields whether that was possible."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        possible = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        possible = False
    try:
        yield possible
    finally:
        if possible:
            subprocess.run(["umount", str(folder)], check=True)


@contextlib.contextmanager
def read_only(folder):
    """Let nothing below ``folder`` be written, not even by root where that can be done; yields whether it could."""
    if os.geteuid():
        modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        try:
            yield True
        finally:
            for path, mode in modes.items():
                path.chmod(mode)
        return
    bound = ["mount", "--bind", str(folder), str(folder)]
    try:
        possible = subprocess.run(bound, capture_output=True, check=False).returncode == 0
    except OSError:
        possible = False
    try:
        if possible:
            subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield possible
    finally:
        if possible:
            subprocess.run(["umount", str(folder)], check=True)
