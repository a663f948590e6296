"""``quizapp move``: a deck or a group stands at another place, and what was learned goes with it."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, say
from quizapp.library.arranging import Arranging
from quizapp.library.library import Library
from quizapp.text import shown_line

_WHAT = """\
Move or rename a deck's file, or a group's folder. What was learned, scores and settings go with it,
and nothing is ever written over. PLACE is group/name; after group/ the name stays, and / is the top.

  quizapp move rivers asia/       into the group asia
  quizapp move asia/rivers asia/great-rivers
  quizapp move asia/ far-east     the whole group: it is named with a / at its end"""


def run(arguments: list[str], home: Path | None) -> int:
    """Move a deck or a group."""
    parser = Parser("move", _WHAT)
    parser.add_argument("what", metavar="DECK|GROUP", help="a deck, by name or title, or a group")
    parser.add_argument("place", metavar="PLACE", help="where it is to stand")
    wish = parser.parse_args(arguments)
    say(shown_line(_moved(opened(home), wish.what, wish.place)))
    return OK


def _moved(library: Library, what: str, place: str) -> str:
    """Move a deck, or else a group, and say so. Raises QuizError."""
    acts, deck = Arranging(library), None if what.endswith("/") else library.shelf.called(what)
    if deck:
        return acts.move(deck, place)
    if not what.endswith("/"):
        # Says what it can have been where it is no group either.
        library.shelf.named(what)
    return acts.move_group(what, place)
