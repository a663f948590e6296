"""Text that was pasted, as cards: a table, lines with a tab between question and answer, ``Q:`` and ``A:`` lines.

Every line that says nothing is a problem with its number; the others become cards all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quizapp.cards import cloze
from quizapp.cards.model import Item
from quizapp.errors import Problem

_ASKED = re.compile(r"\s*(?:Q|Question):\s*(.*)", re.IGNORECASE)
_ANSWERED = re.compile(r"\s*(?:A|Answer):\s*(.*)", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_CELLS = re.compile(r"(?<!\\)\|")
_PARTING = re.compile(r"\t+|\s+::\s+")
_COLUMNS = {
    "question": "question",
    "front": "question",
    "term": "question",
    "answer": "answer",
    "back": "answer",
    "definition": "answer",
    "hint": "hint",
    "note": "note",
    "tags": "tags",
    "tag": "tags",
}
_USUAL = ("question", "answer", "hint", "note")

Line = tuple[int, str]
"""A line and its number, from 1."""


def pasted(text: str) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Return the cards that a text says, each with its line, and what in it says none."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    problems: list[Problem] = []
    asked = any(_ASKED.match(line) for _, line in lines)
    items = list(_by_letters(lines, problems) if asked else _by_columns(lines, problems))
    return tuple(items), tuple(sorted(problems))


def _by_letters(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Item]:
    """Read ``Q:`` and ``A:`` lines; what follows one of them goes on with it."""
    question, answer, start = "", "", 0
    answering = False
    for number, line in lines:
        if found := _ASKED.match(line):
            yield from _asked(question, answer, start, problems)
            question, answer, start, answering = found[1].strip(), "", number, False
        elif found := _ANSWERED.match(line):
            answer, answering = found[1].strip(), True
        elif not start:
            problems.append(_problem(number, "text before the first Q:", "begin the question with Q:"))
        elif answering:
            answer = f"{answer}\n{line.strip()}".strip()
        else:
            question = f"{question}\n{line.strip()}".strip()
    yield from _asked(question, answer, start, problems)


def _asked(question: str, answer: str, number: int, problems: list[Problem]) -> Iterator[Item]:
    if question and answer:
        yield Item(question=question, answer=answer, line=number)
    elif number:
        what = "a question without an answer" if question else "an answer without a question"
        problems.append(_problem(number, what, "write both, after Q: and A:"))


def _by_columns(lines: Sequence[Line], problems: list[Problem]) -> Iterator[Item]:
    """Read a table, or lines that a tab or ``::`` parts; a line with gaps is a sentence of its own."""
    names: Sequence[str] = _USUAL
    for place, (number, line) in enumerate(lines):
        if line.lstrip().startswith("|") and _RULE.fullmatch(line):
            continue
        cells = _cells(line)
        if place == 0 and (heading := [_COLUMNS.get(cell.casefold(), "") for cell in cells]) and "question" in heading:
            names = heading
        elif len(cells) == 1 and cloze.gaps(cells[0]):
            yield Item(cloze=cells[0], line=number)
        else:
            yield from _row(dict(zip(names, cells, strict=False)), number, problems)


def _row(values: dict[str, Any], number: int, problems: list[Problem]) -> Iterator[Item]:
    values.pop("", None)
    if not values.get("question") or not values.get("answer"):
        problems.append(_problem(number, "no question and answer", "put :: between the two"))
        return
    if "tags" in values:
        values["tags"] = tuple(tag.strip() for tag in values["tags"].split(",") if tag.strip())
    yield Item(**values, line=number)


def _cells(line: str) -> list[str]:
    if line.lstrip().startswith("|"):
        return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(line.strip().removeprefix("|"))]
    return [cell.strip() for cell in _PARTING.split(line.strip())]


def _problem(number: int, message: str, remedy: str) -> Problem:
    return Problem("", number, 1, message, remedy)
