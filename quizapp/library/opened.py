"""What the parts of an open home have in common: see `library.library.Library`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.model import CardId
from quizapp.history.clocks import misdated
from quizapp.history.events import Event
from quizapp.library import recording
from quizapp.library.progress import Progress
from quizapp.library.recording import Happened
from quizapp.library.shelf import Shelf, Shelved
from quizapp.store.atomic import digest_of, write_atomically
from quizapp.store.backups import back_up
from quizapp.store.deckcache import Stamp
from quizapp.store.home import Home

if TYPE_CHECKING:
    from quizapp.store.filechange import FileChange


@dataclass(frozen=True, slots=True)
class Edit:
    """A card that was edited in its file."""

    card: CardId
    """What it is since."""
    change: "FileChange"
    links: tuple[Event, ...]
    """Under which names its past goes on."""


class Opened:
    """One home, opened: its decks, what has been learned of them, and the time it is."""

    home: Home
    progress: Progress
    shelf: Shelf
    now: Callable[[], datetime]
    _trail: list[Event | None]
    """What each step recorded since this library was opened has left in the journal."""
    _touched: set[CardId]
    """Cards whose schedule has changed and is not written out yet."""
    _edits: list["Edit"]
    """What was edited since this library was opened, the last edit last."""
    _came: set[CardId]
    """Cards that have come and were not asked about yet; see `following`."""
    _stamps: dict[Path, Stamp]
    """The decks' files as they were at the last look."""

    @property
    def today(self) -> int:
        """The study day it is now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Take in what has changed on the disk. Raises QuizError."""
        raise NotImplementedError

    def write_deck(self, deck: Shelved, data: bytes, was: bytes) -> None:
        """Make ``data`` the content of a deck's file that has been ``was``, of which a copy is kept.

        A file that is another by now is left alone. Raises QuizError.
        """
        if data != was:
            back_up(self.home, deck.place, was, self.now())
            write_atomically(deck.path, data, was=digest_of(was))

    def redate(self) -> int:
        """Give events that a wrong clock has dated the date before them; return how many. Raises QuizError."""
        wrong = list(misdated(self.progress.past.parts.events()))
        self.tell(*(recording.of_redate(event, right) for event, right in wrong))
        return len(wrong)

    def tell(self, *happened: Happened) -> tuple[Event, ...]:
        """Record what happened now, all of it or nothing. Raises QuizError."""
        return self.progress.append(happened, self.now(), self.today) if happened else ()
