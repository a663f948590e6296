"""``quizapp check``: what is wrong in deck files, and what could be better."""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from quizapp.cards.advice import advise
from quizapp.cards.identity import cards_in
from quizapp.cli.arguments import Parser
from quizapp.cli.opening import is_own_settings, own_folders, own_journal, own_settings
from quizapp.cli.terminal import FAILED, OK, counted, say, say_json, warn_of
from quizapp.errors import Problem, QuizError
from quizapp.history.fold import Past, fold
from quizapp.insight.hard import never_right
from quizapp.store.deckfile import read_deck
from quizapp.store.deckschema import deck_schema, schema_text
from quizapp.store.home import deck_paths
from quizapp.store.journal import read_journals
from quizapp.store.settings import load_settings, settings_schema
from quizapp.text import shown_line

_WHAT = """\
Look for mistakes in deck files: PATH is a file or a folder, by default the home's decks, its
inbox and its settings. A problem is what cannot be read; that card is left out when you study.
Advice is what could be better, such as an answer that its question gives away, or a card of
the home that was never answered right in many tries."""

_SCHEMAS = {"decks": deck_schema, "settings": settings_schema}
_MORE = "Exit code 1 if there is a problem; with --strict also if there is advice."


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one deck file."""

    path: Path
    title: str
    cards: int
    """How many entries could be read."""
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def run(arguments: list[str], home: Path | None) -> int:
    """Check deck files and print what is found, a line each."""
    parser = Parser("check", _WHAT, _MORE)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--strict", action="store_true", help="let advice count as a problem")
    parser.add_argument(
        "--schema",
        nargs="?",
        const="decks",
        choices=list(_SCHEMAS),
        help="print the JSON Schema of deck files or of the settings, for an editor",
    )
    parser.add_json()
    wish = parser.parse_args(arguments)
    if wish.schema:
        say(schema_text(_SCHEMAS[wish.schema]()).rstrip())
        return OK
    missing = [path for path in wish.paths if not os.path.lexists(path)]
    warn_of(Problem(str(path), message="no such file or folder", remedy="check the path") for path in missing)
    present = [path for path in wish.paths if path not in missing and not is_own_settings(path, home)]
    with_settings = not wish.paths or any(is_own_settings(path, home) for path in wish.paths)
    settings = _settings_problems(home) if with_settings else ()
    # Only the decks of the home are looked at in the light of how they were answered.
    past = fold(() if wish.paths else read_journals(own_journal(home))[0])
    checked = [_checked(path, past) for path in (_files(present) if wish.paths else _own_decks(home))]
    if wish.json:
        told = [asdict(problem) for problem in settings]
        say_json({"decks": [_as_data(deck) for deck in checked], "settings": told})
    else:
        _tell(checked, settings)
    wrong = missing or settings or any(deck.problems or (wish.strict and deck.advice) for deck in checked)
    return FAILED if wrong else OK


def _own_decks(home: Path | None) -> list[Path]:
    return [path for folder in own_folders(home) for path in deck_paths(folder)]


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from deck_paths(path) if path.is_dir() else [path]


def _checked(path: Path, past: Past) -> Checked:
    try:
        file = read_deck(path)
    except QuizError as error:
        return Checked(path, "", 0, error.problems)
    advised = (*advise(file.deck), *never_right(past, cards_in(file.deck)))
    advice = (*file.advice, *(problem.at(str(path)) for problem in advised))
    return Checked(path, file.deck.title, len(file.deck.items), file.problems, tuple(sorted(advice)))


def _settings_problems(home: Path | None) -> tuple[Problem, ...]:
    try:
        return load_settings(own_settings(home))[1]
    except QuizError as error:
        return error.problems


def _tell(checked: list[Checked], settings: tuple[Problem, ...]) -> None:
    for problem in settings:
        say(shown_line(str(problem)))
    for deck in checked:
        for problem in deck.problems:
            say(shown_line(str(problem)))
        for advice in deck.advice:
            say(shown_line(str(replace(advice, message=f"advice: {advice.message}"))))
    problems = len(settings) + sum(len(deck.problems) for deck in checked)
    advice_count = sum(len(deck.advice) for deck in checked)
    cards = sum(deck.cards for deck in checked)
    found = f"{counted(problems, 'problem') if problems else 'no problem'}, {advice_count or 'no'} advice"
    say(f"{counted(len(checked), 'deck')}, {counted(cards, 'entry', 'entries')}: {found}")


def _as_data(deck: Checked) -> dict[str, object]:
    return {
        "path": str(deck.path),
        "title": deck.title,
        "entries": deck.cards,
        "problems": [asdict(problem) for problem in deck.problems],
        "advice": [asdict(problem) for problem in deck.advice],
    }
