"""Studying by choice and by typing, with two grades, in a cram, with flags and edits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as checks
from hypothesis import strategies as st

from quizapp.cards.identity import cards_in
from quizapp.cards.marking import Outcome
from quizapp.cards.model import Deck, Item
from quizapp.history.events import Grade
from quizapp.memory.model import Memory, Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.memory.ways import Grades, StudyBy, Way
from quizapp.sessions.asking import Manner
from quizapp.sessions.steps import Answered, Aside, Flagged
from quizapp.sessions.study import begin
from quizapp.sessions.task import Task, Timetable

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TIMETABLE = Timetable(Scheduler(), UTC)
TODAY = TIMETABLE.day(NOON)
ITEMS = (
    Item(question="What is the capital of Austria?", answer="Vienna", wrong=("Graz", "Linz", "Salzburg")),
    Item(question="What is the capital of Switzerland?", answer="Bern", wrong=("Basel", "Geneva", "Zurich")),
    Item(question="Name Beijing's three evils.", answers=("separatism", "terrorism", "extremism")),
)
CARDS = tuple(cards_in(Deck("Capitals", ITEMS)))


def session_of(*cards, memory=None, confused=(), **manner):
    tasks = [Task(card, "Capitals", memory, peers=lambda: CARDS, taken_for=lambda: confused) for card in cards or CARDS]
    return begin(tasks, TIMETABLE, NOON, Manner(**manner))


def typed(given, **keys):
    return session_of(CARDS[0], by=StudyBy.TYPED, **keys).answer(given)


@pytest.mark.parametrize(
    ("given_text", "outcome", "proposed"),
    [
        ("vienna", Outcome.RIGHT, Grade.GOOD),
        ("Viena", Outcome.WRONG, Grade.AGAIN),
        ("Vienaa", Outcome.CLOSE, Grade.GOOD),
        ("", Outcome.WRONG, Grade.AGAIN),
    ],
)
def test_a_typed_answer_is_marked_and_a_grade_proposed(given_text, outcome, proposed):
    session = typed(given_text)
    assert (session.revealed, session.reply.outcome, session.proposed) == (True, outcome, proposed)


def test_what_was_typed_is_recorded_with_the_grade_and_undone_with_it():
    marked = typed("vienna")
    after, answered = marked.grade(marked.proposed, NOON + timedelta(seconds=3))
    assert (answered.via, answered.reply.given, answered.ms) == (Way.TYPED, "vienna", 3000)
    assert after.undo(NOON)[0] == marked


def test_a_card_turned_over_instead_of_answered_counts_as_turned_over():
    _session, answered = session_of(CARDS[0], by=StudyBy.TYPED).reveal().grade(Grade.GOOD, NOON)
    assert (answered.via, answered.reply) == (Way.FLIP, None)


def test_the_right_option_counts_for_less_than_the_right_word():
    session = session_of(CARDS[0], by=StudyBy.CHOICE)
    assert set(session.asked.choices) == {"Vienna", "Graz", "Linz", "Salzburg"}
    assert session.answer("Vienna").proposed is Grade.HARD
    assert session.answer("Graz").proposed is Grade.AGAIN


def test_a_list_is_typed_whole_in_any_order_and_has_no_options():
    assert session_of(CARDS[2], by=StudyBy.CHOICE).asked.way is Way.FLIP
    session = session_of(CARDS[2], by=StudyBy.TYPED).answer("extremism, terrorism and separatism")
    assert session.reply.outcome is Outcome.RIGHT


def test_another_cards_answer_is_a_confusion_unless_it_was_right_after_all():
    session = typed("bern")
    assert session.reply.other is CARDS[1]
    assert session.grade(session.proposed, NOON)[1].confused_with is CARDS[1]
    assert session.was_right().proposed is Grade.GOOD
    assert session.was_right().grade(Grade.GOOD, NOON)[1].confused_with is None


def test_what_was_mixed_up_is_among_the_options():
    session = session_of(CARDS[0], by=StudyBy.CHOICE, confused=(CARDS[1],))
    assert {"Vienna", "Bern"} <= set(session.asked.choices)
    assert session.answer("Bern").reply.other is CARDS[1]


def test_an_answer_given_before_the_answer_shows_is_the_only_one():
    with pytest.raises(ValueError, match="before"):
        typed("Bern").answer("Vienna")
    with pytest.raises(ValueError, match="no typed"):
        session_of().reveal().was_right()


def test_mixed_ways_follow_how_often_a_card_was_answered():
    ways = {
        reviews: session_of(
            CARDS[0], by=StudyBy.MIXED, memory=Memory(Phase.REVIEW, 2.0, 5.0, reviews=reviews)
        ).asked.way
        for reviews in range(3)
    }
    assert ways == {0: Way.FLIP, 1: Way.CHOICE, 2: Way.TYPED}


def test_two_grades_are_wrong_and_right():
    session = session_of(grades=Grades.TWO).reveal()
    assert session.grades == (Grade.AGAIN, Grade.GOOD)
    assert list(session.intervals(NOON)) == [Grade.AGAIN, Grade.GOOD]


def test_a_cram_leaves_the_schedule_and_brings_back_what_was_missed():
    memory = Memory(Phase.REVIEW, 40.0, 5.0, due_day=TODAY + 30, last_day=TODAY - 10, reviews=5)
    session = session_of(CARDS[0], CARDS[1], memory=memory, cram=True)
    session, missed = session.reveal().grade(Grade.AGAIN, NOON)
    assert (missed.memory, missed.crammed) == (memory, True)
    session, _ = session.reveal().grade(Grade.GOOD, NOON)
    assert session.current.card is CARDS[0]
    session, _ = session.reveal().grade(Grade.GOOD, NOON)
    assert session.over


def test_a_flag_is_a_step_that_undo_takes_back_in_its_place():
    revealed = session_of().reveal()
    flagged, step = revealed.flag(on=True)
    assert step == Flagged(revealed.current, on=True)
    assert (flagged.current, flagged.revealed) == (revealed.current, True)
    assert flagged.undo(NOON) == (revealed, step)


def test_an_edited_card_stays_edited_however_far_back_undo_goes():
    edited = replace(CARDS[1], question="Which city is Switzerland's seat of government?")
    session, _ = session_of().reveal().grade(Grade.EASY, NOON)
    session = session.with_card(edited)
    session, _ = session.reveal().grade(Grade.AGAIN, NOON)
    assert [back.task.card for back in session.returning] == [edited]
    for _ in range(2):
        session, _ = session.undo(NOON)
    assert (session.current.card, session.tasks[1].card) == (CARDS[0], edited)


def test_an_edit_is_a_step_that_undo_takes_back_in_its_place():
    session = session_of()
    once, first = session.edited(replace(CARDS[0], question="Which city?"))
    twice, _ = once.edited(replace(CARDS[0], question="Which city is it?"))
    graded, _ = twice.reveal().grade(Grade.AGAIN, NOON)
    assert [step.card.question for step in graded.steps] == ["Which city is it?"]
    back, _ = graded.undo(NOON)
    assert back.current.card.question == "Which city is it?"
    back, _ = back.undo(NOON)
    assert back.current.card.question == "Which city?"
    assert back.undo(NOON) == (session, first)


def test_a_card_forgotten_often_is_a_leech():
    often = Memory(Phase.REVIEW, 2.0, 5.0, reviews=20, lapses=8)
    assert session_of(memory=often).leech
    assert not session_of(memory=often, leech_lapses=9).leech
    assert not session_of(memory=often, leech_lapses=0).leech
    assert not session_of().leech


EVENTS = st.lists(st.sampled_from(["right", "wrong", "skip", "bury", "flag", "undo"]), max_size=20)


@checks(deadline=None, max_examples=60)
@given(st.sampled_from(StudyBy), st.booleans(), EVENTS)
def test_undo_leads_back_through_every_state_and_the_count_of_cards_stays(by, cram, events):
    session = session_of(by=by, cram=cram)
    behind = [session]
    for event in events:
        if session.over:
            break
        if event == "undo":
            undone = session.undo(NOON)
            assert (undone is None) == (len(behind) == 1)
            if undone:
                behind.pop()
                session = undone[0]
                # Undo shows the answer again; what was there before that was shown is no step.
                assert (session.current, session.progress) == (behind[-1].current, behind[-1].progress)
            continue
        if event == "flag":
            session, step = session.flag(on=True)
        elif event in ("right", "wrong"):
            shown = (
                session
                if session.revealed
                else session.answer(session.current.card.answer if event == "right" else "?")
            )
            session, step = shown.grade(Grade.GOOD if event == "right" else Grade.AGAIN, NOON)
        else:
            session, step = session.put_aside(Aside.SKIPPED if event == "skip" else Aside.BURIED, NOON)
        behind.append(session)
        assert session.progress.done + session.progress.left == len(CARDS)
        assert isinstance(step, Answered) or step.card
    assert len(session.steps) == len(behind) - 1
