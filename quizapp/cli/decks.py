"""``quizapp decks``: the decks of the home, and what is due in them."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened, own_folders, tell_problems
from quizapp.cli.terminal import OK, percent, say, say_json, say_table
from quizapp.library.library import DeckInfo
from quizapp.text import clip

_WHAT = "List the decks of the home with what is due today and how their quizzes went."
_TITLE_WIDTH = 40


def run(arguments: list[str], home: Path | None) -> int:
    """List decks."""
    parser = Parser("decks", _WHAT)
    parser.add_decks("only these")
    parser.add_argument("--folder", action="store_true", help="print the folder of the decks, and nothing else")
    parser.add_json()
    wish = parser.parse_args(arguments)
    if wish.folder:
        say(str(own_folders(home)[0]))
        return OK
    library = opened(home, with_samples=True)
    decks = library.decks(wish.decks)
    if wish.json:
        broken = [str(problem) for problem in library.shelf.broken]
        say_json({"decks": [_as_data(deck) for deck in decks], "problems": broken})
    elif decks:
        say_table(("deck", "title", "cards", "new", "learning", "due", "best", "last"), map(_row, decks), texts=2)
    else:
        say(f"There are no decks yet. Put one into {library.home.decks}, or make one with `quizapp generate`.")
    if not wish.json:
        tell_problems(decks)
    return OK


def _row(deck: DeckInfo) -> tuple[str, ...]:
    counts = (deck.cards, deck.counts.new, deck.counts.learning, deck.counts.due)
    marks = (percent(deck.score.best), percent(deck.score.last))
    return (deck.place, clip(deck.title, _TITLE_WIDTH), *map(str, counts), *marks)


def _as_data(deck: DeckInfo) -> dict[str, object]:
    return {
        "name": deck.name,
        "group": deck.group,
        "title": deck.title,
        "path": str(deck.path),
        "cards": deck.cards,
        "new": deck.counts.new,
        "learning": deck.counts.learning,
        "due": deck.counts.due,
        "quizzes": deck.score.taken,
        "best": deck.score.best,
        "last": deck.score.last,
        "problems": [str(problem) for problem in deck.problems],
    }
