"""Decks and groups renamed, moved, begun and deleted: what was learned goes with them, and each can be taken back."""

import os

import pytest

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.arranging import Arranging
from quizapp.library.bulk import Bulk

RIVERS = """\
# mine
title:   'Rivers'   # of the world
cards:
- Which river flows through Cairo?: the Nile
- Which river flows through Wuhan?: the Yangtze
"""


@pytest.fixture
def library(house):
    house.write("geo/rivers.yaml", RIVERS)
    return house.open()


@pytest.fixture
def acts(library):
    return Arranging(library)


def deck_of(library, name):
    return next(deck for deck in library.shelf.decks if deck.name == name)


def places(library):
    return sorted(deck.place for deck in library.shelf.decks)


def files(library):
    return {
        path.relative_to(library.home.decks).as_posix(): path.read_bytes()
        for path in library.home.decks.rglob("*.yaml")
    }


def learn(library, clock, name):
    _, step = library.study([name]).reveal().grade(Grade.EASY, clock())
    library.record(step)
    return step.card


def seen(library, card):
    deck = next(deck for deck in library.shelf.decks if deck.kept.holds(card.id))
    return bool(library.progress.past.of(card.id).reviews) and library.memory_of(card, deck) is not None


def moves(library):
    return [(move.old, move.new) for move in library.progress.past.moves]


def test_a_deck_moves_with_its_past_its_settings_and_its_schedule(house, library, acts):
    card = learn(library, house.clock, "rivers")
    library.write_schedules()
    library.change_setting("decks", "{geo/rivers: {new_per_day: 3}}")
    before = files(library)
    assert acts.move(deck_of(library, "rivers"), "water/asia/great") == "geo/rivers moved to water/asia/great"
    assert places(library) == ["capitals", "science/water", "water/asia/great"]
    assert not (library.home.decks / "geo").exists()
    assert library.settings.decks == {"water/asia/great": {"new_per_day": 3}}
    assert (library.home.schedule / "water/asia/great.yaml").exists()
    again = house.open()
    assert moves(again) == [("geo/rivers", "water/asia/great")]
    assert seen(again, card)
    assert acts.undo() == "geo/rivers moved to water/asia/great"
    assert files(library) == before
    assert library.settings.decks == {"geo/rivers": {"new_per_day": 3}}
    assert seen(house.open(), card)


def test_scores_go_with_a_deck_that_has_few_cards_in_common_with_none(house, library, acts):
    (library.home.decks / "empty.yaml").write_text("title: Empty\ncards: []\n")
    library.refresh()
    acts.move(deck_of(library, "empty"), "later/empty")
    assert moves(house.open()) == [("empty", "later/empty")]


@pytest.mark.parametrize(
    ("to", "place"),
    [("science/", "science/rivers"), ("/", "rivers"), ("  a / b.yaml ", "a/b"), ("geo/Rivers", "geo/Rivers")],
)
def test_where_a_deck_goes_can_be_said_in_short(library, acts, to, place):
    acts.move(deck_of(library, "rivers"), to)
    assert place in places(library)
    acts.undo()
    assert "geo/rivers" in places(library)


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("capitals", "there is a `capitals.yaml` already"),
        ("Capitals", "there is a `capitals.yaml` already"),
        ("geo/rivers", "stands there already"),
        ("../rivers", "no name of a deck"),
        ("a/.b/c", "no name of a deck"),
        ("", "no name of a deck"),
        ("a\x1b[31m", "no name of a deck"),
        ("x" * 300, "too long"),
        ("capitals.yaml/x", "a file stands where a folder should be|not a folder"),
    ],
)
def test_a_place_that_will_not_do_changes_nothing(library, acts, to, why):
    before = files(library)
    with pytest.raises(QuizError, match=why) as caught:
        acts.move(deck_of(library, "rivers"), to)
    assert len(caught.value.problems) == 1
    assert files(library) == before
    assert not moves(library)
    assert acts.undo() == ""


def test_what_came_to_the_old_place_meanwhile_is_not_written_over(library, acts):
    acts.move(deck_of(library, "rivers"), "rivers")
    other = library.home.decks / "geo" / "rivers.yaml"
    other.parent.mkdir()
    other.write_text("title: Other\ncards: []\n")
    with pytest.raises(QuizError, match="already"):
        acts.undo()
    assert other.read_text().startswith("title: Other")
    assert (library.home.decks / "rivers.yaml").exists()


