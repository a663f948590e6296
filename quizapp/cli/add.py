"""``quizapp add``: pasted text becomes cards of a deck."""

import sys
from pathlib import Path

from quizapp.cards.model import Item
from quizapp.cli.arguments import Parser
from quizapp.cli.lines import InputEndedError, ask
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, counted, is_terminal, say, warn, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.library.pasting import looked_through
from quizapp.library.shelf import Shelved, chosen
from quizapp.store.disk import SIZE_LIMIT
from quizapp.store.source import decoded
from quizapp.text import shown_line

_WHAT = """\
Read cards from standard input and put them at the end of a deck. They are shown before they are
added. Three ways to write them:

  question<TAB>answer          a line each; a table from a spreadsheet or of Markdown does as well
  Q: question                  and on the next line
  A: answer
  The Seine flows through {{Paris}}.      a sentence with gaps"""


def run(arguments: list[str], home: Path | None) -> int:
    """Read, show and add."""
    parser = Parser("add", _WHAT)
    parser.add_argument("deck", metavar="DECK", help="the deck to add to, by name, title or path")
    parser.add_argument("--dry-run", action="store_true", help="only show what would be added")
    wish = parser.parse_args(arguments)
    library = opened(home)
    deck = _one(library, wish.deck)
    typed = is_terminal(sys.stdin)
    if typed:
        say("Paste or type the cards, then press Ctrl-D on a line of its own.")
    found = looked_through(_standard_input(), deck.deck.items)
    warn_of(problem.at("input") for problem in found.problems)
    for item in found.fresh:
        say(f"+ {_told(item)}")
    if found.there:
        say(f"{counted(found.there, 'card')} already there")
    if not found.fresh:
        warn("Nothing to add.")
        return FAILED
    warn_of(problem.at("input") for problem in found.advice)
    if wish.dry_run or (typed and not _agreed(len(found.fresh), deck)):
        say("Nothing was added.")
        return OK
    library.add_cards(deck, found.fresh)
    say(f"{counted(len(found.fresh), 'card')} added to {deck.path}")
    return FAILED if found.problems else OK


def _one(library: Library, word: str) -> Shelved:
    decks = chosen(library.shelf, [word])
    if len(decks) > 1:
        raise QuizError.of(f"`{word}` means several decks", f"name one, such as `{decks[0].place}`")
    return decks[0]


def _standard_input() -> str:
    if sys.stdin is None:
        return ""
    data = sys.stdin.buffer.read(SIZE_LIMIT + 1) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    return decoded(data, "input").text


def _agreed(number: int, deck: Shelved) -> bool:
    try:
        return ask(f"Add {counted(number, 'card')} to {shown_line(deck.title)}? y or n:").casefold() in ("y", "yes")
    except InputEndedError:
        return False


def _told(item: Item) -> str:
    return shown_line(item.cloze or f"{item.question} - {item.answer}", 200)
