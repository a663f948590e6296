"""What is asked in a session, and the timetable that says when it comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from quizapp.cards.identity import item_key
from quizapp.cards.model import Card, Source
from quizapp.history.events import Grade
from quizapp.memory.days import study_day
from quizapp.memory.intervals import interval_text
from quizapp.memory.model import Memory, Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.memory.ways import StudyBy


@dataclass(frozen=True, slots=True)
class Task:
    """One card to be asked, with what is known about it."""

    card: Card
    deck: str
    """The title of its deck."""
    memory: Memory | None = None
    """How well it is remembered; None for a card never answered."""
    deck_source: Source = field(default_factory=Source)
    """What the whole deck was made from."""
    place: str = ""
    """Where its deck stands; tells decks of one title apart."""
    peers: Callable[[], tuple[Card, ...]] = field(default=tuple, repr=False, compare=False)
    """Gives the cards of its deck, this one among them: what like answers and confusions are drawn from."""
    taken_for: Callable[[], tuple[Card, ...]] = field(default=tuple, repr=False, compare=False)
    """Gives the cards whose answers have been given for this one's, the last one first."""
    by: StudyBy | None = None
    """How it is answered; None for as the whole session is."""

    @property
    def confused(self) -> tuple[Card, ...]:
        """The cards whose answers have been given for this one's, the last one first."""
        return self.taken_for()

    @property
    def source(self) -> Source:
        """Where the card comes from: its own source, or else its deck's."""
        return self.card.item.source or self.deck_source

    @property
    def new(self) -> bool:
        """The card has never been answered."""
        return self.memory is None or self.memory.phase is Phase.NEW

    @property
    def reviews(self) -> int:
        """How often the card has been answered."""
        return self.memory.reviews if self.memory else 0

    @property
    def lapses(self) -> int:
        """How often the card was forgotten after it had been known."""
        return self.memory.lapses if self.memory else 0

    @property
    def sibling(self) -> str:
        """Names the cards that give each other away; see `cards.identity.item_key`."""
        return item_key(self.card.item)


@dataclass(frozen=True, slots=True)
class Timetable:
    """How answers become due days: the scheduler, and where and when the user's day ends."""

    scheduler: Scheduler
    zone: tzinfo
    rollover: int = 4
    """The local hour at which a study day ends."""
    by_deck: Mapping[str, Scheduler] = field(default_factory=dict)
    """The schedulers of decks that want another retention, by the deck's place."""

    def scheduler_for(self, place: str) -> Scheduler:
        """Return the scheduler of the deck at a place."""
        return self.by_deck.get(place, self.scheduler)

    def day(self, now: datetime) -> int:
        """Return the study day of ``now``, counted from 1 January 1970."""
        return study_day(now, self.zone, self.rollover)

    def after(self, task: Task, grade: Grade, now: datetime) -> Memory:
        """Return how well a task's card is remembered once it is graded."""
        return self.scheduler_for(task.place).review(task.memory, grade, now, self.day(now))

    def intervals(self, task: Task, now: datetime) -> Mapping[Grade, str]:
        """Return for each grade how long the card would stay away, as short as a label: ``10m``, ``3d``."""
        day = self.day(now)
        outcomes = self.scheduler_for(task.place).preview(task.memory, now, day)
        return {grade: interval_text(memory, now, day) for grade, memory in outcomes.items()}
