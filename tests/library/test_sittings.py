"""Which cards a session or a quiz asks, in which manner, and what it leaves in the journal."""

from datetime import timedelta
from itertools import pairwise

import pytest

from quizapp.history.events import Grade
from quizapp.library.selection import Selection, StudyWish
from quizapp.memory.ways import QuizKind, StudyBy, Way
from quizapp.sessions.quiz import Terms
from quizapp.sessions.steps import Aside

TYPED = StudyWish(by=StudyBy.TYPED)


def answer(library, session, given, grade=None):
    marked = session.answer(given)
    after, step = marked.grade(grade or marked.proposed, library.now())
    library.record(step)
    return after


def asked(session):
    return [task.card.question for task in session.tasks]


def begin_with(library, question, wish=TYPED):
    """Begin a session with the card of a question."""
    (card,) = (card for deck in library.shelf.decks for card in deck.cards if card.question == question)
    return library.study((), wish, card.id)


JAPAN, PERU = "What is the capital of Japan?", "What is the capital of Peru?"


def test_a_confusion_outlives_the_session_and_comes_back_as_contrast_and_option(house):
    library = house.open()
    answer(library, begin_with(library, JAPAN), "lima")
    house.clock.forward(days=1)
    session = begin_with(house.open(), JAPAN, StudyWish(by=StudyBy.CHOICE))
    assert [card.question for card in session.current.confused] == [PERU]
    assert {"Tokyo", "Lima"} <= set(session.asked.choices)
    quiz = house.open().quiz(["capitals"], Terms(0, QuizKind.CHOICE))
    assert all("Lima" in question.choices for question in quiz.questions if question.card.question == JAPAN)


def test_a_confusion_is_gone_once_its_answer_is_taken_back(house):
    library = house.open()
    answer(library, begin_with(library, JAPAN), "lima")
    library.undo()
    assert begin_with(library, JAPAN).current.confused == ()


def test_an_answer_that_was_right_after_all_is_no_confusion_and_accepted_from_now_on(house):
    library = house.open()
    session = begin_with(library, JAPAN).answer("Edo")
    card = library.add_alias(session.current.card, "Edo", session.current.place)
    session = session.with_card(card).was_right()
    session, step = session.grade(session.proposed, library.now())
    library.record(step)
    assert (step.grade, step.via) == (Grade.GOOD, Way.TYPED)
    house.clock.forward(days=3)
    assert begin_with(house.open(), JAPAN).answer("edo").reply.right


def test_a_cram_asks_all_cards_and_leaves_no_trace_but_what_is_put_aside(house):
    library = house.open()
    session = library.study(["capitals"], StudyWish(cram=True))
    assert len(session.tasks) == 7
    session = answer(library, session, session.current.card.answer)
    session, step = session.put_aside(Aside.SUSPENDED, library.now())
    library.record(step)
    pasts = list(house.open().progress.past.cards.values())
    assert [(past.reviews, past.suspended) for past in pasts] == [((), True)]
    assert len(library.study(["capitals"], StudyWish(cram=True)).tasks) == 6
    # What is undone is the step that left a trace, and then the one that left none.
    assert library.undo() is not None
    assert library.undo() is None


def test_cards_of_one_item_do_not_follow_each_other_in_a_cram(house):
    tasks = house.open().study((), StudyWish(cram=True)).tasks
    assert all(one.sibling != other.sibling for one, other in pairwise(tasks))


def test_misses_are_what_was_wrong_on_the_last_day_it_was_asked(house):
    library = house.open()
    session = begin_with(library, JAPAN)
    missed = session.current.card.question
    session = answer(library, session, "?")
    known = session.current.card.question
    answer(library, session, session.current.card.answer)
    misses = StudyWish(Selection(misses=True), cram=True)
    assert asked(library.study((), misses)) == [missed]
    house.clock.forward(days=1)
    answer(library, begin_with(library, missed), "Tokyo")
    answer(library, begin_with(library, known), "?", Grade.AGAIN)
    assert asked(house.open().study((), misses)) == [known]


def test_flagged_cards_and_a_number_of_cards_can_be_asked_for(house):
    library = house.open()
    session = library.study(["capitals"])
    _, step = session.flag(on=True)
    library.record(step)
    assert asked(library.study((), StudyWish(Selection(flagged=True)))) == [session.current.card.question]
    assert len(library.study((), StudyWish(at_most=2)).tasks) == 2


