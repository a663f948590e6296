"""What commands print: plain lines whose foreign text is inert, tables, JSON, problems."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TextIO

from quizapp.errors import Problem
from quizapp.text import inert, one_line

OK, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""As shells say that Ctrl-C ended a program."""
PIPE_CLOSED = 141
"""As shells say that nobody wanted to read on."""


def say(text: str = "") -> None:
    """Print ``text`` on standard output."""
    print(inert(text), flush=sys.stdout is not None and sys.stdout.isatty())  # noqa: T201 - the one place that prints


def warn(text: str) -> None:
    """Print ``text`` on standard error."""
    print(inert(text), file=sys.stderr, flush=True)  # noqa: T201 - as above


def warn_of(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, a line each."""
    for problem in problems:
        warn(one_line(str(problem)))


def say_json(value: object) -> None:
    """Print ``value`` as JSON; what would act on a terminal is escaped, as all but ASCII is."""
    say(json.dumps(value, indent=2))


def say_table(head: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1) -> None:
    """Print rows under a head; the first ``texts`` columns are aligned to the left, the others to the right."""
    table = [tuple(one_line(cell) for cell in row) for row in (head, *rows)]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        cells = [cell + gap if at < texts else gap + cell for at, (cell, gap) in enumerate(zip(row, gaps, strict=True))]
        say("  ".join(cells).rstrip())


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return ``1 card``, ``2 cards``; ``nouns`` is the plural where it has more than an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def percent(share: float | None) -> str:
    """Return a share from 0 to 1 as ``80%``; nothing for None."""
    return "" if share is None else f"{100 * share:.0f}%"


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person sits at ``stream``."""
    return stream is not None and not stream.closed and stream.isatty()


def make_streams_safe() -> None:
    """Let no character end the program because the terminal's encoding lacks it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def flush() -> None:
    """Hand over what was printed; BrokenPipeError if nobody reads it any more."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


def forget_output() -> None:
    """Let what could not be printed go nowhere, so that the end of the program does not complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            try:
                os.dup2(nowhere, stream.fileno())
            except (OSError, ValueError):
                continue


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)
