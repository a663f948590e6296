import re

import pytest

from quizapp.cli import plain_quiz

CHOICE = """\
title: Rivers
cards:
- question: Which river flows through Vienna?
  answer: the Danube
  wrong: [the Rhine, the Elbe, the Oder]
"""


def asked_in(text):
    return re.findall(r"^Question (\d+) of (\d+)\. Rivers$", text, re.MULTILINE)


def test_typed(quizapp, rivers, journal):
    rivers.write_text("title: Rivers\ncards:\n- Which river flows through Cairo?: the Nile\n")
    ended = quizapp("quiz", "--plain", "--kind", "typed", typed="Nile\n")
    assert ended.code == 0
    assert "Right." in ended.out
    assert "Answer: the Nile" in ended.out
    assert "Score: 1/1 (100%)" in ended.out
    assert ['"quiz-start"' in journal(), '"quiz-end"' in journal()] == [True, True]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Rhein\n", "Wrong."), ("\n", "Passed."), ("the Mediteranean\n", "Right, but for the spelling.")],
)
def test_marks(quizapp, rivers, typed, said):
    rivers.write_text("title: Rivers\ncards:\n- Which sea does the Nile end in?: the Mediterranean\n")
    assert said in quizapp("quiz", "--plain", "--kind", "typed", typed=typed).out


def test_choice(quizapp, rivers):
    rivers.write_text(CHOICE)
    ended = quizapp("quiz", "--plain", "--kind", "choice", "--questions", "1", typed="9\nx\n")
    assert "Type a number from 1 to 4" in ended.out
    shown = re.findall(r"^  (\d)\. (.*)$", ended.out, re.MULTILINE)
    assert {text for _, text in shown} == {"the Danube", "the Rhine", "the Elbe", "the Oder"}


def test_right_choice(quizapp, rivers, monkeypatch):
    rivers.write_text(CHOICE)
    monkeypatch.setattr(plain_quiz, "_given", lambda question: question.card.answer)
    ended = quizapp("quiz", "--plain", "--kind", "choice")
    assert "Score: 1/1 (100%)" in ended.out
    assert quizapp("decks").out.splitlines()[1].endswith("100%  100%")


def test_misses_are_told_at_the_end(quizapp, rivers):
    ended = quizapp("quiz", "--plain", "--kind", "typed", "--questions", "0", typed="Rhone\n" * 4)
    assert asked_in(ended.out) == [(str(number), "4") for number in range(1, 5)]
    assert "Score: 0/4 (0%)" in ended.out
    assert "Missed: Which river flows through Cairo? Answer: the Nile. You said: Rhone." in ended.out


@pytest.mark.parametrize("typed", ["x\nq\n", "x\n"])
def test_broken_off_keeps_no_score(quizapp, rivers, journal, typed):
    ended = quizapp("quiz", "--plain", "--kind", "typed", typed=typed)
    assert ended.code == 0
    assert "Broken off after 1 question: 0 right." in ended.out
    assert '"quiz-end"' not in journal()
    assert '"quiz-answer"' in journal()


def test_nothing_to_ask(quizapp, rivers):
    rivers.write_text("title: Rivers\ncards: []\n")
    ended = quizapp("quiz", "--plain")
    assert ended.code == 1
    assert "nothing to ask" in ended.out


def test_unsaved(quizapp, rivers, home):
    quizapp("quiz", "--plain", "--unsaved", "--kind", "typed", typed="x\n" * 4)
    assert not (home / "journal").exists()
