import math
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.history.events import EventId, Grade
from quizapp.history.fold import ReviewEvent
from quizapp.memory.model import NEW, Memory, Phase
from quizapp.memory.scheduler import MAX_STABILITY, Scheduler

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAY = 20454
USUAL, EASYGOING = Scheduler(), Scheduler(0.8)
GRADES = st.sampled_from(Grade)


def review(grade, day=DAY, t=NOW):
    return ReviewEvent(grade, t, day, 0, "flip", EventId("x"))


@st.composite
def pasts(draw, largest_gap=400):
    day, reviews = DAY, []
    for gap, grade in draw(st.lists(st.tuples(st.integers(0, largest_gap), GRADES), max_size=12)):
        day += gap
        reviews.append(review(grade, day, NOW + timedelta(days=day - DAY)))
    return reviews


class TestSteps:
    def test_a_new_card_answered_well_goes_through_its_steps_within_the_day(self):
        first = USUAL.review(None, Grade.GOOD, NOW, DAY)
        assert (first.phase, first.step) == (Phase.LEARNING, 1)
        assert (first.due_at, first.due_day) == (NOW + timedelta(minutes=10), DAY)
        second = USUAL.review(first, Grade.GOOD, NOW + timedelta(minutes=10), DAY)
        assert (second.phase, second.due_at) == (Phase.REVIEW, None)
        assert second.due_day > DAY

    def test_again_starts_the_steps_over(self):
        memory = USUAL.review(USUAL.review(None, Grade.GOOD, NOW, DAY), Grade.AGAIN, NOW, DAY)
        assert memory.due_at == NOW + timedelta(minutes=1)

    def test_a_known_card_forgotten_is_a_lapse_and_is_relearned(self):
        known = USUAL.review(None, Grade.EASY, NOW, DAY)
        lapsed = USUAL.review(known, Grade.AGAIN, NOW, known.due_day)
        assert (lapsed.phase, lapsed.lapses, lapsed.reviews) == (Phase.RELEARNING, 1, 2)
        assert lapsed.in_steps
        again = USUAL.review(lapsed, Grade.AGAIN, NOW, known.due_day)
        assert again.lapses == 1

    def test_the_old_memory_is_not_changed(self):
        memory = USUAL.review(None, Grade.GOOD, NOW, DAY)
        USUAL.review(memory, Grade.EASY, NOW, DAY)
        assert memory == USUAL.review(None, Grade.GOOD, NOW, DAY)


class TestPreview:
    @given(pasts(), st.integers(0, 400))
    @settings(deadline=None, max_examples=50)
    def test_it_is_what_each_grade_leads_to(self, reviews, wait):
        memory = USUAL.replay(reviews)
        day = max(memory.last_day, DAY) + wait
        outcomes = USUAL.preview(memory, NOW, day)
        assert list(outcomes) == list(Grade)
        assert all(outcomes[grade] == USUAL.review(memory, grade, NOW, day) for grade in Grade)

    @given(pasts(), st.integers(0, 400))
    @settings(deadline=None)
    def test_a_better_grade_is_never_due_earlier(self, reviews, wait):
        memory = USUAL.replay(reviews)
        outcomes = USUAL.preview(memory, NOW, max(memory.last_day, DAY) + wait).values()
        due = [(outcome.due_day, outcome.due_at or NOW) for outcome in outcomes]
        assert due == sorted(due)


class TestStudyDays:
    def test_hours_do_not_count_only_study_days(self):
        early = USUAL.replay([review(Grade.EASY, DAY, NOW), review(Grade.GOOD, DAY + 8, NOW + timedelta(hours=170))])
        late = USUAL.replay([review(Grade.EASY, DAY, NOW), review(Grade.GOOD, DAY + 8, NOW + timedelta(hours=209))])
        assert early == late

    @given(pasts())
    @settings(deadline=None)
    def test_it_agrees_with_the_package_fed_whole_days(self, reviews):
        package = fsrs.Scheduler(enable_fuzzing=False)
        card = fsrs.Card(card_id=1)
        for one in reviews:
            noon = datetime(1970, 1, 1, 12, tzinfo=UTC) + timedelta(days=one.day)
            card, _ = package.review_card(card, fsrs.Rating(int(one.grade)), noon)
        memory = USUAL.replay(reviews)
        if reviews:
            assert memory.stability == min(card.stability, MAX_STABILITY)
            assert memory.difficulty == card.difficulty
            assert memory.phase == card.state.name.lower()
            assert (memory.due_day - DAY if not memory.in_steps else 0) == (
                (card.due - datetime(1970, 1, 1, tzinfo=UTC)).days - DAY if not memory.in_steps else 0
            )

    def test_a_day_that_runs_backwards_counts_as_no_time(self):
        memory = USUAL.review(None, Grade.EASY, NOW, DAY)
        back = USUAL.review(memory, Grade.GOOD, NOW, DAY - 400)
        assert back == USUAL.review(memory, Grade.GOOD, NOW, DAY)
        assert back.due_day > DAY

    @given(
        st.lists(
            st.tuples(GRADES, st.datetimes(timezones=st.just(UTC)), st.integers(-(10**7), 10**7)),
            min_size=1,
            max_size=8,
        )
    )
    @settings(deadline=None)
    def test_no_clock_makes_it_fail_or_sets_a_due_day_before_its_review(self, wild):
        memory = NEW
        for grade, t, day in wild:
            memory = USUAL.review(memory, grade, t, day)
            assert memory.due_day >= day
            assert memory.due_at is None or memory.due_at >= t
            assert 0.001 <= memory.stability <= MAX_STABILITY
            assert 1 <= memory.difficulty <= 10
            assert 0 <= USUAL.retrievability(memory, day) <= 1

    def test_the_last_minute_of_the_calendar_holds(self):
        end = datetime.max.replace(tzinfo=UTC)
        assert USUAL.review(None, Grade.AGAIN, end, DAY).due_at == end

    @given(st.lists(GRADES, min_size=1, max_size=60), st.data())
    @settings(deadline=None, max_examples=40)
    def test_stability_stays_a_number_whatever_the_parameters(self, grades, data):
        from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS  # noqa: PLC0415 - its bounds alone

        edge = data.draw(st.sampled_from([LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, None]))
        parameters = edge or [
            data.draw(st.sampled_from(pair))
            for pair in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        ]
        wild = Scheduler(data.draw(st.sampled_from([0.7, 0.9, 0.99])), parameters)
        memory, day = NEW, DAY
        for grade in grades:
            day += data.draw(st.sampled_from([0, 1, 30, 100_000]))
            memory = wild.review(memory, grade, NOW, day)
            assert math.isfinite(memory.stability)
            assert memory.due_day >= day


