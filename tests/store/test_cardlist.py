import random

import pytest

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.store.cardlist import cards_added, cards_removed, item_text, items_in
from quizapp.store.deckfile import parse_deck

from .handmade import handmade

NEW = (Item(question="What is new?", answer="this: that", accept=("it", "so, so")), Item(cloze="A {{gap}}."))


def items(data):
    read = parse_deck(data, "x.yaml")
    assert read.problems == ()
    return read.deck.items


@pytest.mark.parametrize("hundred", range(4))
def test_taking_a_card_out_leaves_all_other_bytes_as_they_are(hundred):
    for seed in range(100 * hundred, 100 * hundred + 100):
        deck = handmade(seed)
        before = items(deck.data)
        place = random.Random(seed).randrange(len(before))
        written = cards_removed(deck.data, "x.yaml", [before[place]])
        assert items(written) == (*before[:place], *before[place + 1 :])
        if len(before) > 1:
            head, tail = deck.around(place)
            assert written.startswith(head.rstrip(b"\r\n"))
            assert written.endswith(tail.lstrip(b"\r\n"))
            assert len(written) >= len(head) + len(tail) - 2


@pytest.mark.parametrize("hundred", range(4))
def test_cards_put_in_come_after_the_last_and_change_no_other_byte(hundred):
    for seed in range(100 * hundred, 100 * hundred + 100):
        deck = handmade(seed)
        before = items(deck.data)
        written = cards_added(deck.data, "x.yaml", NEW)
        assert items(written) == (*before, *NEW)
        head, tail = deck.around(len(before) - 1)
        assert written.startswith(head + deck.cards[-1].encode())
        assert written.endswith(tail)


@pytest.mark.parametrize("hundred", range(4))
def test_cards_put_in_before_another_change_no_other_byte(hundred):
    for seed in range(100 * hundred, 100 * hundred + 100):
        deck = handmade(seed)
        before = items(deck.data)
        place = random.Random(seed).randrange(len(before))
        written = cards_added(deck.data, "x.yaml", NEW, (place, place + 1))
        assert items(written) == (*before[:place], *NEW, *before[place:])
        head, tail = deck.around(max(place - 1, 0))
        assert written.startswith(head)
        assert written.endswith(tail)


@pytest.mark.parametrize("seed", range(60))
def test_cards_taken_out_can_be_put_back_where_they_were(seed):
    deck = handmade(seed)
    before = items(deck.data)
    chosen = sorted(random.Random(seed).sample(range(len(before)), max(len(before) // 2, 1)))
    gone = [before[place] for place in chosen]
    left = cards_removed(deck.data, "x.yaml", gone)
    assert items(cards_added(left, "x.yaml", gone, chosen)) == before


@pytest.mark.parametrize("seed", range(40))
def test_a_deck_can_lose_all_its_cards_and_get_them_back(seed):
    deck = handmade(seed)
    before = items(deck.data)
    empty = cards_removed(deck.data, "x.yaml", before)
    assert items(empty) == ()
    assert items(cards_added(empty, "x.yaml", before)) == before


@pytest.mark.parametrize(
    ("cards", "without_b"),
    [
        ("[a: b, {question: c, answer: d}]", "[{question: c, answer: d}]"),
        ("[{question: c, answer: d}, {question: a, answer: b}] # so", "[{question: c, answer: d}] # so"),
        ("[\n  {question: a, answer: b}\n]", "[]"),
    ],
)
def test_cards_in_brackets(cards, without_b):
    text = "title: T\ncards: "
    data = (text + cards).encode()
    assert cards_removed(data, "x.yaml", [Item(question="a", answer="b")]).decode() == text + without_b
    assert items(cards_added(data, "x.yaml", NEW))[-2:] == NEW


@pytest.mark.parametrize("seed", range(40))
def test_a_card_is_the_same_after_it_was_text(seed):
    for item in items(handmade(seed).data):
        assert items_in(item_text(item), "bin") == (item,)


def test_lines_that_are_no_cards_are_told_by_their_line():
    with pytest.raises(QuizError, match="bin:2:"):
        items_in("- a: b\n- question: c\n", "bin")
    with pytest.raises(QuizError, match="bin:1:"):
        items_in("- a: [\n", "bin")


def test_a_card_that_is_not_there_any_more_is_refused():
    with pytest.raises(QuizError, match="changed or removed"):
        cards_removed(b"title: T\ncards:\n- a: b\n", "x.yaml", [Item(question="c", answer="d")])
