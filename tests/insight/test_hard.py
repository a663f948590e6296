from datetime import UTC, datetime, timedelta

import pytest

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item
from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold
from quizapp.insight.hard import MANY, never_right

CARDS = cards_of(Item(question="What?", answer="this", line=7, column=3))


def event(number, kind, **data):
    t = datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(minutes=number)
    return Event(EventId(f"{number:032x}"), kind, DeviceId("a"), number, t, 20454, data)


def review(number, grade):
    return event(number, kinds.REVIEW, card=str(CARDS[0].id), grade=grade)


def quizzed(number, verdict):
    return event(number, kinds.QUIZ_ANSWER, quiz="q", card=str(CARDS[0].id), verdict=verdict)


def test_a_card_that_never_succeeds_is_named_with_its_place():
    wrong = [review(number, 1) for number in range(MANY - 1)]
    assert never_right(fold(wrong), CARDS) == []
    (problem,) = never_right(fold([*wrong, quizzed(99, "wrong")]), CARDS)
    assert str(problem.at("x.yaml")) == (
        "x.yaml:7:3: never answered right in 6 tries: What?; ask for less, or give it a hint"
    )


@pytest.mark.parametrize("success", [review(50, 2), review(50, 4), quizzed(50, "right"), quizzed(50, "close")])
def test_one_right_answer_is_enough(success):
    wrong = [review(number, 1) for number in range(20)]
    assert never_right(fold([*wrong, success]), CARDS) == []
