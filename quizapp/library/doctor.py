"""Examining a whole home: journals, decks, inbox, settings, links, bin; and mending what can be mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.cards.model import CardId
from quizapp.errors import Problem
from quizapp.history import events as kinds
from quizapp.history.fold import NOTHING
from quizapp.library.following import OpenQuestion
from quizapp.library.library import Library
from quizapp.library.meant import by_place
from quizapp.library.shelf import read_shelf
from quizapp.store.atomic import TEMPORARY
from quizapp.store.backups import keep_copy
from quizapp.store.disk import remove
from quizapp.store.home import Home, deck_paths, is_conflict_copy
from quizapp.store.journalcheck import events_in, is_sound, journal_problems, mend_journal
from quizapp.store.journalreader import journal_files
from quizapp.text import shown_line


@dataclass(frozen=True, slots=True)
class Findings:
    """What an examination has found."""

    problems: tuple[Problem, ...]
    questions: tuple[OpenQuestion, ...]
    """Cards that may be others, edited: for the user to say."""


def examine(library: Library) -> Findings:
    """Look at everything in a home and change nothing. Raises QuizError when a folder cannot be read."""
    home = library.home
    problems = [
        *journal_problems(home.journal),
        *library.shelf.broken,
        *(problem for deck in library.shelf.decks for problem in deck.problems),
        *_inbox_problems(home),
        *library.problems,
        *_stray_settings(library),
        *_settings_copies(home),
        *_dangling_links(library),
        *_missing_from_bin(library),
        *_leftovers(home),
    ]
    return Findings(tuple(sorted(set(problems))), tuple(library.open_questions()))


def question_problem(question: OpenQuestion) -> Problem:
    """Return an open question as a line for the user, at the card in its file."""
    item = question.new.item
    times = "once" if question.answered == 1 else f"{question.answered} times"
    return Problem(
        str(question.deck.path),
        item.line,
        item.column,
        f"this may be the card answered {times} as “{_short(question.old.question)}” ({_short(question.old.answer)})",
        "`quizapp doctor --ask` links them or keeps them apart",
    )


def mend(library: Library, now: datetime) -> list[str]:
    """Mend what can be mended without a decision, each file after a copy of it was kept; say what was done.

    Journals of other devices are left to these devices. Raises QuizError.
    """
    home = library.home
    done: list[str] = []
    for path in journal_files(home.journal):
        if is_conflict_copy(path):
            others = (other for other in journal_files(home.journal) if not is_conflict_copy(other))
            if events_in(path) <= set[bytes]().union(*map(events_in, others)):
                done.append(_removed(home, path, now, "all it told is in the other journals"))
        elif path.name.startswith(f"{home.device}-") and not is_sound(path):
            kept = keep_copy(home, path, now)
            done.append(f"{path}: {mend_journal(path)} unreadable lines taken out; as it was: {kept}")
    done += (
        _removed(home, path, now, "another deck beside it is the same")
        for path in deck_paths(home.decks)
        if is_conflict_copy(path) and any(_same(path, other) for other in path.parent.iterdir() if other != path)
    )
    done += (_removed(home, path, now, "left over from a write that was cut short") for path in _temporaries(home))
    return done


def _removed(home: Home, path: Path, now: datetime, why: str) -> str:
    kept = keep_copy(home, path, now)
    remove(path)
    return f"{path}: removed, {why}; as it was: {kept}"


def _same(path: Path, other: Path) -> bool:
    return other.is_file() and other.suffix == path.suffix and other.read_bytes() == path.read_bytes()


def _inbox_problems(home: Home) -> Iterator[Problem]:
    waiting = read_shelf(home.inbox)
    yield from waiting.broken
    for deck in waiting.decks:
        yield from deck.problems


def _stray_settings(library: Library) -> Iterator[Problem]:
    """Yield the names of decks in the settings that mean none, or several."""
    file, moves = str(library.home.settings_file), library.progress.past.moves
    for name in library.settings.decks:
        if not by_place({name: 0}, library.shelf.decks, moves):
            yield Problem(
                file,
                message=f"`decks` names {name}, which is no deck or several",
                remedy="write group/name of one deck, or a group",
            )


def _settings_copies(home: Home) -> Iterator[Problem]:
    for path in sorted(home.root.glob("*.yaml")) if home.root.is_dir() else ():
        if path != home.settings_file and path.stem.startswith("settings"):
            yield Problem(
                str(path),
                message="a conflict copy that a sync has made of the settings",
                remedy="take over what you want from it and delete it",
            )


def _dangling_links(library: Library) -> Iterator[Problem]:
    """Yield links to a card that is in no deck and that nothing has happened to."""
    past = library.progress.past
    for old, new in past.heirs.items():
        on_shelf = any(deck.kept.holds(past.name_of(new)) for deck in library.shelf.decks)
        if not on_shelf and past.of(new) is NOTHING:
            yield _link_problem(library, old, new)


def _link_problem(library: Library, old: CardId, new: CardId) -> Problem:
    for event in library.progress.past.links(old, new):
        for path in journal_files(library.home.journal):
            for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
                if event.id.encode() in line and kinds.LINK.encode() in line:
                    message = "a link to a card that is in no deck, from one that was never answered"
                    return Problem(str(path), number, 1, message, "wait for your sync, or leave it")
    return Problem(message=f"a link to the card {new}, which is nowhere")


def _missing_from_bin(library: Library) -> Iterator[Problem]:
    for event in library.bin:
        if (file := event.text("file")) and not (library.home.bin / Path(file).name).exists():
            yield Problem(
                str(library.home.bin / Path(file).name),
                message=f"the deck {shown_line(event.text('place'))} was deleted, and its file is not in the bin",
                remedy="wait for your sync, or empty the bin with `quizapp restore --empty`",
            )


def _leftovers(home: Home) -> Iterator[Problem]:
    for path in _temporaries(home):
        yield Problem(
            str(path),
            message="left over from a write that was cut short",
            remedy="`quizapp doctor --fix` removes it",
        )


def _temporaries(home: Home) -> list[Path]:
    return sorted(path for path in home.root.rglob(f".*{TEMPORARY}") if path.is_file()) if home.root.is_dir() else []


def _short(text: str) -> str:
    return shown_line(text, 60)
