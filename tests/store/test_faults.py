"""Faults of every kind, a few of each; `tests/bench/faults.py` has them in full numbers."""

import pytest
from harness import faults
from harness.disks import mounted, read_only
from harness.toll import tolling

from quizapp.store import journal, journalreader

HOME = "title: Rivers\ncards:\n- Cairo?: the Nile\n- Wien?: Donau\n- Paris?: Seine\n"


def test_kills_lose_nothing_that_was_acknowledged(tmp_path):
    toll = faults.kills(tmp_path, 8)
    assert toll.nothing, toll
    # Each kill comes after an answer was acknowledged; how many more there are is for the machine's load to say.
    assert toll.acknowledged >= toll.count


def test_the_largest_size_allowed_is_a_full_disk(tmp_path):
    toll = faults.size_limits(tmp_path, 60)
    assert toll.nothing, toll
    assert toll.acknowledged > 6


def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path):
    toll = faults.power_cuts(tmp_path, 60)
    assert toll.nothing, toll
    assert toll.acknowledged > 100


def test_without_the_sync_the_same_cuts_do_lose(tmp_path):
    assert faults.power_cuts(tmp_path, 60, lazy=True).lost > 50


def test_a_power_cut_leaves_a_replaced_file_wholly_old_or_wholly_new(tmp_path):
    assert faults.cuts_of_replaced_files(tmp_path, 60).nothing


def test_every_call_may_fail_once_or_for_ever(tmp_path):
    toll = faults.failing_calls(tmp_path, codes=(faults.errno.ENOSPC,))
    assert toll.nothing, toll
    assert toll.count > 80


def test_a_failure_that_is_not_taken_back_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(journal.Journal, "_write", _careless_write)
    assert not faults.failing_calls(tmp_path, codes=(faults.errno.ENOSPC,)).nothing


def _careless_write(self, path, descriptor, size, lines):
    """Write as `Journal._write` does, but take an error for a success."""
    try:
        self._disk.write(descriptor, lines)
    except OSError:
        return


def test_a_disk_may_be_full_at_any_byte(tmp_path):
    toll = faults.full_disks(tmp_path, 40)
    assert toll.nothing, toll
    assert toll.acknowledged > 40


def test_a_journal_cut_at_every_byte_keeps_every_whole_line(tmp_path):
    toll = faults.truncations(tmp_path, 10)
    assert toll.nothing, toll
    assert toll.count > 1500


def test_clocks_and_syncs_in_any_order_come_to_the_same(tmp_path):
    toll = faults.interleavings(tmp_path, 40)
    assert toll.nothing, toll.first
    assert toll.acknowledged > 300


def test_without_conflict_copies_the_same_syncs_do_lose(tmp_path, monkeypatch):
    every = journalreader._journals
    monkeypatch.setattr(
        journalreader, "_journals", lambda folder: [one for one in every(folder) if one[0].stem.endswith("-2026")]
    )
    assert faults.interleavings(tmp_path, 40).lost


def test_mutated_decks_are_read_or_refused_with_their_place():
    toll = faults.mutated_decks(400)
    assert toll.nothing, toll.first


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home" / "decks").mkdir(parents=True)
    (tmp_path / "home" / "decks" / "rivers.yaml").write_text(HOME)
    return tmp_path / "home"


def test_a_read_only_home_ends_no_command_in_a_traceback(home, tmp_path):
    with read_only(home) as possible, tolling("read-only") as toll:
        if not possible:
            pytest.skip("nothing can be made read-only here")
        faults.commands(faults.EVERYTHING, faults.environment(tmp_path), toll)
    assert toll.nothing, toll.first
    assert sorted(path.name for path in home.rglob("*")) == ["decks", "rivers.yaml"]


def test_a_full_disk_ends_no_command_in_a_traceback(home, tmp_path):
    disk = tmp_path / "small"
    disk.mkdir()
    with mounted(disk, "64k") as possible, tolling("full") as toll:
        if not possible:
            pytest.skip("no disk can be mounted here")
        faults.fill(disk, home)
        faults.commands(faults.EVERYTHING, faults.environment(tmp_path, QUIZAPP_HOME=str(disk)), toll)
        assert (disk / "decks" / "rivers.yaml").read_text() == HOME
    assert toll.nothing, toll.first
