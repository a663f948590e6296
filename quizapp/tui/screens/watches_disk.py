"""A screen that shows what changes on the disk while it is looked at: a deck may be open in an editor."""

from time import monotonic
from typing import TypeVar

from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.text import one_line

Result = TypeVar("Result")

_LOOK_EVERY = 0.5
"""Seconds between two looks at the disk."""
_SHARE = 50
"""In a home of so many decks that looking takes long, at most this part of the time is spent on it."""


class WatchesDisk(Screen[Result]):
    """Looks at the disk every now and then; a subclass shows what has changed."""

    _library: Library

    def show_changes(self) -> None:
        """Show decks and cards as they are now."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_timer(_LOOK_EVERY, self._look)

    def _look(self) -> None:
        """Show what has changed, if this is what the user is looking at; then wait for the next look."""
        start = monotonic()
        try:
            if self.is_current and self._library.notice():
                self.show_changes()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="warning", markup=False)
        self.set_timer(max(_LOOK_EVERY, _SHARE * (monotonic() - start)), self._look)
