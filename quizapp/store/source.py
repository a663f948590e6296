"""The text of one YAML file: read within limits, with its lines at hand for messages."""

import bisect
import codecs
import re
from functools import cached_property
from itertools import islice

from quizapp.errors import Problem, QuizError
from quizapp.store.disk import SIZE_LIMIT
from quizapp.text import REPLACEMENT, shown_line

PROBLEM_LIMIT = 100
"""The most problems that one file is given; what has more is not read."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")

# What YAML does not allow, and the breaks (NEL, line and paragraph separator) that no editor shows.
_FORBIDDEN = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?= |\r?$)", re.MULTILINE)
_EXCERPT = 60


class Source:
    """The text of a YAML file, without its byte order mark."""

    def __init__(self, file: str, text: str) -> None:
        """Keep ``text`` as that of ``file``, the name shown in messages."""
        self.file = file
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines, counted as YAML and editors count them."""
        return LINE_BREAK.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self.text))]

    def line(self, number: int) -> str:
        """Return line ``number``, from 1; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def excerpt(self, number: int) -> str:
        """Return line ``number`` for a message: inert, without indentation, not too long."""
        return shown_line(self.line(number), _EXCERPT)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of the character at ``offset``."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place, both numbers from 1; the end of the text for a line after its last."""
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text)

    def problem(self, line: int, column: int, message: str, remedy: str) -> Problem:
        """Make a problem of this file; what it cites of the text stays on one line."""
        return Problem(self.file, line, column, shown_line(message), remedy)


def decoded(data: bytes, file: str, limit: int | None = SIZE_LIMIT) -> Source:
    """Return the text in ``data``.

    Raises QuizError if it is too large or not UTF-8.
    """
    if limit is not None and len(data) > limit:
        raise QuizError.of(f"the file is larger than {limit // 2**20} MiB", "split it", file, 1, 1)
    try:
        return Source(file, data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise QuizError(_undecodable(data, error, file)) from None


def without_forbidden(source: Source) -> tuple[Source, list[Problem]]:
    """Return ``source`` with every character YAML forbids replaced, and a problem for each run of them.

    Raises QuizError when there are so many that the file is no text.
    """
    if not _FORBIDDEN.search(source.text):
        return source, []
    problems = [_forbidden(source, match) for match in islice(_FORBIDDEN.finditer(source.text), PROBLEM_LIMIT + 1)]
    if len(problems) > PROBLEM_LIMIT:
        raise QuizError(*problems)
    text = _FORBIDDEN.sub(lambda match: REPLACEMENT * len(match[0]), source.text)
    return Source(source.file, text), problems


def merge_problems(source: Source) -> list[Problem]:
    """Return a problem for each side of an unfinished merge."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return []
    return [
        source.problem(
            *source.place(mark.start()),
            "a merge of two versions was left unfinished here",
            "keep the lines that are wanted and delete the marker lines (<<<<<<<, =======, >>>>>>>)",
        )
        for mark in islice(_MERGE_MARK.finditer(source.text), PROBLEM_LIMIT)
    ]


def _forbidden(source: Source, match: re.Match[str]) -> Problem:
    count = f", {len(match[0])} times" if len(match[0]) > 1 else ""
    line, column = source.place(match.start())
    return source.problem(
        line, column, f"an invisible control character (U+{ord(match[0][0]):04X}{count})", "delete it"
    )


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(file, 1, 1, "the file is UTF-16, not UTF-8", "save it as UTF-8")
    before = LINE_BREAK.split(data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
    byte = f"byte 0x{data[error.start]:02x}"
    return Problem(file, len(before), len(before[-1]) + 1, f"not UTF-8 text ({byte})", "save the file as UTF-8")
