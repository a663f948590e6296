"""``quizapp reset``: cards that start over."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.found import add_search, done_to_all
from quizapp.cli.opening import opened

_WHAT = "Let cards start over, as if they had never been answered. A whole deck: quizapp reset deck:NAME --all"


def run(arguments: list[str], home: Path | None) -> int:
    """Reset cards."""
    parser = Parser("reset", _WHAT)
    add_search(parser, "reset")
    wish = parser.parse_args(arguments)
    library = opened(home)
    return done_to_all(
        library, wish.words, "starts over", lambda hits: library.reset(hit.card for hit in hits), every=wish.all
    )
