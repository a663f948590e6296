"""What was done in an open home and can be taken back, the last act first, wherever in the app it was done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.library.library import Library


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done."""

    told: str
    """What was done, in words."""
    undo: Callable[[], object]


class Acts:
    """The acts since the home was opened."""

    def __init__(self) -> None:
        """Begin with none."""
        self._done: list[Act] = []

    def keep(self, act: Act) -> str:
        """Let an act be the next to be taken back; return what it was."""
        self._done.append(act)
        return act.told

    def undo(self) -> str:
        """Take back the last act; return what it was, or nothing if there is none. Raises QuizError."""
        if not self._done:
            return ""
        self._done[-1].undo()
        return self._done.pop().told


class Acting:
    """What acts on an open home; each act is told in words and can be taken back as a whole.

    An act raises QuizError when it could not be done, and then nothing was.
    """

    def __init__(self, library: "Library") -> None:
        """Act on ``library``."""
        self._library = library

    def undo(self) -> str:
        """Take back the last act, whatever it was on; return what it was, or nothing. Raises QuizError."""
        told = self._library.acts.undo()
        self._library.refresh()
        return told

    def _keep(self, act: Act) -> str:
        """Let an act that was done be the next to be taken back; return what it was."""
        self._library.refresh()
        return self._library.acts.keep(act)


def counted(number: int, thing: str = "card", things: str = "cards") -> str:
    """Return a number with its noun, as what was done is told."""
    return f"{number:,} {thing if number == 1 else things}"