def test_a_group_moves_as_a_whole_with_what_else_is_in_its_folder(house, library, acts):
    house.write("geo/asia/lakes.yaml", "title: Lakes\ncards:\n- Which lake is deepest?: Baikal\n")
    (library.home.decks / "geo" / "notes.txt").write_text("mine")
    library.refresh()
    card = learn(library, house.clock, "lakes")
    library.change_setting(
        "decks", "{geo: {new_per_day: 3}, geo/asia/lakes: {retention: 0.8}, Rivers: {new_per_day: 1}}"
    )
    before = files(library)
    assert acts.move_group("geo", "earth") == "geo moved to earth"
    assert places(library) == ["capitals", "earth/asia/lakes", "earth/rivers", "science/water"]
    assert (library.home.decks / "earth" / "notes.txt").read_text() == "mine"
    assert set(library.settings.decks) == {"earth", "earth/asia/lakes", "Rivers"}
    assert seen(house.open(), card)
    acts.undo()
    assert files(library) == before
    assert set(library.settings.decks) == {"geo", "geo/asia/lakes", "Rivers"}


def test_a_group_takes_other_capitals(library, acts):
    acts.move_group("geo", "Geo")
    assert "Geo/rivers" in places(library)


@pytest.mark.parametrize(
    ("group", "to", "why"),
    [
        ("geo", "science", "there is a `science` already"),
        ("geo", "Science", "there is a `science` already"),
        ("geo", "geo/inner", "into itself"),
        ("geo", "geo", "has that name already"),
        ("nowhere", "geo", "no group"),
        ("geo", "..", "no name"),
    ],
)
def test_a_group_that_cannot_move_stays(library, acts, group, to, why):
    before = files(library)
    with pytest.raises(QuizError, match=why):
        acts.move_group(group, to)
    assert files(library) == before


def test_a_title_changes_in_its_own_style_and_the_file_is_named_for_it(house, library, acts):
    card = learn(library, house.clock, "rivers")
    acts.retitle(deck_of(library, "rivers"), "The world's rivers")
    path = library.home.decks / "geo" / "the-world-s-rivers.yaml"
    assert path.read_text() == RIVERS.replace("'Rivers'", "'The world''s rivers'")
    assert seen(house.open(), card)
    acts.undo()
    assert files(library)["geo/rivers.yaml"] == RIVERS.encode()


def test_a_file_with_a_name_of_its_own_or_one_that_is_taken_keeps_it(house, library, acts):
    house.write("mine.yaml", "title: Old\ncards: []\n")
    house.write("geo/new.yaml", "title: X\ncards: []\n")
    library.refresh()
    acts.retitle(deck_of(library, "mine"), "New")
    acts.retitle(deck_of(library, "rivers"), "New")
    assert {"mine", "geo/rivers", "geo/new"} < set(places(library))
    assert [deck.title for deck in library.shelf.decks].count("New") == 2
    acts.undo()
    acts.undo()
    assert deck_of(library, "mine").title == "Old"


def test_a_title_that_says_nothing_is_refused(library, acts):
    with pytest.raises(QuizError, match="needs a title"):
        acts.retitle(deck_of(library, "rivers"), " \n ")


def test_a_deck_without_a_title_gets_one(house, library, acts):
    house.write("bare.yaml", "cards:\n- a: b\n")
    library.refresh()
    acts.retitle(deck_of(library, "bare"), "Now: one")
    assert (library.home.decks / "now-one.yaml").read_text() == 'title: "Now: one"\ncards:\n- a: b\n'


def test_a_deck_is_begun_with_cards_and_taken_back(library, acts):
    assert acts.begin("Lakes", [Item(question="Which lake is deepest?", answer="Baikal")], "geo/asia") == (
        "Lakes begun with 1 entry"
    )
    assert "geo/asia/lakes" in places(library)
    acts.undo()
    assert "geo/asia/lakes" not in places(library)
    assert not (library.home.decks / "geo" / "asia").exists()


def test_a_deck_goes_into_the_bin_and_back(library, acts):
    before = files(library)
    acts.delete(deck_of(library, "rivers"))
    assert "geo/rivers" not in places(library)
    acts.undo()
    assert files(library) == before


def test_cards_deleted_before_their_deck_moved_come_back_to_it(library, acts):
    bulk = Bulk(library)
    bulk.delete(list(library.search("cairo")))
    acts.move(deck_of(library, "rivers"), "rivers")
    library.restore(library.bin)
    assert len(deck_of(library, "rivers").kept) == 2


def test_acts_on_cards_and_decks_are_taken_back_in_turn(library, acts):
    bulk = Bulk(library)
    acts.move(deck_of(library, "rivers"), "rivers")
    bulk.tag(list(library.search("cairo")), "africa")
    assert acts.undo() == "1 entry tagged"
    assert bulk.undo() == "geo/rivers moved to rivers"


def test_a_link_that_would_lead_nowhere_is_left_alone(library, acts, tmp_path):
    (library.home.decks / "linked.yaml").symlink_to(os.path.relpath(tmp_path / "there.yaml", library.home.decks))
    (tmp_path / "there.yaml").write_text("title: There\ncards:\n- a: b\n")
    library.refresh()
    with pytest.raises(QuizError, match="it is a link"):
        acts.move(deck_of(library, "linked"), "geo/linked")
    acts.move(deck_of(library, "linked"), "other")
    assert (library.home.decks / "other.yaml").is_symlink()
