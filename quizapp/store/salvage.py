"""A deck with a card that is no YAML: the other cards are still good.

The text is cut where the entries under ``cards:`` begin; each is parsed alone, and those that
cannot be are blanked out, line for line, so that the rest can be read where it stands.
"""

import re
from dataclasses import replace

from quizapp.errors import Problem, QuizError
from quizapp.store.loader import Loaded, SyntaxFault, load
from quizapp.store.source import PROBLEM_LIMIT, Source

_CARDS = re.compile(r"cards:\s*(?:#.*)?$")
_ENTRY = re.compile(r"( *)-(?: |$)")
_HEADING = re.compile(r"[A-Za-z]+:(?: |$)")


def loaded_deck(source: Source) -> tuple[Loaded, tuple[Problem, ...]]:
    """Return the nodes of a deck file, and a problem for each card that is no YAML and was blanked out.

    Raises QuizError when the rest is no YAML either.
    """
    try:
        return load(source), ()
    except SyntaxFault as fault:
        mended, broken = without_broken_cards(source, fault)
        return load(mended), broken


def without_broken_cards(source: Source, fault: SyntaxFault) -> tuple[Source, tuple[Problem, ...]]:
    """Return ``source`` with its broken cards blanked, and a problem for each of them.

    Raises QuizError when the fault cannot be pinned to single cards.
    """
    broken: list[Problem] = []
    lines = list(source.lines)
    for start, end in _entries(lines):
        problem = _problem_in(source, start, end)
        if problem:
            broken.append(problem)
            lines[start:end] = [""] * (end - start)
        if len(broken) > PROBLEM_LIMIT:
            raise QuizError(*broken)
    if not broken:
        raise fault
    mended = Source(source.file, "\n".join(lines))
    try:
        load(mended)
    except SyntaxFault as still:
        raise QuizError(*sorted({*broken, *still.problems})) from None
    return mended, tuple(broken)


def _entries(lines: list[str]) -> list[tuple[int, int]]:
    """Return the first line of each entry under ``cards:`` and the line after its last, from 0."""
    top = next((number for number, line in enumerate(lines) if _CARDS.match(line)), len(lines))
    dashes = ((number, _ENTRY.match(lines[number])) for number in range(top + 1, len(lines)))
    indent = next((match[1] for _, match in dashes if match), None)
    if indent is None:
        return []
    begins = [n for n in range(top + 1, len(lines)) if (match := _ENTRY.match(lines[n])) and match[1] == indent]
    after = next((n for n in range(begins[0], len(lines)) if _HEADING.match(lines[n])), len(lines))
    begins = [number for number in begins if number < after]
    return list(zip(begins, [*begins[1:], after], strict=True))


def _problem_in(source: Source, start: int, end: int) -> Problem | None:
    """Return why the lines from ``start`` to before ``end`` are no YAML by themselves, if so."""
    try:
        load(Source(source.file, "\n".join(source.lines[start:end])))
    except SyntaxFault as fault:
        problem = fault.problems[0]
        return replace(problem, line=min(problem.line, end - start) + start)
    except QuizError:
        return None
    return None
