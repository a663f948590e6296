"""``quizapp suspend``: cards that are not to be asked until this is taken back."""

from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.found import add_search, done_to_all
from quizapp.cli.opening import opened

_WHAT = "Let cards not be asked, or with --off be asked again. What was learned of them stays."


def run(arguments: list[str], home: Path | None) -> int:
    """Suspend cards."""
    parser = Parser("suspend", _WHAT)
    add_search(parser, "suspend")
    parser.add_argument("--off", action="store_true", help="let them be asked again")
    wish = parser.parse_args(arguments)
    library = opened(home)
    done = "no longer suspended" if wish.off else "suspended"
    return done_to_all(
        library,
        wish.words,
        done,
        lambda hits: library.suspend([hit.card for hit in hits], on=not wish.off),
        every=wish.all,
    )
