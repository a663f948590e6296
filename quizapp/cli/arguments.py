"""How commands read their arguments: argparse, with one clear line where something is wrong."""

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from quizapp.cli.terminal import WRONG_USAGE, say, warn


class Parser(argparse.ArgumentParser):
    """The arguments of one command.

    Args:
        name: of the command; empty for the program itself.
        what: it does, in a sentence or more.
        more: to be said after the list of options, as it stands.
    """

    def __init__(self, name: str, what: str, more: str = "") -> None:
        super().__init__(
            prog=f"quizapp {name}".strip(),
            description=what,
            epilog=more,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Say in a line what is wrong with the arguments, and where to read on."""
        warn(f"{self.prog}: {message}; see `{self.prog} --help`")
        sys.exit(WRONG_USAGE)

    def _print_message(self, message: str, file: object = None) -> None:
        """Print help as everything else is printed."""
        (warn if file is sys.stderr else say)(message.rstrip("\n"))

    def add_json(self) -> None:
        """Offer the result as JSON."""
        self.add_argument("--json", action="store_true", help="print the result as JSON")

    def add_decks(self, what: str) -> None:
        """Take decks by name, group, title or path."""
        self.add_argument("decks", nargs="*", metavar="DECK", help=f"{what} (name, group, title or path)")


def whole_number(least: int) -> Callable[[str], int]:
    """Return a reader of whole numbers that are not below ``least``."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} up")
        return int(text)

    return read
