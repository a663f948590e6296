from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item, Source
from quizapp.history.events import Grade
from quizapp.memory.model import Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.sessions.steps import Answered, Aside, PutAside
from quizapp.sessions.study import LONGEST_ANSWER_MS, begin
from quizapp.sessions.task import Task, Timetable

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TIMETABLE = Timetable(Scheduler(), UTC)


def task(name, memory=None):
    (card,) = cards_of(Item(question=f"Question {name}", answer=f"Answer {name}"))
    return Task(card, "A deck", memory)


def session_of(count, now=NOON):
    return begin([task(str(number)) for number in range(count)], TIMETABLE, now)


def graded(session, *grades, now=NOON):
    for grade in grades:
        session, _ = session.reveal().grade(grade, now)
    return session


def asked(session):
    return session.current.card.question.removeprefix("Question ")


def test_the_first_card_is_asked_with_its_answer_hidden():
    session = session_of(2)
    assert asked(session) == "0"
    assert not session.revealed
    assert (session.progress.done, session.progress.left) == (0, 2)


def test_a_session_without_cards_is_over():
    session = session_of(0)
    assert session.over
    assert session.progress.share == 1


def test_a_known_card_is_done_and_the_next_one_is_asked():
    session, answered = session_of(2).reveal().grade(Grade.EASY, NOON)
    assert (asked(session), session.revealed) == ("1", False)
    assert answered.memory.phase is Phase.REVIEW
    assert (session.progress.done, session.progress.left) == (1, 1)


def test_what_is_recorded_says_card_grade_time_and_way():
    session = session_of(1)
    _, answered = session.reveal().grade(Grade.HARD, NOON + timedelta(seconds=4.2))
    assert (answered.card, answered.grade, answered.ms, answered.via) == (
        session.current.card,
        Grade.HARD,
        4200,
        "flip",
    )


@pytest.mark.parametrize(("spent", "ms"), [(timedelta(hours=3), LONGEST_ANSWER_MS), (timedelta(hours=-3), 0)])
def test_time_away_and_a_clock_set_back_are_not_time_spent(spent, ms):
    _, answered = session_of(1).reveal().grade(Grade.GOOD, NOON + spent)
    assert answered.ms == ms


def test_a_card_in_its_learning_steps_comes_back_after_the_others():
    session = graded(session_of(2), Grade.AGAIN)
    assert asked(session) == "1"
    session = graded(session, Grade.EASY)
    assert (asked(session), session.repeat) == ("0", True)


def test_a_card_comes_back_before_the_others_once_its_time_has_come():
    session = graded(session_of(3), Grade.AGAIN)
    session = graded(session, Grade.EASY, now=NOON + timedelta(minutes=2))
    assert asked(session) == "0"


def test_the_card_just_missed_is_not_asked_twice_in_a_row_while_another_waits():
    session = graded(session_of(2), Grade.AGAIN, Grade.AGAIN, Grade.GOOD)
    assert asked(session) == "1"
    session = graded(session, Grade.AGAIN)
    assert asked(session) == "0"


def test_the_memory_of_a_returning_card_is_the_one_its_answer_left():
    session, answered = session_of(1).reveal().grade(Grade.AGAIN, NOON)
    assert session.current.memory == answered.memory


def test_nothing_is_graded_before_its_answer_is_shown():
    with pytest.raises(ValueError, match="shown"):
        session_of(1).grade(Grade.GOOD, NOON)


def test_nothing_happens_after_the_end():
    session = graded(session_of(1), Grade.EASY)
    for event in (
        session.reveal,
        lambda: session.grade(Grade.GOOD, NOON),
        lambda: session.put_aside(Aside.SKIPPED, NOON),
        lambda: session.answer("x"),
    ):
        with pytest.raises(ValueError, match="over"):
            event()


@pytest.mark.parametrize("how", Aside)
def test_a_card_put_aside_does_not_come_back(how):
    session, aside = session_of(2).put_aside(how, NOON)
    assert aside == PutAside(session_of(2).current, how)
    assert asked(session) == "1"
    assert graded(session, Grade.EASY).over


