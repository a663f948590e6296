"""The facade: one home, opened, with everything a command or a screen does to it."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.model import Card, CardId, Deck
from quizapp.errors import Problem, QuizError
from quizapp.history.events import Event
from quizapp.history.past import QuizPast
from quizapp.library import sittings
from quizapp.library.acts import Acts
from quizapp.library.agenda import Agenda, Open
from quizapp.library.editing import Editing
from quizapp.library.following import Following
from quizapp.library.keeping import Keeping
from quizapp.library.opened import Edit
from quizapp.library.opening import device_of, usable, utc_now
from quizapp.library.own_settings import OwnSettings
from quizapp.library.progress import Progress
from quizapp.library.removing import Removing
from quizapp.library.room import limits_of, room_today
from quizapp.library.schedulers import Schedulers
from quizapp.library.scoring import Scoring
from quizapp.library.selection import EVERYTHING, WHAT_IS_DUE, Selection, StudyWish, tags_in
from quizapp.library.shelf import HowFar, Shelf, Shelved, chosen, read_shelf
from quizapp.library.zone import local_zone
from quizapp.memory.days import study_day
from quizapp.memory.model import Memory
from quizapp.memory.queue import Counts, Room, counts
from quizapp.memory.scheduler import Scheduler
from quizapp.sessions.steps import Answered, Step
from quizapp.sessions.study import StudySession
from quizapp.sessions.task import Timetable
from quizapp.store.deckcache import Stamp
from quizapp.store.home import Home, cache_folder, config_folder, home_folder
from quizapp.store.journal import Journal
from quizapp.store.settings import Settings, load_settings

if TYPE_CHECKING:
    from quizapp.insight.pace import Pace
    from quizapp.insight.scores import DeckScore
    from quizapp.library.search import Hits
    from quizapp.sessions.quiz import Marked, QuizSession, Terms


@dataclass(frozen=True, slots=True)
class DeckInfo:
    """One deck on the shelf, with what is due in it and how its quizzes went."""

    name: str
    group: str
    title: str
    path: Path
    place: str
    """Where it stands; see `shelf.Shelved.place`."""
    deck: Deck
    """Its heading, without items."""
    cards: int
    """How many cards it has."""
    counts: Counts
    limits: tuple[str, str]
    """Names the limits of new cards and of reviews that it comes under; see `library.room`."""
    score: "DeckScore"
    problems: tuple[Problem, ...]


@dataclass
class Library(Editing, Removing, Following, Scoring, Keeping):
    """One home, opened. Methods that read or write files raise QuizError."""

    home: Home
    settings: Settings
    progress: Progress
    now: Callable[[], datetime]
    zone: tzinfo
    shelf: Shelf
    own: OwnSettings
    """What the settings say of single decks."""
    schedulers: Schedulers
    """Which scheduler counts for which deck."""
    problems: tuple[Problem, ...] = ()
    """What in the settings has no effect."""
    acts: Acts = field(default_factory=Acts)
    """What was done to cards and decks and can be taken back."""
    _trail: list[Event | None] = field(default_factory=list)
    """What each step recorded since this library was opened has left in the journal."""
    _touched: set[CardId] = field(default_factory=set)
    """Cards whose schedule has changed and is not written out yet."""
    _edits: list[Edit] = field(default_factory=list)
    _came: set[CardId] = field(default_factory=set)
    _stamps: dict[Path, Stamp] = field(default_factory=dict)

    @classmethod
    def open(  # noqa: PLR0913 - what is read inside elsewhere is an argument here
        cls,
        chosen_home: Path | None = None,
        *,
        environ: Mapping[str, str] | None = None,
        now: Callable[[], datetime] | None = None,
        zone: tzinfo | None = None,
        only_look: bool = False,
        told: HowFar | None = None,
    ) -> "Library":
        """Open the home that the user has chosen, or their usual one; it need not exist yet.

        With ``only_look`` nothing is written by this, not even what has become of edited cards. ``told`` is told
        how far the reading of the decks is.
        """
        environ = os.environ if environ is None else environ
        root = home_folder(chosen_home, environ)
        device, unnamed = device_of(config_folder(environ))
        home = Home(root, device, cache_folder(environ))
        kept_settings = None if only_look else home.settings_cache
        settings, problems = usable(*load_settings(home.settings_file, kept_settings), home.settings_file)
        own = OwnSettings(settings)
        schedulers = Schedulers(own)
        library = cls(
            home=home,
            settings=settings,
            progress=Progress(Journal(home.journal, home.device), schedulers.usual, home.past_cache),
            own=own,
            schedulers=schedulers,
            now=now or utc_now,
            zone=zone or local_zone(),
            shelf=read_shelf(home.decks, cache=None if only_look else home.deck_cache, told=told),
            problems=(*problems, *unnamed),
        )
        if not only_look:
            # What cannot be recorded now is among the open questions.
            with suppress(QuizError):
                library.follow()
        return library

    @property
    def today(self) -> int:
        """The study day it is now."""
        return study_day(self.now(), self.zone, self.settings.rollover)

    def set_up(self) -> None:
        """Give a home that has never been opened the sample decks, so that there is something to study."""
        from quizapp.library import arrivals  # noqa: PLC0415 - the first card should not wait for it

        if arrivals.set_up(self.home, self.settings):
            self.shelf = read_shelf(self.home.decks, cache=self.home.deck_cache)

    def check_writable(self) -> None:
        """Raise QuizError when answers could not be saved, so that it is known before the first card."""
        self.progress.check_writable()

    def refresh(self) -> None:
        """Take in what has changed on the disk: decks, and answers given in other windows."""
        self.shelf = read_shelf(self.home.decks, self.shelf, self.home.deck_cache)
        self.progress.catch_up()
        self.follow()

    def decks(self, words: Iterable[str] = ()) -> list[DeckInfo]:
        """Return the decks that ``words`` mean, or all, with what is due and how quizzes went."""
        decks = chosen(self.shelf, words)
        room, quizzed = room_today(self, decks), self._quizzed(decks)
        return [self._info(deck, room, quizzed.get(deck.place, ())) for deck in decks]

    def tags(self, words: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the tags of the cards of some decks, or of all, those on most cards first."""
        return tags_in(chosen(self.shelf, words))

    def due(self, words: Iterable[str] = ()) -> Counts:
        """Return what is to be studied today in some decks or in all, each card counted once."""
        decks = chosen(self.shelf, words)
        return self._counts(decks, room_today(self, decks))

    def search(self, query: str) -> "Hits":
        """Return the cards that a query fits, as it is being typed: words, ``deck:``, ``tag:``, ``is:``, ``answer:``.

        A part of a word is enough; case and accents do not count. Nothing typed finds every card.
        """
        from quizapp.library.query import parsed  # noqa: PLC0415 - the first card should not wait for it
        from quizapp.library.search import find  # noqa: PLC0415 - the first card should not wait for it

        return find(parsed(query), self.shelf.decks, lambda deck, state: self._agenda.in_state(deck, state, self.today))

    def memory_of(self, card: Card, deck: Shelved) -> Memory | None:
        """Return how well a card is remembered, by the retention wanted for its deck."""
        return self.progress.memory_of(card.id, self._scheduler_for(deck))

    def study(
        self, words: Iterable[str] = (), wish: StudyWish = WHAT_IS_DUE, first: CardId | None = None
    ) -> StudySession:
        """Begin a session on what is wanted of some decks, or of all; it is over at once when nothing is due.

        ``first`` is asked before all others if it is asked at all.
        """
        self.progress.catch_up()
        return sittings.study_session(self, words, wish, first)

    def record(self, step: Step) -> Event | None:
        """Save what happened to a card; it is on the disk when this returns. A skip and cramming leave no trace."""
        from quizapp.library import recording  # noqa: PLC0415 - the first card should not wait for it

        first = self.progress.past.of(step.card.id).question == ""
        happened = recording.of_step(step, first)
        event = self.progress.append([happened], self.now(), self.today)[0] if happened else None
        self._trail.append(event)
        if event and isinstance(step, Answered):
            self._touched.add(step.card.id)
        return event

    def pace(self) -> "Pace":
        """Return how fast this user has been answering."""
        return self.progress.pace

    def undo(self) -> Event | None:
        """Take back the last step, of this session or of an earlier one; return its event if it had one."""
        event = self._trail[-1] if self._trail else self.progress.last_undoable()
        if event is not None:
            self.take_back(event)
        if self._trail:
            self._trail.pop()
        return event

    def undo_earlier(self) -> Event | None:
        """Take back what an earlier session recorded last; its skips, which left no trace, are passed over."""
        while self._trail and self._trail[-1] is None:
            self._trail.pop()
        return self.undo()

    def write_schedules(self) -> None:
        """Write out, for people, when the cards of the decks touched since the last time come back."""
        from quizapp.library.schedules import write_schedules  # noqa: PLC0415 - the first card should not wait for it

        touched = [deck for deck in self.shelf.decks if any(map(deck.kept.holds, self._touched))]
        write_schedules(self.home, touched, self.memory_of)
        self._touched.clear()

    def quiz(self, words: Iterable[str], terms: "Terms", selection: Selection = EVERYTHING) -> "QuizSession":
        """Draw a quiz on some decks, or on all; it is over at once when there is nothing to ask."""
        from quizapp.library.quizzing import quiz_session  # noqa: PLC0415 - the first card should not wait for it

        return quiz_session(self, words, terms, selection)

    def record_quiz(self, session: "QuizSession", marked: "Marked") -> None:
        """Save an answer of a quiz, with the first one its start and with the last one its score.

        ``session`` is the state after the answer. Practice leaves no trace.
        """
        if session.practice:
            return
        from quizapp.library import recording  # noqa: PLC0415 - the first card should not wait for it

        happened = [recording.of_quiz_answer(session.seed, marked)]
        if len(session.answers) == 1:
            happened.insert(0, recording.of_quiz_start(session.seed, session))
        if len(session.answers) == len(session.questions):
            happened.append(recording.of_quiz_end(session.seed, session))
        review = recording.of_quiz_review(marked, self.progress.past.of(marked.question.card.id).question == "")
        events = self.progress.append([*happened, *filter(None, [review])], self.now(), self.today)
        if review:
            self._trail.append(events[-1])
            self._touched.add(marked.question.card.id)

    def settings_changed(self) -> None:
        """Let due days follow the settings from now on. Raises QuizError."""
        self.own = OwnSettings(self.settings)
        self.schedulers = Schedulers(self.own)
        journal = Journal(self.home.journal, self.home.device)
        self.progress = Progress(journal, self.schedulers.usual, self.home.past_cache)
        self.__dict__.pop("_agenda", None)

    @property
    def timetable(self) -> Timetable:
        """How answers become due days."""
        special = self.schedulers.special(self.shelf, self._moves)
        return Timetable(self.schedulers.usual, self.zone, self.settings.rollover, special)

    @cached_property
    def _agenda(self) -> Agenda:
        limits = partial(limits_of, self)
        return Agenda(self.progress, self._scheduler_for, limits, self.settings.leech_lapses, lambda: self.shelf.index)

    def _scheduler_for(self, deck: Shelved) -> Scheduler:
        return self.schedulers.of(deck, self.shelf, self._moves)

    def _counts(self, decks: Sequence[Shelved], room: Room) -> Counts:
        return counts([each.candidate for each in self.open_cards(decks, room)], self.today, room)

    def _info(self, deck: Shelved, room: Room, quizzed: Iterable[QuizPast]) -> DeckInfo:
        from quizapp.insight.scores import scores  # noqa: PLC0415 - the first card should not wait for it

        return DeckInfo(
            name=deck.name,
            group=deck.group,
            title=deck.title,
            path=deck.path,
            place=deck.place,
            deck=deck.heading,
            cards=len(deck.kept),
            counts=self._counts([deck], room),
            limits=limits_of(self, deck),
            score=scores(quizzed, name_of=self.progress.past.name_of),
            problems=deck.problems,
        )

    def open_cards(self, decks: Sequence[Shelved], room: Room, tag: str = "", *, all_new: bool = False) -> list[Open]:
        """Return the cards of some decks that may be asked today, each once.

        Of those never answered as many as the day has room for, or ``all_new`` of them.
        """
        new = dict.fromkeys(room.new, sum(len(deck.kept) for deck in decks)) if all_new else room.new
        return self._agenda.open_on(self.today, decks, new, tag)

    def answered_today(self, deck: Shelved) -> list[CardId]:
        """Return the cards of a deck that were last answered today."""
        return self._agenda.answered_on(self.today, deck)
