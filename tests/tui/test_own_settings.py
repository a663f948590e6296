"""The settings of one deck or group."""

import pytest
from textual.widgets import Input

from quizapp.store.settings import load_settings
from quizapp.tui.app import QuizApp

SEAS = """\
title: Seas
cards:
- Which sea is saltiest?: the Dead Sea
- Which is the reddest?: the Red Sea
"""


@pytest.fixture
def app(library):
    path = library.home.decks / "geo" / "seas.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SEAS)
    library.refresh()
    return QuizApp(library)


async def open_own(user, title):
    """Open the settings of a deck from the list of decks."""
    deck = next(deck for deck in user.app.library.shelf.decks if deck.title == title)
    decks = user.app.screen.query_one("#list")
    decks.highlighted = next(n for n, option in enumerate(decks.options) if option.id == str(deck.path))
    await user.press("o")


async def write(user, text):
    await user.press("enter")
    user.app.screen.query_one(Input).value = text
    await user.press("enter")


async def test_what_is_set_for_a_deck_counts_at_once_and_the_screen_tells_whose_word_it_is(driven, app, home):
    async with driven(app) as user:
        await open_own(user, "Seas")
        assert user.place == "OwnSettings"
        assert user.shows("Seas", "[this deck]", "geo", "all decks")
        await user.press("j")
        await write(user, "1")
        await user.press("tab")
        assert user.shows("[geo]")
        await write(user, "5")
        await user.press("tab")
        assert user.shows("this deck       1 counts", "geo             5", "all decks       20")
        await user.press("q")
        assert user.shows("Seas", "1 new")
    assert load_settings(home / "settings.yaml")[0].decks == {"geo/seas": {"new_per_day": 1}, "geo": {"new_per_day": 5}}


async def test_x_lets_the_next_word_count_again(driven, app, home):
    async with driven(app) as user:
        await open_own(user, "Seas")
        await user.press("j", "j", "j", "right", "x")
        assert user.shows("all decks       flip counts")
    assert load_settings(home / "settings.yaml")[0].decks == {}


async def test_a_value_that_cannot_be_is_refused(driven, app):
    async with driven(app) as user:
        await open_own(user, "Seas")
        await write(user, "5")
        assert user.shows("must be a number from 0.7 to 0.99")


async def test_study_and_quiz_offer_what_the_deck_wants(driven, app, library):
    library.change_setting("decks", "{geo: {study_by: typed, quiz_questions: 1, quiz_seconds: 45, quiz_kind: typed}}")
    async with driven(app, size=(120, 40)) as user:
        await open_own(user, "Seas")
        await user.press("q", "c")
        assert user.shows("[typed]")
        await user.press("q", "z")
        assert user.shows("[1]", "[typed]", "[45 s]")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_own_settings_fit_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await open_own(user, "Seas")
        assert user.shows("Seas", "retention", "Deck or group", "Back" if size[0] > 60 else "Change")
