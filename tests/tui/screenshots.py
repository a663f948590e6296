"""Draw the screens of the app into a folder, as SVG: ``python tests/tui/screenshots.py FOLDER``.

The sample decks are studied in a home of their own at a fixed time, so that the same program draws
the same pictures.
"""

import asyncio
import itertools
import re
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.widgets import Input

from quizapp.history.events import Grade
from quizapp.library import recording
from quizapp.library.library import Library
from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms
from quizapp.store.deckfile import read_deck
from quizapp.store.deckwriter import write_deck
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.study_summary import StudySummary

DECKS = Path(__file__).parent.parent.parent / "decks"
SHOWN = "sco-summit"
"""The deck made from an article, whose cards carry the sentences they come from."""
SMALL, WIDE = (80, 24), (120, 36)
QUIZ = ["z", "down", "right", "enter"]
RIGHT = "the right option"
"""Stands for the key that chooses it."""
PICTURES = {
    "home": [],
    "question": ["space"],
    "study": ["space", "space"],
    "summary": ["space", "space", "1", *["space", "4"] * 40],
    "quiz-setup": ["z"],
    "quiz": [*QUIZ, RIGHT],
    "study-setup": ["c"],
    "typed": ["c", *["down"] * 3, "right", "enter", *"moscow", "enter"],
    "card": ["space", "i"],
    "scores": ["r"],
    "true-false": ["z", "down", *["right"] * 3, "enter"],
    "matching": ["z", "down", *["right"] * 4, "enter", RIGHT, RIGHT],
    "results": [*QUIZ, "1", "space", "2", "space", *[RIGHT, "space"] * 8],
    "help": ["question_mark"],
    "browse": ["b", "slash", *"capital", "enter", "j", "space", "space"],
    "card-editor": ["b", "slash", *"founded", "enter", "e"],
    "stats": ["t"],
    "inbox": ["i"],
    "generate": ["m"],
    "settings": ["comma"],
    "palette": ["ctrl+p"],
}
FIRST = "first-start"
"""The picture of a home that was opened a moment ago."""
LIGHT = ("home", "study", "browse", "stats")
FONT_FACE = re.compile(r"\s*@font-face \{[^}]*\}")


class Clock:
    """Goes on by four seconds each time it is read."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 18, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=4)
        return self.now


def library(folder, *, fresh=False):
    """Return a library on the sample decks, with a few days of study behind it unless it is ``fresh``."""
    shutil.copytree(DECKS, folder / "home" / "decks")
    environ = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    clock = Clock()
    opened = Library.open(folder / "home", environ=environ, now=clock, zone=UTC)
    if fresh:
        return opened
    into_inbox(opened)
    for days, right in ((6, 5), (3, 7), (1, 8)):
        clock.now -= timedelta(days=days)
        study(opened, 12)
        quiz(opened, right)
        clock.now += timedelta(days=days)
    return opened


def into_inbox(opened):
    """Let a few generated cards wait, one of them doubtful."""
    deck = read_deck(DECKS / f"{SHOWN}.yaml").deck
    items = [
        replace(item, doubt="two countries are named before it" * (number == 1))
        for number, item in enumerate(deck.items[:8])
    ]
    write_deck(opened.home.inbox / "astana.yaml", replace(deck, title="The summit in Astana", items=tuple(items)))


def study(opened, answers):
    session = opened.study([chosen(opened)])
    for number in range(answers):
        if not session.over:
            session, answered = session.reveal().grade(Grade.HARD if number % 5 == 0 else Grade.GOOD, opened.now())
            opened.record(answered)


def quiz(opened, right):
    session = opened.quiz([chosen(opened)], Terms(10, QuizKind.TYPED))
    for number in range(len(session.questions)):
        session, marked = session.answer(session.current.card.answer if number < right else "?", opened.now())
        opened.record_quiz(session, marked)
        session = session.proceed(opened.now())


def chosen(opened):
    names = [deck.name for deck in opened.decks()]
    return SHOWN if SHOWN in names else names[0]


async def draw(keys, size, theme, *, fresh=False):
    """Return the picture that pressing these keys leads to."""
    ids = itertools.count(1)
    recording.new_quiz_id = lambda: f"quiz {next(ids)}"
    with tempfile.TemporaryDirectory() as folder:
        opened = library(Path(folder), fresh=fresh)
        app = QuizApp(opened, theme=theme)
        async with app.run_test(size=size) as pilot:
            names = [deck.name for deck in opened.decks()]
            await pilot.press(*["down"] * names.index(chosen(opened)))
            for key in keys:
                if not isinstance(app.screen, StudySummary):
                    await pilot.press(right_key(app) if key == RIGHT else key)
            await pilot.pause()
            return offline(app.export_screenshot(title="quizapp", simplify=True))


def offline(picture):
    """Return a picture without the fonts that it would fetch from the web."""
    return FONT_FACE.sub("", picture).replace("Fira Code, monospace", "monospace")


def right_key(app):
    question = app.screen._session.current
    return str(question.choices.index(question.wanted) + 1)


async def main(folder):
    """Draw every picture."""
    Input.cursor_blink = False
    folder.mkdir(parents=True, exist_ok=True)
    for name, keys in PICTURES.items():
        for size in (SMALL, WIDE):
            suffix = "" if size == SMALL else "-wide"
            (folder / f"{name}{suffix}.svg").write_text(await draw(keys, size, "quizapp-dark"), encoding="utf-8")
    first = await draw([], SMALL, "quizapp-dark", fresh=True)
    (folder / f"{FIRST}.svg").write_text(first, encoding="utf-8")
    for name in LIGHT:
        (folder / f"{name}-light.svg").write_text(await draw(PICTURES[name], SMALL, "quizapp-light"), encoding="utf-8")
    sys.stdout.write(f"{folder}: {', '.join(sorted(path.name for path in folder.glob('*.svg')))}\n")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1] if sys.argv[1:] else ".pictures")))
