import itertools
import os
import signal
import subprocess
import sys

import pytest

from quizapp.errors import QuizError
from quizapp.library.library import Library


def graded(journal):
    return [line for line in journal().splitlines() if '"review"' in line]


def test_card_by_card(quizapp, rivers, journal):
    ended = quizapp("study", "--plain", "rivers", typed="\n3\n\n1\n\n\n\n4\nq\n")
    assert ended.code == 0
    assert len(graded(journal)) == 4
    assert "4 cards to go. Rivers" in ended.out
    assert "3 cards to go. Rivers" in ended.out
    assert "Which river flows through Vienna?" in ended.out
    assert "Answer: the Danube" in ended.out
    source = "Source: The Danube flows through Vienna, Bratislava and Budapest. (A book of rivers, 2024-07-04)"
    assert source in ended.out
    assert "Grade? 1 again (1m), 2 hard (6m), 3 good (10m), 4 easy (8d); Enter: 3:" in ended.out
    assert "Name the rivers of Mesopotamia.\n(2 answers, in any order)" in ended.out
    assert "  - Tigris\n  - Euphrates" in ended.out
    assert "The Seine flows through […]." in ended.out
    assert "Sentence: The Seine flows through Paris." in ended.out
    assert "4 answers. Known at once: 3 of 4 (75%)." in ended.out


def test_answer_is_not_shown_before_it_is_asked_for(quizapp, rivers):
    ended = quizapp("study", "--plain", typed="3\n")
    assert "See the answer first" in ended.out
    assert "Danube" not in ended.out.replace("The Danube flows", "")


def test_undo_in_the_session(quizapp, rivers, journal):
    ended = quizapp("study", "--plain", typed="u\n\n1\nu\n\n4\nq\n")
    assert "There is nothing to undo in this session" in ended.out
    assert "Undone." in ended.out
    assert len(graded(journal)) == 2
    assert '"void"' in journal()
    assert "1 answer. Known at once: 1 of 1 (100%)." in ended.out


def test_undo_afterwards(quizapp, rivers, journal):
    quizapp("study", "--plain", typed="\n4\nq\n")
    assert quizapp("due", "--count").out == "3\n"
    ended = quizapp("undo")
    assert (ended.code, ended.out) == (0, "Taken back: graded Easy: Which river flows through Vienna?\n")
    assert quizapp("due", "--count").out == "4\n"
    assert quizapp("undo").code == 1


def test_other_keys(quizapp, rivers, journal):
    ended = quizapp("study", "--plain", typed="?\nh\nx\x1b\ns\n-\n@\nh\nq\n")
    assert "Enter  show the answer" in ended.out
    assert "Hint: It ends in the Black Sea." in ended.out
    assert "'x\ufffd' means nothing here" in ended.out
    assert "This card has no hint." in ended.out
    assert ['"bury"' in journal(), '"suspend"' in journal(), '"review"' in journal()] == [True, True, False]
    assert "Nothing answered." in ended.out


def test_end_of_input_is_a_quiet_end(quizapp, rivers, journal):
    ended = quizapp("study", "--plain", typed="\n3\n")
    assert (ended.code, ended.err) == (0, "")
    assert len(graded(journal)) == 1


def test_fewer_cards(quizapp, rivers):
    assert "1 card to go." in quizapp("study", "--plain", "--cards", "1").out


def test_nothing_due(quizapp, rivers):
    quizapp("study", "--plain", typed="\n4\n" * 4)
    ended = quizapp("study", "--plain")
    assert (ended.code, ended.out) == (0, "Nothing is due here today; --cram asks all the same.\n")


def test_schedule_is_written_for_people(quizapp, rivers, home):
    quizapp("study", "--plain", typed="\n4\nq\n")
    (schedule,) = (home / "schedule").rglob("rivers.yaml")
    assert "Vienna" in schedule.read_text()


@pytest.mark.parametrize("command", ["study", "quiz"])
def test_home_that_cannot_be_written_is_told_first(quizapp, rivers, monkeypatch, command):
    def refuse(_):
        raise QuizError.of("the disk is read-only", "choose another folder with --home", "home")

    monkeypatch.setattr(Library, "check_writable", refuse)
    ended = quizapp(command, "--plain", typed="\n3\n")
    assert (ended.code, ended.out) == (1, "")
    assert ended.problems == [
        "home: the disk is read-only; choose another folder with --home, or practise with --unsaved"
    ]


def test_journal_that_is_no_folder(quizapp, rivers, home):
    (home / "journal").write_text("a file where the folder should be")
    ended = quizapp("study", "--plain", typed="\n3\n")
    assert (ended.code, ended.out, len(ended.problems)) == (1, "", 1)


def test_practice_leaves_no_trace(quizapp, rivers, home):
    ended = quizapp("study", "--plain", "--unsaved", typed="\n3\nu\n\n1\nq\n")
    assert ended.code == 0
    assert "Practice: nothing is saved." in ended.out
    assert not (home / "journal").exists()
    assert not (home / "schedule").exists()


def test_answer_that_cannot_be_saved_does_not_count(quizapp, rivers, monkeypatch):
    def refuse(*_):
        raise QuizError.of("the disk is full", "free some space", "journal")

    monkeypatch.setattr(Library, "record", refuse)
    ended = quizapp("study", "--plain", typed="\n3\n3\nq\n")
    assert ended.code == 1
    assert ended.problems == ["journal: the disk is full; free some space"] * 2
    assert "Nothing answered." in ended.out


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGINT])
def test_every_answer_acknowledged_outlives_the_session(home, rivers, project, journal, signal_sent):
    command = [sys.executable, "-m", "quizapp", "study", "--plain"]
    with subprocess.Popen(
        command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdin.write("\n3\n\n2\n")
        process.stdin.flush()
        cards = (line for line in process.stdout if " to go. " in line)
        assert len(list(itertools.islice(cards, 3))) == 3
        os.kill(process.pid, signal_sent)
        code = process.wait(10)
        assert process.stderr.read() == ""
    assert code == (130 if signal_sent == signal.SIGINT else -signal.SIGKILL)
    assert len(graded(journal)) == 2
