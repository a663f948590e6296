"""What the YAML parser stumbled over, in the words of someone who writes a deck."""

import re
from typing import Any

import yaml

from quizapp.errors import Problem
from quizapp.store.source import Source

_QUOTE_IT = 'put the text in double quotes: "…"'
_LEAD = re.compile(r"""\s*(?:[-?]\s+)*(?:(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#\[\]{},][^#]*?):\s+)?""")
_SIGNS = {
    "{": "the start of a mapping",
    "[": "the start of a list",
    "}": "the end of a mapping",
    "]": "the end of a list",
    ",": "a comma between entries",
    "*": "an alias",
    "&": "an anchor",
    "!": "a tag",
    "%": "a directive",
    "@": "a reserved sign",
    "`": "a reserved sign",
    "|": "the start of a block of text",
    ">": "the start of a folded text",
}
_PLAINLY = {
    "expected '-'": (
        "this line is neither a new entry nor part of the one above",
        "begin it with `- `, or indent it further",
    ),
    "expected key": (
        "this line does not fit the lines above it",
        "indent keys alike, and quote a text with special signs",
    ),
    "expected <document start>": (
        "this stands outside of the file's one mapping",
        "indent it, or delete a line of `...`",
    ),
    "expected comment": ("something follows where the line should end", "move it to the next line, or quote the text"),
    "start any token": ("a sign that cannot begin a text", _QUOTE_IT),
}


def explained(error: Exception, source: Source) -> Problem:
    """Return the problem that a parser's ``error`` stands for: where it is, what to do about it."""
    mark = _mark(error)
    if mark is None:
        words = getattr(error, "reason", None) or getattr(error, "problem", None) or str(error) or "not YAML"
        return source.problem(1, 1, f"cannot be read: {words}", "check quotes and indentation")
    line, column = mark.line + 1, mark.column + 1
    message, remedy = _explanation(error, source.line(line), column)
    return source.problem(
        line, column, f"{message} in: {source.excerpt(line)}" if source.excerpt(line) else message, remedy
    )


def _mark(error: Exception) -> Any:  # noqa: ANN401 - libyaml's marks are unknown to the stubs
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    starts_it = (
        "while scanning a quoted scalar",
        "while scanning a simple key",
        "while parsing a flow",
        "while scanning an",
    )
    if context_mark is not None and str(getattr(error, "context", "")).startswith(starts_it):
        return context_mark
    return problem_mark or context_mark


def _explanation(error: Exception, line: str, column: int) -> tuple[str, str]:  # noqa: PLR0911 - one return for each cause
    said = str(getattr(error, "problem", ""))
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    sign = line[start : start + 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab indents this line", "use spaces"
    if "escape" in said:
        return "a backslash in double quotes starts an escape that YAML does not know", "write \\\\ for a backslash"
    if sign in {'"', "'"}:
        return _quotation(said, sign)
    if sign in _SIGNS:
        return f"a text that begins with `{sign}` is read as {_SIGNS[sign]}", _QUOTE_IT
    if "sequence entries" in said or "mapping keys" in said:
        return (
            f"a text that begins with `{line[column - 1 : column]} ` is read as the start of a list or a key",
            _QUOTE_IT,
        )
    if "mapping values" in said:
        return _colon(line, column)
    if "expected ':'" in said:
        return (
            "a line that is neither `key: text` nor part of the text above",
            "indent it further, or quote the whole text",
        )
    for words, explanation in _PLAINLY.items():
        if words in said:
            return explanation
    return f"cannot be read ({said or str(error) or 'not YAML'})", "check the indentation and the quotes here"


def _quotation(said: str, sign: str) -> tuple[str, str]:
    if "end of stream" in said or "document indicator" in said:
        return f"a quotation mark ({sign}) is opened and never closed", f"close it, or {_QUOTE_IT}"
    return "the text goes on after its closing quotation mark", 'quote all of it, and write \\" for the marks within'


def _colon(line: str, column: int) -> tuple[str, str]:
    if re.fullmatch(r"\s*(?:- +)*[^:]*", line[: column - 1]):
        return "this line is not indented like the keys above it", "indent the keys of a card alike"
    return "a text with `: ` in it must be quoted", _QUOTE_IT


YAML_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
"""All that a YAML parser is known to raise; the one in Python also raises the last two."""
