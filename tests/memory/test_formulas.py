import random
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.history.events import EventId, Grade
from quizapp.history.fold import ReviewEvent
from quizapp.memory import scheduler as adapter
from quizapp.memory.formulas import MAX_STABILITY, PUBLISHED, Course, Formulas
from quizapp.memory.scheduler import Scheduler

START = datetime(1970, 1, 1, tzinfo=UTC)
PHASES = {1: fsrs.State.Learning, 2: fsrs.State.Review, 3: fsrs.State.Relearning}
PARAMETERS = st.one_of(
    st.just(DEFAULT_PARAMETERS),
    st.tuples(*map(st.floats, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)),
)
REVIEWS = st.lists(st.tuples(st.sampled_from(Grade), st.sampled_from([0, 0, 1, 2, 7, 30, 400, 20_000])), max_size=14)


@given(PARAMETERS, st.floats(0.7, 0.99), REVIEWS)
@settings(deadline=None, max_examples=300)
def test_they_agree_with_the_package_to_the_last_bit(parameters, retention, reviews):
    package = fsrs.Scheduler(parameters, retention, enable_fuzzing=False)
    formulas = Formulas(parameters, retention)
    card, course, now = fsrs.Card(card_id=1, due=START), Course(), START
    for grade, elapsed in reviews:
        now += timedelta(days=elapsed)
        if course.phase:
            known = formulas.retrievability(course.stability, elapsed)
            assert known == package.get_card_retrievability(card, now)
        card, _ = package.review_card(card, fsrs.Rating(int(grade)), now)
        course = formulas.after(course, grade, elapsed)
        card.stability = min(card.stability, MAX_STABILITY)
        assert (course.stability, course.difficulty) == (card.stability, card.difficulty)
        assert (PHASES[course.phase], course.step) == (card.state, card.step or 0)
        assert timedelta(days=course.days, minutes=course.minutes) == card.due - now


def history(seed, length=30):
    chance = random.Random(seed)
    day = 20_000
    for _ in range(length):
        day += chance.choice([-3, 0, 0, 1, 5, 40])
        yield ReviewEvent(chance.choice(list(Grade)), START + timedelta(days=day), day, 0, "flip", EventId("x"))


@pytest.mark.parametrize("seed", range(30))
def test_a_replay_is_what_the_reviews_one_by_one_lead_to(seed):
    scheduler = Scheduler(0.87)
    assert scheduler.replay(history(seed)) == scheduler._replay_by_package(history(seed))


def test_where_the_package_has_other_formulas_the_package_is_asked(monkeypatch):
    class Other(Formulas):
        def after(self, course, grade, elapsed):
            return super().after(course, grade, elapsed)._replace(difficulty=5.0)

    monkeypatch.setattr(adapter, "Formulas", Other)
    monkeypatch.setattr(adapter, "_package_is_known", lambda: False)
    scheduler, usual = Scheduler(), Scheduler()
    assert scheduler._formulas is None
    monkeypatch.undo()
    memory = usual.replay(history(1))
    assert scheduler.replay(history(1)) == memory
    assert scheduler.retrievability(memory, memory.due_day) == usual.retrievability(memory, memory.due_day)
    for seed in range(60):
        memory = usual.replay(history(seed))
        for days in (0, 1, 3, 40, 20_000):
            assert scheduler.gain(memory, memory.last_day + days) == usual.gain(memory, memory.last_day + days)


def test_the_installed_package_is_one_that_need_not_be_held_against_the_formulas_again():
    assert adapter._package_is_known()
    assert PUBLISHED == DEFAULT_PARAMETERS


@pytest.mark.parametrize("retention", [0.7, 0.9, 0.99])
def test_a_package_that_is_not_known_is_looked_at(monkeypatch, retention):
    monkeypatch.setattr(adapter, "_package_is_known", lambda: False)
    assert Scheduler(retention)._formulas is not None


@given(PARAMETERS, st.floats(0.7, 0.99), st.floats(0.7, 0.99), REVIEWS)
@settings(deadline=None, max_examples=100)
def test_another_retention_changes_the_day_and_nothing_else(parameters, one, other, reviews):
    usual, special = Scheduler(one, parameters), Scheduler(other, parameters)
    day, told = 20_000, []
    for grade, elapsed in reviews:
        day += elapsed
        told.append(ReviewEvent(grade, START + timedelta(days=day), day, 0, "flip", EventId("x")))
    memory = usual.replay(told)
    planned = special.planned_anew(memory if told else None, usual)
    assert planned in (None, special.replay(told))
    assert (planned is None) == (not told or (not memory.in_steps and memory.stability >= MAX_STABILITY))
