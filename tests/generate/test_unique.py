"""One question, one answer: deeds that many may have done, and what the article answers otherwise."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from decks import generated


@pytest.fixture(scope="module")
def questions(read):
    def asked(*paragraphs):
        result = generated(read(*paragraphs))
        passed = [made.candidate for made in result.cards]
        passed += [one.candidate for one in result.rejected if one.reason == "another card was chosen instead"]
        return {card.question for card in passed}

    return asked


def test_a_deed_that_many_may_have_done_does_not_ask_for_its_doer(questions):
    found = questions("Marta Solberg resigned from the Nordic Council.")
    assert "Who resigned from the Nordic Council?" not in found
    assert "From which body did Marta Solberg resign?" in found


def test_a_year_or_a_deed_done_once_tells_it_apart(questions):
    assert "Who founded the Nordic Council?" in questions("Marta Solberg founded the Nordic Council.")
    assert "Who left the Nordic Council in 1988?" in questions("Marta Solberg left the Nordic Council in 1988.")


def test_two_objects_of_one_deed_ask_for_neither(questions):
    found = questions("Marta Solberg designed the Hardal Bridge.", "Marta Solberg also designed the Odense Tower.")
    assert not any("did Marta Solberg design" in question for question in found)


def test_two_places_of_one_deed_ask_for_neither(questions):
    found = questions("Marta Solberg met Otto Reyes in Oslo.", "Marta Solberg met Otto Reyes in Bergen.")
    assert not any("In which city" in question for question in found)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Reyes appealed the ruling to the Nordic Council.",
        "Otto Reyes presented the bill at the Nordic Council.",
    ],
)
def test_where_a_thing_is_taken_does_not_tell_which_it_is(questions, text):
    assert not any("the ruling" in question or "the bill" in question for question in questions(text))


def test_what_happened_keeps_a_place_beside_who_is_who(read):
    holders = "The Vatican spokesman, Piero Conti, and the Norwegian chancellor, Otto Reyes,"
    result = generated(read(f"{holders} opened the Hardal Tunnel in 1988."))
    assert any(made.candidate.rule.startswith("clause/") for made in result.cards)


@pytest.mark.parametrize(
    "text",
    [
        "Norway is entering the ferry trade in Odense, which should help Otto Reyes.",
        "Norway is building the Hardal ferry, which should help Otto Reyes.",
    ],
)
def test_which_may_speak_of_the_whole_clause(questions, text):
    assert not any("help Otto Reyes" in question for question in questions(text))
