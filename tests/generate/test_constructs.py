"""Every construct, by a short text: what must come of it, and what must never come of it."""

import sys
from pathlib import Path

import pytest

from quizapp.cards.identity import cards_in
from quizapp.errors import QuizError
from quizapp.generate import make

sys.path.insert(0, str(Path(__file__).parent))
from fixtures_format import answers, fixtures, matches

NOT_YET = frozenset((Path(__file__).parent / "fixtures" / "not_yet.txt").read_text(encoding="utf-8").split())
"""Fixtures whose `must` is not met: silence where a card could be. What must never be is never excused."""

FIXTURES = fixtures()


def made(fixture, read):
    try:
        article = read(*fixture.paragraphs, date=fixture.date)
    except QuizError:  # no running text is silence too
        return ()
    return cards_in(make.from_article(article, None, lambda _what, _share: None).deck)


@pytest.fixture(scope="module")
def cards_of(read):
    kept = {}

    def cards(fixture):
        if fixture.name not in kept:
            kept[fixture.name] = tuple(made(fixture, read))
        return kept[fixture.name]

    return cards


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_what_must_never_be_is_not(fixture, cards_of):
    for card in cards_of(fixture):
        assert not fixture.silent, f"{card.question} => {card.answer}"
        for never in fixture.never:
            assert not (matches(never.question, card.question) and matches(never.answer, card.answer)), card
        for choice in fixture.choice:
            if matches(choice.question, card.question):
                assert not any(matches(choice.answer, wrong) for wrong in card.wrong), card


@pytest.mark.parametrize("fixture", [one for one in FIXTURES if one.must], ids=lambda fixture: fixture.name)
def test_what_must_be_is(fixture, cards_of, request):
    if fixture.name in NOT_YET:
        request.applymarker(pytest.mark.xfail(reason="silent where a card could be"))
    cards = cards_of(fixture)
    for wanted in fixture.must:
        fitting = [
            card
            for card in cards
            for one in wanted
            if matches(one.question, card.question, any_way=True) and answers(one.answer, card)
        ]
        assert fitting, (wanted[0], [(card.question, card.answer) for card in cards])
