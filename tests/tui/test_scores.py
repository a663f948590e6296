"""Quizzes of other kinds and on other terms, and the quizzes of the past."""

import pytest

from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import QuizDecks, ShowScores


@pytest.fixture
def quizzing(library):
    """Open the app on a quiz of a kind."""

    def open_app(kind, **terms):
        return QuizApp(library, QuizDecks(("capitals",), terms=Terms(0, kind, **terms)))

    return open_app


def wanted_key(app, *, rightly=True):
    question = app.screen._session.current
    return str(next(n for n, choice in enumerate(question.choices, 1) if (choice == question.wanted) == rightly))


async def test_a_claim_is_called_true_or_false(driven, quizzing):
    async with driven(quizzing(QuizKind.TRUE_FALSE)) as user:
        assert user.shows("true or false?", "1  True", "2  False")
        answer = user.app.screen._session.current.card.answer
        await user.press(wanted_key(user.app, rightly=False))
        assert user.shows("✗ Wrong", "✗ your answer", "✓ right answer", answer)


async def test_pairs_are_found_one_after_the_other_and_the_round_is_looked_at(driven, quizzing):
    async with driven(quizzing(QuizKind.MATCHING)) as user:
        assert user.shows("▸ What is the capital", "1–3  choose")
        await user.press(wanted_key(user.app))
        assert user.shows("✓ What is the capital", "2 of 3 · 1 right")
        await user.press(wanted_key(user.app, rightly=False))
        await user.press(wanted_key(user.app))
        assert user.shows("✗ What is the capital", "right: ", "Space  the results")
        await user.press("space")
        assert user.shows("67%", "✓ 2 right", "✗ 1 wrong")


async def test_nothing_is_told_before_the_end_where_that_is_wanted(driven, quizzing):
    async with driven(quizzing(QuizKind.CHOICE, at_end=True)) as user:
        await user.press(wanted_key(user.app, rightly=False))
        assert user.shows("2 of 3")
        assert not user.shows("Wrong")
        assert not user.shows("right")
        for _ in range(2):
            await user.press(wanted_key(user.app))
        assert user.place == "Results"
        assert user.shows("67%", "✓ 2 right", "✗ 1 wrong")


async def test_time_is_counted_down_and_what_was_typed_is_taken_when_it_is_up(driven, quizzing, library):
    async with driven(quizzing(QuizKind.TYPED, seconds=30)) as user:
        assert user.shows("1 of 3 · 0 right · ")
        await user.press(*"nowhere")
        for _ in range(40):
            user.app.screen._tick()
        await user.settle()
        assert user.shows("✗ Wrong", "you typed  nowhere", "Space  next question")
    (quiz,) = library.quizzes()
    assert [answer.given for answer in quiz.answers] == ["nowhere"]


async def test_past_quizzes_are_told_and_opened_again_answer_by_answer(driven, quizzing, library):
    async with driven(quizzing(QuizKind.CHOICE)) as user:
        await user.press(wanted_key(user.app, rightly=False), "space")
        for _ in range(2):
            await user.press(wanted_key(user.app), "space")
        missed = library.quizzes()[0].answers[0].question
        await user.press("q", "r")
        assert user.place == "Scores"
        assert user.shows("Scores   Capitals", "67% last", "67% best", "Missed most", missed, "2 of 3", "choice")
        await user.press("enter")
        assert user.place == "Results"
        assert user.shows("2026-03-02", "✓ 2 right", missed, "you    ")
        await user.press("m")
        assert user.shows(missed)
        await user.press("r")
        assert user.place == "QuizScreen"
        assert user.shows("1 of 1", missed)


async def test_a_deck_without_quizzes_says_so(driven, library):
    async with driven(QuizApp(library, ShowScores(("capitals",)))) as user:
        assert user.shows("No quiz has been taken to its end yet.")
        await user.press("enter", "r", "j", "k")
        assert user.place == "Scores"
        await user.press("q")
        assert user.place == "HomeScreen"


async def test_the_schedule_follows_a_quiz_only_when_that_is_chosen(driven, library):
    async with driven(QuizApp(library, QuizDecks(("capitals",)))) as user:
        assert user.shows("Schedule    [stays]", "Feedback    [at once]", "Time each   [any]")
        await user.press(*["down"] * 4, "right", "up", "right", "enter")
        terms = user.app.screen._session.terms
        assert (terms.feeds, terms.at_end, terms.seconds) == (True, True, 0)
