"""What the harness takes for acting does act, and its chances are the same each time."""

from harness.hostile import PAYLOADS
from harness.mutants import SEED, faults_of, mutants
from harness.terminal import acting


def test_there_are_enough_payloads_and_each_is_noticed():
    assert len(PAYLOADS) >= 13
    for payload in PAYLOADS.values():
        assert acting(payload.encode())
        assert acting(b"\x1b[1;31m" + payload.encode() + b"\x1b[0m\x1b[5;5H", app=True)
    assert not acting(b"\x1b[1;31mred\x1b[0m\x1b[5;5H\x1b[?25l\x1b]22;default\x07\r\n\t", app=True)


def test_mutants_are_the_same_each_time_and_most_are_no_decks_any_more():
    assert list(mutants(50)) == list(mutants(50))
    assert len(set(mutants(50))) == 50
    assert not faults_of(SEED.encode())
