"""``quizapp move``: a deck or a group stands at another place, and what was learned goes with it."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, say
from quizapp.library.arranging import Arranging
from quizapp.library.library import Library
from quizapp.library.shelf import Shelved
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
    library = opened(home)
    acts, deck = Arranging(library), _deck(library, wish.what)
    say(shown_line(acts.move(deck, wish.place) if deck else acts.move_group(wish.what, wish.place)))
    return OK


def _deck(library: Library, word: str) -> Shelved | None:
    """Return the deck that a word means; None if it means a group. Raises QuizError."""
    if word.endswith("/"):
        return None
    (first, *others) = library.shelf.named(word)
    names = {first.place, first.name.casefold(), first.title.casefold()}
    return first if not others and (word in names or word.casefold() in names) else None
