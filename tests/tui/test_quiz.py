import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.messages import QuizDecks

CHOICE = ["down", "right", "enter"]
TYPED = ["down", "right", "right", "enter"]


@pytest.fixture
def app(library):
    return QuizApp(library, QuizDecks(("capitals",)))


def answer(app):
    return app.screen._session.current.card.answer


def right(app):
    """Return the key that chooses the right option."""
    question = app.screen._session.current
    return str(question.choices.index(question.card.answer) + 1)


def wrong(app):
    question = app.screen._session.current
    return next(str(n) for n, choice in enumerate(question.choices, 1) if choice != question.card.answer)


async def answer_by_choice(user, *, rightly):
    for well in rightly:
        await user.press(right(user.app) if well else wrong(user.app), "space")


async def test_number_and_kind_are_chosen_with_the_arrow_keys(driven, app):
    async with driven(app) as user:
        assert user.place == "QuizSetup"
        assert user.shows("Capitals", "3 cards", "[all 3]", "[mixed]", "Some of each.")
        await user.press("down", "right")
        assert user.shows("[choice]", "Choose one of several")
        await user.press("l")
        assert user.shows("[typed]", "Type every answer.")
        await user.press("l", "l", "l")
        assert user.shows("[matching]", "Find for each question")
        await user.press("h", "h", "h", "up", "left")
        assert user.shows("[choice]", "[all 3]")


async def test_an_option_of_the_setup_can_be_clicked(driven, app):
    async with driven(app) as user:
        await user.click("#kind", offset=(23, 0))
        assert user.shows("[choice]")


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_setup_can_be_left(driven, app, key):
    async with driven(app) as user:
        await user.press(key)
        assert user.place == "HomeScreen"


async def test_as_many_questions_are_asked_as_were_chosen(driven, library, home):
    cards = "\n".join(f"- Question {number}?: Answer {number}" for number in range(7))
    (home / "decks" / "seven.yaml").write_text(f"title: Seven\ncards:\n{cards}\n", encoding="utf-8")
    library.refresh()
    async with driven(QuizApp(library, QuizDecks(("seven",)))) as user:
        await user.press("left", *TYPED)
        assert user.shows("1 of 5")


