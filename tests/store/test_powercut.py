"""A power cut in the middle of an append; those after one are in test_faults.py."""

import random

import pytest
from harness.disks import CuttableDisk

from quizapp.errors import QuizError
from quizapp.history.events import BURY
from quizapp.store.journal import Journal, read_journals


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
