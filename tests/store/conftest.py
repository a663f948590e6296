"""Disks that fail on purpose, and a few values that the tests of the store share."""

import errno
import os
from datetime import UTC, datetime

import pytest

from quizapp.store.disk import Disk

NOW = datetime(2026, 1, 1, 9, 0, 0, 123000, tzinfo=UTC)


class FaultyDisk(Disk):
    """A disk on which one call, counted from 1, fails; with ``for_ever`` all later ones fail too."""

    def __init__(self, failing, number=1, code=errno.EIO, *, for_ever=False, at_most=None):
        self.failing = failing
        self.number = number
        self.code = code
        self.for_ever = for_ever
        self.at_most = at_most
        self.calls = 0

    def _count(self, name):
        if name != self.failing:
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


@pytest.fixture
def faulty():
    return FaultyDisk


@pytest.fixture
def now():
    return NOW
