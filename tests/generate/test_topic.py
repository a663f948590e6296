"""A card tells what its article is about: by a name or a word of the title, its country, or enough of its own."""

import pytest

from quizapp.generate.make import Generator

ABOUT = "Norland counts its otters after a drive against poachers"
FIRST = "Norland has counted its otters for the first time since 1994, the Norland Otter Trust said in Arvela."


@pytest.fixture(scope="module")
def asked(document):
    def make(*paragraphs, title=ABOUT, first=FIRST):
        made = Generator().make(document(*([first] if first else []), *paragraphs, title=title))
        return {one.candidate.question: one.item.answer for one in made.cards}

    return make


def test_a_number_without_a_word_of_the_topic_is_no_card(asked):
    cards = asked("More than 500 cameras are placed in five protected areas and three wildlife corridors.")
    assert not any("cameras" in one for one in cards)


def test_a_known_country_of_the_title_places_a_card(asked):
    cards = asked(
        "More than 500 cameras are placed in five protected areas and three wildlife corridors.",
        title="Nepal counts its tigers after a drive against poachers",
        first="Nepal has counted its tigers for the first time since 1994.",
    )
    question = "In Nepal, how many cameras are placed in five protected areas and three wildlife corridors?"
    assert cards[question] == "more than 500"


def test_no_country_is_put_before_a_sentence_of_another_place(asked):
    cards = asked(
        "More than 500 cameras are placed in five protected areas of India.",
        title="Nepal counts its tigers after a drive against poachers",
        first="Nepal has counted its tigers for the first time since 1994.",
    )
    assert not any(one.startswith("In Nepal, how many cameras") for one in cards)


def test_a_word_of_the_title_is_enough(asked):
    cards = asked("Poachers killed 41 otters on the Lom in 2011.")
    assert "41" in cards.values()


def test_two_names_place_a_card_by_themselves(asked):
    cards = asked("Greta Holm founded the Hardal Library in Sundby.")
    assert any("Hardal Library" in one for one in cards)


def test_words_that_are_about_nothing_are_nobodys(asked):
    words = "“We are going to extend the pay to nine months,” said Marta Solberg, a trader in Sundby."
    assert not any(one.startswith("Who said") for one in asked(words))
    cards = asked("“The otters of Norland have never been so many,” said Marta Solberg, a trader in Sundby.")
    assert "Marta Solberg" in cards.values()


def test_a_title_that_tells_nothing_asks_nothing(asked):
    cards = asked("Greta Holm founded the Hardal Library in 1931.", title="Wednesday evening")
    assert any("Hardal Library" in one for one in cards)


@pytest.mark.parametrize(
    "dateline", ["ARVELA, Norland - ", "ARVELA - ", "ARVELA — ", "PORT KELL, Norland (Reuters) - "]
)
def test_a_dateline_is_no_part_of_a_card(asked, dateline):
    cards = asked(f"{dateline}The Norland Otter Trust counted 198 otters on the Lom in 2013.", first="")
    assert "198" in cards.values()
    assert not any("ARVELA" in one or " - " in one or "KELL" in one for one in cards)
