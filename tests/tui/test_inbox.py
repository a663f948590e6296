import pytest
from textual.widgets import TextArea

from quizapp.library.shelf import read_shelf
from quizapp.tui.app import QuizApp

WAITING = """\
title: A bridge
source: {title: The bridge of Halvik, date: 2024-05-08}
cards:
- question: How long is the bridge?
  answer: 320 metres
  quote: The new bridge is 320 metres long.
  rule: measure
  doubt: which bridge?
- question: Who built the bridge?
  answer: Brobyg
  rule: passive
- cloze: The town lies north of {{Bergen}}.
  rule: cloze
"""


@pytest.fixture
def waiting(home):
    path = home / "inbox" / "bridge.yaml"
    path.parent.mkdir()
    path.write_text(WAITING, encoding="utf-8")
    return path


@pytest.fixture
def app(opened, home, waiting):
    return QuizApp(opened(home))


def shelved(home):
    """Return the questions of the deck that was accepted."""
    decks = [deck for deck in read_shelf(home / "decks").decks if deck.title == "A bridge"]
    return [item.question or item.cloze for deck in decks for item in deck.deck.items]


async def test_home_tells_how_many_cards_wait_and_i_leads_to_them(driven, app):
    async with driven(app) as user:
        assert user.shows("Inbox 3")
        await user.press("i")
        assert user.place == "InboxScreen"
        assert user.shows("A bridge  3 cards", "320 metres", "The new bridge is 320 metres long.", "which bridge?")
        await user.press("d")
        assert user.place == "HomeScreen"


async def test_a_click_at_the_head_leads_there_and_back(driven, app):
    async with driven(app) as user:
        bar = next(line for line in user.text.splitlines() if "Inbox" in line)
        await user.click("PlaceBar", offset=(bar.index("Inbox") - 3, 0))
        assert user.place == "InboxScreen"
        await user.click("PlaceBar", offset=(3, 0))
        assert user.place == "HomeScreen"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40), (200, 60)])
async def test_the_inbox_fits_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("i")
        assert user.shows("How long is the bridge?", "320 metres", "Accept", "Back")


async def test_cards_are_accepted_and_rejected_one_by_one_and_taken_back(driven, app, home, waiting):
    async with driven(app) as user:
        await user.press("i", "a")
        assert shelved(home) == ["How long is the bridge?"]
        await user.press("r")
        assert user.shows("Inbox 1", "Bergen")
        await user.press("a")
        assert user.shows("Nothing waits here.")
        assert shelved(home) == ["How long is the bridge?", "The town lies north of {{Bergen}}."]
        assert not waiting.exists()
        await user.press("u", "u", "u")
        assert user.shows("Inbox 3")
        await user.press("u")
        assert user.shows("Nothing to undo.")
    assert shelved(home) == []
    assert waiting.read_text(encoding="utf-8").count("question") == 2


async def test_all_cards_of_a_deck_are_accepted_at_once_and_studied_from_then_on(driven, app, home):
    async with driven(app) as user:
        assert not user.shows("A bridge")
        await user.press("i", "A", "q")
        assert user.place == "HomeScreen"
        assert user.shows("A bridge")
        assert not user.shows("Inbox 3")
    assert len(shelved(home)) == 3


async def test_all_cards_of_a_deck_are_rejected_at_once(driven, app, home, waiting):
    async with driven(app) as user:
        await user.press("i", "R")
        assert user.shows("Nothing waits here.")
    assert not waiting.exists()
    assert shelved(home) == []


async def test_a_card_is_mended_before_it_is_accepted(driven, app, home):
    async with driven(app) as user:
        await user.press("i", "e")
        assert user.place == "CardEditor"
        user.app.screen.query_one("#field-answer", TextArea).load_text("330 metres")
        await user.press("ctrl+s")
        assert user.place == "InboxScreen"
        assert user.shows("330 metres", "Edited.")
        await user.press("a")
    (deck,) = [deck for deck in read_shelf(home / "decks").decks if deck.title == "A bridge"]
    assert [(item.answer, item.rule) for item in deck.deck.items] == [("330 metres", "measure")]


async def test_what_was_changed_on_the_disk_is_shown_before_it_is_decided_on(driven, app, home, waiting):
    async with driven(app) as user:
        await user.press("i")
        waiting.write_text(WAITING.replace("320", "340"), encoding="utf-8")
        await user.press("a")
        assert user.shows("changed meanwhile", "340 metres")
        assert shelved(home) == []
        await user.press("a")
    assert shelved(home) == ["How long is the bridge?"]


async def test_an_empty_inbox_says_how_cards_come_into_it(driven, library):
    async with driven(QuizApp(library)) as user:
        await user.press("i")
        assert user.shows("Nothing waits here.", "makes cards from an article")
        assert not user.shows("Accept all")
        await user.press("a", "r", "e", "u")
        assert user.place == "InboxScreen"


async def test_a_file_that_cannot_be_read_is_named(driven, app, waiting):
    waiting.with_name("broken.yaml").write_text("title: [\n", encoding="utf-8")
    async with driven(app, size=(140, 40)) as user:
        await user.press("i")
        assert user.shows("broken.yaml", "How long is the bridge?")
