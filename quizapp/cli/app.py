"""``quizapp [DECK…]``: the app on the whole screen."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.arguments import Parser
from quizapp.cli.mishaps import told_of
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, is_terminal, warn, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.library.looks import Looks
from quizapp.store.config import config_file
from quizapp.store.home import config_folder

if TYPE_CHECKING:
    from textual.message import Message

_WHAT = "Open the app; with DECKs, study them at once."


def run(arguments: list[str], home: Path | None) -> int:
    """Open the app, on some decks if any are named."""
    parser = Parser("", _WHAT)
    parser.add_decks("study these at once")
    words = tuple(parser.parse_args(arguments).decks)
    library = opened(home, with_samples=True)
    _refuse_unknown(library, words)
    if not words:
        return open_app(library, None)
    from quizapp.tui.messages import StudyDecks  # noqa: PLC0415 - brings Textual

    return open_app(library, StudyDecks(words))


def open_app(library: Library, opening: "Message | None") -> int:
    """Run the app until the user leaves it; needs a terminal."""
    if not all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr))) or os.environ.get("TERM") == "dumb":
        warn("quizapp: the app needs a terminal; `quizapp study --plain` and `quizapp quiz --plain` do without")
        return FAILED
    from rich.console import Console  # noqa: PLC0415 - comes with Textual

    from quizapp.tui.app import QuizApp  # noqa: PLC0415 - brings Textual

    looks = Looks.at(config_file(config_folder(os.environ)))
    warn_of(looks.problems)
    app = QuizApp(library, opening, looks=looks)
    # Textual would print a traceback where the user has just been studying; it belongs in the log.
    details = io.StringIO()
    app.error_console = Console(file=details, width=120)
    app.run(size=_size())
    if details.getvalue():
        warn(told_of(details.getvalue()))
    try:
        library.write_schedules()
    except QuizError as error:
        warn_of(error.problems)
    return app.return_code or OK


def _size() -> tuple[int, int] | None:
    """Return the size to assume of a terminal that does not know its own; None for one that does."""
    try:
        return None if any(os.get_terminal_size(sys.stdout.fileno())) else (80, 24)
    except OSError:
        return None


def _refuse_unknown(library: Library, words: tuple[str, ...]) -> None:
    """Say before the screen is taken over that a word means no deck; it may be a mistyped command."""
    from quizapp.cli.main import COMMANDS  # noqa: PLC0415 - main imports this module

    try:
        library.decks(words)
    except QuizError as error:
        from difflib import get_close_matches  # noqa: PLC0415 - for who has mistyped

        if near := get_close_matches(words[0], COMMANDS, n=1):
            remedy = f"did you mean `quizapp {near[0]}`?"
            raise QuizError.of(f"there is no command or deck {words[0]!r}", remedy) from error
        raise
