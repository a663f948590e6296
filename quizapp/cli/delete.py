"""``quizapp delete``: cards and decks go into the bin."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.found import add_search, done_to_all
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, counted, say
from quizapp.errors import QuizError

_WHAT = """\
Take cards out of their decks' files and into the bin, or a whole deck with --deck. No other line
of a file changes. `quizapp restore` puts them back."""


def run(arguments: list[str], home: Path | None) -> int:
    """Delete cards, or a deck."""
    parser = Parser("delete", _WHAT)
    if "--deck" in arguments:
        parser.add_argument("--deck", required=True, metavar="DECK", help="a deck, by name, title or path")
        return _delete_deck(home, parser.parse_args(arguments).deck)
    add_search(parser, "delete")
    parser.add_argument("--deck", metavar="DECK", help="instead of cards a whole deck, by name, title or path")
    wish = parser.parse_args(arguments)
    library = opened(home)
    return done_to_all(library, wish.words, "deleted", library.delete_cards, every=wish.all)


def _delete_deck(home: Path | None, word: str) -> int:
    library = opened(home)
    decks = library.shelf.named(word)
    if len(decks) > 1:
        raise QuizError.of(f"`{word}` means several decks", f"name one, such as `{decks[0].place}`")
    library.delete_deck(decks[0])
    say(f"deleted: {decks[0].place}, {counted(len(decks[0].kept), 'card')}; `quizapp restore` lists the bin")
    return OK
