from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.identity import cards_in, cards_of, item_key
from quizapp.cards.marking import Outcome
from quizapp.cards.model import Deck, Item, Source
from quizapp.memory.ways import QuizKind
from quizapp.sessions.questions import Candidate, Question, draw
from quizapp.sessions.quiz import Score, Terms, begin

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WRONG = ("Wrong A", "Wrong B", "Wrong C")


def candidates(*items, deck="A deck", source=None):
    return [Candidate(card, deck, source or Source()) for card in cards_in(Deck(deck, items))]


def basics(count, wrong=WRONG):
    return candidates(*(Item(question=f"Question {n}?", answer=f"Answer {n}", wrong=wrong) for n in range(count)))


def question(answer="Astana", wrong=(), **keys):
    (card,) = cards_of(Item(question="Capital of Kazakhstan?", answer=answer, wrong=wrong, **keys))
    return Question(card, "A deck", (*wrong, answer) if wrong else ())


def quiz_of(*questions):
    return begin(questions, Terms(), NOON, seed="s")


def played(quiz, *given):
    for text in given:
        quiz = quiz.answer(text, NOON)[0].proceed(NOON)
    return quiz


def test_the_same_seed_draws_the_same_questions_and_another_seed_others():
    pool = basics(12)
    assert draw(pool, 5, QuizKind.CHOICE, "a") == draw(pool, 5, QuizKind.CHOICE, "a")
    assert draw(pool, 5, QuizKind.CHOICE, "a") != draw(pool, 5, QuizKind.CHOICE, "b")


@pytest.mark.parametrize(("number", "drawn"), [(0, 6), (4, 4), (6, 6), (99, 6)])
def test_as_many_questions_are_drawn_as_asked_for_or_as_there_are(number, drawn):
    assert len(draw(basics(6), number, QuizKind.TYPED, "s")) == drawn


def test_a_typed_quiz_has_no_options_and_a_quiz_by_choice_has_them_everywhere():
    assert {q.mode for q in draw(basics(6), 0, QuizKind.TYPED, "s")} == {QuizKind.TYPED}
    by_choice = draw(basics(6), 0, QuizKind.CHOICE, "s")
    assert {q.mode for q in by_choice} == {QuizKind.CHOICE}
    assert all(q.card.answer in q.choices and len(q.choices) == 4 for q in by_choice)


def test_a_mixed_quiz_has_both():
    assert {q.mode for q in draw(basics(20), 0, QuizKind.MIXED, "s")} == set(QuizKind) - {QuizKind.MIXED}


def test_cards_without_options_are_left_out_of_a_quiz_by_choice_and_typed_in_a_mixed_one():
    pool = candidates(Item(question="Name both.", answers=("one", "two")))
    assert draw(pool, 0, QuizKind.CHOICE, "s") == ()
    assert [q.mode for q in draw(pool * 1, 0, QuizKind.MIXED, "s")] == [QuizKind.TYPED]


def test_siblings_are_drawn_only_when_there_is_nothing_else():
    gaps = candidates(Item(cloze="{{One}} and {{two}} and {{three}} make six."))
    pool = gaps + basics(3)
    keys = [item_key(q.card.item) for q in draw(pool, 4, QuizKind.TYPED, "s")]
    assert len(set(keys)) == 4
    assert len(draw(pool, 6, QuizKind.TYPED, "s")) == 6


def test_a_question_knows_the_source_of_its_deck():
    source = Source(title="News")
    (drawn,) = draw(candidates(Item(question="q", answer="a"), source=source), 0, QuizKind.TYPED, "s")
    assert drawn.source is source


def test_an_answer_is_shown_with_its_mark_before_the_next_question():
    quiz = quiz_of(question(), question("Ankara"))
    marking, marked = quiz.answer("Astana", NOON + timedelta(seconds=3))
    assert (marked.right, marked.ms, marked.given) == (True, 3000, "Astana")
    assert (marking.marking, marking.number, marking.current) == (True, 1, quiz.questions[0])
    following = marking.proceed(NOON)
    assert (following.marking, following.number, following.current) == (False, 2, quiz.questions[1])


@pytest.mark.parametrize(
    ("given_text", "outcome"),
    [("Astana", Outcome.RIGHT), ("astana", Outcome.RIGHT), ("Almaty", Outcome.WRONG), ("", Outcome.WRONG)],
)
def test_typed_answers_are_marked(given_text, outcome):
    _, marked = quiz_of(question()).answer(given_text, NOON)
    assert marked.outcome is outcome


def test_a_choice_is_right_or_wrong_and_never_nearly_right():
    asked = question("Austria", ("Australia", "Brazil", "Chad"))
    assert quiz_of(asked).answer("Austria", NOON)[1].outcome is Outcome.RIGHT
    assert quiz_of(asked).answer("Australia", NOON)[1].outcome is Outcome.WRONG
    assert quiz_of(asked).answer("Australia", NOON)[1].verdict is None


def test_the_answer_of_another_card_is_no_slip_of_the_pen():
    pool = candidates(
        Item(question="Where is Vienna?", answer="Austria"), Item(question="Where is Perth?", answer="Australia")
    )
    vienna = next(q for q in draw(pool, 0, QuizKind.TYPED, "s") if q.card.answer == "Austria")
    assert quiz_of(vienna).answer("Australia", NOON)[1].outcome is Outcome.WRONG


def test_the_score_counts_questions_not_answered_as_not_right():
    quiz = played(quiz_of(question(), question(), question()), "Astana")
    assert quiz.score == Score(1, 3)
    assert (str(quiz.score), quiz.score.percent) == ("1/3", 33)


def test_a_quiz_without_questions_is_over_with_no_score():
    quiz = quiz_of()
    assert quiz.over
    assert quiz.current is None
    assert quiz.score.percent == 0


def test_misses_are_asked_again_for_practice():
    quiz = played(quiz_of(question(), question("Ankara"), question("Baku")), "Astana", "x", "y")
    again = quiz.retry(NOON)
    assert {q.card.answer for q in again.questions} == {"Ankara", "Baku"}
    assert again.practice
    assert not again.answers
    assert again == quiz.retry(NOON)


def test_events_out_of_turn_are_refused():
    quiz = quiz_of(question())
    with pytest.raises(ValueError, match="not been answered"):
        quiz.proceed(NOON)
    marking, _ = quiz.answer("Astana", NOON)
    with pytest.raises(ValueError, match="no question"):
        marking.answer("Astana", NOON)
    with pytest.raises(ValueError, match="no question"):
        marking.proceed(NOON).answer("Astana", NOON)


def test_decks_are_named_once_each():
    first, second = question(), Question(question().card, "Another deck")
    assert quiz_of(first, second, first).decks == ("A deck", "Another deck")


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=8), st.text(max_size=4))
def test_a_quiz_ends_with_every_question_answered_once(rightly, seed):
    quiz = begin(draw(basics(len(rightly)), 0, QuizKind.TYPED, seed), Terms(), NOON, seed=seed)
    for number, well in enumerate(rightly, 1):
        assert quiz.number == number
        quiz, _ = quiz.answer(quiz.current.card.answer if well else "no idea at all", NOON)
        quiz = quiz.proceed(NOON)
    assert quiz.over
    assert quiz.score == Score(sum(rightly), len(rightly))
    assert len(quiz.misses) == len(rightly) - sum(rightly)
