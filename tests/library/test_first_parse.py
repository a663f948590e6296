"""Decks that were never parsed are parsed by two processes at once, and by one if the other fails."""

import os
import sys
import time

import pytest

from quizapp.library.shelf import read_shelf
from quizapp.store import parseahead

DECKS = 12


@pytest.fixture
def decks(tmp_path):
    folder = tmp_path / "decks"
    folder.mkdir()
    for number in range(DECKS):
        cards = "".join(f"- What is {number} and {other}?: a{other}\n" for other in range(200))
        path = folder / f"d{number:02}.yaml"
        path.write_text(f"title: D{number}\ncards:\n{cards}")
        os.utime(path, (time.time() - 60,) * 2)
    (folder / "broken.yaml").write_text("title: [")
    return folder


def texts(shelf):
    return [(deck.place, deck.deck, deck.kept.words, deck.problems) for deck in shelf.decks], shelf.broken


@pytest.fixture
def started(monkeypatch):
    """Let a second process be worth its while; return which were started."""
    seen = []

    class Seen(parseahead.subprocess.Popen):
        def __init__(self, *rest, **more):
            super().__init__(*rest, **more)
            seen.append(self)

    monkeypatch.setattr(parseahead, "_WORTH_IT", 0)
    monkeypatch.setattr(parseahead.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parseahead.subprocess, "Popen", Seen)
    return seen


def test_two_processes_read_what_one_does(decks, tmp_path, started):
    one = texts(read_shelf(decks))
    shelf = read_shelf(decks, cache=tmp_path / "cache")
    assert texts(shelf) == one
    assert not shelf.earlier
    assert len(started) == 1
    assert started[0].returncode is not None
    again = read_shelf(decks, cache=tmp_path / "cache")
    assert texts(again) == one
    assert len(again.earlier) == DECKS


def test_the_second_process_begins_at_the_other_end_and_stops_where_they_meet(decks, tmp_path, monkeypatch, started):
    paths = sorted(decks.glob("d*.yaml"))
    folder = tmp_path / "cache"
    read_shelf(decks, cache=folder)
    for name in list(folder.iterdir()):
        name.unlink()
    ahead = parseahead.ParseAhead(folder, paths)
    assert ahead._helper.wait(60) == 0
    assert len(list(folder.glob("*.deck"))) == DECKS


def test_without_a_second_process_the_first_does_all(decks, tmp_path, started, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert texts(read_shelf(decks, cache=tmp_path / "cache")) == texts(read_shelf(decks))
    assert not started


def test_decks_that_were_moved_are_followed_though_another_process_parsed_them(decks, tmp_path, started):
    before = read_shelf(decks, cache=tmp_path / "cache")
    (decks / "group").mkdir()
    for path in decks.glob("d*.yaml"):
        path.rename(decks / "group" / path.name)
    after = read_shelf(decks, cache=tmp_path / "cache")
    assert len(started) == 2
    assert {deck.place for deck in after.earlier} == {deck.place for deck in before.decks}


def test_how_far_it_is_is_told_deck_by_deck(decks):
    seen = []
    read_shelf(decks, told=lambda *far: seen.append(far))
    assert seen == [(number, DECKS + 1) for number in range(DECKS + 1)]
