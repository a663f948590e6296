from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.history.events import EventId, Grade
from quizapp.history.past import ReviewEvent
from quizapp.insight.pace import USUAL_SECONDS, Pace, pace

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)


def review(ms, minute=0):
    return ReviewEvent(Grade.GOOD, NOW + timedelta(minutes=minute), 20454, ms, "flip", EventId("x"))


def test_it_is_the_median_and_no_long_break_counts():
    assert pace([review(ms) for ms in [4000] * 6 + [6000] * 5 + [10**6] * 5]) == Pace(4.0, measured=True)


def test_too_few_answers_tell_nothing():
    assert pace([review(3000)] * 9) == Pace(USUAL_SECONDS, measured=False)
    assert pace([review(0)] * 50).measured is False


def test_only_the_latest_answers_count():
    assert pace([review(60_000, 0)] * 600 + [review(5000, 1)] * 500).seconds == 5.0


def test_minutes_become_cards_and_cards_minutes():
    assert Pace(17.6).cards_in(10) == 34
    assert Pace(17.6).minutes_for(34) == 10
    assert (Pace(10).cards_in(0), Pace(10).cards_in(0.01)) == (0, 1)
    assert (Pace(10).minutes_for(0), Pace(10).minutes_for(7)) == (0, 2)


@given(st.integers(1, 10**4), st.floats(0.5, 120))
def test_the_minutes_for_some_cards_hold_them(cards, seconds):
    assert Pace(seconds).cards_in(Pace(seconds).minutes_for(cards)) >= cards - 1


@given(st.lists(st.integers(-(10**6), 10**6).map(review), max_size=40))
def test_the_pace_is_always_a_time(reviews):
    assert 0.5 <= pace(reviews).seconds <= 120
