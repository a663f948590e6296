"""A card about what came of the main event names that event, and nothing else does."""

import pytest

from quizapp.generate.make import Generator


@pytest.fixture(scope="module")
def asked(document):
    def make(title, *paragraphs, date=""):
        made = Generator().make(document(*paragraphs, title=title, date=date))
        return {one.item.question: one.item.answer for one in made.cards if one.item.question}

    return make


STORM = (
    "Hurricane Ada slams into Norland",
    "Hurricane Ada slammed into the coast of Norland on Wednesday, flooding the port of Arvela.",
    "Canada offered two ships. Norland Airlines cancelled 300 flights. The Red Cross opened 40 shelters in Arvela.",
    "Norland lies on the Bay of Lund. Vell Airways has cancelled flights in every winter since 1994.",
    "Hurricane Berta hit Norland in 2005. Brazil sent nine ships.",
)


def test_help_comes_after_a_storm_with_a_name(asked):
    cards = asked(*STORM)
    assert cards["After Hurricane Ada, how many flights did Norland Airlines cancel?"] == "300"
    assert cards["After Hurricane Ada, how many ships did Canada offer?"] == "two"


def test_what_lasts_and_what_is_of_another_storm_takes_no_event(asked):
    cards = asked(*STORM)
    assert not any("Ada" in one and ("lie" in one or "Vell" in one or "nine" in one) for one in cards)
    assert not any(answer in {"Brazil", "nine"} for answer in cards.values())


def test_an_earthquake_is_told_by_the_place_it_struck(asked):
    cards = asked(
        "Nepal earthquake kills dozens",
        "A powerful earthquake of magnitude 7.3 shook eastern Nepal on Tuesday, killing at least 48 people.",
        "India sent two helicopters. “The whole mountain was moving,” said Ram Thapa, a teacher in Lund.",
    )
    front = "After the earthquake of magnitude 7.3 in eastern Nepal, "
    assert cards[front + "how many helicopters did India send?"] == "two"
    assert any(one.startswith(front) and '"The whole mountain was moving"' in one for one in cards)


def test_an_attack_is_told_by_where_it_was(asked):
    cards = asked(
        "Attack on Arvela mosque kills 12",
        "The attack on a mosque in Arvela on Friday killed 12 people.",
        "Police detained four suspects. At least 57 people were killed in a similar attack in April 2018.",
    )
    assert cards["After the attack on a mosque in Arvela, how many suspects did police detain?"] == "four"
    assert "57" not in " ".join(cards.values())


ELECTION = (
    "Holm wins Chile election",
    "Opposition leader Greta Holm won Chile's presidential election on Sunday, beating Emil Stark by nine points.",
    "Holm received 54 percent of the vote. Stark conceded defeat within two hours.",
    "Stark won 60 percent of the vote in 2014. Holm studied law in Lund.",
)


def test_shares_are_won_in_an_election(asked):
    cards = asked(*ELECTION)
    found = {one: answer for one, answer in cards.items() if one.startswith("In Chile's presidential election, ")}
    assert "54 percent" in found.values()
    assert "60 percent" not in found.values()
    assert not any("law" in one for one in found)


def test_an_election_has_its_year_where_the_day_is_known(asked):
    cards = asked(*ELECTION, date="2021-12-20")
    assert any(one.startswith("In Chile's 2021 presidential election, ") for one in cards)


def test_a_deed_of_the_first_sentence_is_what_others_speak_about(asked):
    cards = asked(
        "Court strikes down Norland fishing ban",
        "Norland's Constitutional Court struck down a law banning fishing on Monday.",
        "Bishop Karel Vanek urged parliament to pass a new law. The law was passed in 1998.",
    )
    front = "After Norland's Constitutional Court struck down a law banning fishing, "
    assert any(one.startswith(front) and answer == "Karel Vanek" for one, answer in cards.items())
    assert not any(one.startswith(front) and answer == "1998" for one, answer in cards.items())


