import json

import pytest


def test_decks(quizapp, rivers):
    lines = quizapp("decks").out.splitlines()
    assert lines[0].split() == ["deck", "title", "cards", "new", "learning", "due", "best", "last"]
    assert lines[1].split() == ["rivers", "Rivers", "4", "4", "0", "0"]


def test_decks_as_data(quizapp, rivers):
    told = json.loads(quizapp("decks", "--json").out)
    (deck,) = told["decks"]
    assert told["problems"] == []
    assert deck == {
        "name": "rivers",
        "group": "",
        "title": "Rivers",
        "path": str(rivers),
        "cards": 4,
        "new": 4,
        "learning": 0,
        "due": 0,
        "quizzes": 0,
        "best": None,
        "last": None,
        "problems": [],
    }


def test_first_run_brings_the_samples(quizapp, home):
    ended = quizapp("decks")
    assert ended.code == 0
    assert "world-capitals" in ended.out
    assert (home / "decks" / "world-capitals.yaml").exists()


def test_folder_of_the_decks(quizapp, rivers):
    assert quizapp("decks", "--folder").out == f"{rivers.parent}\n"
    assert list(rivers.parent.iterdir()) == [rivers]


def test_broken_deck_is_told_beside_the_others(quizapp, rivers):
    (rivers.parent / "broken.yaml").write_text("title: [\n")
    ended = quizapp("decks")
    assert "Rivers" in ended.out
    assert "broken.yaml" in ended.err
    (problem,) = json.loads(quizapp("decks", "--json").out)["problems"]
    assert "broken.yaml:2:1" in problem


@pytest.mark.parametrize("arguments", [["decks"], ["study", "--plain"], ["quiz", "--plain"]])
def test_an_entry_that_is_left_out_is_named(quizapp, rivers, arguments):
    rivers.write_text(rivers.read_text() + "- question: Which river flows through Bonn?\n" * 7)
    ended = quizapp(*arguments)
    assert "rivers.yaml:16:3: a card without an answer" in ended.err
    assert ended.problems[5:] == ["and 2 more problems; `quizapp check` tells all"]


def test_decks_of_one_title_are_counted_each(quizapp, rivers):
    (rivers.parent / "other.yaml").write_text("title: Rivers\ncards:\n- q: a\n")
    decks = json.loads(quizapp("due", "--json").out)["decks"]
    assert [(deck["title"], deck["total"]) for deck in decks] == [("Rivers", 1), ("Rivers", 4)]


def test_parameters_that_the_scheduler_refuses_are_told_and_not_used(quizapp, rivers, home):
    (home / "settings.yaml").write_text(f"parameters: [{', '.join(['100'] * 21)}]\n")
    ended = quizapp("study", "--plain", "--cards", "1", typed="\n4\n")
    assert (ended.code, len(ended.problems)) == (0, 1)
    assert ended.err.startswith(f"{home / 'settings.yaml'}: FSRS cannot work with these parameters")
    assert "1 answer." in ended.out


def test_due(quizapp, rivers):
    assert quizapp("due", "--count").out == "4\n"
    assert quizapp("due").out.splitlines()[1].split() == ["Rivers", "4", "0", "0", "4"]
    assert json.loads(quizapp("due", "--json").out)["total"] == 4


def test_nothing_due_in_an_empty_home(quizapp, home):
    assert quizapp("due", "--count").out == "0\n"
    assert not (home / "decks").exists()


def test_unknown_deck(quizapp, rivers):
    for command in ("decks", "due", "scores", "study", "quiz"):
        ended = quizapp(command, "lakes")
        assert (ended.code, len(ended.problems)) == (1, 1)
        assert "there is no deck called `lakes`" in ended.err


def test_scores(quizapp, rivers):
    assert "No quiz" in quizapp("scores").out
    quizapp("quiz", "--plain", "--kind", "typed", "--questions", "0", typed="x\n" * 4)
    ended = quizapp("scores", "rivers")
    assert ended.out.splitlines()[1].split() == ["Rivers", "1", "0%", "0%"]
    assert "missed 1 of 1: Which river flows through Cairo? the Nile" in ended.out
    (deck,) = json.loads(quizapp("scores", "--json").out)["decks"]
    assert (deck["taken"], deck["trend"], len(deck["most_missed"])) == (1, [0.0], 4)


def test_foreign_text_is_inert(quizapp, rivers):
    rivers.write_text('title: "a\\e]52;c;x\\a\\u202E"\ncards:\n- q: a\n')
    for arguments in (["decks"], ["decks", "--json"], ["due"], ["check"], ["study", "--plain"]):
        ended = quizapp(*arguments)
        assert not set("\x1b\x07\u202e") & set(ended.out + ended.err)
