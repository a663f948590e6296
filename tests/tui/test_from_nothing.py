"""A sitting in a real terminal: a deck is written from nothing, studied, edited beside the app, deleted, put back."""

import sys

import pytest
from harness.terminal import environment
from harness.tmux import TMUX, Tmux

pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux here to sit in front of")

EDITOR = """\
import sys
path = sys.argv[-1]
with open(path, encoding="utf-8") as file:
    text = file.read()
with open(path, "w", encoding="utf-8") as file:
    file.write("# mine\\n" + text.replace("the Danube", "the blue Danube"))
"""

WRITTEN = """\
# mine
title: Rivers of Europe
cards:
- Which river flows through Vienna?: the blue Danube
- question: Name the rivers of Lyon.
  answers: [Rhône, Saône]
  ordered: true
- cloze: The {{Seine}} flows through {{Paris::city}}.
- question: Turkey
  answer: Ankara
  reverse: true
- question: Which river flows through Rome?
  answer: the Tiber
  accept: [Tevere]
  wrong: [the Po, the Arno, the Adige]
  hint: It is not the Po.
  note: "It floods: walls hold it."
  tags: [italy, water]
"""


def written(app, *parts):
    """Write a card with the keyboard alone: keys, and after a key texts."""
    app.wait_for("Ctrl+S Save", "✗")
    app.settle()
    for part in parts:
        if part in ("Tab", "BTab", "Right", "Enter"):
            # A key that moves the cursor is done before the next one comes, as it is for whoever types.
            app.press_and_see(part)
        else:
            app.type(part)
            app.wait_for(part)
    app.press("C-s")


CARDS = (
    ("Which river flows through Vienna?", "Tab", "the Danube"),
    ("BTab", "Right", "Tab", "Name the rivers of Lyon.", "Tab", "Rhône", "Enter", "Saône", "Tab", "Right"),
    ("BTab", "Right", "Right", "Tab", "The {{Seine}} flows through {{Paris::city}}."),
    ("Turkey", "Tab", "Ankara", "Tab", "Right"),
    (
        *("Which river flows through Rome?", "Tab", "the Tiber", "Tab", "Tab", "Tevere"),
        *("Tab", "the Po", "Enter", "the Arno", "Enter", "the Adige", "Tab", "It is not the Po."),
        *("Tab", "It floods: walls hold it.", "Tab", "Tab", "italy, water"),
    ),
)


def test_a_sitting_with_a_deck_of_ones_own(tmp_path):
    home, script = tmp_path / "home", tmp_path / "editor.py"
    home.mkdir()
    (home / "settings.yaml").write_text("version: 1\n")
    script.write_text(EDITOR)
    path = home / "decks" / "rivers-of-europe.yaml"
    environ = environment(tmp_path, EDITOR=f"{sys.executable} {script}")
    with Tmux([], environ, tmp_path, size=(100, 36)) as app:
        writes(app)
        studies(app)
        edits_beside(app, path)
        deletes_all_and_takes_it_back(app, path)
        app.press("C-q")
    assert path.read_text(encoding="utf-8") == WRITTEN
    journal = "".join(each.read_text() for each in (home / "journal").glob("*.yaml"))
    assert journal.count('"kind": "review"') == 1
    assert journal.count('"kind": "link"') == 1


def writes(app):
    """Begin a deck and write a card of every kind."""
    app.wait_for("No decks yet.")
    app.press("N")
    app.wait_for("Its title.")
    app.type("Rivers of Europe")
    app.press("Enter")
    for number, card in enumerate(CARDS, start=1):
        written(app, *card)
        app.wait_for(f"Space studies {number} new.")
        if number < len(CARDS):
            app.press("n")


def studies(app):
    """Answer the first card."""
    app.press("Space")
    app.wait_for("Which river flows through Vienna?", "5 left")
    app.press("Space")
    app.wait_for("the Danube", "4 Easy")
    app.press("4")
    app.wait_for("Name the rivers of Lyon.", "1 done")
    app.press("q")
    app.wait_for("Space studies 4 new.")


def edits_beside(app, path):
    """Edit the deck in $EDITOR, and then in another program while the app runs."""
    app.press("b")
    app.wait_for("7 cards", "the Danube")
    app.press("E")
    app.wait_for("the blue Danube")
    for old, new in (("Rome?", "Roma?"), ("Roma?", "Rome?")):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        app.wait_for(f"through {new}")


def deletes_all_and_takes_it_back(app, path):
    """Delete every card at once."""
    app.press("a")
    app.wait_for("7 chosen")
    app.press("x")
    app.wait_for("0 cards", "5 entries deleted. u takes it back.")
    assert "- " not in path.read_text(encoding="utf-8")
    app.press("u")
    app.wait_for("7 cards", "Taken back: 5 entries deleted.")
