from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.notifications import Notification

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.tui.app import QuizApp

SMALL = (80, 24)
CHARACTERS = {"space": " ", "minus": "-", "at": "@", "question_mark": "?", "asterisk": "*"}

FESTIVAL = """
title: The lantern festival
description: What was in the paper on Monday.
source: {title: A night of lights, date: 2024-07-04}
cards:
- question: Which town held the lantern festival?
  answer: Ostrava
  wrong: [Brno, Olomouc, Opava]
  quote: Some ten thousand people came to Ostrava, where the lanterns rose at nine.
  context: Some ten thousand people came to Ostrava, where the lanterns rose at nine. The wind was kind.
  hint: It lies in Silesia.
- cloze: The festival was first held in {{1998::year}} by {{two sisters}}.
- question: Name the three colours of the lanterns.
  answers: [red, white, gold]
- question: Who opened the festival?
  answer: the mayor
  wrong: [the bishop, a singer, the governor]
  note: She has done so every year.
"""

CAPITALS = """
title: Capitals
cards:
- question: What is the capital of Kazakhstan?
  answer: Astana
  wrong: [Almaty, Tashkent, Bishkek]
- question: What is the capital of Mongolia?
  answer: Ulaanbaatar
  wrong: [Darkhan, Beijing, Erdenet]
- question: What is the capital of Bhutan?
  answer: Thimphu
  wrong: [Paro, Kathmandu, Lhasa]
"""


class Clock:
    """A clock that goes on by a second each time it is read, from a Monday noon."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 12, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


class Driver:
    """A running app, its keys and what is on its screen."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    async def settle(self):
        """Wait until everything that was asked of the app is done and drawn."""
        await self.app.workers.wait_for_complete()
        for _ in range(3):
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()
        await self.pilot.pause()

    async def press(self, *keys):
        """Press keys one after the other, each once what the last one did is done.

        The pilot's own way waits for the processor to be idle, twice a key.
        """
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            character = key if len(key) == 1 else CHARACTERS.get(key)
            self.app._driver.send_message(events.Key(name, character))
            for _ in range(4):
                await self.pilot._wait_for_screen()
                self.app.screen._on_timer_update()
        await self.settle()

    async def click(self, selector, **where):
        await self.pilot.click(selector, **where)
        await self.settle()

    @property
    def place(self):
        return type(self.app.screen).__name__

    @property
    def text(self):
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def shows(self, *texts):
        return all(text in self.text for text in texts)


@asynccontextmanager
async def _driven(app, size=SMALL):
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


@pytest.fixture
def home(tmp_path):
    """A home with two decks, one of them in a group."""
    decks = tmp_path / "home" / "decks"
    (decks / "news").mkdir(parents=True)
    (decks / "capitals.yaml").write_text(CAPITALS, encoding="utf-8")
    (decks / "news" / "festival.yaml").write_text(FESTIVAL, encoding="utf-8")
    return tmp_path / "home"


@pytest.fixture
def opened(tmp_path):
    """Open a home, as often as a test likes, as if the program were started anew."""
    environ = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CACHE_HOME": str(tmp_path)}
    clock = Clock()

    def open_home(root: Path) -> Library:
        return Library.open(root, environ=environ, now=clock, zone=UTC)

    return open_home


@pytest.fixture
def library(opened, home):
    return opened(home)


@pytest.fixture
def driven():
    """Run an app and drive it: ``async with driven(app) as user``."""
    return _driven


@pytest.fixture
def app(library):
    return QuizApp(library)


@pytest.fixture(autouse=True)
def lasting(monkeypatch):
    """Let messages stay on the screen for as long as a slow machine takes to look at them."""
    monkeypatch.setattr(Notification, "time_left", property(lambda _: 60.0))


@pytest.fixture
def full_disk(library, monkeypatch):
    """Make every write of the journal fail; returns what makes the disk have room again."""

    def fail(*_):
        raise QuizError.of("there is no room left on the disk", "free some")

    with monkeypatch.context() as patch:
        patch.setattr(library.progress, "append", fail)
        yield patch.undo
