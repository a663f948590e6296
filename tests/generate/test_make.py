"""From a document to a deck: the same bytes every time, a limit kept, an account of everything."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.generate.explain import explain_text
from quizapp.generate.make import Generator
from quizapp.store.deckwriter import deck_text

sys.path.insert(0, str(Path(__file__).parent))
from decks import NEWS, document, generated

_PRINT_A_DECK = """
import sys
sys.path.insert(0, sys.argv[1])
from decks import NEWS, document
from quizapp.generate.make import Generator
from quizapp.store.deckwriter import deck_text
print(deck_text(Generator().make(document(*NEWS, date="2024-07-04")).deck))
"""


@pytest.fixture(scope="module")
def generator():
    return Generator()


def test_the_same_text_gives_the_same_bytes_under_any_hash_seed():
    decks = {_deck_with_seed(seed) for seed in ("0", "4242")}
    assert len(decks) == 1


def _deck_with_seed(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    here = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", _PRINT_A_DECK, here], env=environment, capture_output=True, check=True, text=True
    )
    return done.stdout


def test_a_generator_makes_the_same_deck_twice(generator):
    first, second = (generator.make(document(*NEWS)) for _ in range(2))
    assert deck_text(first.deck) == deck_text(second.deck)


def test_the_deck_has_its_source(generator):
    deck = generator.make(document(*NEWS, date="2024-07-04", title="A lake and its treaty")).deck
    assert deck.title == "A lake and its treaty"
    assert (deck.source.title, deck.source.date) == ("A lake and its treaty", "2024-07-04")


@pytest.mark.parametrize("limit", [0, 1, 4])
def test_no_more_cards_than_wanted(generator, limit):
    assert len(generator.make(document(*NEWS), max_cards=limit).cards) <= limit


def test_progress_runs_from_nothing_to_all(generator):
    told = []
    generator.make(document(*NEWS), progress=lambda what, share: told.append((what, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_every_sentence_is_accounted_for(read):
    result = generated(read(*NEWS, "The weather was fine."))
    account = explain_text(result)
    for sentence in result.article.sentences:
        assert f"{sentence.number + 1}. {sentence.text}" in account
    for made in result.cards:
        assert f"rule {made.item.rule}" in account
    for rejected in result.rejected:
        assert rejected.reason in account


def test_wrong_choices_are_three_or_none_and_never_right(generator):
    for made in generator.make(document(*NEWS)).cards:
        item = made.item
        assert len(item.wrong) in {0, 3}
        assert item.answer not in item.wrong
        assert not set(item.wrong) & set(item.accept)


def test_what_else_is_right_when_typed(read):
    items = [made.item for made in generated(read(*NEWS)).cards]
    by_answer = {item.answer: item.accept for item in items}
    assert "Lind" in by_answer["Mara Lind"]
    assert "12" in by_answer["twelve"]
