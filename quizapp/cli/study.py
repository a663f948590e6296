"""``quizapp study``: study what is due, in the app or as plain lines."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.plain_study import PlainStudy
from quizapp.cli.session import add_session_options, parsed, started
from quizapp.library.library import Library
from quizapp.library.selection import Selection, StudyWish
from quizapp.memory.ways import StudyBy

if TYPE_CHECKING:
    from textual.message import Message

_WHAT = """\
Study the cards that are due today, in some decks or in all: first what is still being
learned, then reviews, then new cards."""

_MORE = """\
With --plain: Enter shows the answer; 1 to 4 say how well you knew it (Enter alone: what is
proposed). Each answer is saved before the next card is shown; ? lists all keys."""


def run(arguments: list[str], home: Path | None) -> int:
    """Study, on the screen or as plain lines."""
    wish = _parsed(arguments)
    study = StudyWish(
        cards=Selection(wish.tag, wish.flagged, wish.misses),
        at_most=wish.cards,
        minutes=wish.minutes,
        cram=wish.cram,
        by=StudyBy(wish.answers) if wish.answers else None,
    )

    def message(_: Library) -> "Message":
        from quizapp.tui.messages import StudyDecks  # noqa: PLC0415 - brings Textual

        return StudyDecks(tuple(wish.decks), study)

    return started(home, wish, lambda library: PlainStudy(library, wish.decks, study, unsaved=wish.unsaved), message)


def _parsed(arguments: list[str]) -> Namespace:
    parser = Parser("study", _WHAT, _MORE)
    add_session_options(parser)
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument("--cards", type=whole_number(1), default=0, metavar="N", help="at most N cards")
    how_much.add_argument(
        "--minutes", type=whole_number(1), default=0, metavar="N", help="as many cards as fit into N minutes"
    )
    parser.add_argument("--cram", action="store_true", help="all cards, due or not; when they come back stays as it is")
    parser.add_argument(
        "--answers", choices=[str(by) for by in StudyBy], help="how cards are answered; else as the settings say"
    )
    return parsed(parser, arguments)
