"""Study and quiz as plain lines: other ways of answering, other cards, other terms, and what stays of them."""

import re

import pytest

CAPITALS = """\
title: Capitals
cards:
- question: What is the capital of Austria?
  answer: Vienna
  wrong: [Graz, Linz, Salzburg]
  context: Vienna is on the Danube. It is old.
  tags: [alps]
- question: What is the capital of Switzerland?
  answer: Bern
  wrong: [Basel, Geneva, Zurich]
- question: What is the capital of Norway?
  answer: Oslo
  wrong: [Bergen, Narvik, Molde]
"""


@pytest.fixture
def capitals(rivers):
    path = rivers.with_name("capitals.yaml")
    rivers.unlink()
    path.write_text(CAPITALS)
    return path


def test_typed_answers_are_marked_and_commands_have_a_colon(quizapp, capitals, journal):
    ended = quizapp("study", "--plain", "--answers", "typed", typed="vienna\n\n:s\nbern\n1\n:q\n")
    assert ended.code == 0
    assert "Your answer (:q quits):" in ended.out
    assert "Right." in ended.out
    assert "4 easy (8d); Enter: 3:" in ended.out
    assert "Wrong.\n“bern” answers" not in ended.out
    assert '"via": "typed"' in journal()


def test_another_cards_answer_is_told_and_recorded(quizapp, capitals, journal):
    ended = quizapp("study", "--plain", "--answers", "typed", typed="bern\n\n:q\n")
    assert "Wrong.\n“Bern” answers: What is the capital of Switzerland?" in ended.out
    assert "Enter: 1:" in ended.out
    assert "Mixed up: Vienna with Bern" in ended.out
    assert '"given": "bern", "other": "' in journal()


def test_i_was_right_is_written_to_the_deck(quizapp, capitals, journal):
    ended = quizapp("study", "--plain", "--answers", "typed", typed="Wien\ny\n\n:q\n")
    assert "Right, and accepted from now on." in ended.out
    assert "accept: [Wien]" in capitals.read_text()
    assert '"grade": 3' in journal()


def test_choices_are_numbered_and_letters_choose_too(quizapp, capitals, journal):
    shown = quizapp("study", "--plain", "--answers", "choice").out
    place = re.findall(r"^  (\d)\. (.*)$", shown, re.MULTILINE)[:4]
    letter = next("abcd"[int(number) - 1] for number, text in place if text == "Vienna")
    ended = quizapp("study", "--plain", "--answers", "choice", typed=f"?\n{letter}\no\n\nq\n")
    assert "Right." in ended.out
    assert "Paragraph: Vienna is on the Danube. It is old." in ended.out
    assert "Enter: 2:" in ended.out
    assert '"grade": 2' in journal()


def test_a_spelling_is_told_by_its_letters(quizapp, capitals):
    text = CAPITALS.replace("answer: Bern", "answer: Reykjavik").replace("Switzerland", "Iceland")
    capitals.write_text(text)
    ended = quizapp("study", "--plain", "--answers", "typed", typed=":s\nReykjavk\n")
    assert "Right, but for the spelling.\nMissing: i" in ended.out


@pytest.mark.parametrize(
    ("options", "cards"),
    [
        (["--tag", "alps"], 1),
        (["--cards", "2"], 2),
        (["--minutes", "1"], 3),
        (["--flagged"], 0),
        (["--misses", "--cram"], 0),
        (["--cram"], 3),
    ],
)
def test_which_cards_are_asked_can_be_said(quizapp, capitals, options, cards):
    ended = quizapp("study", "--plain", *options)
    asked = re.search(r"^(\d+) cards? to go", ended.out, re.MULTILINE)
    assert int(asked[1] if asked else 0) == cards


def test_cards_and_minutes_exclude_each_other(quizapp, capitals):
    ended = quizapp("study", "--cards", "2", "--minutes", "1")
    assert (ended.code, "not allowed with" in ended.err) == (2, True)


def test_a_cram_leaves_the_schedule(quizapp, capitals, journal):
    ended = quizapp("study", "--plain", "--cram", typed="\n1\n\n2\n\n2\n\n2\n")
    assert "Cram: when the cards come back stays as it is." in ended.out
    assert "Grade? 1 wrong, 2 right; Enter: 2:" in ended.out
    assert "4 answers. Known at once: 2 of 3 (67%)." in ended.out
    assert '"review"' not in journal()


def test_flag_and_facts(quizapp, capitals, journal):
    ended = quizapp("study", "--plain", typed="*\ni\nu\n*\nq\n")
    assert ended.out.count("Flagged.") == 2
    assert "marks: flagged" in ended.out
    assert "memory: new, never answered" in ended.out
    assert "1 card to go" in quizapp("study", "--plain", "--flagged").out


def test_true_or_false(quizapp, capitals):
    ended = quizapp("quiz", "--plain", "--kind", "true-false", typed="a\nb\n1\n")
    assert len(re.findall(r"^Is it “\w+”\?$", ended.out, re.MULTILINE)) == 3
    assert "Score: " in ended.out


def test_pairs(quizapp, capitals):
    ended = quizapp("quiz", "--plain", "--kind", "matching", typed="1\n1\n1\n")
    assert len(re.findall(r"^  3\. ", ended.out, re.MULTILINE)) == 3
    assert "Score: 1/3 (33%)" in ended.out


def test_nothing_is_told_before_the_end(quizapp, capitals):
    ended = quizapp("quiz", "--plain", "--kind", "typed", "--at-end", typed="x\ny\nz\n")
    before, _, after = ended.out.partition("Score: 0/3")
    assert "Wrong." not in before
    assert after.count("Wrong: ") == 3


def test_a_quiz_feeds_the_schedule_only_when_told_to_and_where_a_card_is_due(quizapp, capitals, journal):
    quizapp("study", "--plain", typed="\n1\nq\n")
    quizapp("quiz", "--plain", "--kind", "typed", typed="x\n" * 3)
    assert journal().count('"review"') == 1
    quizapp("quiz", "--plain", "--kind", "typed", "--feed", typed="x\n" * 3)
    assert journal().count('"review"') == 2
    assert quizapp("undo").out.startswith("Taken back: graded Again")


def test_past_quizzes_are_listed_and_opened_answer_by_answer(quizapp, capitals):
    assert quizapp("scores", "--quizzes").out.startswith("No quiz has been taken yet")
    quizapp("quiz", "--plain", "--kind", "typed", typed="vienna\nvienna\nvienna\n")
    assert "2 questions." in quizapp("quiz", "--plain", "--misses", "--kind", "typed").out
    quizapp("quiz", "--plain", "--kind", "choice", typed="1\nq\n")
    listed = quizapp("scores", "--quizzes").out.splitlines()
    assert [line.split()[0] for line in listed] == ["quiz", "1", "2"]
    assert "broken off" in listed[1]
    assert listed[2].endswith("33%")
    told = quizapp("scores", "capitals", "--quiz", "2").out
    assert "typed: 1 of 3, 33%" in told
    assert told.count("given: vienna") == 3
    assert "answer: Bern" in told
    assert '"verdict": "wrong"' in quizapp("scores", "--quiz", "2", "--json").out
    missing = quizapp("scores", "--quiz", "9")
    assert (missing.code, missing.err) == (1, "there is no quiz 9; `quizapp scores --quizzes` lists those there are\n")
