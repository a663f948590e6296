import pytest

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item
from quizapp.sessions.evidence import answer_spans, filled_spans


def card(**keys):
    return cards_of(Item(**keys))[0]


def found(spans, text):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("answer", "quote", "told"),
    [
        ("Belarus", "On 4 July Belarus joined.", ["Belarus"]),
        ("belarus", "BELARUS, the tenth, is Belarus.", ["BELARUS", "Belarus"]),
        ("the Belt and Road", "Their Belt and\nRoad goes on.", ["Belt and\nRoad"]),
        ("Oman", "A woman of Oman.", ["Oman"]),
        ("$1.5 billion", "It cost $1.5 billion.", ["$1.5 billion"]),
        ("C++", "Written in C++, not C.", ["C++"]),
        ("President Tokayev of Kazakhstan", "In Kazakhstan, Tokayev spoke.", ["Kazakhstan", "Tokayev"]),
        ("of the", "Nothing of the kind.", ["of the"]),
        ("Peru", "No word of it.", []),
        ("", "Empty answers are found nowhere.", []),
    ],
)
def test_an_answer_is_found_in_its_quote(answer, quote, told):
    assert found(answer_spans(card(question="q", answer=answer), quote), quote) == told


def test_an_accepted_answer_is_found_where_the_answer_is_not():
    quote = "The US left in 2021."
    given = card(question="q", answer="the United States", accept=("US", "USA"))
    assert found(answer_spans(given, quote), quote) == ["US"]


def test_every_part_of_a_list_is_found():
    quote = "It names terrorism, then separatism."
    given = card(question="q", answers=("separatism", "terrorism", "extremism"))
    assert found(answer_spans(given, quote), quote) == ["terrorism", "separatism"]


def test_overlapping_finds_are_one():
    quote = "New York City"
    given = card(question="q", answers=("New York", "York City"))
    assert found(answer_spans(given, quote), quote) == ["New York City"]


@pytest.mark.parametrize(
    ("marked", "number", "told"),
    [
        ("The SCO was founded in {{2001::year}} in {{Shanghai}}.", 0, ["2001"]),
        ("The SCO was founded in {{2001::year}} in {{Shanghai}}.", 1, ["Shanghai"]),
        ("{{c1::Bonn}} is no longer {{c1::the capital}}.", 0, ["Bonn", "the capital"]),
        ("“We […] won,” said {{Ada}}", 0, ["Ada"]),
        ("{{all of it}}", 0, ["all of it"]),
    ],
)
def test_the_gaps_of_a_card_are_found_in_its_filled_sentence(marked, number, told):
    given = cards_of(Item(cloze=marked))[number]
    assert found(filled_spans(given), given.filled) == told


def test_only_a_cloze_has_gaps():
    assert filled_spans(card(question="q", answer="a")) == ()
