import pytest
from textual.widgets import Input, TextArea

from quizapp.library.search import Hits
from quizapp.tui.app import QuizApp
from quizapp.tui.widgets.card_table import CardTable

CAPITALS_FIRST = "What is the capital of Kazakhstan?"


def text_of(home, name="capitals.yaml"):
    return (home / "decks" / name).read_text(encoding="utf-8")


def table(user):
    return user.app.screen.query_one(CardTable)


async def test_b_shows_all_cards_and_the_one_under_the_cursor(driven, app):
    async with driven(app, size=(140, 40)) as user:
        await user.press("b")
        assert user.place == "BrowseScreen"
        assert user.shows("8 cards", CAPITALS_FIRST, "Astana", "new, never answered")
        await user.press("G")
        assert user.shows("She has done so every year.")
        await user.press("g", "d")
        assert user.place == "HomeScreen"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_browse_fits_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("b")
        assert user.shows("What is", "Astana", "Find", "Choose")


async def test_cards_are_found_as_one_types(driven, app):
    async with driven(app) as user:
        await user.press("b", "slash", *"bhut")
        assert user.shows("1 card", "Thimphu")
        await user.press("enter", "escape")
        assert user.shows("8 cards")
        await user.press("slash", *"is:nothing")
        assert user.shows("✗", "0 cards")
        await user.press("escape", "escape", "escape")
        assert user.place == "HomeScreen"


async def test_letters_are_letters_while_one_types(driven, app):
    async with driven(app) as user:
        await user.press("b", "slash", *"dbti")
        assert user.place == "BrowseScreen"
        assert user.app.screen.query_one("#query", Input).value == "dbti"


async def test_several_cards_are_tagged_and_that_is_taken_back(driven, app, home):
    before = text_of(home)
    async with driven(app) as user:
        await user.press("b", "space", "space", "plus", *"asia")
        assert user.shows("Tags for 2 cards")
        await user.press("enter")
        assert user.shows("2 entries tagged.")
        assert text_of(home).count("tags: [asia]") == 2
        await user.press("u")
    assert text_of(home) == before


async def test_a_bulk_delete_goes_into_the_bin_and_comes_back(driven, app, home):
    async with driven(app) as user:
        await user.press("b", "slash", *"capital", "enter", "a", "x")
        assert user.shows("0 cards", "3 entries deleted.")
        assert "Kazakhstan" not in text_of(home)
        await user.press("u", "escape")
        assert user.shows("8 cards", "Kazakhstan")
        await user.press("x", "X")
        assert user.place == "BinScreen"
        assert user.shows("1 entry")
        await user.press("r")
        assert user.shows("The bin is empty.")
        await user.press("q")
        assert user.shows("8 cards")


async def test_the_bin_is_emptied_when_its_owner_says_so(driven, app, library):
    async with driven(app) as user:
        await user.press("b", "x", "X", "X", "n")
        assert user.shows("1 entry")
        await user.press("X", "y")
        assert user.shows("The bin is empty.")
    assert not library.bin


async def test_cards_are_moved_to_another_deck(driven, app, home):
    async with driven(app) as user:
        await user.press("b", "M", *"nowhere", "enter")
        assert user.shows("there is no deck called")
        user.app.screen.query_one("#line", Input).value = "festival"
        await user.press("enter")
        assert user.shows("1 entry moved.")
    assert "Kazakhstan" in text_of(home, "news/festival.yaml")
    assert "Kazakhstan" not in text_of(home)


async def test_suspend_and_flag_are_switched_and_shown(driven, app):
    async with driven(app) as user:
        await user.press("b", "at")
        assert user.shows("suspended")
        await user.press("at", "asterisk")
        assert user.shows("* new")
        assert not user.shows("  suspended")
        await user.press("slash", *"is:flagged")
        assert user.shows("1 card")


async def test_orders_are_stepped_through(driven, app):
    async with driven(app) as user:
        await user.press("b")
        for name in ("question", "answer", "due day", "difficulty"):
            await user.press("o")
            assert user.shows(f"by {name}")
        await user.press("o")
        assert not user.shows("by ")


async def test_a_card_is_edited_where_it_is_and_nothing_else_changes(driven, app, home):
    before = text_of(home)
    async with driven(app) as user:
        await user.press("b", "e")
        assert user.place == "CardEditor"
        user.app.screen.query_one("#field-answer", TextArea).load_text("Nur-Sultan")
        await user.press("ctrl+s")
        assert user.shows("Nur-Sultan", "1 entry edited.")
        assert text_of(home) == before.replace("Astana", "Nur-Sultan")
        await user.press("u")
    assert text_of(home) == before


async def test_a_new_card_is_written_for_a_deck(driven, app, home):
    async with driven(app) as user:
        await user.press("n", *"What is the capital of Nepal?", "tab", *"Kathmandu", "ctrl+s")
        assert user.place == "HomeScreen"
        assert next(line for line in user.text.splitlines() if "Capitals" in line).split()[1] == "4"
    assert text_of(home).endswith("- What is the capital of Nepal?: Kathmandu\n")


async def test_a_new_deck_is_begun_with_its_first_card(driven, app, home):
    async with driven(app) as user:
        await user.press("N", "enter")
        assert user.shows("a deck needs a title")
        await user.press(*"My rivers", "enter")
        assert user.place == "CardEditor"
        await user.press(*"Q?", "tab", *"A", "ctrl+s")
        assert user.shows("My rivers")
    assert text_of(home, "my-rivers.yaml") == "title: My rivers\ncards:\n- Q?: A\n"


async def test_the_users_own_editor_is_opened_at_the_line_of_the_card(driven, app, home, monkeypatch):
    opened = []
    monkeypatch.setattr("quizapp.tui.editor.subprocess.run", lambda command, **_: opened.append(command))
    monkeypatch.setattr(QuizApp, "suspend", lambda _: __import__("contextlib").nullcontext())
    monkeypatch.setenv("EDITOR", "ed -s")
    async with driven(app) as user:
        await user.press("b", "j", "E")
        await user.press("d", "E")
    path = str(home / "decks" / "capitals.yaml")
    assert opened == [["ed", "-s", "+7", path], ["ed", "-s", "+1", path]]


async def test_only_lines_on_the_screen_are_drawn(driven, app, library):
    many = Hits(library.shelf.decks, [0, 1, 2] * 40_000)
    async with driven(app) as user:
        await user.press("b")
        drawn = table(user)._drawn
        table(user).show(many)
        await user.settle()
        await user.press("G")
        assert table(user).cursor == len(many) - 1
        assert drawn.cache_info().misses < 200


async def test_a_click_puts_the_cursor_on_a_card(driven, app):
    async with driven(app) as user:
        await user.press("b")
        await user.click("CardTable", offset=(5, 2))
        assert table(user).cursor == 2
