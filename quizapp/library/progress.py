"""What has been learned: the journals of all devices, folded, and kept up to date."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from quizapp.cards.model import CardId
from quizapp.errors import Problem
from quizapp.history.events import Datum, Event
from quizapp.history.fold import Past, ReviewEvent, extended, fold
from quizapp.memory.queue import Done, done_on
from quizapp.memory.scheduler import Memory, Scheduler
from quizapp.store.journal import Journal
from quizapp.store.journalreader import JournalReader


class Progress:
    """The past of one home, and what a scheduler makes of it.

    Raises QuizError when a journal cannot be read, and from `append` when an answer cannot be saved.
    """

    def __init__(self, journal: Journal) -> None:
        """Read every journal in the folder of ``journal``."""
        self._journal = journal
        self._reader = JournalReader(journal.folder)
        reading = self._reader.read()
        self.past: Past = fold(reading.events)
        """All that has happened and counts."""
        self.problems: tuple[Problem, ...] = reading.problems
        """Lines of the journals that could not be read; they are left where they are."""
        self._memories: dict[tuple[Scheduler, CardId], tuple[Sequence[ReviewEvent], Memory]] = {}

    def catch_up(self) -> bool:
        """Take in what other windows and devices have added; say whether there was anything."""
        if not self._reader.changed():
            return False
        reading = self._reader.read()
        if reading.restarted:
            self.past, self.problems = fold(reading.events), reading.problems
            return True
        fresh = [event for event in reading.events if not self.past.knows(event)]
        for event in fresh:
            self.past = extended(self.past, event)
        self.problems = (*self.problems, *reading.problems)
        return bool(fresh)

    def append(self, happened: Sequence[tuple[str, Mapping[str, Datum]]], now: datetime, day: int) -> tuple[Event, ...]:
        """Record what happened; it is on the disk, and part of the past, when this returns."""
        events = self._journal.append_all(happened, now, day)
        for event in events:
            self.past = extended(self.past, event)
        return events

    def check_writable(self) -> None:
        """Raise QuizError when answers could not be saved, so that it is known before the first card."""
        self._journal.check()

    def memory_of(self, card: CardId, scheduler: Scheduler) -> Memory | None:
        """Return how well a card is remembered by a scheduler's count; None if it was never answered."""
        reviews = self.past.of(card).reviews
        if not reviews:
            return None
        told, memory = self._memories.get((scheduler, card), ((), None))
        if memory is None or told is not reviews:
            memory = scheduler.replay(reviews)
            self._memories[scheduler, card] = (reviews, memory)
        return memory

    def last_undoable(self) -> Event | None:
        """Return the last thing done on this device that can be taken back."""
        return self.past.last_by(self._journal.device)

    def done_on(self, day: int) -> Done:
        """Return how many cards were asked on a study day."""
        return done_on(day, (past.reviews for past in self.past.cards.values()))
