"""The gates: each refuses what it is for, and no card of any article at hand breaks one."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cards.model import Kind
from quizapp.generate import gates
from quizapp.generate.fact import Sort
from quizapp.generate.gates import form, proof, sense

sys.path.insert(0, str(Path(__file__).parent))
from decks import NEWS, article_document, articles, generated


@pytest.fixture(scope="module")
def made(read):
    article = read(*NEWS)
    return article, generated(article).cards[0].candidate


@pytest.mark.parametrize(
    ("gate", "change"),
    [
        (form.one_question, {"question": "Who signed it? And when?"}),
        (form.one_question, {"question": "The treaty was signed where?"}),
        (form.clean_typography, {"question": "Who  signed the Treaty of Ulm?"}),
        (form.clean_typography, {"question": 'Who signed the "Treaty of Ulm?'}),
        (form.clean_typography, {"answer": "Ida Holm,"}),
        (form.length, {"question": "Who signed it?", "rule": "clause/subject"}),
        (form.length, {"question": "Who signed " + "a very long treaty " * 8 + "?"}),
        (form.length, {"answer": "one two three four five six seven", "sort": Sort.THING}),
        (form.word_fits, {"question": "Who was it signed in?", "answer": "1998", "sort": Sort.DATE}),
        (form.word_fits, {"question": "Who was honoured by the sailors of Norland?", "answer": "Sheikh"}),
        (form.word_fits, {"question": "In Norland, what is Ida Holm?", "answer": "the captain's true name"}),
        (sense.self_contained, {"question": "How did Ida Holm describe the cost named herein?"}),
        (form.nothing_given_away, {"question": "Who is Ida Holm of Norland?", "answer": "Ida Holm"}),
        (form.not_a_recital, {"answer": "one, two, three, four", "sort": Sort.THING}),
        (sense.self_contained, {"question": "Who said that he signed the Treaty of Ulm?"}),
        (sense.self_contained, {"question": "Who signed the Treaty of Ulm last year?"}),
        (sense.self_contained, {"question": "Who signed the Treaty of Ulm on Thursday?"}),
        (sense.self_contained, {"question": "Who does the article call president of Norland?"}),
        (sense.nothing_points_back, {"question": "Who signed the treaty?"}),
        (sense.nothing_points_back, {"question": "Who leads the Commission?"}),
        (sense.anchored, {"question": "Who has twelve members?"}),
        (sense.one_answer, {"answer": "officials"}),
        (sense.one_answer, {"answer": "some members", "sort": Sort.THING}),
        (sense.one_answer, {"answer": "Ulm or Vell", "sort": Sort.THING}),
        (proof.evidence, {"answer": "Napoleon"}),
        (proof.round_trip, {"question": "Who conquered Napoleon in Ulm?"}),
    ],
)
def test_a_gate_refuses(made, gate, change):
    article, card = made
    assert gate(article, replace(card, **change)) is not None


def test_every_gate_says_what_it_is_for():
    assert all(gate.__doc__ for gate in gates.GATES)


def test_a_hedge_that_is_lost_is_seen(read):
    article = read("The Nordic Council claims to represent around 30% of Denmark's sailors.")
    card = next(made.candidate for made in generated(article).cards if made.candidate.sort is Sort.SHARE)
    assert gates.refusal(article, card) is None
    assert sense.hedge_kept(article, replace(card, answer="30%")) is not None


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.stem)
def test_no_card_of_an_article_breaks_a_gate(path, nlp):
    from quizapp.generate.analyse import read_article  # noqa: PLC0415 - only where articles are at hand

    result = generated(read_article(article_document(path), nlp))
    for made in result.cards:
        assert gates.refusal(result.article, made.candidate) is None
    questions = [made.item.question or made.item.cloze for made in result.cards]
    assert len(questions) == len(set(questions))
    clozes = sum(made.candidate.kind is Kind.CLOZE for made in result.cards)
    assert clozes * 5 <= max(5, len(result.cards))
    for sentence in {made.candidate.sentence.number for made in result.cards}:
        assert sum(made.candidate.sentence.number == sentence for made in result.cards) <= 3
