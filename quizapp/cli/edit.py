"""``quizapp edit``: one's own editor on a deck, at the line of a card."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.found import meant
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, counted, say, warn_of
from quizapp.errors import QuizError
from quizapp.library.editor import editor_command
from quizapp.library.library import Library
from quizapp.library.shelf import chosen

_WHAT = """\
Open a deck in your editor ($VISUAL or $EDITOR), at the line of a card: name the deck, or search
for the card. When the editor is closed, mistakes are told by line."""


def run(arguments: list[str], home: Path | None) -> int:
    """Edit a deck."""
    parser = Parser("edit", _WHAT)
    parser.add_argument("words", nargs="+", metavar="DECK|SEARCH", help="a deck, or words on one card")
    wish = parser.parse_args(arguments)
    library = opened(home)
    place = _place(library, wish.words)
    if place is None:
        return FAILED
    path, line = place
    command = editor_command(os.environ, path, line)
    try:
        code = subprocess.run(command, check=False).returncode  # noqa: S603 - the user's own editor
    except OSError as error:
        message = f"the editor {command[0]} cannot be started: {(error.strerror or str(error)).lower()}"
        raise QuizError.of(message, "set $EDITOR to the name of your editor") from None
    return _tell(library, path) or (FAILED if code else OK)


def _place(library: Library, words: Sequence[str]) -> tuple[Path, int] | None:
    """Return the file, and the line if one card is meant; None, after saying why, if nothing fits."""
    if len(words) == 1:
        try:
            decks = chosen(library.shelf, words)
        except QuizError:
            decks = ()
        if len(decks) == 1:
            return decks[0].path, 0
    hits = meant(library, words, every=False)
    return (hits[0].deck.path, hits[0].card.item.line) if hits else None


def _tell(library: Library, path: Path) -> int:
    """Say what the edit has come to; return the exit code."""
    library.refresh()
    deck = next((deck for deck in library.shelf.decks if deck.path == path), None)
    broken = [problem for problem in library.shelf.broken if problem.file == str(path)]
    problems = [*broken, *(deck.problems if deck and not broken else ())]
    warn_of(problems)
    if problems:
        return FAILED
    if deck:
        say(f"{counted(len(deck.kept), 'card')} in {path}")
    if questions := library.open_questions():
        say(f"{counted(len(questions), 'card')} may be others, edited; `quizapp doctor --ask` goes through them")
    return OK
