from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item, Kind
from quizapp.history.events import Grade
from quizapp.memory.model import Memory, Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.memory.ways import StudyBy
from quizapp.sessions.asking import Manner
from quizapp.sessions.steps import Aside
from quizapp.sessions.study import begin
from quizapp.sessions.summary import Tally, summary
from quizapp.sessions.task import Task, Timetable

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TIMETABLE = Timetable(Scheduler(), UTC)
TODAY = TIMETABLE.day(NOON)
VIENNA = Item(question="What is the capital of Austria?", answer="Vienna")
BERN = Item(question="What is the capital of Switzerland?", answer="Bern")


def session_of(*items):
    return begin([Task(cards_of(item)[0], "A deck") for item in items], TIMETABLE, NOON)


def basics(count):
    return [Item(question=f"Question {number}", answer=f"Answer {number}") for number in range(count)]


def graded(session, *grades, seconds=1):
    now = session.asked_at
    for grade in grades:
        now += timedelta(seconds=seconds)
        session, _ = session.reveal().grade(grade, now)
    return session


def test_a_session_without_answers_says_nothing():
    empty = summary(session_of(*basics(2)))
    assert (empty.answers, empty.known, empty.slowest, empty.next_day) == (0, Tally(0, 0), None, None)
    assert empty.left == 2
    assert empty.suggestion == ""


def test_a_card_counts_as_known_by_its_first_answer():
    told = summary(graded(session_of(*basics(2)), Grade.AGAIN, Grade.EASY, Grade.GOOD, Grade.GOOD))
    assert told.known == Tally(1, 2)
    assert told.answers == 4
    assert told.new == 2
    assert told.left == 0


def test_cards_are_told_by_kind():
    session = session_of(Item(cloze="Water boils at {{100}} degrees."), *basics(2))
    told = summary(graded(session, Grade.EASY, Grade.EASY, Grade.AGAIN))
    assert told.by_kind == {Kind.CLOZE: Tally(1, 1), Kind.BASIC: Tally(1, 2)}


def test_all_the_time_is_told_and_the_answer_that_took_much_longer_than_usual():
    session = graded(session_of(*basics(6)), *[Grade.EASY] * 4, seconds=3)
    usual = graded(session, Grade.EASY, Grade.EASY, seconds=4)
    slow = graded(graded(session, Grade.EASY, seconds=20), Grade.EASY, seconds=3)
    assert (summary(usual).slowest, summary(usual).ms) == (None, 20000)
    assert (summary(slow).slowest.ms, summary(slow).ms) == (20000, 35000)


def test_the_cards_missed_most_come_first():
    told = summary(graded(session_of(*basics(2)), Grade.AGAIN, Grade.AGAIN, Grade.EASY, Grade.AGAIN))
    assert [(card.question, count) for card, count in told.hardest] == [("Question 1", 2), ("Question 0", 1)]


def test_the_first_due_day_is_told_with_how_many_cards():
    told = summary(graded(session_of(*basics(3)), Grade.EASY, Grade.EASY, Grade.AGAIN))
    assert told.next_day == TODAY
    assert told.next_count == 1


def test_what_was_put_aside_is_counted_but_not_what_was_undone():
    session, _ = session_of(*basics(3)).put_aside(Aside.SKIPPED, NOON)
    session, _ = session.put_aside(Aside.BURIED, NOON)
    session, _ = session.undo(NOON)
    assert summary(session).aside == {Aside.SKIPPED: 1}


def test_a_card_missed_again_and_again_is_suggested_for_rewriting():
    told = summary(graded(session_of(*basics(1)), Grade.AGAIN, Grade.AGAIN, Grade.AGAIN))
    assert "hardest" in told.suggestion


def test_a_hard_session_suggests_fewer_new_cards():
    told = summary(graded(session_of(*basics(6)), *[Grade.AGAIN] * 3, *[Grade.GOOD] * 3))
    assert "Fewer new cards" in told.suggestion


def test_all_known_suggests_easy_but_not_for_new_cards():
    session = session_of(*basics(5))
    assert summary(graded(session, *[Grade.EASY] * 5)).suggestion == ""
    memory = TIMETABLE.after(session.tasks[0], Grade.EASY, NOON)
    known = begin([replace(task, memory=memory) for task in session.tasks], TIMETABLE, NOON)
    assert "Easy" in summary(graded(known, *[Grade.GOOD] * 5)).suggestion


def test_what_was_mixed_up_is_told_and_advised_on():
    cards = tuple(card for item in (VIENNA, BERN) for card in cards_of(item))
    tasks = [Task(card, "A deck", peers=lambda: cards) for card in cards]
    session = begin(tasks, TIMETABLE, NOON, Manner(StudyBy.TYPED)).answer("bern")
    session, _ = session.grade(session.proposed, NOON)
    told = summary(session)
    assert told.confused == (cards,)
    assert told.suggestion == "“Vienna” and “Bern” got mixed up: find what tells them apart."


def test_a_card_missed_again_that_was_forgotten_often_wants_other_words():
    memory = Memory(Phase.REVIEW, 3.0, 5.0, due_day=TODAY, last_day=TODAY - 3, reviews=20, lapses=7)
    task = Task(cards_of(VIENNA)[0], "A deck", memory)
    session, _ = begin([task], TIMETABLE, NOON).reveal().grade(Grade.AGAIN, NOON)
    assert summary(session).leeches == (task.card,)
    assert "other words" in summary(session).suggestion
    kept, _ = begin([task], TIMETABLE, NOON).reveal().grade(Grade.GOOD, NOON)
    assert summary(kept).leeches == ()
