"""The questions of a quiz: true and false, pairs, time, and what is told when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as checks
from hypothesis import strategies as st

from quizapp.cards.identity import cards_in, item_key
from quizapp.cards.model import Deck, Item
from quizapp.history.events import Grade
from quizapp.memory.ways import QuizKind
from quizapp.sessions.questions import FALSE, FEWEST_PAIRS, ROUND, TRUE, Candidate, draw
from quizapp.sessions.quiz import Terms, begin

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CAPITALS = {"Austria": "Vienna", "Italy": "Rome", "France": "Paris", "Spain": "Madrid", "Norway": "Oslo"}
CAPITALS |= {"Japan": "Tokyo", "Peru": "Lima", "Kenya": "Nairobi", "Cuba": "Havana", "Egypt": "Cairo", "Iran": "Tehran"}


def candidates(count=11, place="caps", **more):
    items = tuple(Item(question=f"Capital of {land}?", answer=city) for land, city in CAPITALS.items())
    return [Candidate(card, "Capitals", place=place, **more) for card in cards_in(Deck("Capitals", items[:count]))]


def rounds(questions):
    found = {}
    for question in questions:
        found.setdefault(question.group, []).append(question)
    return list(found.values())


def test_a_claim_is_the_answer_or_one_of_its_kind_and_both_happen():
    drawn = draw(candidates(), 0, QuizKind.TRUE_FALSE, "s")
    assert {question.choices for question in drawn} == {(TRUE, FALSE)}
    assert {question.wanted for question in drawn} == {TRUE, FALSE}
    for question in drawn:
        assert (question.wanted == TRUE) == (question.claim == question.card.answer)
    quiz = begin(drawn, Terms(), NOON)
    assert quiz.answer(drawn[0].wanted, NOON)[1].right
    other = FALSE if drawn[0].wanted == TRUE else TRUE
    assert not quiz.answer(other, NOON)[1].right


@checks(deadline=None, max_examples=30)
@given(st.integers(0, 12), st.text(max_size=3), st.integers(0, len(CAPITALS)))
def test_rounds_of_pairs_have_each_answer_once_and_are_never_too_small(number, seed, count):
    drawn = draw(candidates(count), number, QuizKind.MATCHING, seed)
    wanted = min(number or count, count)
    assert len(drawn) == (wanted if wanted >= FEWEST_PAIRS else 0)
    for members in rounds(drawn):
        assert FEWEST_PAIRS <= len(members) <= ROUND
        assert members[0].group == tuple(member.card.question for member in members)
        assert sorted(members[0].choices) == sorted(member.card.answer for member in members)


def test_pairs_are_of_one_deck_and_no_answer_fits_two_of_them():
    twins = tuple(Item(question=f"Which city is {what}?", answer="Rome") for what in ("eternal", "on the Tiber"))
    pool = [*candidates(3), *(Candidate(card, "Twins", place="twins") for card in cards_in(Deck("Twins", twins)))]
    for members in rounds(draw(pool, 0, QuizKind.MATCHING, "s")):
        assert len({member.place for member in members}) == 1
        assert len({item_key(member.card.item) for member in members}) == len(members)
        assert [member.card.answer for member in members].count("Rome") <= 1


def test_a_mixed_quiz_ends_with_a_round_of_pairs_and_asks_no_card_twice():
    drawn = draw(candidates(), 0, QuizKind.MIXED, "s")
    assert {question.mode for question in drawn} == set(QuizKind) - {QuizKind.MIXED}
    assert [question.mode is QuizKind.MATCHING for question in drawn] == [False] * 7 + [True] * 4
    assert len({question.card.id for question in drawn}) == len(drawn)
    assert QuizKind.MATCHING not in {question.mode for question in draw(candidates(6), 0, QuizKind.MIXED, "s")}


def test_the_round_so_far_is_what_was_given_in_it():
    drawn = draw(candidates(8), 0, QuizKind.MATCHING, "s")
    quiz = begin(drawn, Terms(at_end=True), NOON)
    assert quiz.round == ()
    sizes = []
    while not quiz.over:
        sizes.append(len(quiz.round))
        quiz, _ = quiz.answer(quiz.current.card.answer, NOON)
    assert sizes == [0, 1, 2, 3, 4, 0, 1, 2]
    marking = begin(drawn, Terms(), NOON).answer(drawn[0].card.answer, NOON)[0]
    assert len(marking.round) == 1


def test_nothing_is_told_before_the_end_where_that_is_wanted():
    quiz = begin(draw(candidates(3), 0, QuizKind.TYPED, "s"), Terms(at_end=True), NOON)
    quiz, _ = quiz.answer("x", NOON)
    assert (quiz.marking, quiz.number) == (False, 2)
    for _ in range(2):
        quiz, _ = quiz.answer(quiz.current.card.answer, NOON)
    assert quiz.over
    assert (quiz.score.right, quiz.retry(NOON).terms.at_end) == (2, False)


@pytest.mark.parametrize(("seconds", "right", "late"), [(9, True, False), (10.5, True, False), (12, False, True)])
def test_an_answer_after_its_time_is_wrong_whatever_it_says(seconds, right, late):
    quiz = begin(draw(candidates(3), 0, QuizKind.TYPED, "s"), Terms(seconds=10), NOON)
    _, marked = quiz.answer(quiz.current.card.answer, NOON + timedelta(seconds=seconds))
    assert (marked.right, marked.late) == (right, late)


def test_the_time_that_is_left_is_counted_down_to_nothing():
    quiz = begin(draw(candidates(3), 0, QuizKind.TYPED, "s"), Terms(seconds=10), NOON)
    assert [quiz.seconds_left(NOON + timedelta(seconds=spent)) for spent in (0, 0.2, 9.5, 10, 99)] == [10, 10, 1, 0, 0]
    assert quiz.answer("x", NOON)[0].seconds_left(NOON) is None
    assert begin(quiz.questions, Terms(), NOON).seconds_left(NOON) is None


@pytest.mark.parametrize(
    ("kind", "due", "feeds", "grade"),
    [
        (QuizKind.TYPED, True, True, Grade.GOOD),
        (QuizKind.CHOICE, True, True, Grade.HARD),
        (QuizKind.TYPED, False, True, None),
        (QuizKind.TYPED, True, False, None),
    ],
)
def test_what_an_answer_counts_for_depends_on_its_way_and_on_the_card_being_due(kind, due, feeds, grade):
    quiz = begin(draw(candidates(due=due), 3, kind, "s"), Terms(feeds=feeds), NOON)
    question = quiz.current
    assert quiz.answer(question.card.answer, NOON)[1].grade is grade
    assert quiz.answer("no idea", NOON)[1].grade is (Grade.AGAIN if grade else None)
