from datetime import UTC, datetime

import pytest

from quizapp.cards.model import CardId
from quizapp.history.events import EventId
from quizapp.history.past import QuizAnswer, QuizPast
from quizapp.insight.scores import DeckScore, scores

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


def answer(card, verdict):
    return QuizAnswer(CardId(card), f"{card}?", card.lower(), (), "x", verdict, 900, NOW, EventId("e"))


def quiz(right, total, *answers, decks=("Capitals",), finished=True):
    return QuizPast("q", NOW, 20454, decks, "typed", total, answers, finished, right, total)


def test_best_last_and_trend():
    score = scores([quiz(9, 10), quiz(5, 10), quiz(6, 10)])
    assert (score.taken, score.best, score.last, score.trend) == (3, 0.9, 0.6, (0.9, 0.5, 0.6))
    assert score.change == pytest.approx(-0.1)


def test_no_quiz_is_no_score():
    assert scores([]) == DeckScore()
    assert scores([]).change == 0.0


def test_a_quiz_broken_off_has_no_score_but_its_misses_count():
    score = scores([quiz(0, 1, answer("A", "wrong"), finished=False), quiz(0, 0)])
    assert (score.taken, score.last) == (0, None)
    assert [missed.card for missed in score.most_missed] == ["A"]


def test_the_cards_missed_most_come_first():
    played = [
        quiz(1, 3, answer("A", "right"), answer("B", "wrong"), answer("C", "wrong")),
        quiz(1, 2, answer("B", "wrong"), answer("A", "wrong")),
    ]
    missed = scores(played).most_missed
    assert [(one.card, one.misses, one.asked) for one in missed] == [("B", 2, 2), ("C", 1, 1), ("A", 1, 2)]
    assert (missed[0].question, missed[0].answer) == ("B?", "b")
    assert [one.card for one in scores(played, cards={"A"}).most_missed] == ["A"]


def test_a_close_answer_is_no_miss():
    assert scores([quiz(1, 1, answer("A", "close"))]).most_missed == ()


def test_a_card_is_counted_under_the_name_it_has_now():
    played = [quiz(0, 2, answer("A", "wrong"), answer("B", "wrong"))]
    (missed,) = scores(played, name_of=lambda _: CardId("B")).most_missed
    assert (missed.card, missed.misses) == ("B", 2)