def test_minutes_are_filled_at_ones_own_pace(house):
    library = house.open()
    session = library.study()
    for _ in range(7):
        house.clock.forward(seconds=30)
        session = session.reveal()
        house.clock.forward(seconds=0)
        session, step = session.grade(Grade.EASY, house.clock())
        library.record(step)
    house.clock.forward(days=9)
    # Too few answers tell no pace: the usual one puts five cards into a minute.
    assert len(library.study((), StudyWish(minutes=1)).tasks) == min(5, len(library.study().tasks))


def test_the_card_that_was_undone_is_asked_first(house):
    library = house.open()
    session = library.study(["capitals"])
    for _ in range(2):
        session = (
            answer(library, session, "", Grade.EASY)
            if session.asked.way is not Way.FLIP
            else _flipped(library, session)
        )
    later = house.open()
    event = later.undo_earlier()
    assert later.study((), StudyWish(), event.data["card"]).current.card.id == event.data["card"]


def _flipped(library, session):
    session, step = session.reveal().grade(Grade.EASY, library.now())
    library.record(step)
    return session


def quizzed(library, question, given, **terms):
    """Take a quiz on all cards, answering one question with ``given`` and passing the others."""
    session = library.quiz(["capitals"], Terms(0, QuizKind.TYPED, **terms))
    while not session.over:
        text = given if session.current.card.question == question else ""
        session, marked = session.answer(text, library.now())
        library.record_quiz(session, marked)
        session = session.proceed(library.now())
    return session


@pytest.mark.parametrize(("given", "grade"), [("Tokyo", Grade.GOOD), ("Lima", Grade.AGAIN)])
def test_a_quiz_that_feeds_the_schedule_counts_for_a_card_that_is_due(house, given, grade):
    library = house.open()
    _flipped(library, begin_with(library, JAPAN, StudyWish()))
    house.clock.forward(days=30)
    quizzed(house.open(), JAPAN, given, feeds=True)
    library = house.open()
    (card,) = (card for deck in library.shelf.decks for card in deck.cards if card.question == JAPAN)
    assert [review.grade for review in library.progress.past.of(card.id).reviews] == [Grade.EASY, grade]
    (quiz,) = library.quizzes(["capitals"])
    assert {one.question: one.grade for one in quiz.answers if one.grade} == {JAPAN: int(grade)}
    assert library.undo().kind == "review"


@pytest.mark.parametrize(("days", "feeds"), [(1, True), (30, False)])
def test_a_quiz_leaves_the_schedule_where_a_card_is_not_due_or_it_is_not_asked_to_feed_it(house, days, feeds):
    library = house.open()
    _flipped(library, begin_with(library, JAPAN, StudyWish()))
    house.clock.forward(days=days)
    quizzed(library, JAPAN, "Tokyo", feeds=feeds)
    assert sum(len(past.reviews) for past in library.progress.past.cards.values()) == 1


def test_the_misses_of_a_past_quiz_can_be_asked_again(house):
    library = house.open()
    quizzed(library, JAPAN, "Tokyo")
    (quiz,) = house.open().quizzes()
    again = library.quiz((), Terms(0, QuizKind.TYPED), Selection(quiz=quiz.id))
    assert len(again.questions) == 6
    assert JAPAN not in [question.card.question for question in again.questions]
    assert library.quizzes(["water"]) == ()
    assert library.score(["capitals"]).taken == 1


def test_what_is_late_or_mixed_up_in_a_quiz_is_kept(house):
    library = house.open()
    session = library.quiz(["capitals"], Terms(0, QuizKind.TYPED, seconds=10))
    while not session.over:
        late = session.current.card.question == PERU
        text = "Lima" if session.current.card.question in (JAPAN, PERU) else ""
        session, marked = session.answer(text, library.now() + timedelta(seconds=20 if late else 3))
        library.record_quiz(session, marked)
        session = session.proceed(library.now())
    told = {one.question: one for one in house.open().quizzes()[0].answers}
    assert (told[PERU].late, told[PERU].right) == (True, False)
    assert house.open().progress.past.name_of(told[JAPAN].other) == told[PERU].card
