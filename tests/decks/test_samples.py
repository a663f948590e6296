"""The sample decks: what a newcomer sees first has to be right, and to show all a deck can hold."""

import re
from pathlib import Path

import pytest

from quizapp.cards import cloze
from quizapp.cards.advice import advise
from quizapp.cards.identity import cards_in
from quizapp.cards.model import Kind
from quizapp.store.deckfile import read_deck

FOLDER = Path(__file__).parents[2] / "decks"
FILES = sorted(FOLDER.glob("*.yaml"))
WRITTEN = [FOLDER / f"{name}.yaml" for name in ("cells-and-heredity", "unix-shell", "world-capitals")]
SHORT_FORM = re.compile(r"^- (?!question:|cloze:|answer:|answers:|id:)[^\n]+\?: \S", re.MULTILINE)


def items_of(files=WRITTEN):
    return [item for path in files for item in read_deck(path).deck.items]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_deck_loads_without_a_problem(path):
    read = read_deck(path)

    assert read.problems == ()
    assert read.advice == ()
    assert read.deck.items


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_hand_written_deck_says_what_it_is_and_is_of_a_size_to_learn(path):
    deck = read_deck(path).deck

    assert deck.title
    assert deck.description
    assert 25 <= len(deck.items) <= 40


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_there_is_no_advice_to_give_on_a_hand_written_deck(path):
    assert advise(read_deck(path).deck) == ()


def test_every_card_is_a_card_of_its_own():
    cards = [card for path in FILES for card in cards_in(read_deck(path).deck)]

    assert len({card.id for card in cards}) == len(cards)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_no_question_is_asked_twice(path):
    questions = [card.question for card in cards_in(read_deck(path).deck)]

    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize(
    "key", ["accept", "wrong", "quote", "context", "hint", "note", "tags", "source", "ordered", "reverse", "id"]
)
def test_every_key_a_person_writes_is_shown_by_some_card(key):
    assert any(getattr(item, key) for item in items_of())


def test_every_kind_of_card_is_shown():
    items = items_of()
    lists = [item for item in items if item.kind is Kind.LIST]
    clozes = [item for item in items if item.kind is Kind.CLOZE]
    gaps = [cloze.gaps(item.cloze) for item in clozes]

    assert any(item.kind is Kind.BASIC for item in items)
    assert {item.ordered for item in lists} == {True, False}
    assert any(len(found) > 2 for found in gaps)
    assert any(gap.hint for found in gaps for gap in found)
    assert any(gap.group for found in gaps for gap in found)
    assert any(r"\{" in item.cloze for item in clozes)
    assert any("```" in item.question for item in items)
    assert any("`" in item.question and "```" not in item.question for item in items)
    assert any(not item.question.isascii() for item in items)


def test_the_short_form_is_shown_alone_and_beside_other_keys():
    text = "\n".join(path.read_text(encoding="utf-8") for path in WRITTEN)
    lines = text.splitlines()
    shorts = [number for number, line in enumerate(lines) if SHORT_FORM.match(line)]

    assert any(lines[number + 1].startswith("- ") for number in shorts)
    assert any(lines[number + 1].startswith("  ") for number in shorts)


def test_an_escaped_brace_is_read_as_a_brace():
    filled = [card.filled for card in cards_in(read_deck(FOLDER / "unix-shell.yaml").deck) if card.filled]

    assert any("a{1..3}" in sentence for sentence in filled)


def test_wrong_choices_are_wrong_and_do_not_point_at_the_right_one():
    for item in items_of():
        right = {text.casefold() for text in (item.answer, *item.accept)}

        assert right.isdisjoint(text.casefold() for text in item.wrong), item.question
        assert len(item.wrong) in {0, 3}, item.question
        assert not item.wrong or len(item.answer) <= max(map(len, item.wrong)), item.question


def test_a_quote_stands_in_its_context():
    for item in items_of():
        if item.context:
            assert item.quote in item.context, item.question