class TestRetention:
    @given(pasts())
    @settings(deadline=None)
    def test_a_lower_retention_never_brings_a_card_back_earlier(self, reviews):
        assert EASYGOING.replay(reviews).due_day >= USUAL.replay(reviews).due_day

    def test_it_moves_the_due_day_of_known_cards(self):
        known = [review(Grade.EASY)]
        assert (
            Scheduler(0.8).replay(known).due_day
            > Scheduler(0.9).replay(known).due_day
            > Scheduler(0.97).replay(known).due_day
        )

    def test_a_card_due_is_known_with_about_the_wanted_probability(self):
        for wanted in (0.8, 0.9, 0.95):
            scheduler = Scheduler(wanted)
            memory = scheduler.replay([review(Grade.EASY), review(Grade.GOOD, DAY + 10)])
            assert scheduler.retrievability(memory, memory.due_day) == pytest.approx(wanted, abs=0.01)

    @pytest.mark.parametrize("retention", [0, 1, -1, 0.5, 1.5, math.nan, math.inf])
    def test_what_cannot_be_planned_for_is_refused(self, retention):
        with pytest.raises(QuizError, match="retention"):
            Scheduler(retention)

    @pytest.mark.parametrize("parameters", [[1.0], [math.nan] * 21, [0.0] * 21, [1e9] * 21])
    def test_parameters_out_of_bounds_are_refused(self, parameters):
        with pytest.raises(QuizError, match="published"):
            Scheduler(parameters=parameters).review(None, Grade.GOOD, NOW, DAY)

    def test_no_parameters_are_the_published_ones(self):
        assert Scheduler(parameters=[]).replay([review(Grade.EASY)]) == USUAL.replay([review(Grade.EASY)])

    def test_a_new_card_is_not_known(self):
        assert USUAL.retrievability(None, DAY) == USUAL.retrievability(NEW, DAY) == 0.0

    def test_what_is_known_fades(self):
        memory = USUAL.review(None, Grade.EASY, NOW, DAY)
        fading = [USUAL.retrievability(memory, DAY + n) for n in range(20)]
        assert fading[0] == 1.0
        assert fading == sorted(fading, reverse=True)


class TestGain:
    def test_a_card_about_to_be_forgotten_gains_more_than_one_still_known(self):
        memory = USUAL.review(None, Grade.EASY, NOW, DAY)
        assert USUAL.gain(memory, DAY + 8) > USUAL.gain(memory, DAY + 1)

    @given(pasts(), st.integers(0, 1000))
    @settings(deadline=None, max_examples=50)
    def test_it_is_a_number_and_no_more_than_everything(self, reviews, wait):
        memory = USUAL.replay(reviews)
        if reviews:
            assert -1 <= USUAL.gain(memory, memory.last_day + wait) <= 1


def test_neither_the_wall_clock_nor_chance_is_used(monkeypatch):
    USUAL.review(None, Grade.GOOD, NOW, DAY)

    def forbidden(*_):
        raise AssertionError

    monkeypatch.setattr(time, "sleep", forbidden)
    monkeypatch.setattr("fsrs.scheduler.random", forbidden)
    random.seed(1)
    state = random.getstate()
    memory = USUAL.replay([review(Grade.EASY), review(Grade.GOOD, DAY + 9), review(Grade.GOOD, DAY + 60)])
    assert USUAL.preview(memory, NOW, DAY + 200)
    assert random.getstate() == state


def test_a_memory_is_a_value():
    assert USUAL.replay([]) == Memory() == NEW


def test_importing_the_adapter_does_not_import_the_package():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, quizapp.memory.queue; print('fsrs' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
