"""What is said by somebody stays theirs: with its speaker, and with the force of the verb."""

from quizapp.generate import make


def asked(read, *paragraphs):
    deck = make.from_article(read(*paragraphs), None, lambda _what, _share: None).deck
    return {item.question: item.answer for item in deck.items if item.question}


def test_a_warning_is_asked_as_a_warning(read):
    cards = asked(read, "The Bank of Norland warned that house prices in Arvela could fall by 20%.")
    assert cards["What did the Bank of Norland warn could fall by 20%?"] == "house prices in Arvela"
    assert not any(question.startswith("What could") for question in cards)


def test_a_number_in_a_denial_stays_denied(read):
    cards = asked(read, "Minister Emil Stark denied that Norland had sold 40 tanks to Arvela.")
    assert cards["How many tanks did Minister Emil Stark deny Norland had sold to Arvela?"] == "40"
    assert all("den" in question for question in cards if "tanks" in question)


def test_a_denial_inside_a_warning_is_left_alone(read):
    cards = asked(read, "Minister Emil Stark warned that Norland would not sell tanks to Arvela.")
    assert not any(question.startswith("What did Minister Emil Stark warn") for question in cards)


def test_what_a_name_said_in_passing_is_its_own(read):
    cards = asked(
        read,
        "It helped the White House, which said Senate Democrats failed to take the safety rules of Arvela seriously.",
    )
    assert any("According to the White House" in question for question in cards)
    assert not any(question.startswith(("What did Senate", "Who failed")) for question in cards)


def test_a_long_answer_goes_without_its_article(read):
    cards = asked(read, "Mayor Greta Holm rejected the 1961 Norland Treaty on Baltic Fish in the town of Lund.")
    assert all(len(answer.split()) <= 6 for answer in cards.values())


def test_a_count_that_opens_the_sentence_is_asked_for(read):
    cards = asked(read, "Eleven House Republicans voted against the spending bill of Norland.")
    assert cards["How many House Republicans voted against the spending bill of Norland?"] == "eleven"


def test_a_speaker_behind_the_statement_is_asked_for(read):
    cards = asked(read, "The fishing fleet of Arvela needs a second harbor, Mayor Greta Holm said.")
    assert cards["Which mayor said that the fishing fleet of Arvela needs a second harbor?"] == "Greta Holm"


def test_what_should_have_been_is_only_what_somebody_says(read):
    said = asked(read, "Critics in Lund said Mayor Greta Holm should have been firmer in talks with Norland.")
    assert (
        said["According to critics in Lund, which mayor should have been firmer in talks with Norland?"] == "Greta Holm"
    )
    told = asked(read, "Mayor Greta Holm should have been firmer in talks with Norland.")
    assert not told
