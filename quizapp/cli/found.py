"""Which cards a command is about: those that a search finds, shown before anything is done to many."""

from collections.abc import Callable, Sequence

from quizapp.cli.arguments import Parser
from quizapp.cli.terminal import FAILED, counted, say, warn, warn_of
from quizapp.library.library import Library
from quizapp.library.search import Hit
from quizapp.text import shown_line

_SHOWN = 20
_WIDTH = 100


def add_search(parser: Parser, what: str) -> None:
    """Take a search, and the wish to do something to all that it finds."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="SEARCH",
        help=f"the cards to {what}: words on them, deck:NAME, tag:T, is:new, is:due, is:suspended, answer:WORD",
    )
    parser.add_argument("--all", action="store_true", help=f"{what} all that are found, however many")


def meant(library: Library, words: Sequence[str], *, every: bool) -> list[Hit] | None:
    """Return the cards that a search finds; None, after saying why, if they are not what the user can have meant."""
    hits = library.search(" ".join(words))
    if hits.problems:
        warn_of(hits.problems)
        return None
    if not hits:
        warn("No card fits this search.")
        return None
    if len(hits) > 1 and not every:
        warn(f"{counted(len(hits), 'card')} fit; say more, or take all of them with --all:")
        for hit in hits[:_SHOWN]:
            warn(f"  {told(hit)}")
        if len(hits) > _SHOWN:
            warn(f"  and {len(hits) - _SHOWN} more")
        return None
    return list(hits)


def told(hit: Hit) -> str:
    """Return a card in a line: its deck, what it asks, its answer."""
    return shown_line(f"{hit.deck.place}: {hit.card.question} - {hit.card.answer}", _WIDTH)


def done_to_all(
    library: Library, words: Sequence[str], done: str, act: Callable[[list[Hit]], object], *, every: bool
) -> int:
    """Do something to the cards that a search finds, and say so; return the exit code."""
    hits = meant(library, words, every=every)
    if hits is None:
        return FAILED
    act(hits)
    for hit in hits[:_SHOWN]:
        say(f"{done}: {told(hit)}")
    if len(hits) > _SHOWN:
        say(f"{done}: {len(hits) - _SHOWN} more")
    say("`quizapp undo` takes it back.")
    return 0
