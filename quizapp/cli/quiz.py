"""``quizapp quiz``: a quiz with a score, in the app or as plain lines."""

from argparse import BooleanOptionalAction, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.plain_quiz import PlainQuiz
from quizapp.cli.session import add_session_options, parsed, started
from quizapp.library.library import Library
from quizapp.library.quizzing import usual_terms
from quizapp.library.selection import EVERYTHING, Selection
from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms

if TYPE_CHECKING:
    from textual.message import Message

_WHAT = """\
Take a quiz on some decks or on all. Its score is kept and shown with the decks. Unless you ask for
it, what you answer does not change when cards come back."""

_MORE = """\
What is not said here is as the settings say of these decks, and the app asks for it. With --plain:
type the number of a choice, or the answer. Enter alone passes; q quits, and the quiz then counts as
broken off."""

_TERMS = ("questions", "kind", "seconds", "at_end", "feed")


def run(arguments: list[str], home: Path | None) -> int:
    """Take a quiz, on the screen or as plain lines."""
    wish = _parsed(arguments)
    cards = Selection(wish.tag, wish.flagged, wish.misses)

    def plain(library: Library) -> PlainQuiz:
        return PlainQuiz(library, wish.decks, _terms(wish, library), cards, unsaved=wish.unsaved)

    def message(library: Library) -> "Message":
        from quizapp.tui.messages import QuizDecks  # noqa: PLC0415 - brings Textual

        said = cards != EVERYTHING or any(getattr(wish, name) is not None for name in _TERMS)
        return QuizDecks(tuple(wish.decks), cards, _terms(wish, library) if said else None)

    return started(home, wish, plain, message)


def _terms(wish: Namespace, library: Library) -> Terms:
    """Return what was said of the quiz; the settings say the rest."""
    usual = usual_terms(library, wish.decks)
    return Terms(
        usual.number if wish.questions is None else wish.questions,
        QuizKind(wish.kind or usual.kind),
        usual.seconds if wish.seconds is None else wish.seconds,
        at_end=usual.at_end if wish.at_end is None else wish.at_end,
        feeds=usual.feeds if wish.feed is None else wish.feed,
    )


def _parsed(arguments: list[str]) -> Namespace:
    parser = Parser("quiz", _WHAT, _MORE)
    add_session_options(parser)
    parser.add_argument("--questions", type=whole_number(0), metavar="N", help="how many; 0 for all")
    parser.add_argument("--kind", choices=[str(kind) for kind in QuizKind], help="how they are answered")
    parser.add_argument("--seconds", type=whole_number(0), metavar="N", help="the time for each question; 0 for any")
    parser.add_argument(
        "--at-end", action=BooleanOptionalAction, default=None, help="tell right and wrong at the end only"
    )
    parser.add_argument(
        "--feed",
        action=BooleanOptionalAction,
        default=None,
        help="whether answers count for the schedule of cards that are due",
    )
    return parsed(parser, arguments)
