"""What the parts of an open home have in common: see `library.library.Library`."""

from collections.abc import Callable
from datetime import datetime

from quizapp.history.events import Event
from quizapp.library.progress import Progress
from quizapp.library.recording import Happened
from quizapp.library.shelf import Shelf
from quizapp.store.home import Home


class Opened:
    """One home, opened: its decks, what has been learned of them, and the time it is."""

    home: Home
    progress: Progress
    shelf: Shelf
    now: Callable[[], datetime]

    @property
    def today(self) -> int:
        """The study day it is now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Take in what has changed on the disk. Raises QuizError."""
        raise NotImplementedError

    def tell(self, *happened: Happened) -> tuple[Event, ...]:
        """Record what happened now, all of it or nothing. Raises QuizError."""
        return self.progress.append(happened, self.now(), self.today) if happened else ()
