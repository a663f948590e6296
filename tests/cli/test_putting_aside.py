import json


def test_one_card_is_suspended_and_taken_back(quizapp, rivers):
    ended = quizapp("suspend", "vienna")
    assert (ended.code, ended.err) == (0, "")
    assert "suspended: rivers: Which river flows through Vienna? - the Danube" in ended.out
    assert json.loads(quizapp("due", "--json").out)["new"] == 3
    assert "suspended: Which river flows through Vienna?" in quizapp("undo").out
    assert json.loads(quizapp("due", "--json").out)["new"] == 4


def test_many_are_shown_before_anything_is_done(quizapp, rivers, journal):
    ended = quizapp("suspend", "river")
    assert ended.code == 1
    assert "3 cards fit; say more, or take all of them with --all:" in ended.err
    assert "Which river flows through Cairo?" in ended.err
    assert journal() == ""
    assert quizapp("suspend", "river", "--all").code == 0
    assert quizapp("suspend", "river", "--all", "--off").code == 0


def test_a_search_that_finds_nothing_or_means_nothing_says_so(quizapp, rivers):
    assert quizapp("reset", "volcano").err == "No card fits this search.\n"
    ended = quizapp("delete", "is:lost")
    assert ended.code == 1
    assert "is:lost" in ended.err


def test_a_deck_starts_over(quizapp, rivers):
    quizapp("study", "--plain", "--cards", "1", typed="\n4\n")
    assert json.loads(quizapp("due", "--json").out)["new"] == 3
    assert quizapp("reset", "deck:rivers", "--all").code == 0
    assert json.loads(quizapp("due", "--json").out)["new"] == 4


def test_a_card_goes_into_the_bin_and_back(quizapp, rivers):
    before = rivers.read_text()
    quizapp("delete", "cairo")
    assert rivers.read_text() == before.replace("- Which river flows through Cairo?: the Nile\n", "")
    assert quizapp("restore").out == "1. rivers: Which river flows through Cairo? - the Nile\n"
    assert json.loads(quizapp("restore", "--json").out)["bin"][0]["question"] == "Which river flows through Cairo?"
    assert "There is no number 2" in quizapp("restore", "2").err
    assert quizapp("restore", "1").code == 0
    assert "Cairo" in rivers.read_text()
    assert quizapp("restore").out == "The bin is empty.\n"


def test_a_deck_goes_into_the_bin_and_the_bin_is_emptied(quizapp, rivers):
    assert "deleted: rivers, 4 cards" in quizapp("delete", "--deck", "rivers").out
    assert not rivers.exists()
    assert quizapp("restore").out == "1. rivers: the whole deck, Rivers\n"
    assert quizapp("undo").code == 0
    assert rivers.exists()
    quizapp("delete", "--deck", "Rivers")
    assert quizapp("restore", "--empty").out == "1 deletion can no longer be put back.\n"
    assert quizapp("restore").out == "The bin is empty.\n"
