import json

import pytest

WAITING = """\
title: A bridge
cards:
- question: How long is the bridge?
  answer: 320 metres
  quote: It is 320 metres long.
  rule: measure
  doubt: which bridge?
- question: Who built the bridge?
  answer: Brobyg
  rule: passive
- cloze: The town lies north of {{Bergen}}.
  rule: cloze
"""


@pytest.fixture
def waiting(home, rivers):
    path = home / "inbox" / "bridge.yaml"
    path.parent.mkdir()
    path.write_text(WAITING)
    return path


def test_empty(quizapp, rivers):
    assert quizapp("inbox").out.startswith("The inbox is empty.")


def test_waiting_decks_are_listed_and_never_studied(quizapp, waiting):
    assert quizapp("inbox").out.splitlines()[1].split() == ["bridge", "A", "bridge", "3"]
    assert quizapp("due", "--count").out == "4\n"


def test_cards_of_one(quizapp, waiting):
    out = quizapp("inbox", "bridge").out
    assert "1. How long is the bridge?\n   answer: 320 metres\n   quote: It is 320 metres long.\n   doubt: which" in out
    assert "3. The town lies north of {{Bergen}}." in out
    (deck,) = json.loads(quizapp("inbox", "bridge", "--json").out)["decks"]
    assert [card["number"] for card in deck["cards"]] == [1, 2, 3]


def test_accept_all(quizapp, waiting, home):
    ended = quizapp("inbox", "accept", "bridge")
    path = home / "decks" / "bridge.yaml"
    assert (ended.code, ended.out) == (0, f"3 entries accepted -> {path}\n")
    assert not waiting.exists()
    assert "doubt" not in path.read_text()
    assert quizapp("due", "--count").out == "7\n"


def test_accept_some_and_reject_others(quizapp, waiting, home):
    assert quizapp("inbox", "accept", "bridge", "2").out.startswith("1 entry accepted")
    assert quizapp("inbox", "reject", "bridge", "1").out == "1 entry of 'A bridge' rejected\n"
    assert "{{Bergen}}" in waiting.read_text()
    assert quizapp("inbox", "reject", "bridge").code == 0
    assert not waiting.exists()


@pytest.mark.parametrize("arguments", [["accept", "nope"], ["accept", "bridge", "9"], ["nope"]])
def test_what_is_not_there(quizapp, waiting, arguments):
    ended = quizapp("inbox", *arguments)
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert waiting.read_text() == WAITING


def test_wrong_usage(quizapp, waiting):
    assert quizapp("inbox", "accept").code == 2
    assert quizapp("inbox", "accept", "bridge", "x").code == 2
