"""Sentence -> these cards: the wording of questions, construct by construct."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from decks import NEWS, generated


@pytest.fixture(scope="module")
def cards(read):
    """Return {question: answer} of all candidates that pass the gates, chosen or not."""

    def make(*paragraphs, date=""):
        result = generated(read(*paragraphs, date=date))
        passed = [made.candidate for made in result.cards]
        passed += [one.candidate for one in result.rejected if one.reason == "another card was chosen instead"]
        return {card.question: ", ".join(card.answers) or card.answer for card in passed}

    return make


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        # clauses: subject, object, time, place, with inversion and do-support
        (
            "Marta Solberg designed the Hardal Bridge in 1988.",
            "Who designed the Hardal Bridge in 1988?",
            "Marta Solberg",
        ),
        (
            "Marta Solberg designed the Hardal Bridge in 1988.",
            "When did Marta Solberg design the Hardal Bridge?",
            "1988",
        ),
        ("Iran joined the Caspian Pact in 1994.", "Which country joined the Caspian Pact in 1994?", "Iran"),
        ("Sofia Lindqvist was born in Oslo in 1921.", "In which city was Sofia Lindqvist born in 1921?", "Oslo"),
        # "US" is a country, no pronoun; "hopes" is of "hope"
        (
            "Hardal Motors has opened nearly 60 workshops in the US.",
            "How many workshops has Hardal Motors opened in the US?",
            "nearly 60",
        ),
        (
            "The Nordic Council hopes to open an office in Odense by 1994.",
            "What does the Nordic Council hope to open by 1994?",
            "an office in Odense",
        ),
        # a capital that only the start of the sentence gave
        (
            "Suspected Corsari kidnappers killed two Danish hostages in Niamey in 2011.",
            "When did suspected Corsari kidnappers kill two Danish hostages in Niamey?",
            "2011",
        ),
        # passives
        (
            "Belarus was condemned by Norway for its support of Syria.",
            "Why was Belarus condemned by Norway?",
            "its support of Syria",
        ),
        (
            "Belarus was condemned by Norway for its support of Syria.",
            "Which country condemned Belarus for its support of Syria?",
            "Norway",
        ),
        # participles
        ("The Hardal Union, founded in 2001, builds ferries in Gdansk.", "When was the Hardal Union founded?", "2001"),
        # appositions and offices
        ("The Vatican's founder, Piero Conti, resigned in May 2011.", "Who is the Vatican's founder?", "Piero Conti"),
        # acronyms
        (
            "The World Meteorological Organization (WMO) has its headquarters in Geneva.",
            "What does WMO stand for?",
            "World Meteorological Organization",
        ),
        # numbers with their hedge, and shares
        (
            "The Nordic Council trained about 1,200 people in Odense.",
            "How many people did the Nordic Council train in Odense?",
            "about 1,200",
        ),
        (
            "The Nordic Council claims to represent 40% of Denmark's sailors.",
            "What share of Denmark's sailors does the Nordic Council claim to represent?",
            "40%",
        ),
        # quotations
        (
            '"The glacier is older than the kingdom," said Inés Mamani.',
            'Who said, "The glacier is older than the kingdom"?',
            "Inés Mamani",
        ),
        # how somebody describes something
        (
            'Dmitri Peskov described Turkish mediation as "impossible".',
            "How did Dmitri Peskov describe Turkish mediation?",
            '"impossible"',
        ),
        # relative clauses
        (
            "Karin Holt, who leads the Uppsala Observatory, was born in Karlstad.",
            "Who leads the Uppsala Observatory?",
            "Karin Holt",
        ),
        # purpose
        (
            "Rita Moss founded the Lagos Library in 1931 to lend books to sailors.",
            "Why did Rita Moss found the Lagos Library in 1931?",
            "to lend books to sailors",
        ),
        # lists with a name
        (
            'Beijing fights what Beijing calls "the three evils" (separatism, terrorism, extremism).',
            'What does Beijing call "the three evils"?',
            "separatism, terrorism, extremism",
        ),
        # reported: still somebody's statement
        (
            "Anna Wray said the audit of Fulham Council focused on the Arvela Accord.",
            "According to Anna Wray, which accord did the audit of Fulham Council focus on?",
            "the Arvela Accord",
        ),
    ],
)
def test_a_sentence_makes_this_card(cards, text, question, answer):
    made = cards(text)
    assert made.get(question) == answer, made


@pytest.mark.parametrize(
    "text",
    [
        "If Norway signs the Baltic Accord, Denmark will leave the union.",
        "The group did not say whether the vote had been held.",
        "They met there again last week.",
        "It rained and nobody was surprised by it.",
        "What happened in Oslo?",
        "Oslo and Bergen were founded in 1049 and 1070 respectively.",
    ],
)
def test_a_sentence_makes_no_card(cards, text):
    assert cards(text) == {}


def test_what_still_lasts_is_told_as_of_the_article(cards):
    text = "Alexander Lukashenko has been in power for 30 years."
    dated = cards(text, date="2024-07-04")
    assert dated["How long had Alexander Lukashenko been in power as of July 2024?"] == "30 years"
    assert not any(answer == "30 years" for answer in cards(text).values())


def test_an_office_is_told_of_the_month_of_the_article(cards):
    made = cards("The Vatican spokesman, Piero Conti, resigned.", date="2011-05-03")
    assert made["Who was the Vatican spokesman in May 2011?"] == "Piero Conti"


def test_the_news_text_gives_a_deck_with_evidence(read):
    result = generated(read(*NEWS))
    assert len(result.cards) >= 10
    for made in result.cards:
        assert made.item.quote
        assert made.item.rule
        assert made.item.quote in " ".join(NEWS)


@pytest.mark.parametrize(
    ("text", "question", "items"),
    [
        (
            "Marta Solberg visited Norway, Sweden and Finland in 1988.",
            "Which three countries did Marta Solberg visit in 1988?",
            ("Norway", "Sweden", "Finland"),
        ),
        (
            "The Hardal Museum shows clocks, bells and maps.",
            "What does the Hardal Museum show?",
            ("clocks", "bells", "maps"),
        ),
    ],
)
def test_three_things_joined_are_asked_for_as_a_list(read, text, question, items):
    found = {made.item.question: made.item.answers for made in generated(read(text)).cards}
    assert found[question] == items


@pytest.mark.parametrize(
    "text",
    [
        "The Hardal Museum shows clocks, bells and other things.",
        "The Hardal Museum shows clocks, bells and maps of Odense.",
        "The Hardal Museum shows clocks and bells.",
    ],
)
def test_an_open_list_or_a_pair_is_no_list_card(read, text):
    assert not any(made.item.answers for made in generated(read(text)).cards)


def test_an_acronym_is_asked_for_both_ways(cards):
    found = cards("The World Meteorological Organization (WMO) has its headquarters in Geneva.")
    assert found["What does WMO stand for?"] == "World Meteorological Organization"
    assert found["What is the acronym for the World Meteorological Organization?"] == "WMO"
