"""What has been learned: the journals of all devices, folded, and kept up to date."""

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quizapp.cards.model import CardId
from quizapp.errors import Problem
from quizapp.history.events import REVIEW, Datum, Event, EventId
from quizapp.history.fold import NOTHING, Past, ReviewEvent, changed_by
from quizapp.history.past import CardPast
from quizapp.history.retold import folded_late, retold
from quizapp.insight.pace import Pace
from quizapp.library.standing import Stand, Standing
from quizapp.library.tally import Tally
from quizapp.memory.model import Memory
from quizapp.memory.queue import Done
from quizapp.memory.scheduler import Scheduler
from quizapp.store.cachefile import Damaged, Kept, open_cache, write_cache
from quizapp.store.collecting import uncollected
from quizapp.store.journal import Journal
from quizapp.store.journalposition import Position
from quizapp.store.journalreader import JournalReader, Reading, Unknown
from quizapp.store.keptpast import MOST_PARTS, KeptPast, arranged

_MANY = 500
"""Events since what is kept was written, after which it is written anew."""


class Progress:
    """The past of one home, and what a scheduler makes of it.

    Args:
        journal: this device's; every journal in its folder is read.
        scheduler: by which cards stand as they do in `standing`.
        cache: the file in which the fold is kept, if it is kept.

    Raises QuizError when a journal cannot be read, and from `append` when an answer cannot be saved.
    """

    def __init__(self, journal: Journal, scheduler: Scheduler, cache: Path | None = None) -> None:
        self._journal = journal
        self._scheduler = scheduler
        self._cache = cache
        self._memories: dict[tuple[Scheduler, CardId], tuple[Sequence[ReviewEvent], Memory]] = {}
        self.recorded: list[Event] = []
        """What was recorded through this object, in order."""
        self._past: Past | None = None
        self._untold: tuple[Kept, Position] | None = None
        """What the past is told from when somebody asks for it."""
        self._base: KeptPast | None = None
        self._unreadable: tuple[Problem, ...]
        self._unknown: Unknown
        self.standing: Standing
        """How each card stands by the usual scheduler."""
        self._tally: Tally
        if not self._remember():
            self._reader = JournalReader(journal.folder)
            self._begin(self._reader.read())

    @property
    def past(self) -> Past:
        """All that has happened and counts."""
        if self._past is None:
            self._past = self._tell()
        return self._past

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Lines of the journals that could not be read; they are left where they are."""
        return (*self._unreadable, *self._unknown.notice)

    def catch_up(self) -> bool:
        """Take in what other windows and devices have added; say whether there was anything."""
        if not self._reader.changed():
            return False
        reading = self._reader.read()
        if reading.restarted:
            self._begin(reading)
            return True
        self._unreadable = (*self._unreadable, *reading.unreadable)
        self._unknown = self._unknown.and_(reading.unknown)
        return self._take(reading.events)

    def append(self, happened: Sequence[tuple[str, Mapping[str, Datum]]], now: datetime, day: int) -> tuple[Event, ...]:
        """Record what happened; it is on the disk, and part of the past, when this returns."""
        events = self._journal.append_all(happened, now, day)
        self.recorded.extend(events)
        self._take(events)
        return events

    def check_writable(self) -> None:
        """Raise QuizError when answers could not be saved, so that it is known before the first card."""
        self._journal.check()

    def stand_of(self, card: CardId) -> Stand:
        """Return how a card stands by the usual scheduler."""
        return self.standing.stand(self.standing.row_of(card))

    def memory_of(self, card: CardId, scheduler: Scheduler) -> Memory | None:
        """Return how well a card is remembered by a scheduler's count; None if it was never answered."""
        if scheduler is self._scheduler:
            return self.stand_of(card).memory
        if (known := scheduler.planned_anew(self.stand_of(card).memory, self._scheduler)) is not None:
            return known
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
        acts = self._counted(self._tally.acts.enough).acts.items()
        return acts[-1][1] if acts else None

    def together(self, mark: str) -> list[Event]:
        """Return what was recorded with a mark and counts; the journals are searched for it, and no other past told."""
        told = [event for event in self.recorded if event.text("with") == mark] or [
            event for event in self._journal.events_with(mark) if event.text("with") == mark
        ]
        cards = {CardId(event.text("card")) for event in told}
        counting = {act.id for card in cards for act in self.past.of(card).acts}
        counting.update(act.id for act in self.past.shelf.acts)
        return list({event.id: event for event in told if event.id in counting}.values())

    def done_on(self, day: int) -> Done:
        """Return how many cards were asked on a study day."""
        return self._tally.done_on(day)

    @property
    def pace(self) -> Pace:
        """How fast this user has been answering."""
        return self._counted(self._tally.answers.enough).pace

    def _counted(self, enough: bool) -> Tally:
        """Return the tally; where too much of it was taken back, it is counted anew."""
        if not enough:
            self._tally.recount(self.past)
        return self._tally

    def _take(self, events: Iterable[Event]) -> bool:
        """Extend the past by events, and all that is kept up with it; say whether any was new."""
        before = self.past
        self._past, named = changed_by(before, events)
        if len(named) == 1 and self._went_on(before, *named):
            return True
        # A link takes what happened from one card to another: first all is forgotten, then all is told.
        self._tally.forget_acts(before.shelf.acts)
        for card in named:
            self._tally.forget(before.cards.get(card, NOTHING))
        self._tally.add_acts(self.past.shelf.acts)
        for card in named:
            self._tally.add(self.past.cards.get(card, NOTHING))
            self.standing.change(card, self.past.of(card))
        return self.past is not before

    def _went_on(self, before: Past, card: CardId) -> bool:
        """Keep up with a card that was answered once more; say whether that is all that has happened."""
        was, now = before.cards.get(card, NOTHING), self.past.cards.get(card, NOTHING)
        if len(now.acts) != len(was.acts) + 1 or now.acts[-1].kind != REVIEW or now.acts[:-1] != was.acts:
            return False
        if before.shelf is not self.past.shelf or now.reviews[:-1] != was.reviews:
            return False
        self._tally.go_on(was, now)
        self.standing.change(card, now, was)
        return True

    def _begin(self, reading: Reading) -> None:
        """Fold from nothing, and keep the fold."""
        with uncollected():
            self._unreadable, self._unknown = reading.unreadable, reading.unknown
            tally, standing = self._tally, self.standing = Tally(self._journal.device), Standing(self._scheduler)

            def tell(card: CardId, past: CardPast) -> None:
                tally.add(past)
                standing.change(card, past)

            self._past, self._base = folded_late(reading.events, tell), None
            tally.add_acts(self._past.shelf.acts)
            for card in self._past.heirs:
                standing.change(card, self._past.of(card))
        self._keep(reading)

    def _remember(self) -> bool:
        """Go on from what was kept; say whether that could be done."""
        kept = open_cache(self._cache, self._key) if self._cache else None
        try:
            return kept is not None and self._go_on(kept)
        except Damaged:
            return False

    def _go_on(self, kept: Kept) -> bool:
        position, problems, unknown = json.loads(kept["position"])
        self._reader = JournalReader(self._journal.folder, position)
        reading = self._reader.read() if self._reader.changed() else None
        if reading and reading.restarted:
            self._begin(reading)
            return True
        self._unreadable, self._unknown = tuple(Problem(*each) for each in problems), Unknown(*unknown)
        self._tally = Tally.unpacked(self._journal.device, kept)
        self.standing = Standing.unpacked(self._scheduler, kept)
        self._untold = kept, position
        if reading:
            return self._go_on_with(reading)
        return True

    def _go_on_with(self, reading: Reading) -> bool:
        """Take in what has been added since the fold was kept."""
        self._unreadable += reading.unreadable
        self._unknown = self._unknown.and_(reading.unknown)
        first, base = self.past, self._base
        if base is not None and self._take(reading.events):
            if not self.past.parts.extends(first.parts):
                return False
            if len(reading.events) >= _MANY:
                self._keep(reading, base)
        return base is not None

    def _tell(self) -> Past:
        """Return the past that was kept; where that turns out to be damaged, all is folded from nothing."""
        if self._untold is None:
            raise RuntimeError("there is a past, kept or folded, once this is made")
        kept, position = self._untold
        try:
            self._base = KeptPast(kept, self._journal.folder, position)
            return retold(self._base.kept())
        except (Damaged, OSError):
            self._reader = JournalReader(self._journal.folder)
            self._begin(self._reader.read())
            return self.past
        finally:
            self._untold = None
            kept.close()

    def _keep(self, reading: Reading, base: KeptPast | None = None) -> None:
        """Keep the fold for the next time, if there is a place for it and it is large enough to matter."""
        if self._cache is None or len(self.past.cards) >= MOST_PARTS:
            return
        places: dict[EventId, int] = {}
        for event, place in zip(reading.events, reading.places, strict=True):
            # Of two with one id, the place of the one that counts.
            if event.id not in places or self.past.parts.find(event.id) == event:
                places[event.id] = place
        torn = self._reader.torn_lines
        problems = [
            (each.file, each.line, each.column, each.message, each.remedy)
            for each in self._unreadable
            if (each.file, each.line) not in torn
        ]
        with suppress(OverflowError, struct.error):
            sections = {
                **arranged(self.past, places, base),
                **self.standing.packed(),
                **self._tally.packed(),
                "position": json.dumps((self._reader.position, problems, self._unknown)).encode(),
            }
            write_cache(self._cache, self._key, sections)

    @property
    def _key(self) -> object:
        """What the fold is made from, beside the journals."""
        return [str(self._journal.folder), self._scheduler.retention, self._scheduler.parameters]
