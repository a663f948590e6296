"""What happens to the cards of a study session, one step at a time: what there is to record and to take back."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.cards.model import Card
from quizapp.history.events import Grade
from quizapp.memory.model import Memory
from quizapp.memory.ways import Way
from quizapp.sessions.reply import Reply
from quizapp.sessions.task import Task


@dataclass(frozen=True, slots=True)
class Answered:
    """A card was graded: what the journal records of it."""

    task: Task
    """As it was asked, with the memory from before."""
    grade: Grade
    memory: Memory
    """After the grade."""
    ms: int
    """From question to grade, at most `study.LONGEST_ANSWER_MS`."""
    via: Way = Way.FLIP
    repeat: bool = False
    """The card had been answered in this session before."""
    reply: Reply | None = None
    """What was typed or chosen; None when the card was turned over."""
    crammed: bool = False
    """It does not count for the schedule, and nothing of it is recorded."""

    @property
    def card(self) -> Card:
        """The card that was graded."""
        return self.task.card

    @property
    def confused_with(self) -> Card | None:
        """The card whose answer was given for this one's, unless the user has said that it was right."""
        return self.reply.other if self.reply and self.grade is Grade.AGAIN else None


class Aside(StrEnum):
    """The ways of putting a card aside without an answer."""

    SKIPPED = "skipped"
    """Not in this session; nothing is recorded, it stays due."""
    BURIED = "buried"
    """Not until the next study day."""
    SUSPENDED = "suspended"
    """Not until it is taken back."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """A card left the session without an answer."""

    task: Task
    how: Aside

    @property
    def card(self) -> Card:
        """The card that was put aside."""
        return self.task.card


@dataclass(frozen=True, slots=True)
class Flagged:
    """A card was flagged, or its flag taken away; it is still being asked."""

    task: Task
    on: bool

    @property
    def card(self) -> Card:
        """The card with the flag."""
        return self.task.card


@dataclass(frozen=True, slots=True)
class Edited:
    """A card was changed in its file; it is still being asked."""

    task: Task
    """As it was."""
    card: Card
    """As it is now."""


Step = Answered | PutAside | Flagged
"""What happened to a card and may leave a trace in the journal."""
