"""What `study` and `quiz` have in common: on the screen or as plain lines, and nothing goes on unsaved."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.arguments import Parser
from quizapp.cli.lines import InputEndedError, finish, may_save
from quizapp.cli.opening import opened, tell_problems
from quizapp.cli.terminal import FAILED, OK, say, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library

if TYPE_CHECKING:
    from textual.message import Message


class PlainSession:
    """One session as plain lines; a subclass says what is asked."""

    def __init__(self, library: Library, *, unsaved: bool) -> None:
        """Save to ``library``, unless the user wants that nothing is saved."""
        self._library = library
        self._saves = may_save(library, unsaved)
        self._code = OK

    def run(self) -> int:
        """Ask until there is nothing left to ask, or nobody answers; return the exit code."""
        raise NotImplementedError

    def _ask_one(self) -> bool:
        """Ask one thing until it is dealt with; say whether to go on."""
        raise NotImplementedError

    def _ask_all(self, over: Callable[[], bool]) -> None:
        try:
            while not over() and self._ask_one():
                pass
        except InputEndedError:
            say()
        finally:
            if self._saves:
                finish(self._library)

    def _saved(self, write: Callable[[], object]) -> bool:
        """Write something down, if anything is to be saved; if that fails say so, and let the user try again."""
        try:
            if self._saves:
                write()
        except QuizError as error:
            warn_of(error.problems)
            say("That was not saved, so it does not count yet. Try again, or q to quit.")
            self._code = FAILED
            return False
        self._code = OK
        return True


def add_session_options(parser: Parser) -> None:
    """Take what both kinds of session can be told: which cards, and how to ask them."""
    parser.add_decks("only these")
    parser.add_argument("--plain", action="store_true", help="plain lines instead of the app")
    parser.add_argument("--tag", default="", metavar="T", help="only cards with this tag")
    parser.add_argument("--flagged", action="store_true", help="only flagged cards")
    parser.add_argument("--misses", action="store_true", help="only cards missed on the last day they were asked")
    parser.add_argument("--unsaved", action="store_true", help="practise without saving anything (with --plain)")


def parsed(parser: Parser, arguments: list[str]) -> Namespace:
    """Return the arguments of a session."""
    wish = parser.parse_args(arguments)
    if wish.unsaved and not wish.plain:
        parser.error("--unsaved needs --plain")
    return wish


def started(
    home: Path | None,
    wish: Namespace,
    plain: Callable[[Library], PlainSession],
    message: Callable[[Library], "Message"],
) -> int:
    """Hold a session on the screen, which ``message`` opens, or as plain lines; return the exit code."""
    library = opened(home, with_samples=True)
    decks = library.decks(wish.decks)
    if wish.plain:
        tell_problems(decks)
        return plain(library).run()
    from quizapp.cli.app import open_app  # noqa: PLC0415 - only one of the two is needed

    return open_app(library, message(library))
