import contextlib

import pytest

from quizapp.errors import QuizError
from quizapp.tui.app import QuizApp


async def test_decks_stand_under_their_groups_with_what_there_is_to_do(driven, app):
    async with driven(app) as user:
        assert user.place == "HomeScreen"
        assert user.shows("Capitals", "news", "The lantern festival")
        row = next(line for line in user.text.splitlines() if "Capitals" in line)
        assert row.split() == ["Capitals", "3", "·", "·", "·", "·"]


async def test_one_line_says_what_to_press(driven, app):
    async with driven(app) as user:
        assert user.shows("Space studies 3 new.", "z takes a quiz.")
        await user.press("down", "down")
        assert user.shows("Space studies 4 new.")


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_the_deck_under_the_cursor_is_studied(driven, app, key):
    async with driven(app) as user:
        await user.press("j", key)
        assert user.place == "StudyScreen"
        assert user.shows("The lantern festival", "4 left")


async def test_all_decks_are_studied_together(driven, app):
    async with driven(app) as user:
        await user.press("S")
        assert user.shows("7 left")


async def test_z_sets_up_a_quiz(driven, app):
    async with driven(app) as user:
        await user.press("z")
        assert user.place == "QuizSetup"
        assert user.shows("Quiz", "Capitals", "3 cards")


async def test_a_deck_is_studied_by_a_click(driven, app):
    async with driven(app) as user:
        await user.click("DeckList", offset=(5, 0))
        assert user.place == "StudyScreen"


async def test_q_quits(driven, app):
    async with driven(app) as user:
        await user.press("q")
    assert app.return_code == 0


async def test_an_empty_home_says_how_to_come_by_a_deck(driven, opened, tmp_path):
    async with driven(QuizApp(opened(tmp_path / "nothing"))) as user:
        assert user.shows("No decks yet.", "quizapp generate ARTICLE")
        assert not user.shows("Study all")
        await user.press("space", "z", "S", "enter")
        assert user.place == "HomeScreen"


async def test_nothing_left_for_today_is_said(driven, app):
    async with driven(app) as user:
        await user.press("space", *["space", "4"] * 3, "space")
        assert user.shows("Nothing to study here today.")
        await user.press("space")
        assert user.place == "HomeScreen"
        assert user.text.count("Nothing to study here today.") == 2


async def test_a_deck_put_into_the_home_while_away_is_there_on_coming_back(driven, app, home):
    async with driven(app) as user:
        await user.press("space")
        (home / "decks" / "new.yaml").write_text("title: Fresh\ncards:\n- a: b\n", encoding="utf-8")
        await user.press("q")
        assert user.shows("Fresh")


async def test_a_wide_screen_tells_about_the_deck_under_the_cursor(driven, app):
    async with driven(app, size=(140, 40)) as user:
        await user.press("down")
        assert user.shows("news/", "1 deck, 5 cards")
        await user.press("down")
        assert user.shows("What was in the paper on Monday.", "5 cards", "A night of lights · 2024-07-04")


async def test_problems_of_a_deck_are_told(driven, opened, home):
    (home / "decks" / "bad.yaml").write_text("title: Bad\ncards:\n- question: q\n- a: b\n", encoding="utf-8")
    async with driven(QuizApp(opened(home)), size=(140, 40)) as user:
        assert user.shows("1 problem in the file", "bad.yaml:3")


async def test_the_footer_fits_a_narrow_screen(driven, app):
    async with driven(app, size=(60, 20)) as user:
        assert user.shows("Study all", "Quiz", "Help", "Quit", "Capitals")


