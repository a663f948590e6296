"""Who said it: quotations over several sentences, long ones, and speakers behind their verb."""

from quizapp.generate import make


def asked(read, *paragraphs):
    deck = make.from_article(read(*paragraphs), None, lambda _what, _share: None).deck
    return {item.question: item.answer for item in deck.items if item.question}


def test_the_sentence_before_the_speaker_is_his_too(read):
    cards = asked(
        read,
        '"The fishing fleet of Arvela needs a second harbor before winter. The old one fell," Mayor Greta Holm said.',
    )
    assert cards['Which mayor said, "The fishing fleet of Arvela needs a second harbor before winter"?'] == "Greta Holm"


def test_the_sentence_after_the_speaker_is_his_too(read):
    cards = asked(
        read,
        '"The harbor is a ruin," Mayor Greta Holm said. "The fishing fleet of Arvela deserves a second quay of stone."',
    )
    assert cards['Which mayor said, "The fishing fleet of Arvela deserves a second quay of stone"?'] == "Greta Holm"


def test_a_long_quotation_ends_before_what_it_can_do_without(read):
    cards = asked(
        read,
        '"The fishing fleet of Arvela needs a second harbor, and every sailor from here to the cape knows that the old'
        ' one is a ruin by now," said Mayor Greta Holm.',
    )
    assert cards['Which mayor said, "The fishing fleet of Arvela needs a second harbor"?'] == "Greta Holm"


def test_a_condition_is_never_cut_off(read):
    cards = asked(
        read,
        '"The fishing fleet of Arvela will leave the bay of Lund for good and for all time if the council of the town'
        ' refuses to rebuild the quay," said Mayor Greta Holm.',
    )
    assert not any("will leave" in question and "if the" not in question for question in cards)


def test_a_part_of_a_statement_is_no_statement(read):
    cards = asked(read, 'Mayor Greta Holm said the harbor of Arvela "needs a second quay of stone before the winter".')
    assert not any('"needs' in question and "harbor" not in question for question in cards)


def test_what_was_told_to_a_reporter_was_said(read):
    cards = asked(
        read, 'Mayor Greta Holm told the Norland Times, "The fishing fleet of Arvela deserves a second quay."'
    )
    assert cards['Which mayor said, "The fishing fleet of Arvela deserves a second quay"?'] == "Greta Holm"


def test_those_employees_may_be_quoted_where_the_rest_tells_enough(read):
    long = asked(
        read, '"Mistakes of those sailors do not define the 400 crews of the Norland Navy," Admiral Emil Stark said.'
    )
    short = asked(read, '"Those sailors made mistakes," Admiral Emil Stark said.')
    assert "Emil Stark" in long.values()
    assert not any("mistakes" in question for question in short)
