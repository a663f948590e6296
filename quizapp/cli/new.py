"""``quizapp new``: a deck of one's own, without cards yet."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, say

_WHAT = """\
Make a deck without cards and print its file. Write cards into it with `quizapp edit`, or paste
them with `quizapp add`."""


def run(arguments: list[str], home: Path | None) -> int:
    """Make a deck."""
    parser = Parser("new", _WHAT)
    parser.add_argument("title", metavar="TITLE", help="the deck's title")
    parser.add_argument("--group", default="", metavar="GROUP", help="the folder of decks to put it into")
    wish = parser.parse_args(arguments)
    deck = opened(home).new_deck(wish.title, wish.group)
    say(str(deck.path))
    return OK
