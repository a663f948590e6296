"""The bytes of an article, from a file or standard input, or one clear line why not."""

import os
import stat
import sys
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.text import one_line

SIZE_LIMIT = 5_000_000
"""The most bytes an article may have: a thousand pages of text."""

STANDARD_INPUT = "standard input"
PASTED = "pasted text"
"""What messages call an article that came from no file."""


def shown(path: Path) -> str:
    """Return the path as messages name it."""
    return STANDARD_INPUT if is_standard_input(path) else one_line(str(path))


def is_standard_input(path: Path) -> bool:
    """Say whether ``path`` is the ``-`` that stands for standard input."""
    return str(path) == "-"


def article_bytes(path: Path) -> bytes:
    """Return what the file at ``path`` holds; ``-`` is standard input.

    Raises:
        QuizError: it is missing, no plain file, unreadable, empty or too large.
    """
    file = shown(path)
    return _fit(_standard_input() if is_standard_input(path) else _file(path, file), file)


def pasted_bytes(text: str) -> bytes:
    """Return the bytes of a pasted article. Raises QuizError when it is empty or too large."""
    return _fit(text.encode("utf-8", "replace"), PASTED)


def _fit(data: bytes, file: str) -> bytes:
    if len(data) > SIZE_LIMIT:
        raise QuizError.of("larger than 5 MB; no article is", "cut the article out of it", file)
    if not data.strip():
        raise QuizError.of("empty", "give a file with the article's text", file)
    return data


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise QuizError.of("closed", "give a file, or pipe the article in", STANDARD_INPUT)
    try:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise QuizError.of(f"cannot be read ({error.strerror})", "give a file instead", STANDARD_INPUT) from error


def _file(path: Path, file: str) -> bytes:
    try:
        # Not blocking, so that a pipe without a writer is refused rather than waited for.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _refuse_what_is_no_file(os.fstat(descriptor).st_mode, file)
            with open(descriptor, "rb", closefd=False) as opened:
                return opened.read(SIZE_LIMIT + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise QuizError.of("no such file", "check the path", file) from error
    except PermissionError as error:
        raise QuizError.of("may not be read", "give yourself read permission (chmod u+r)", file) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a path"
        raise QuizError.of(f"cannot be read ({reason})", "check the path", file) from error


def _refuse_what_is_no_file(mode: int, file: str) -> None:
    if stat.S_ISDIR(mode):
        raise QuizError.of("a folder, not an article", "name the files in it", file)
    if not stat.S_ISREG(mode):
        raise QuizError.of("not a file (a pipe or a device)", "pipe the article in and give - as its path", file)
