"""Opening the home for a command, and telling what in it needs the user's eye."""

import os
from pathlib import Path

from quizapp.cli.terminal import warn_of
from quizapp.errors import QuizError
from quizapp.history.events import DeviceId
from quizapp.library.library import Library
from quizapp.store.home import Home, home_folder


def own_folders(home: Path | None) -> tuple[Path, Path]:
    """Return the folder of the home's decks and its inbox, without opening or making anything."""
    layout = Home(home_folder(home, os.environ), DeviceId(""), Path())
    return layout.decks, layout.inbox


def opened(home: Path | None, *, with_samples: bool = False) -> Library:
    """Open the home and tell of what could not be read.

    Args:
        home: as the user chose it, or None for the usual one.
        with_samples: give a home that was never opened the sample decks; if that fails, say so
            and go on.
    """
    library = Library.open(home)
    if with_samples:
        try:
            library.set_up()
        except QuizError as error:
            warn_of(error.problems)
    warn_of(library.problems)
    warn_of(library.shelf.broken)
    warn_of(library.progress.problems)
    return library
