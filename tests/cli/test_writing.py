"""Decks of one's own: made, filled, edited."""

import json
from pathlib import Path

import pytest


def test_a_deck_is_made_filled_and_studied(quizapp, home):
    (home / "decks").mkdir(parents=True)
    (home / "settings.yaml").write_text("version: 1\n")
    path = quizapp("new", "Rivers of Asia", "--group", "geo").out.strip()
    assert path == str(home / "decks" / "geo" / "rivers-of-asia.yaml")
    ended = quizapp(
        "add", "rivers-of-asia", typed="Which river flows through Hanoi?\tthe Red River\nThe {{Amur}} is long.\n"
    )
    assert ended.code == 0
    assert "+ Which river flows through Hanoi? - the Red River\n+ The {{Amur}} is long.\n2 cards added to" in ended.out
    assert Path(path).read_text() == (
        "title: Rivers of Asia\ncards:\n- Which river flows through Hanoi?: the Red River\n"
        "- cloze: The {{Amur}} is long.\n"
    )
    assert json.loads(quizapp("due", "--json").out)["new"] == 2


def test_a_second_deck_of_one_title_gets_a_name_of_its_own(quizapp, rivers):
    assert quizapp("new", "Rivers").out.strip().endswith("rivers-2.yaml")


@pytest.mark.parametrize("group", ["..", "../../x", "/x"])
def test_a_group_is_below_the_decks(quizapp, rivers, group):
    ended = quizapp("new", "Rivers", "--group", group)
    assert ended.code == 1
    assert "is not below your decks" in ended.err


def test_what_is_pasted_is_shown_and_can_be_left_at_that(quizapp, rivers):
    before = rivers.read_text()
    ended = quizapp("add", "rivers", "--dry-run", typed="a\tb\n")
    assert ended.out == "+ a - b\nNothing was added.\n"
    assert rivers.read_text() == before


def test_cards_that_are_there_already_are_not_added_again(quizapp, rivers):
    before = rivers.read_text()
    ended = quizapp("add", "rivers", typed="Which river flows through Cairo?\tthe Nile\n")
    assert (ended.code, rivers.read_text()) == (1, before)
    assert "1 card already there" in ended.out


def test_lines_that_are_no_cards_are_told_and_the_others_added(quizapp, rivers):
    ended = quizapp("add", "rivers", typed="a\tb\nnothing\n")
    assert ended.code == 1
    assert "input:2:1: no question and answer; put :: between the two" in ended.err
    assert rivers.read_text().endswith("- a: b\n")


def test_a_card_pasted_twice_is_one_and_advice_is_given(quizapp, rivers):
    ended = quizapp("add", "rivers", typed="Is Paris in France?\tParis\nIs Paris in France?\tParis\n")
    assert "1 card added" in ended.out
    assert "gives its answer away" in ended.err


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """An editor that is a script: it notes how it was called and changes the file."""

    def write(change):
        script = tmp_path / "editor.sh"
        script.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/called\nfor file; do :; done\n{change}\n')
        script.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(script))
        return lambda: (tmp_path / "called").read_text().strip()

    return write


def test_the_editor_opens_at_the_cards_line_and_what_was_learned_follows(quizapp, rivers, editor):
    quizapp("study", "--plain", typed="\n4\n" * 4)
    called = editor(
        """sed 's/flows through Cairo?/flows through the city of Cairo?/' "$file" > "$file.x"; mv "$file.x" "$file\""""
    )
    ended = quizapp("edit", "cairo")
    assert (ended.code, ended.err) == (0, "")
    assert called() == f"+10 {rivers}"
    assert ended.out == f"4 cards in {rivers}\n"
    assert json.loads(quizapp("due", "--json").out)["new"] == 0


def test_a_whole_deck_is_opened_and_its_mistakes_are_told_by_line(quizapp, rivers, editor):
    called = editor("""printf 'title: Rivers\\ncards:\\n- question: What?\\n' > "$file\"""")
    ended = quizapp("edit", "rivers")
    assert called() == str(rivers)
    assert ended.code == 1
    assert f"{rivers}:3:3: a card without an answer" in ended.err


def test_an_editor_that_is_not_there_is_told(quizapp, rivers, monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    ended = quizapp("edit", "rivers")
    assert ended.code == 1
    assert "the editor no-such-editor-anywhere cannot be started" in ended.err
