from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.history.events import Grade
from quizapp.history.past import CardPast, ReviewEvent
from quizapp.insight.activity import LONGEST_MS, Worked, activity, longest_streak, streak, worked
from quizapp.insight.forecast import forecast
from quizapp.insight.hardest import hardest
from quizapp.insight.retention import Retention, retention

T = datetime(2026, 3, 2, tzinfo=UTC)
DAYS = st.integers(0, 60)
REVIEWS = st.builds(
    lambda day, grade, ms: ReviewEvent(grade, T, day, ms, "flip", "e"),
    DAYS,
    st.sampled_from(Grade),
    st.integers(0, 400_000),
)
few = settings(max_examples=50)


def past(*days_and_grades):
    return [ReviewEvent(Grade(grade), T, day, 0, "flip", "e") for day, grade in days_and_grades]


@few
@given(st.lists(REVIEWS))
def test_every_answer_counts_once_and_no_longer_than_the_longest(reviews):
    days = activity(reviews)
    assert sum(done.answers for done in days.values()) == len(reviews)
    assert worked(days, 0, 60) == Worked(len(reviews), sum(min(review.ms, LONGEST_MS) for review in reviews))
    assert set(days) == {review.day for review in reviews}


@few
@given(st.lists(REVIEWS), DAYS)
def test_stretches_of_time_add_up(reviews, cut):
    days = activity(reviews)
    assert worked(days, 0, cut) + worked(days, cut + 1, 60) == worked(days, 0, 60)


@few
@given(st.sets(DAYS), DAYS)
def test_a_streak_is_days_in_a_row_up_to_today_or_yesterday(days, today):
    found = streak(days, today)
    end = today if today in days else today - 1
    assert all(day in days for day in range(end - found + 1, end + 1))
    assert end - found not in days
    assert found <= longest_streak(days) <= len(days)


def test_a_day_left_out_breaks_a_streak_and_today_does_not_yet():
    assert [streak({1, 2, 4, 5}, today) for today in (5, 6, 7, 2)] == [2, 2, 0, 2]
    assert longest_streak({1, 2, 4, 5, 6}) == 3
    assert longest_streak(()) == 0


@few
@given(st.lists(st.integers(-40, 80)), DAYS, st.integers(1, 40))
def test_a_forecast_tells_every_card_of_its_days_once(due, today, days):
    ahead = forecast(due, today, days)
    assert len(ahead) == days
    assert sum(ahead) == sum(day < today + days for day in due)
    assert ahead[0] == sum(day <= today for day in due)


def test_only_the_first_answer_of_a_day_to_a_card_seen_before_tells_of_memory():
    pasts = [past((1, 1), (1, 3), (3, 3), (3, 1), (5, 1)), past((2, 1)), past((1, 3), (4, 2))]
    assert retention(pasts, 0, 9) == Retention(asked=3, known=2)
    assert retention(pasts, 5, 5) == Retention(asked=1, known=0)
    assert retention([], 0, 9).share is None


@few
@given(st.lists(st.lists(REVIEWS, max_size=8)), DAYS)
def test_retention_is_a_share_and_its_days_add_up(pasts, cut):
    pasts = [sorted(each, key=lambda review: review.day) for each in pasts]
    before, after, whole = retention(pasts, 0, cut), retention(pasts, cut + 1, 60), retention(pasts, 0, 60)
    assert (before.asked + after.asked, before.known + after.known) == (whole.asked, whole.known)
    assert whole.known <= whole.asked


def test_the_hardest_cards_are_those_missed_most():
    pasts = {
        name: CardPast(reviews=tuple(past(*reviews)), question=name, suspended=name == "gone")
        for name, reviews in {
            "easy": [(1, 3)],
            "hard": [(1, 1), (1, 1), (2, 3)],
            "harder": [(1, 1), (2, 1)],
            "gone": [(1, 1)] * 5,
        }.items()
    }
    found = hardest(pasts, ["easy", "hard", "harder", "gone", "never", "hard"], 9)
    assert [(hard.question, hard.misses, hard.answers) for hard in found] == [("harder", 2, 2), ("hard", 2, 3)]
    assert len(hardest(pasts, pasts, 1)) == 1
