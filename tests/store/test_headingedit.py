"""A title changes, and no byte of the cards does."""

import pytest

from quizapp.store.deckfile import parse_deck
from quizapp.store.headingedit import retitled

from .handmade import handmade

TITLES = ("Rivers", "It's: a #1 \u201cdeck\u201d", "no", "007", "two\nlines", "[x] {y}", "é" * 200)


@pytest.mark.parametrize("seed", range(40))
def test_only_the_title_of_a_handmade_file_changes(seed):
    deck = handmade(seed)
    title = TITLES[seed % len(TITLES)]
    written = retitled(deck.data, "x.yaml", title)
    before, after = parse_deck(deck.data, "x.yaml"), parse_deck(written, "x.yaml")
    assert after.deck.title == title
    assert after.deck.items == before.deck.items
    assert after.problems == before.problems
    changed = [line for line in written.splitlines() if line not in deck.data.splitlines()]
    assert len(changed) <= 1
    first = deck.data.index(deck.cards[0].encode())
    assert written.endswith(deck.data[first:])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("title: 'Old'  # mine\ncards:\n- a: b\n", "title: 'New'  # mine\ncards:\n- a: b\n"),
        ('"title": "Old"\r\ncards:\r\n- a: b\r\n', '"title": "New"\r\ncards:\r\n- a: b\r\n'),
        ("title: |\n  Old\ncards:\n- a: b\n", "title: |\n  New\ncards:\n- a: b\n"),
        ("# mine\ncards:\n- a: b\n", "# mine\ntitle: New\ncards:\n- a: b\n"),
        ("{title: Old, cards: [{a: b}]}\n", "{title: New, cards: [{a: b}]}\n"),
    ],
)
def test_a_title_keeps_its_style(text, wanted):
    assert retitled(text.encode(), "x.yaml", "New").decode() == wanted
