"""Pasted text is shown as cards, and becomes cards of a deck."""

import pytest
from textual import events
from textual.widgets import Input

from quizapp.tui.app import QuizApp

LINES = "Which river flows through Rome?\tthe Tiber\nIs Paris in France?\tParis\nhello\nThe {{Amur}} is long.\n"


async def paste(user, text):
    user.app._driver.send_message(events.Paste(text))
    await user.pilot.pause(0.3)
    await user.settle()


async def test_what_is_pasted_is_shown_as_cards_then_added_and_taken_back(driven, app, home):
    path = home / "decks" / "capitals.yaml"
    before = path.read_text()
    async with driven(app, size=(120, 36)) as user:
        await user.press("P")
        assert user.place == "PasteScreen"
        await paste(user, LINES)
        assert user.shows("3 cards", "+ Which river flows through Rome?  the Tiber", "+ The {{Amur}} is long.")
        assert user.shows("line 3: no question and answer", "line 2: the question gives its answer away")
        assert user.shows("into Capitals, 3 cards so far")
        await user.press("ctrl+s")
        assert user.place == "HomeScreen"
        assert user.shows("3 entries added. u takes it back.")
        added = path.read_text().removeprefix(before)
        assert added == (
            "- Which river flows through Rome?: the Tiber\n- Is Paris in France?: Paris\n"
            "- cloze: The {{Amur}} is long.\n"
        )
        await user.press("u")
    assert path.read_text() == before


async def test_a_new_deck_is_begun_with_them(driven, app, home):
    async with driven(app) as user:
        await user.press("j", "P")
        await paste(user, "Q: What?\nA: That.\n")
        user.app.screen.query_one(Input).value = "Odds: and ends"
        await user.pilot.pause(0.3)
        await user.settle()
        assert user.shows("into a new deck, news/Odds: and ends")
        await user.press("ctrl+s")
        path = home / "decks" / "news" / "odds-and-ends.yaml"
        assert path.read_text() == 'title: "Odds: and ends"\ncards:\n- What?: That.\n'
        await user.press("u")
        assert not path.exists()


async def test_cards_that_the_deck_has_are_counted_and_not_added_again(driven, app, home):
    before = (home / "decks" / "capitals.yaml").read_text()
    async with driven(app) as user:
        await user.press("P")
        await paste(user, "What is the capital of Mongolia?\tUlan Bator\na :: b\na :: b\n")
        assert user.shows("2 cards", "line 1: ambiguous: the same question has another answer")
        await user.press("ctrl+s", "P")
        await paste(user, "a :: b")
        assert user.shows("0 cards, 1 there already")
        await user.press("ctrl+s")
        assert user.place == "PasteScreen"
    assert (home / "decks" / "capitals.yaml").read_text().removeprefix(before).count("- a: b") == 1


@pytest.mark.parametrize(("answer", "place"), [("y", "HomeScreen"), ("n", "PasteScreen")])
async def test_what_was_pasted_is_not_given_up_without_asking(driven, app, answer, place):
    async with driven(app) as user:
        await user.press("P")
        await paste(user, "a :: b")
        await user.press("escape", answer)
        assert user.place == place


async def test_a_first_deck_can_be_pasted(driven, opened, tmp_path):
    async with driven(QuizApp(opened(tmp_path / "nothing"))) as user:
        await user.press("P")
        await paste(user, "a :: b")
        await user.press("ctrl+s")
        assert user.place == "PasteScreen"
        assert user.shows("a deck needs a title")
        user.app.screen.query_one(Input).value = "First"
        await user.press("ctrl+s")
        assert user.shows("First")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_pasting_fits_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("P")
        await paste(user, LINES)
        assert user.shows("Paste cards", "3 cards", "Add", "Back")
