"""Read `fixtures/constructs.txt`, whose head tells the format, and `fixtures/figures.txt`."""

import re
from dataclasses import dataclass, field
from pathlib import Path

FILES = tuple(Path(__file__).parent / "fixtures" / name for name in ("constructs.txt", "figures.txt", "clauses.txt"))
_HEADER = re.compile(r"\[(?P<name>\w+\.[\w-]+)\]\s*(?P<title>.*)")
_ANY_WAY = {
    "who": "who|whom|whose|which|what",
    "when": "when|year|month|day|date",
    "where": "where|which|what",
}
_LEADING = re.compile(r"^(?:the|a|an|in|on|at|to|into|from|for|of|with)\s+")


@dataclass
class Expectation:
    """One line of a fixture: a card that must, may or must never be there."""

    question: str
    answer: str


@dataclass
class Fixture:
    """A short text and what is owed to its reader."""

    name: str
    title: str
    date: str = ""
    paragraphs: list[str] = field(default_factory=list)
    must: list[list[Expectation]] = field(default_factory=list)
    never: list[Expectation] = field(default_factory=list)
    choice: list[Expectation] = field(default_factory=list)
    silent: bool = False


def fixtures():
    found = []
    for line in (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()):
        if header := _HEADER.match(line):
            found.append(Fixture(header["name"], header["title"]))
        elif found and line.strip() and not line.startswith("#"):
            _take(found[-1], line)
    return found


def _take(fixture, line):
    if line.startswith(">"):
        fixture.paragraphs.append(line[1:].strip().replace("## ", "# ", 1))
        return
    key, _, rest = line.partition(":")
    question, _, answer = (part.strip() for part in rest.partition("=>"))
    expected = Expectation(question, answer)
    match key:
        case "date":
            fixture.date = rest.strip()
        case "must":
            fixture.must.append([expected])
        case "or":
            fixture.must[-1].append(expected)
        case "never":
            fixture.never.append(expected)
        case "choice":
            fixture.choice.append(expected)
        case "silence":
            fixture.silent = True


def matches(pattern, text, *, any_way=False):
    """Say whether every regular expression of a row is found in ``text``."""
    parts = [_ANY_WAY.get(part, part) if any_way else part for part in pattern.split()]
    return all(part == "*" or re.search(part.replace("_", " "), text, re.IGNORECASE) for part in parts)


def answers(expected, card):
    """Say whether the answer of ``card`` is one of those of a `must`."""
    return expected == "*" or any(_is_answer(option.strip(), card) for option in expected.split(" | "))


def _is_answer(option, card):
    if option.startswith("{"):
        return sorted(map(_plain, option.strip("{}").split(";"))) == sorted(map(_plain, card.answers))
    return _plain(option) == _plain(card.answer)


def _plain(text):
    text = re.sub(r"[\"“”]", "", text.strip().rstrip(".").lower())
    return _LEADING.sub("", _LEADING.sub("", text))
