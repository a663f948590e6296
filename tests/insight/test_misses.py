from datetime import UTC, datetime, timedelta

from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold
from quizapp.insight.misses import confusions, missed_cards, missed_in

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def event(number, kind, day=0, **data):
    return Event(EventId(f"{number:032x}"), kind, DeviceId("a"), number, START + timedelta(days=day), 20454 + day, data)


def review(number, card, grade, day=0, **more):
    return event(number, kinds.REVIEW, day, card=card, grade=grade, **more)


def quiz_answer(number, card, verdict, day=0, quiz="x", **more):
    return event(number, kinds.QUIZ_ANSWER, day, quiz=quiz, card=card, verdict=verdict, **more)


def test_a_card_is_missed_by_its_last_day_alone():
    past = fold(
        [
            review(1, "A", 1),
            review(2, "A", 3),
            review(3, "B", 1),
            review(4, "B", 3, day=1),
            review(5, "C", 3),
            quiz_answer(6, "C", "wrong"),
            quiz_answer(7, "D", "close"),
        ]
    )
    assert missed_cards(past, "ABCD") == {"A", "C"}


def test_the_misses_of_one_quiz_go_by_the_names_that_cards_have_now():
    past = fold(
        [
            quiz_answer(1, "A", "wrong"),
            quiz_answer(2, "B", "right"),
            quiz_answer(3, "C", "wrong", quiz="y"),
            event(4, kinds.LINK, old="A", new="Z"),
        ]
    )
    assert missed_in(past, "x") == {"Z"}
    assert missed_in(past, "no such quiz") == frozenset()


def test_what_a_card_was_taken_for_is_told_the_last_one_first_and_each_once():
    past = fold(
        [
            review(1, "A", 1, other="B"),
            quiz_answer(2, "A", "wrong", day=1, other="C"),
            review(3, "A", 1, day=2, other="B"),
            review(4, "C", 3),
        ]
    )
    assert confusions(past, "AC") == {"A": ("B", "C")}
