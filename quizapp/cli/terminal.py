"""What commands print: plain lines whose foreign text is inert, tables, JSON, problems."""

import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from quizapp.errors import Problem
from quizapp.store.disk import failure
from quizapp.text import inert, shown_line

OK, FAILED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130
"""As shells say that Ctrl-C ended a program."""
PIPE_CLOSED = 141
"""As shells say that nobody wanted to read on."""


_A_WHILE, _OFTEN = 0.3, 0.1
"""Seconds after which a user wants to know how far something is, and after which again."""


def say(text: str = "", end: str = "\n") -> None:
    """Print ``text`` on standard output. Raises QuizError when it has no room for it, BrokenPipeError when closed."""
    with _refusals_told():
        print(inert(text), end=end, flush=is_terminal(sys.stdout))  # noqa: T201 - the one place that prints


def warn(text: str) -> None:
    """Print ``text`` on standard error; if that cannot be done, there is nobody left to tell."""
    try:
        print(inert(text), file=sys.stderr, flush=True)  # noqa: T201 - as above
    except (OSError, ValueError):
        _forget(sys.stderr)


def warn_of(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, a line each."""
    for problem in problems:
        warn(shown_line(str(problem)))


def say_json(value: object) -> None:
    """Print ``value`` as JSON; what would act on a terminal is escaped, as all but ASCII is."""
    say(json.dumps(value, indent=2))


def say_table(head: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1) -> None:
    """Print rows under a head; the first ``texts`` columns are aligned to the left, the others to the right."""
    table = [tuple(shown_line(cell) for cell in row) for row in (head, *rows)]
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


@contextmanager
def how_far(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Tell the user, where one sits at standard error, how many of how many are done, once that takes a while."""
    began, shown = time.monotonic(), ""

    def tell(done: int, of: int) -> None:
        nonlocal began, shown
        if time.monotonic() - began < (_OFTEN if shown else _A_WHILE):
            return
        line = f"{doing}: {done} of {of}"
        _rewrite(line, shown)
        began, shown = time.monotonic(), line

    seen = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
    try:
        yield tell if seen else lambda *_: None
    finally:
        if shown:
            _rewrite("", shown)


def _rewrite(line: str, over: str) -> None:
    """Let a line of standard error, of a terminal, stand where another has stood."""
    with suppress(OSError, ValueError):
        print(f"\r{line.ljust(len(over))}", end="" if line else "\r", file=sys.stderr, flush=True)  # noqa: T201 - as above


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person sits at ``stream``."""
    return stream is not None and not stream.closed and stream.isatty()


def make_streams_safe() -> None:
    """Let no character end the program because the terminal's encoding lacks it, or what is typed is none."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def flush() -> None:
    """Hand over what was printed; raises what `say` does."""
    with _refusals_told():
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Turn what the system says about standard output into what the user is told; nothing more is printed there."""
    try:
        yield
    except OSError as error:
        _forget(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise failure(error, Path(), "standard output") from None


def _forget(stream: TextIO | None) -> None:
    """Let what could not be printed go nowhere, so that the end of the program does not complain."""
    if stream is not None and not stream.closed:
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)
