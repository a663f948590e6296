"""What is said of single decks and groups, and what it does."""

import pytest

from quizapp.history.events import Grade
from quizapp.library.meant import Meant
from quizapp.library.quizzing import usual_terms
from quizapp.library.selection import StudyWish
from quizapp.memory.ways import QuizKind, StudyBy, Way
from quizapp.sessions.quiz import Terms


def settled(house, text):
    (house.folder / "home" / "settings.yaml").write_text(text)
    return house.open()


def answer(library, clock, number, words=()):
    """Answer some cards of a session."""
    session = library.study(words)
    for _ in range(number):
        session, step = session.reveal().grade(Grade.EASY, clock())
        library.record(step)


def asked(library, words=()):
    return [task.place for task in library.study(words).tasks]


def test_a_limit_of_a_deck_is_its_own_and_takes_nothing_from_the_others(house):
    library = settled(house, "new_per_day: 2\ndecks: {capitals: {new_per_day: 3}}\n")
    assert sorted(asked(library)) == ["capitals"] * 3 + ["science/water"] * 2
    assert library.due().new == 5
    assert {deck.name: deck.counts.new for deck in library.decks()} == {"capitals": 3, "water": 2}


def test_what_was_done_counts_under_the_limit_of_its_deck(house):
    library = settled(house, "new_per_day: 2\ndecks: {capitals: {new_per_day: 3}}\n")
    answer(library, house.clock, 2, ["capitals"])
    assert {deck.name: deck.counts.new for deck in library.decks()} == {"capitals": 1, "water": 2}
    answer(library, house.clock, 1, ["water"])
    assert {deck.name: deck.counts.new for deck in house.open().decks()} == {"capitals": 1, "water": 1}


def test_a_limit_of_a_group_is_that_of_its_decks_together_and_a_deck_may_have_another(house):
    house.write("science/ice.yaml", "title: Ice\ncards:\n- What is ice?: water\n- Where is ice?: north\n")
    house.write("science/air.yaml", "title: Air\ncards:\n- What is air?: gas\n- Where is air?: above\n")
    library = settled(house, "decks: {science: {new_per_day: 3}, science/ice: {new_per_day: 1}}\n")
    places = asked(library, ["science"])
    assert places.count("science/ice") == 1
    assert places.count("science/air") + places.count("science/water") == 3


def test_reviews_have_limits_of_their_own_too(house):
    library = house.open()
    answer(library, house.clock, 8)
    house.clock.forward(days=400)
    library = settled(house, "reviews_per_day: 2\ndecks: {capitals: {reviews_per_day: 1}}\n")
    assert library.due().due == 3
    answer(library, house.clock, 1, ["capitals"])
    assert {deck.name: deck.counts.due for deck in house.open().decks()} == {"capitals": 0, "water": 2}


def test_a_card_is_answered_as_its_deck_wants_unless_the_session_wants_otherwise(house):
    library = settled(house, "decks: {science: {study_by: typed}}\n")
    assert library.study(["water"]).asked.way is Way.TYPED
    assert library.study(["capitals"]).asked.way is Way.FLIP
    assert library.study(["water"], StudyWish(by=StudyBy.FLIP)).asked.way is Way.FLIP
    assert library.ways_of(["water"]) == {StudyBy.TYPED}
    assert library.ways_of() == {StudyBy.TYPED, StudyBy.FLIP}


def test_a_quiz_is_what_the_settings_say_of_its_decks_and_the_usual_one_where_they_differ(house):
    library = settled(
        house,
        "quiz_questions: 4\ndecks:\n  water: {quiz_questions: 7, quiz_kind: typed, quiz_seconds: 15,"
        " quiz_feedback: at-end, quiz_feeds_schedule: true}\n",
    )
    assert usual_terms(library, ["water"]) == Terms(7, QuizKind.TYPED, 15, at_end=True, feeds=True)
    assert usual_terms(library, []) == Terms(4)


def test_what_is_said_of_a_deck_goes_before_its_group_and_can_be_taken_back(house):
    library = house.open()
    group, deck = Meant("science", group=True), Meant("science/water")
    library.change_own_setting(group, "new_per_day", "6")
    library.change_own_setting(deck, "new_per_day", "4")
    (water,) = (each for each in library.shelf.decks if each.name == "water")
    assert library.said_of(water, "new_per_day") == (4, "science/water")
    library.reset_own_setting(deck, "new_per_day")
    assert library.said_of(water, "new_per_day") == (6, "science")
    library.reset_own_setting(group, "new_per_day")
    assert library.said_of(water, "new_per_day") == (20, "")
    assert not library.settings.decks


def test_a_group_with_the_name_of_a_deck_has_settings_of_its_own(house):
    house.write("science.yaml", "title: Science\ncards:\n- What is science?: knowledge\n")
    library = house.open()
    library.change_own_setting(Meant("science"), "new_per_day", "1")
    library.change_own_setting(Meant("science", group=True), "new_per_day", "2")
    said = {deck.place: library.said_of(deck, "new_per_day").value for deck in library.shelf.decks}
    assert said == {"capitals": 20, "science": 1, "science/water": 2}


@pytest.mark.parametrize("name", ["Water", "water", "science/water"])
def test_a_name_that_stands_there_already_is_the_one_that_is_changed(house, name):
    library = settled(house, f"decks: {{{name}: {{retention: 0.95}}}}\n")
    library.change_own_setting(Meant("science/water"), "new_per_day", "1")
    assert library.settings.decks == {name: {"retention": 0.95, "new_per_day": 1}}
