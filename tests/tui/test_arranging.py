"""Decks and groups renamed, moved, deleted and taken back from the list of decks."""

import pytest
from textual.widgets import Input

from quizapp.tui.app import QuizApp

LAKES = "title: Lakes\ncards:\n- Which lake is deepest?: Baikal\n- Which lake is largest?: the Caspian\n"


@pytest.fixture
def app(library):
    path = library.home.decks / "geo" / "asia" / "lakes.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(LAKES)
    library.refresh()
    return QuizApp(library)


async def go_to(user, name):
    """Put the cursor on a deck or a group, by a part of its line."""
    decks = user.app.screen.query_one("#list")
    decks.highlighted = next(n for n, option in enumerate(decks.options) if name in str(option.prompt))
    await user.settle()


async def write(user, text):
    user.app.screen.query_one(Input).value = text
    await user.press("enter")


def under_cursor(user):
    return str(user.app.screen.query_one("#list").highlighted_option.prompt).split()[0]


async def test_groups_stand_in_each_other_with_counts_summed(driven, app):
    async with driven(app, size=(80, 30)) as user:
        rows = [line.split()[:2] for line in user.text.splitlines() if line.startswith("   ")]
        start = rows.index(["Capitals", "3"])
        assert rows[start : start + 6] == [
            ["Capitals", "3"],
            ["geo/", "2"],
            ["asia/", "2"],
            ["Lakes", "2"],
            ["news/", "4"],
            ["The", "lantern"],
        ]


async def test_a_group_is_studied_and_quizzed_as_a_whole(driven, app):
    async with driven(app) as user:
        await go_to(user, "geo/")
        assert user.shows("Space studies 2 new.")
        await user.press("space")
        assert user.shows("2 left")
        await user.press("q", "z")
        assert user.place == "QuizSetup"
        assert user.shows("2 cards")


async def test_a_deck_gets_another_title_and_u_gives_it_back(driven, app, library):
    async with driven(app) as user:
        await go_to(user, "Lakes")
        await user.press("R")
        assert user.app.screen.query_one(Input).value == "Lakes"
        await write(user, "Deep lakes")
        assert user.shows("Lakes renamed to Deep lakes. u takes it back.")
        assert under_cursor(user) == "Deep"
        await user.press("u")
        assert user.shows("Taken back")
    assert (library.home.decks / "geo" / "asia" / "lakes.yaml").read_text() == LAKES


async def test_a_group_gets_another_name_and_the_cursor_stays_on_it(driven, app, library):
    async with driven(app) as user:
        await go_to(user, "asia/")
        await user.press("R")
        await write(user, "far-east")
        assert under_cursor(user) == "far-east/"
        assert (library.home.decks / "geo" / "far-east" / "lakes.yaml").exists()
        await user.press("u")
        assert under_cursor(user) == "asia/"


async def test_a_deck_is_moved_and_a_place_that_is_taken_is_refused_in_a_line(driven, app, library):
    async with driven(app) as user:
        await go_to(user, "Lakes")
        await user.press("M")
        assert user.app.screen.query_one(Input).value == "geo/asia/lakes"
        await write(user, "capitals")
        assert user.place == "AskLine"
        assert user.shows("there is a `capitals.yaml` already")
        await write(user, "news/")
        assert user.place == "HomeScreen"
        assert (library.home.decks / "news" / "lakes.yaml").read_text() == LAKES
        assert under_cursor(user) == "Lakes"
        await user.press("u", "u")
        assert user.shows("Nothing to undo.")
    assert (library.home.decks / "geo" / "asia" / "lakes.yaml").read_text() == LAKES


async def test_a_deck_is_deleted_and_comes_back(driven, app):
    async with driven(app) as user:
        await go_to(user, "Lakes")
        await user.press("x")
        assert not any("Lakes" in str(each.prompt) for each in user.app.screen.query_one("#list").options)
        await user.press("u")
        assert any("Lakes" in str(each.prompt) for each in user.app.screen.query_one("#list").options)


async def test_what_is_done_to_one_deck_is_not_offered_on_a_group(driven, app):
    async with driven(app) as user:
        await go_to(user, "geo/")
        await user.press("n", "E", "x")
        assert user.place == "HomeScreen"
        await user.press("o")
        assert user.shows("Settings  geo", "[geo]")


async def test_a_new_deck_stands_in_the_group_of_the_cursor(driven, app, library):
    async with driven(app) as user:
        await go_to(user, "geo/")
        await user.press("N")
        assert user.shows("It will stand in geo/.")
        await write(user, "Seas")
        await user.press("escape")
        assert (library.home.decks / "geo" / "seas.yaml").exists()
        assert under_cursor(user) == "Seas"


async def test_an_act_on_cards_is_taken_back_from_the_decks_too(driven, app, library):
    async with driven(app) as user:
        await user.press("b", "slash", *"baikal", "enter", "x")
        assert len(library.search("baikal")) == 0
        await user.press("d", "u")
        assert len(library.search("baikal")) == 1
