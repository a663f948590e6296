"""Deeds told beside a past clause, numbers inside an object, and a sentence that lacks its stop."""

from quizapp.generate import make


def asked(read, *paragraphs, date=""):
    deck = make.from_article(read(*paragraphs, date=date), None, lambda _what, _share: None).deck
    return {item.question: item.answer for item in deck.items if item.question}


def test_a_deed_behind_the_comma_is_counted_with_its_place(read):
    cards = asked(read, "A gas tank exploded in Oslo on Tuesday, injuring 14 people.")
    assert cards.get("How many people did the gas tank that exploded in Oslo injure?") == "14"


def test_an_appearance_without_a_day_is_not_asked_for_its_body(read):
    cards = asked(
        read,
        "Appearing before the Norland Audit Committee alongside two aides, Greta Holm defended the budget of Arvela.",
    )
    assert "Before which body did Greta Holm appear?" not in cards


def test_what_the_whole_clause_led_to_is_no_deed_of_its_subject(read):
    cards = asked(read, "Mayor Greta Holm closed the port of Arvela, leaving 300 sailors without work.")
    assert not any("leave" in question for question in cards)


def test_a_number_at_the_end_of_an_object_is_asked_for(read):
    cards = asked(read, "The Norland Senate rejected the nomination of seven judges.")
    assert cards.get("How many judges did the Norland Senate reject the nomination of?") == "seven"


def test_a_participle_is_not_cut_from_its_date(read):
    cards = asked(read, "Mayor Greta Holm ended the subsidies beginning March 5.")
    assert not any("beginning" in f"{question} {answer}" for question, answer in cards.items())


def test_a_last_sentence_may_lack_its_stop(read):
    cards = asked(
        read,
        "The port of Arvela is old. Mayor Greta Holm rebuilt the harbor wall of Arvela in 1994 with white stones"
        " from the quarry at Lund",
    )
    assert any("Greta Holm" in answer for answer in cards.values())


def test_a_committee_on_which_somebody_is_the_first_of_a_party(read):
    text = "The bill was praised by Greta Holm, the top Democrat on the Senate Budget Committee."
    cards = asked(read, text, date="1994-05-03")
    assert cards.get("On which committee was Greta Holm the top Democrat in May 1994?") == "the Senate Budget Committee"


def test_a_description_that_fits_many_is_not_asked_for(read):
    cards = asked(read, "The bread was baked by Emil Stark, a former baker, in the town of Halden.")
    assert "Who is Emil Stark?" not in cards


def test_a_day_without_its_year_stays_as_it_is(read):
    cards = asked(read, "The 60-day deadline of the Norland Congress for the budget of Arvela begins on January 11.")
    question = "When does the 60-day deadline of the Norland Congress for the budget of Arvela begin?"
    assert cards.get(question) == "January 11"
