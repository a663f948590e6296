"""What is believed about a card in a head, and what of its reviews that is derived from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from quizapp.history.events import Grade

LEECH_LAPSES = 8
"""A card forgotten this often after it had been known is a leech: it costs more than it gives as it is."""


class Phase(StrEnum):
    """Where a card stands on its way into a head."""

    NEW = "new"
    LEARNING = "learning"
    """Seen, but not yet over its first steps of minutes."""
    REVIEW = "review"
    """Known; it comes back in days."""
    RELEARNING = "relearning"
    """Forgotten once known, and on its steps of minutes again."""


PHASES = tuple(Phase)
"""In the order in which `formulas.Course` numbers them."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is believed about one card in one head, derived from its reviews."""

    phase: Phase = Phase.NEW
    stability: float = 0.0
    """Days after which the card is known with a probability of 0.9; 0 while new."""
    difficulty: float = 0.0
    """From 1 (easy) to 10; 0 while new."""
    step: int = 0
    """How many learning steps are behind it; 0 in review."""
    due_day: int = 0
    """The study day on which it comes back."""
    due_at: datetime | None = None
    """The moment at which its learning step is over; None in review."""
    last_day: int = 0
    """The study day of the last review."""
    reviews: int = 0
    lapses: int = 0
    """How often it was forgotten after it had been known."""

    @property
    def in_steps(self) -> bool:
        """Say whether the card comes back in minutes rather than days."""
        return self.phase in (Phase.LEARNING, Phase.RELEARNING)


NEW = Memory()
"""The memory of a card never seen."""


class Reviewed(Protocol):
    """What `scheduler.Scheduler.replay` needs of a review; `history.fold.ReviewEvent` has it."""

    @property
    def grade(self) -> Grade:
        """How well the card was known."""

    @property
    def t(self) -> datetime:
        """When."""

    @property
    def day(self) -> int:
        """On which study day."""
