import pytest

from quizapp.errors import QuizError
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import StudyDecks
from quizapp.tui.widgets.answer_keys import AnswerKeys


@pytest.fixture
def app(library):
    return QuizApp(library, StudyDecks(("festival",)))


QUESTION = "Which town held the lantern festival?"


async def test_a_question_shows_alone(driven, app):
    async with driven(app) as user:
        assert user.shows(QUESTION, "Space  show the answer", "0 done · 4 left")
        assert not user.shows("Ostrava")
        assert not user.shows("Again")


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_the_answer_shows_with_its_source_and_the_grades_with_their_intervals(driven, app, key):
    async with driven(app) as user:
        await user.press(key)
        assert user.shows(QUESTION, "Ostrava, where the lanterns rose", "A night of lights · 2024-07-04")
        assert user.shows("1 Again", "2 Hard", "3 Good", "4 Easy", "1m", "10m", "8d")


async def test_the_answer_is_highlighted_in_its_sentence(driven, app):
    async with driven(app) as user:
        await user.press("space")
        quote = app.screen.query_one("#above").parts["quote"]
        marked = [quote.plain[span.start : span.end] for span in quote.spans]
        assert marked == ["Ostrava"]


@pytest.mark.parametrize(
    ("keys", "grade"), [(["1"], 1), (["2"], 2), (["3"], 3), (["4"], 4), (["space"], 3), (["enter"], 3)]
)
async def test_a_grade_is_saved_before_the_next_card_shows(driven, app, library, keys, grade):
    async with driven(app) as user:
        await user.press("space", *keys)
        assert user.shows("The festival was first held in [year]")
        (past,) = library.progress.past.cards.values()
        assert [review.grade for review in past.reviews] == [grade]


async def test_digits_before_the_answer_do_nothing(driven, app, library):
    async with driven(app) as user:
        await user.press("1", "2", "3", "4")
        assert user.shows(QUESTION, "show the answer")
    assert not library.progress.past.cards


async def test_grades_and_reveal_can_be_clicked(driven, app):
    async with driven(app) as user:
        await user.click(AnswerKeys)
        await user.click(AnswerKeys, offset=(70, 0))
        assert user.shows("1 done · 3 left")


async def test_undo_brings_the_card_back_with_its_answer(driven, app, library):
    async with driven(app) as user:
        await user.press("space", "4", "u")
        assert user.shows(QUESTION, "Ostrava", "0 done · 4 left")
    assert not any(past.reviews for past in library.progress.past.cards.values())


async def test_undo_goes_back_as_far_as_the_session_began(driven, app):
    async with driven(app) as user:
        await user.press("space", "4", "s", "minus", "u", "u", "ctrl+z")
        assert user.shows(QUESTION, "0 done · 4 left")
        await user.press("u")
        assert user.shows("Nothing to undo.")


async def test_undo_reaches_back_across_a_restart(driven, app, opened, home):
    async with driven(app) as user:
        await user.press("space", "4", "q")
    library = opened(home)
    async with driven(QuizApp(library, StudyDecks(("festival",)))) as user:
        assert not user.shows(QUESTION)
        await user.press("u")
        assert user.shows("Taken back", QUESTION, "show the answer")
    assert not any(past.reviews for past in library.progress.past.cards.values())


async def test_undo_in_a_later_session_passes_over_what_was_only_skipped(driven, app, library):
    async with driven(app) as user:
        await user.press("space", "4", "s", "q", "space", "u")
        assert user.shows("Taken back")
    assert not any(past.reviews for past in library.progress.past.cards.values())


async def test_a_card_counts_as_put_aside_only_once_that_is_saved(driven, app, full_disk):
    async with driven(app) as user:
        await user.press("at")
        assert user.shows("Not saved.", "there is no room left")
        assert not user.shows("Card suspended")
        full_disk()
        await user.press("r")
        assert user.shows("Card suspended")


async def test_a_card_is_flagged_and_unflagged(driven, app, library):
    async with driven(app) as user:
        await user.press("asterisk")
        assert user.shows("Flagged.", QUESTION)
        card = app.screen._session.current.card.id
        assert library.progress.past.of(card).flagged
        await user.press("asterisk")
        assert not library.progress.past.of(card).flagged


@pytest.mark.parametrize(("key", "word"), [("s", "skipped"), ("minus", "buried"), ("at", "suspended")])
async def test_a_card_is_put_aside(driven, app, library, key, word):
    async with driven(app) as user:
        await user.press(key)
        assert user.shows("The festival was first held", "1 done · 3 left", f"Card {word}.")
    pasts = list(library.progress.past.cards.values())
    assert [(past.suspended, past.buried_on is not None) for past in pasts] == (
        [] if word == "skipped" else [(word == "suspended", word == "buried")]
    )


async def test_the_hint_shows_when_asked_for(driven, app):
    async with driven(app) as user:
        assert user.shows("h Hint")
        await user.press("h")
        assert user.shows("Hint: It lies in Silesia.")


