"""Opening the home for a command, and telling what in it needs the user's eye."""

import os
from collections.abc import Iterable
from pathlib import Path

from quizapp.cli.terminal import counted, how_far, warn, warn_of
from quizapp.errors import QuizError
from quizapp.history.events import DeviceId
from quizapp.library.library import DeckInfo, Library
from quizapp.store.home import Home, home_folder

_PROBLEMS_TOLD = 5
"""The most problems of single entries that are named before something else is to be read."""


def own_folders(home: Path | None) -> tuple[Path, Path]:
    """Return the folder of the home's decks and its inbox, without opening or making anything."""
    layout = _layout(home)
    return layout.decks, layout.inbox


def own_journal(home: Path | None) -> Path:
    """Return the folder of the home's journals, without opening or making anything."""
    return _layout(home).journal


def own_settings(home: Path | None) -> Path:
    """Return the file of the home's settings, without opening or making anything."""
    return _layout(home).settings_file


def is_own_settings(path: Path, home: Path | None) -> bool:
    """Say whether a path leads to the home's settings."""
    try:
        return path.samefile(own_settings(home))
    except OSError:
        return False


def _layout(home: Path | None) -> Home:
    return Home(home_folder(home, os.environ), DeviceId(""), Path())


def opened(home: Path | None, *, with_samples: bool = False) -> Library:
    """Open the home and tell of what could not be read.

    Args:
        home: as the user chose it, or None for the usual one.
        with_samples: give a home that was never opened the sample decks; if that fails, go on,
            and say so if there is no deck at all.
    """
    with how_far("reading decks") as told:
        library = Library.open(home, told=told)
    if with_samples:
        try:
            library.set_up()
        except QuizError as error:
            if not library.shelf.decks:
                warn_of(error.problems)
    warn_of(library.problems)
    warn_of(library.shelf.broken)
    warn_of(library.progress.problems)
    return library


def tell_problems(decks: Iterable[DeckInfo]) -> None:
    """Name the entries of these decks that could not be read and are left out."""
    problems = [problem for deck in decks for problem in deck.problems]
    warn_of(problems[:_PROBLEMS_TOLD])
    if (more := len(problems) - _PROBLEMS_TOLD) > 0:
        warn(f"and {counted(more, 'more problem')}; `quizapp check` tells all")
