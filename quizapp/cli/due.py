"""``quizapp due``: how much there is to study today."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, say, say_json, say_table
from quizapp.memory.queue import Counts

_WHAT = """\
Say how many cards are to be studied today, within the daily limits: new ones, ones still
being learned, and ones due for review. A card that stands in several decks counts once
in the total."""


def run(arguments: list[str], home: Path | None) -> int:
    """Tell what is due."""
    parser = Parser("due", _WHAT)
    parser.add_decks("only in these")
    parser.add_argument("--count", action="store_true", help="print the number of all of them, and nothing else")
    parser.add_json()
    wish = parser.parse_args(arguments)
    library = opened(home)
    total = library.due(wish.decks)
    if wish.count:
        say(str(total.total))
        return OK
    by_deck = [(deck.title, deck.counts) for deck in library.decks(wish.decks)]
    if wish.json:
        decks = [{"title": title, **_as_data(counts)} for title, counts in by_deck]
        say_json({**_as_data(total), "decks": decks})
    else:
        rows = [*by_deck, ("all", total)] if len(by_deck) != 1 else by_deck
        say_table(("deck", "new", "learning", "due", "all"), (_row(name, counts) for name, counts in rows))
    return OK


def _row(name: str, counts: Counts) -> tuple[str, ...]:
    return (name, *map(str, (counts.new, counts.learning, counts.due, counts.total)))


def _as_data(counts: Counts) -> dict[str, int]:
    return {"new": counts.new, "learning": counts.learning, "due": counts.due, "total": counts.total}