async def test_the_whole_paragraph_shows_when_asked_for(driven, app):
    async with driven(app) as user:
        await user.press("space")
        assert not user.shows("The wind was kind.")
        await user.press("o")
        assert user.shows("The wind was kind.")
        await user.press("o")
        assert not user.shows("The wind was kind.")


async def test_a_cloze_fills_its_gap(driven, app):
    async with driven(app) as user:
        await user.press("s", "space")
        assert user.shows("The festival was first held in 1998 by two sisters.")


async def test_a_list_shows_all_its_answers(driven, app):
    async with driven(app) as user:
        await user.press("s", "s", "space")
        assert user.shows("• red", "• white", "• gold")


async def test_a_missed_card_comes_back_and_the_session_ends_with_a_summary(driven, app):
    async with driven(app) as user:
        await user.press("space", "1", *["space", "4"] * 4)
        assert user.place == "StudySummary"
        assert user.shows("Done for now", "Hardest", QUESTION)
        await user.press("space")
        assert user.place == "HomeScreen"


async def test_undo_on_the_summary_goes_back_to_the_last_card(driven, app):
    async with driven(app) as user:
        await user.press(*["space", "4"] * 4)
        assert user.place == "StudySummary"
        await user.press("u")
        assert user.place == "StudyScreen"
        assert user.shows("3 done · 1 left")


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_back_leads_home_with_nothing_lost(driven, app, opened, home, key):
    async with driven(app) as user:
        await user.press("space", "4", "space", key)
        assert user.place == "HomeScreen"
    assert sum(len(past.reviews) for past in opened(home).progress.past.cards.values()) == 1


async def test_the_schedule_is_written_out_on_leaving(driven, app, home):
    async with driven(app) as user:
        await user.press("space", "4", "q")
    assert list((home / "schedule").rglob("festival.yaml"))


async def test_a_failed_save_says_so_and_keeps_the_card(driven, app, full_disk):
    async with driven(app) as user:
        await user.press("space", "3")
        assert user.shows("Not saved.", "no room left on the disk", "r try again", QUESTION)
        await user.press("1", "space", "u", "s")
        assert user.shows("Not saved.", QUESTION)
        full_disk()
        await user.press("r")
        assert not user.shows("Not saved.")
        assert user.shows("The festival was first held in [year]")


@pytest.mark.usefixtures("full_disk")
async def test_a_session_can_go_on_unsaved(driven, app, library):
    async with driven(app) as user:
        await user.press("space", "3", "p")
        assert user.shows("not saved", "The festival was first held in [year]")
        await user.press("space", "4", "u")
        assert user.shows("not saved", "in 1998 by two sisters")
    assert not library.progress.past.cards


async def test_a_long_card_scrolls(driven, opened, home):
    lines = "\n    ".join(f"line {number}" for number in range(60))
    (home / "decks" / "long.yaml").write_text(f"title: Long\ncards:\n- question: |\n    {lines}\n  answer: b\n")
    async with driven(QuizApp(opened(home), StudyDecks(("long",)))) as user:
        assert not user.shows("line 25")
        await user.press(*["j"] * 6)
        assert user.shows("line 25")
        await user.press(*["k"] * 6)
        assert user.shows("line 0")


async def test_the_footer_fits_a_narrow_screen(driven, app):
    async with driven(app, size=(60, 20)) as user:
        assert user.shows("Undo", "Skip", "Help", "Back")
        await user.press("space")
        assert user.shows("Good", "More", "Undo", "Skip", "Help", "Back", "4 Easy")


async def test_a_deck_that_is_not_there_is_told(driven, library):
    async with driven(QuizApp(library, StudyDecks(("nowhere",)))) as user:
        assert user.shows("there is no deck called")
        assert user.place == "HomeScreen"


async def test_undo_across_sessions_that_cannot_be_saved_is_told(driven, library, monkeypatch):
    async with driven(QuizApp(library, StudyDecks(("festival",)))) as user:
        await user.press("space", "4", "q", "down", "space")
        monkeypatch.setattr(library, "undo", lambda: (_ for _ in ()).throw(QuizError.of("the disk is full")))
        await user.press("u")
        assert user.shows("the disk is full")
        assert user.place == "StudyScreen"


async def test_the_summary_counts_what_was_put_aside_and_tells_the_next_day(driven, app):
    async with driven(app) as user:
        await user.press("s", "minus", *["space", "4"] * 2)
        assert user.shows("2 of 2 known at once", "1 skipped", "1 buried", "2 cards in 8 days")


async def test_a_home_that_cannot_be_written_says_so_before_the_first_card(driven, app, library, monkeypatch):
    def refuse():
        raise QuizError.of("answers cannot be saved: the disk is read-only")

    monkeypatch.setattr(library, "check_writable", refuse)
    async with driven(app) as user:
        assert user.shows("Not saved.", "the disk is read-only", QUESTION)
        await user.press("space", "p", "space")
        assert user.shows("not saved", "Ostrava")