def test_undo_gives_back_the_card_with_its_answer_shown_and_says_what_is_undone():
    before = session_of(2).reveal()
    after, answered = before.grade(Grade.AGAIN, NOON)
    session, undone = after.undo(NOON)
    assert session == before
    assert undone is answered


def test_undo_after_the_end_brings_back_the_last_card():
    session, _ = graded(session_of(1), Grade.EASY).undo(NOON)
    assert asked(session) == "0"
    assert session.revealed


def test_there_is_nothing_to_undo_at_the_start():
    assert session_of(1).reveal().undo(NOON) is None


def test_time_starts_anew_after_undo():
    later = NOON + timedelta(minutes=4)
    session, _ = graded(session_of(2), Grade.GOOD).undo(later)
    _, answered = session.grade(Grade.GOOD, later + timedelta(seconds=2))
    assert answered.ms == 2000


def test_every_grade_shows_how_long_the_card_would_stay_away():
    intervals = session_of(1).intervals(NOON)
    assert list(intervals) == list(Grade)
    assert (intervals[Grade.AGAIN], intervals[Grade.GOOD]) == ("1m", "10m")


def test_what_the_intervals_promise_is_what_a_grade_does():
    session = session_of(1)
    _, answered = session.reveal().grade(Grade.EASY, NOON)
    day = TIMETABLE.day(NOON)
    assert session.intervals(NOON)[Grade.EASY] == f"{answered.memory.due_day - day}d"


def test_the_usual_time_is_the_median_of_this_session():
    session, now = session_of(3), NOON
    for seconds in (2, 60, 3):
        now += timedelta(seconds=seconds)
        session, _ = session.reveal().grade(Grade.EASY, now)
    assert session.usual_ms() == 3000
    assert session_of(1).usual_ms() == 0


def test_a_card_names_its_own_source_before_its_deck():
    own, deck = Source(title="Own"), Source(title="Deck")
    (card,) = cards_of(Item(question="q", answer="a", source=own))
    assert Task(card, "A deck", deck_source=deck).source is own
    assert Task(task("x").card, "A deck", deck_source=deck).source is deck


EVENTS = st.one_of(
    st.sampled_from(Grade), st.sampled_from(Aside), st.just("undo"), st.timedeltas(timedelta(0), timedelta(minutes=30))
)


def played(count, events):
    """Yield the session before and after each event that applies, and the time."""
    session, now = session_of(count), NOON
    for event in events:
        before = session
        if isinstance(event, timedelta):
            now += event
        elif event == "undo":
            undone = session.undo(now)
            session = undone[0] if undone else session
        elif session.over:
            continue
        elif isinstance(event, Grade):
            session, _ = session.reveal().grade(event, now)
        else:
            session, _ = session.put_aside(event, now)
        yield before, session, event, now


@given(st.integers(0, 6), st.lists(EVENTS, max_size=25))
def test_done_and_left_always_add_up_to_the_cards_of_the_session(count, events):
    for _, session, _, _ in played(count, events):
        assert session.progress.done + session.progress.left == count
        assert min(session.progress.done, session.progress.left) >= 0
        assert session.over == (session.progress.left == 0)


@given(st.integers(1, 6), st.lists(EVENTS, max_size=25))
def test_undo_takes_back_exactly_the_last_event(count, events):
    for before, session, event, now in played(count, events):
        if isinstance(event, Grade | Aside):
            back, undone = session.undo(now)
            assert back == (before.reveal() if isinstance(undone, Answered) else before)


@given(st.integers(1, 6), st.lists(EVENTS, max_size=25))
def test_a_session_ends_once_its_cards_are_known(count, events):
    session = session_of(count)
    for _, after, _, _ in played(count, events):
        session = after
    for _ in range(3 * count):
        session = session if session.over else graded(session, Grade.GOOD)
    assert session.over


@given(st.integers(1, 6), st.lists(EVENTS, max_size=25))
def test_no_card_is_asked_that_is_waiting_or_done(count, events):
    for _, session, _, _ in played(count, events):
        waiting = [waiting.task.card.id for waiting in session.returning]
        assert len(set(waiting)) == len(waiting)
        assert session.over or session.current.card.id not in waiting
