"""Clozes: only where no question is safe, and only where what is left tells what is missing."""

import sys
from pathlib import Path

import pytest

from quizapp.cards import cloze as marks
from quizapp.generate import cloze, facts, gates
from quizapp.generate.fact import Fact

sys.path.insert(0, str(Path(__file__).parent))
from decks import NEWS, generated


@pytest.fixture(scope="module")
def clozes(read):
    """Return every cloze that passes the gates, as if no question had been chosen."""

    def made(*paragraphs):
        article = read(*paragraphs)
        stated = [one for s in article.sentences for one in facts.find(article, s) if isinstance(one, Fact)]
        return [card.question for card in cloze.clozes(article, stated, []) if gates.refusal(article, card) is None]

    return made


@pytest.mark.parametrize(
    ("text", "gap", "hint"),
    [
        ("The Nordic Council trained 1,200 sailors in the harbour of Odense.", "1,200", "number"),
        ("Marta Solberg moved the Hardal Museum to the harbour of Odense in 1988.", "1988", "date"),
        ("Otto Reyes has long backed the harbour strike against Marta Solberg.", "Marta Solberg", "who"),
    ],
)
def test_a_number_a_date_or_a_name_is_left_out_and_the_hint_says_which(clozes, text, gap, hint):
    (found,) = [one for one in clozes(text) if f"{{{{{gap}::" in one]
    assert marks.gaps(found)[0].answer == gap
    assert marks.gaps(found)[0].hint == hint


@pytest.mark.parametrize(
    "text",
    [
        "Norway is one of 22 countries that ban the dumping of waste in lakes.",  # others fit
        "They moved the Hardal Museum to the harbour of Odense in 1988.",  # nobody knows who
        "Who moved the Hardal Museum to the harbour of Odense in 1988?",  # states nothing
        "The treaty bans the dumping of waste.",  # short, and nothing has a name
        "The long harbour strike against Marta Solberg of the Nordic Council begins.",  # stops at its verb
    ],
)
def test_what_does_not_stand_by_itself_gives_none(clozes, text):
    assert clozes(text) == []


def test_a_part_of_a_longer_phrase_is_no_gap(clozes):
    assert not any("{{UN" in one for one in clozes("Otto Reyes has long criticised a UN treaty on the waste of lakes."))


def test_at_most_a_fifth_of_a_deck_is_clozes(read):
    items = generated(read(*NEWS)).deck.items
    assert sum(bool(item.cloze) for item in items) * 5 <= len(items)