def test_a_lead_whose_speaker_nobody_can_tell_still_names_the_event(asked):
    cards = asked(
        "Ferry sinks off Norland, killing 34",
        "A ferry carrying 200 people sank off the coast of Norland on Tuesday, the coastguard said.",
        "Police detained two officers. In 1994, the ferry Arvela sank in the same waters. Police detained nine men.",
    )
    front = "After a ferry carrying 200 people sank off the coast of Norland, "
    assert cards[front + "how many officers did police detain?"] == "two"
    assert "nine" not in cards.values()


def test_an_event_may_stand_in_the_title_alone(asked):
    cards = asked(
        "Dozens dead in India train crash",
        "Rescuers in India searched through the night for victims of the crash of a train.",
        "China sent two cranes.",
    )
    assert cards["After the train crash in India, how many cranes did China send?"] == "two"


def test_the_country_of_the_title_holds_the_election(asked):
    cards = asked(
        "Stark wins landslide in Chile",
        "President Emil Stark has won a second term in this month's presidential poll.",
        "The Arvela Party took 21 percent of the vote.",
    )
    assert cards["In Chile's presidential poll, what share of the vote did the Arvela Party take?"] == "21 percent"


def test_an_event_that_the_article_compares_with_is_not_its_own(asked):
    cards = asked(
        "Dozens killed in factory explosion",
        "At least 47 people were killed after a fireworks factory in Indonesia exploded on Thursday.",
        "The toll has already exceeded that of the San Pablito market explosion in 2016. Police detained the owner.",
    )
    assert not any("San Pablito" in one for one in cards)


def test_words_on_an_event_that_are_common_are_told_by_it(asked):
    cards = asked(*STORM[:2], "“We are in an extremely difficult situation,” said Greta Holm, a farmer in Lund.")
    assert any(one.startswith("After Hurricane Ada, ") and "difficult situation" in one for one in cards)
    cards = asked("Norland counts its otters", "“We are in an extremely difficult situation,” said Greta Holm.")
    assert not any("difficult situation" in one for one in cards)


def test_a_plan_is_no_event(asked):
    cards = asked(
        "Norland to ban fishing",
        "Norland plans to ban fishing in the Bay of Lund, Prime Minister Greta Holm said on Monday.",
        "Bishop Karel Vanek urged parliament to pass a new law.",
    )
    assert not any(one.startswith(("After ", "When ", "In Norland")) for one in cards)


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Ada Holm resigned from the Arvela Harbour Trust.",
            "From which organisation did Ada Holm resign?",
            "the Arvela Harbour Trust",
        ),
        (
            "The Lund Institute of Marine Safety, which monitors lifeboats, moved.",
            "What does the Lund Institute of Marine Safety monitor?",
            "lifeboats",
        ),
        (
            "The Arvela Harbour Trust oversees the Treaty of Hardal on Drifting Nets.",
            "Which organisation oversees the Treaty of Hardal on Drifting Nets?",
            "the Arvela Harbour Trust",
        ),
        (
            "Human Rights Watch noted that more than 70 countries outlaw same-sex relations.",
            "According to Human Rights Watch, how many countries outlaw same-sex relations?",
            "more than 70",
        ),
    ],
)
def test_who_is_named_in_full_can_be_found(asked, sentence, question, answer):
    cards = asked("Norland counts its otters", "Norland has counted its otters for the first time.", sentence)
    assert cards[question] == answer


BILL = ("Norland Senate passes the harbor law", "The Norland Senate passed the harbor law of Arvela on Tuesday.")


def test_an_office_is_asked_as_of_the_event(asked):
    cards = asked(*BILL, "“The harbor law is a gift to the fishermen of Arvela,” Norland President Ada Holm said.")
    assert cards["Who was the Norland President when the Norland Senate passed the harbor law of Arvela?"] == "Ada Holm"


def test_who_held_an_office_before_is_not_asked_as_of_the_event(asked):
    cards = asked(*BILL, "“The law is a gift to the fishermen of Arvela,” former Norland President Ada Holm said.")
    assert not any("President when" in question for question in cards)