async def test_a_file_that_cannot_be_read_is_named_and_the_others_stay(driven, opened, home):
    (home / "decks" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    async with driven(QuizApp(opened(home)), size=(140, 40)) as user:
        assert user.shows("✗", "broken.yaml:", "Capitals")


async def test_what_cannot_be_read_anew_is_told(driven, app, library, monkeypatch):
    async with driven(app) as user:
        await user.press("space")
        monkeypatch.setattr(library, "refresh", lambda: (_ for _ in ()).throw(QuizError.of("the folder is gone")))
        await user.press("q")
        assert user.shows("the folder is gone", "Capitals")


async def test_a_window_that_is_narrow_from_the_start_shows_the_decks(driven, app):
    async with driven(app, size=(34, 14)) as user:
        assert user.shows("Capital")
        assert user.app.screen.query_one("DeckList").chosen is not None


def rewrite(library, old, new):
    path = library.home.decks / "capitals.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


async def test_what_changes_on_the_disk_shows_at_the_next_look(driven, app, library):
    async with driven(app) as user:
        rewrite(library, "title: Capitals", "title: Seats of government")
        app.screen._look()
        await user.settle()
        assert user.shows("Seats of government")
        rewrite(library, "cards:", "cards: [")
        app.screen._look()
        await user.settle()
        # The last good version stays, and the mistake is told with its place.
        assert user.shows("Seats of government", "capitals.yaml:")


@pytest.mark.parametrize(("key", "learned"), [("y", True), ("n", False)])
async def test_a_card_that_may_be_another_edited_is_asked_about_once(driven, app, library, key, learned):
    async with driven(app) as user:
        await user.press("space", "space", "4", "q")
        card = next(deck for deck in library.shelf.decks if deck.name == "capitals").cards[0]
        words = card.question.split()
        rewrite(library, card.question, " ".join([*words[:-1], "of", words[-1]]).replace("capital", "main seat"))
        app.screen._look()
        await user.settle()
        assert user.place == "SameCard"
        assert user.shows("Is this the same card, edited?", card.question, "answered 1 time")
        await user.press(key)
        assert user.place == "HomeScreen"
        changed = next(deck for deck in library.shelf.decks if deck.name == "capitals").cards[0]
        assert bool(library.progress.past.of(changed.id).reviews) is learned
        app.screen._look()
        await user.settle()
        assert user.place == "HomeScreen"


async def test_a_question_left_open_stays_open(driven, app, library):
    async with driven(app) as user:
        await user.press("space", "space", "4", "q")
        card = next(deck for deck in library.shelf.decks if deck.name == "capitals").cards[0]
        rewrite(library, card.question, card.question.replace("capital", "main seat"))
        app.screen._look()
        await user.settle()
        await user.press("escape")
        assert user.place == "HomeScreen"
        assert len(library.open_questions()) == 1


async def test_who_has_never_answered_a_card_is_told_the_way_to_a_first_score(driven, app):
    async with driven(app) as user:
        assert user.shows("Welcome.", "your first score in two minutes")
        await user.press("z", "enter")
        assert user.place == "QuizScreen"
        user.app.screen.dismiss(None)
        await user.settle()
        await user.press("S", "space", "3", "q")
        assert not user.shows("Welcome.")
        assert user.shows("Capitals", "z takes a quiz.")


async def test_an_empty_home_offers_a_first_deck(driven, opened, tmp_path):
    async with driven(QuizApp(opened(tmp_path / "nothing"))) as user:
        await user.press("N", *"Rivers", "enter", *"Q?", "tab", *"A", "ctrl+s")
        assert user.place == "HomeScreen"
        assert user.shows("Rivers")


async def test_a_mistake_in_a_deck_is_told_by_line_while_its_other_cards_stay(driven, app, home, monkeypatch):
    opened = []
    monkeypatch.setattr("quizapp.tui.editor.subprocess.run", lambda command, **_: opened.append(command))
    monkeypatch.setattr(QuizApp, "suspend", lambda _: contextlib.nullcontext())
    monkeypatch.setenv("EDITOR", "ed")
    path = home / "decks" / "capitals.yaml"
    async with driven(app) as user:
        path.write_text(f"{path.read_text()}- question: And without an answer?\n", encoding="utf-8")
        app.screen._look()
        await user.settle()
        assert user.shows("✗ Capitals", "✗ decks/capitals.yaml:13:3: a card without an answer")
        await user.press("E")
        assert opened == [["ed", "+13", str(path)]]
        await user.press("b")
        assert user.shows("✗ decks/capitals.yaml:13:3: a card without an answer", "Kazakhstan")
        path.write_text("title: [broken", encoding="utf-8")
        app.screen._look()
        await user.settle()
        assert user.shows("✗ decks/capitals.yaml:1:", "Kazakhstan")
