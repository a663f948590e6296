"""Decks and groups are moved by a command."""

import json


def places(quizapp):
    return [f"{deck['group']}/{deck['name']}" for deck in json.loads(quizapp("decks", "--json").out)["decks"]]


def test_a_deck_is_moved_by_its_title_and_a_group_by_its_name(quizapp, rivers):
    ended = quizapp("move", "Rivers", "asia/")
    assert (ended.code, ended.out) == (0, "rivers moved to asia/rivers\n")
    assert quizapp("move", "asia/", "far/east").code == 0
    assert places(quizapp) == ["far/east/rivers"]
    assert quizapp("move", "far", "near").code == 0
    assert places(quizapp) == ["near/east/rivers"]
    assert not rivers.exists()


def test_what_cannot_be_moved_is_one_line(quizapp, rivers):
    for arguments, why in (
        (["lakes", "x"], "there is no deck called `lakes`"),
        (["lakes/", "x"], "there is no group `lakes`"),
        (["rivers", "../x"], "no name of a deck"),
        (["rivers", "rivers"], "stands there already"),
    ):
        ended = quizapp("move", *arguments)
        assert ended.code == 1
        assert len(ended.problems) == 1
        assert why in ended.err
    assert rivers.exists()


def test_a_deck_goes_before_a_group_of_its_name_unless_a_slash_says_otherwise(quizapp, rivers):
    other = rivers.parent / "rivers" / "asia.yaml"
    other.parent.mkdir()
    other.write_text("title: Asia\ncards:\n- a: b\n")
    quizapp("move", "rivers/", "water")
    quizapp("move", "rivers", "world")
    assert places(quizapp) == ["water/asia", "/world"]
