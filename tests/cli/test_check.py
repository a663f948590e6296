import json

import pytest


@pytest.fixture
def deck(tmp_path):
    def write(text, name="deck.yaml"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_good_deck(quizapp, rivers):
    ended = quizapp("check")
    assert (ended.code, ended.out) == (0, "1 deck, 4 entries: no problem, no advice\n")


def test_samples_are_in_order(quizapp, project):
    ended = quizapp("check", "--strict", project / "decks")
    assert (ended.code, ended.err) == (0, ""), ended.out


def test_duplicate_key_is_one_line_with_its_place(quizapp, deck):
    path = deck("title: x\ncards:\n- question: a\n  answer: b\n  answer: c\n- d: e\n")
    ended = quizapp("check", path)
    assert ended.code == 1
    first, last = ended.out.splitlines()
    assert first.startswith(f"{path}:5:3: ")
    assert last == "1 deck, 1 entry: 1 problem, no advice"


def test_missing_path_and_the_others(quizapp, deck, tmp_path):
    path = deck("title: x\ncards:\n- d: e\n")
    ended = quizapp("check", tmp_path / "none.yaml", path)
    assert ended.code == 1
    assert ended.problems == [f"{tmp_path}/none.yaml: no such file or folder; check the path"]
    assert "1 deck" in ended.out


def test_advice_counts_only_when_strict(quizapp, deck):
    path = deck("title: x\ncards:\n- question: Is Paris the capital of France?\n  answer: Paris\n")
    ended = quizapp("check", path)
    assert ended.code == 0
    assert ": advice: " in ended.out
    assert quizapp("check", "--strict", path).code == 1


def test_as_data(quizapp, deck):
    path = deck("title: x\ncards:\n- question: a\n- d: e\n")
    ended = quizapp("check", "--json", path)
    (found,) = json.loads(ended.out)["decks"]
    assert (found["path"], found["title"], found["entries"]) == (str(path), "x", 1)
    assert found["problems"][0]["line"] == 3
    assert ended.code == 1


@pytest.mark.parametrize("text", ["", "just words", "a: [", "\x00"])
def test_no_deck_at_all(quizapp, deck, text):
    path = deck(text)
    ended = quizapp("check", path)
    assert ended.code == 1
    assert ended.out.startswith(f"{path}:")


def test_the_settings_are_looked_at_with_the_decks(quizapp, rivers, home):
    (home / "settings.yaml").write_text("version: 1\ndecks:\n  rivers:\n    new_per_day: many\n")
    for arguments in ([], [home / "settings.yaml"]):
        ended = quizapp("check", *arguments)
        assert ended.code == 1
        assert ended.out.startswith(f"{home}/settings.yaml:4:18: `new_per_day` must be a whole number from 0 to 9999; ")
    assert json.loads(quizapp("check", "--json").out)["settings"][0]["line"] == 4


def test_the_schema_of_the_settings_is_printed(quizapp):
    assert "new_per_day" in json.loads(quizapp("check", "--schema", "settings").out)["properties"]