async def test_four_options_are_offered_and_a_digit_chooses(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        assert user.shows("What is the capital of", answer(app), "1 of 3", "0 right")
        await user.press(right(app))
        assert user.shows("✓ Right", "✓ right answer", "1 right", "Space  next question")
        await user.press("space")
        assert user.shows("2 of 3")


async def test_a_wrong_choice_is_told_in_words_with_the_right_one(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press(wrong(app))
        assert user.shows("✗ Wrong", "✗ your answer", "✓ right answer", "0 right")


async def test_letters_choose_too(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press("abcd"[int(right(app)) - 1])
        assert user.shows("✓ Right")


async def test_arrow_keys_and_enter_choose(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press(*["down"] * (int(right(app)) - 1), "enter")
        assert user.shows("✓ Right")
        await user.press("enter")
        assert user.shows("2 of 3")


async def test_an_option_is_chosen_by_a_click(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.click("ChoiceList", offset=(4, int(right(app)) - 1))
        assert user.shows("✓ Right")


async def test_keys_without_an_option_do_nothing(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE, "9", "i", "space")
        assert user.shows("1 of 3", "0 right")
        assert not user.shows("Wrong")


async def test_an_answer_is_given_only_once(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        first, second = wrong(app), right(app)
        await user.press(first, second)
        assert user.shows("✗ Wrong", "0 right")


async def test_a_typed_answer_is_marked(driven, app):
    async with driven(app) as user:
        await user.press(*TYPED)
        await user.press(*answer(app).casefold(), "enter")
        assert user.shows("✓ Right", answer(app), "1 right")
        await user.press("space")
        assert user.shows("2 of 3")


async def test_a_wrong_typed_answer_shows_what_was_typed_and_what_is_right(driven, app):
    async with driven(app) as user:
        await user.press(*TYPED, *"xyz", "enter")
        assert user.shows("✗ Wrong", "you typed  xyz", f"answer     {answer(app)}")


async def test_keys_of_the_app_are_letters_while_typing(driven, app):
    async with driven(app) as user:
        await user.press(*TYPED, "q", "question_mark", "space", "z")
        assert user.place == "QuizScreen"
        assert user.shows("q? z")


async def test_nothing_typed_asks_before_it_passes(driven, app):
    async with driven(app) as user:
        await user.press(*TYPED, "enter")
        assert user.shows("Nothing typed. Enter again passes.")
        await user.press("enter")
        assert user.shows("✗ Wrong", answer(app))


async def test_results_tell_the_score_and_every_answer(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await answer_by_choice(user, rightly=[True, False, True])
        assert user.place == "Results"
        assert user.shows("67%", "✓ 2 right", "✗ 1 wrong", "Kazakhstan", "Mongolia", "Bhutan", "you", "right")


async def test_the_score_is_home_at_once_and_after_a_restart(driven, app, opened, home):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await answer_by_choice(user, rightly=[True, False, True])
        await user.press("q")
        assert user.place == "HomeScreen"
        assert user.shows("67%")
    async with driven(QuizApp(opened(home))) as user:
        assert user.shows("67%")


async def test_results_can_show_only_the_misses(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        missed = app.screen._session.current.card.question
        await answer_by_choice(user, rightly=[False, True, True])
        await user.press("m")
        assert user.text.count("What is the capital of") == 1
        assert user.shows(missed)
        await user.press("m")
        assert user.text.count("What is the capital of") == 3


async def test_misses_are_asked_again_without_touching_the_score(driven, app, library):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await answer_by_choice(user, rightly=[False, True, True])
        await user.press("r")
        assert user.shows("Practice", "1 of 1")
        await answer_by_choice(user, rightly=[True])
        assert user.shows("100%", "Practice: the score of the quiz stays as it was.")
        await user.press("q")
        assert user.shows("67%")
    (quiz,) = library.progress.past.quizzes
    assert (quiz.right, quiz.total) == (2, 3)


async def test_a_perfect_score_has_no_misses_to_offer(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await answer_by_choice(user, rightly=[True] * 3)
        assert user.shows("100%", "✓ 3 right")
        assert not user.shows("Retry misses")
        await user.press("r", "m")
        assert user.place == "Results"


async def test_leaving_a_quiz_that_has_begun_asks_first(driven, app, library):
    async with driven(app) as user:
        await user.press(*CHOICE, "1", "escape")
        assert user.shows("Leave this quiz?")
        await user.press("escape")
        assert user.place == "QuizScreen"
        await user.press("q", "y")
        assert user.place == "HomeScreen"
    (quiz,) = library.progress.past.quizzes
    assert (quiz.finished, len(quiz.answers)) == (False, 1)


async def test_a_quiz_not_begun_is_left_at_once(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE, "escape")
        assert user.place == "HomeScreen"


async def test_every_answer_is_saved_as_it_is_given(driven, app, opened, home):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press(right(app))
        (quiz,) = opened(home).progress.past.quizzes
        assert [answer.verdict for answer in quiz.answers] == ["right"]


async def test_a_failed_save_says_so_and_waits(driven, app, full_disk):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press(right(app), "space")
        assert user.shows("Not saved.", "no room left on the disk", "1 of 3")
        full_disk()
        await user.press("r")
        assert not user.shows("Not saved.")
        await user.press("space")
        assert user.shows("2 of 3")


@pytest.mark.usefixtures("full_disk")
async def test_a_quiz_can_go_on_unsaved_and_its_results_say_so(driven, app):
    async with driven(app) as user:
        await user.press(*CHOICE)
        await user.press(right(app), "p", "space")
        assert user.shows("not saved", "2 of 3")
        await answer_by_choice(user, rightly=[True, True])
        assert user.shows("100%", "✗ Not saved.")


async def test_a_deck_without_options_says_so(driven, library, home):
    (home / "decks" / "one.yaml").write_text("title: One\ncards:\n- Zorb?: gnatl\n", encoding="utf-8")
    library.refresh()
    async with driven(QuizApp(library, QuizDecks(("one",)))) as user:
        await user.press(*CHOICE)
        assert user.shows("There is nothing to ask in this way")
        assert user.place == "HomeScreen"


async def test_a_list_is_marked_part_by_part(driven, library, home):
    deck = "title: Lamps\ncards:\n- question: Name the colours.\n  answers: [red, white, turquoise]\n"
    (home / "decks" / "lamps.yaml").write_text(deck, encoding="utf-8")
    library.refresh()
    async with driven(QuizApp(library, QuizDecks(("lamps",)))) as user:
        await user.press(*TYPED)
        assert user.shows("Type all 3, with commas between")
        await user.press(*"red, turqoise, mauve, blue", "enter")
        assert user.shows("✗ Wrong", "✓ red", "≈ turquoise", "you typed turqoise", "✗ white", "not one of them")


async def test_a_slip_of_the_pen_counts_and_is_shown(driven, app):
    async with driven(app) as user:
        await user.press(*TYPED)
        while answer(app) != "Ulaanbaatar":
            await user.press("x", "enter", "space")
        await user.press(*"Ulanbaatar", "enter")
        assert user.shows("≈ Nearly, and it counts", "you typed  Ulanbaatar", "answer     Ulaanbaatar", "1 right")


async def test_a_miss_shows_the_sentence_that_tells_it(driven, library):
    async with driven(QuizApp(library, QuizDecks(("festival",))), size=(120, 80)) as user:
        await user.press(*TYPED)
        while user.place == "QuizScreen":
            await user.press("x", "enter", "space")
        assert user.shows("Some ten thousand people came to Ostrava")


async def test_a_deck_that_is_not_there_is_told(driven, library):
    async with driven(QuizApp(library, QuizDecks(("nowhere",)))) as user:
        assert user.shows("there is no deck called")
        assert user.place == "HomeScreen"


async def test_a_deck_without_cards_is_told(driven, library, home):
    (home / "decks" / "none.yaml").write_text("title: None\ncards: []\n", encoding="utf-8")
    library.refresh()
    async with driven(QuizApp(library, QuizDecks(("none",)))) as user:
        assert user.place == "HomeScreen"
        assert user.shows("There is no card to ask about.")


async def test_the_gap_of_a_sentence_is_filled_once_it_is_answered(driven, library, home):
    deck = "title: Gap\ncards:\n- cloze: Water boils at {{one hundred}} degrees.\n"
    (home / "decks" / "gap.yaml").write_text(deck, encoding="utf-8")
    library.refresh()
    async with driven(QuizApp(library, QuizDecks(("gap",)))) as user:
        await user.press(*TYPED)
        assert user.shows("Water boils at […] degrees.")
        await user.press("x", "enter")
        assert user.shows("Water boils at one hundred degrees.")
