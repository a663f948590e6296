"""The entry of the program: which command is meant, and what becomes of every way it can end."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from quizapp.cli import mishaps, terminal
from quizapp.errors import QuizError

COMMANDS = {
    "generate": "make a deck from an article",
    "inbox": "look through generated decks, accept or reject them",
    "study": "study what is due",
    "quiz": "take a quiz, with a score",
    "decks": "list decks and what is due in them",
    "due": "list how many cards are due",
    "scores": "list the scores of quizzes",
    "stats": "tell how it is going",
    "undo": "take back the last answer, or what was last done to cards",
    "new": "make a deck of your own",
    "add": "put pasted cards into a deck",
    "edit": "open a deck in your editor, at a card's line",
    "move": "move or rename a deck or a group",
    "suspend": "let cards not be asked",
    "reset": "let cards start over",
    "delete": "put cards or a deck into the bin",
    "restore": "list the bin, and put back from it",
    "check": "look for mistakes in deck files",
    "doctor": "examine the whole home, and mend it",
}
"""Every command is the module of its name in this package, with a function ``run``."""

_HELP = """\
quizapp turns articles into flashcards and helps you to remember them.

usage: quizapp [--home DIR] [DECK…]            open the app
       quizapp [--home DIR] COMMAND [--help]   do one thing

commands:
{commands}

options:
  --home DIR  where decks, journal and settings are (else $QUIZAPP_HOME,
              else your data folder)
  --version   print the version
  --help      print this; `quizapp COMMAND --help` tells all about a command

A DECK is a name, a title, a group (a folder of decks), or a path if it has a / or
ends in .yaml. Lists take --json. Exit codes: 0 done, 1 problem found or failed,
2 wrong usage."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv`` (by default the process's own); return its exit code.

    Problems are lines on standard error; a traceback is never shown, but kept in a log.
    """
    terminal.make_streams_safe()
    code = _ended(lambda: _run(list(sys.argv[1:] if argv is None else argv)))
    return _ended(_all_printed) or code


def _ended(work: Callable[[], int]) -> int:
    """Do ``work``; return the exit code that the way it ended stands for, after telling what went wrong."""
    try:
        return work()
    except QuizError as error:
        terminal.warn_of(error.problems)
        return terminal.FAILED
    except KeyboardInterrupt:
        # The terminal has shown ^C; what the shell writes next should begin on a line of its own.
        if terminal.is_terminal(sys.stderr):
            terminal.warn("")
        return terminal.INTERRUPTED
    except BrokenPipeError:
        return terminal.PIPE_CLOSED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else terminal.OK
    except Exception as error:  # noqa: BLE001 - the last place where a mishap can be told in a line
        terminal.warn(mishaps.told(error))
        return terminal.FAILED


def _all_printed() -> int:
    terminal.flush()
    return terminal.OK


def _run(arguments: list[str]) -> int:
    home, arguments = _home(arguments)
    first = arguments[0] if arguments else ""
    if first in ("--help", "-h", "help"):
        return _help(arguments[1:], home)
    if first in ("--version", "-V"):
        return _version()
    if first in COMMANDS:
        return _command(first, arguments[1:], home)
    if first.startswith("-") and first != "--":
        from difflib import get_close_matches  # noqa: PLC0415 - for who has mistyped

        near = get_close_matches(first, ["--home", "--help", "--version"], n=1)
        terminal.warn(f"quizapp: unknown option {first}; " + (f"did you mean {near[0]}?" if near else "see --help"))
        return terminal.WRONG_USAGE
    return _command("app", arguments, home)


def _command(name: str, arguments: list[str], home: Path | None) -> int:
    code: int = import_module(f"quizapp.cli.{name}").run(arguments, home)
    return code


def _home(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """Take ``--home DIR`` out of the arguments, wherever it stands before a ``--``."""
    home: Path | None = None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return home, [*rest, argument, *waiting]
        if argument == "--home" or argument.startswith("--home="):
            named = argument[len("--home=") :] if "=" in argument else next(waiting, "")
            if not named:
                terminal.warn("quizapp: --home needs a folder; write --home DIR")
                sys.exit(terminal.WRONG_USAGE)
            home = Path(named)
        else:
            rest.append(argument)
    return home, rest


def _help(about: list[str], home: Path | None) -> int:
    if about and about[0] in COMMANDS:
        return _command(about[0], ["--help"], home)
    terminal.say(_HELP.format(commands="\n".join(f"  {name:<10}{what}" for name, what in COMMANDS.items())))
    return terminal.OK


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 - costs time that no other command owes

    terminal.say(f"quizapp {version('quizapp')}")
    return terminal.OK
