"""Power cuts, simulated: what was not synced is gone or cut anywhere, and so are names of new files.

A kill cannot show a missing fsync, because the system still writes what it has taken. Here only
what a `Disk` was asked to sync is sure to survive.
"""

import os
import random

import pytest

from quizapp.errors import QuizError
from quizapp.history.events import BURY
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import Disk
from quizapp.store.journal import Journal, read_journals


class CuttableDisk(Disk):
    """Remembers what is safe: for each file the content it had when synced, for each folder its names."""

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


def lost_after_cuts(tmp_path, now, *, lazy):
    lost = 0
    chance = random.Random(20260101)
    for run in range(60):
        folder = tmp_path / str(run) / "journal"
        disk = CuttableDisk(lazy=lazy)
        windows = [
            Journal(folder, "laptop", disk=disk),
            Journal(folder, "laptop", disk=disk),
            Journal(folder, "phone", disk=disk),
        ]
        acknowledged = [
            chance.choice(windows).append(BURY, {"card": "c"}, now, 1).id for _ in range(chance.randint(1, 12))
        ]
        disk.after_cut(folder, tmp_path / f"{run} after", chance)
        found, _ = read_journals(tmp_path / f"{run} after")
        lost += len(set(acknowledged) - {event.id for event in found})
        assert len(found) == len({event.id for event in found})
    return lost


def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path, now):
    assert lost_after_cuts(tmp_path, now, lazy=False) == 0


def test_without_the_sync_the_same_cuts_do_lose(tmp_path, now):
    assert lost_after_cuts(tmp_path, now, lazy=True) > 50


def test_a_power_cut_leaves_a_replaced_file_wholly_old_or_wholly_new(tmp_path):
    chance = random.Random(7)
    for run in range(60):
        folder, disk = tmp_path / str(run), CuttableDisk()
        folder.mkdir()
        texts = [bytes([65 + number]) * 100 for number in range(chance.randint(1, 4))]
        for text in texts:
            write_atomically(folder / "x.yaml", text, disk)
        disk.after_cut(folder, tmp_path / f"{run} after", chance)
        assert (tmp_path / f"{run} after" / "x.yaml").read_bytes() == texts[-1]


def test_a_cut_in_the_middle_of_an_append_costs_only_that_event(tmp_path, now):
    class CutOff(CuttableDisk):
        def write(self, descriptor, data):
            super().write(descriptor, data[: chance.randint(0, len(data))])
            raise OSError(5, "cut")

        def truncate(self, *_):
            raise OSError(5, "cut")

    chance = random.Random(3)
    folder = tmp_path / "journal"
    kept = [Journal(folder, "laptop").append(BURY, {"card": "c"}, now, 1)]
    for _ in range(40):
        with pytest.raises(QuizError):
            Journal(folder, "laptop", disk=CutOff()).append(BURY, {"card": "cut"}, now, 1)
        kept.append(Journal(folder, "laptop").append(BURY, {"card": "c"}, now, 1))
    found, _ = read_journals(folder)
    assert [event for event in found if event.text("card") == "c"] == kept
