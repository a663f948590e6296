"""What has become of cards and quizzes: the values that the fold yields."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from quizapp.cards.model import CardId
from quizapp.history.events import Event, EventId, Grade, Order

NO_CARD = CardId("")


class ReviewEvent(NamedTuple):
    """One answer to one card that counts."""

    grade: Grade
    t: datetime
    day: int
    """The study day."""
    ms: int
    """Thinking time in milliseconds; 0 if it is not known."""
    via: str
    """How it was answered: flip, typed or choice."""
    event_id: EventId
    other: CardId = NO_CARD
    """The card whose answer was given for this one's; empty for nearly every review."""


@dataclass(frozen=True, slots=True)
class CardPast:
    """All that happened to one card, under all the names it has had."""

    reviews: tuple[ReviewEvent, ...] = ()
    """In the total order of the journals; those before a reset are left out."""
    suspended: bool = False
    buried_on: int | None = None
    """The study day on which it was last buried; it is hidden on that day only."""
    flagged: bool = False
    question: str = ""
    """As it was last told, so that the past makes sense when the card's file is gone."""
    answer: str = ""
    acts: tuple[Event, ...] = ()
    """Every event of this card that counts and that a user can undo, in order."""


NOTHING = CardPast()
"""The past of a card that nothing has happened to."""


RIGHT_VERDICTS = ("right", "close")


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """One answer of a quiz, as it was given and marked."""

    card: CardId
    question: str
    answer: str
    choices: tuple[str, ...]
    """As shown; empty for a typed answer."""
    given: str
    verdict: str
    """right, close or wrong."""
    ms: int
    t: datetime
    event_id: EventId
    claim: str = ""
    """What was to be called true or false; empty for a question of another kind."""
    late: bool = False
    """The time was up."""
    grade: int = 0
    """What it counted as for the schedule, 0 for nothing."""
    other: CardId = NO_CARD
    """The card whose answer was given for this one's, if any."""

    @property
    def right(self) -> bool:
        """The answer scored: an answer close enough to be taken is a right one."""
        return self.verdict in RIGHT_VERDICTS


@dataclass(frozen=True, slots=True)
class QuizPast:
    """One quiz, finished or broken off."""

    id: str
    t: datetime
    """When it began."""
    day: int
    """The study day on which it began."""
    decks: tuple[str, ...]
    """The titles that the decks asked had then."""
    mode: str
    """choice, typed, true-false, matching or mixed."""
    planned: int
    """How many questions it was to have."""
    answers: tuple[QuizAnswer, ...]
    finished: bool
    """False when it has no end: the program was closed or killed."""
    right: int
    """Right answers; of a quiz without an end, those so far."""
    total: int
    """Questions that count; of a quiz without an end, those answered so far."""
    places: tuple[str, ...] = ()
    """Where the decks asked stood then; empty if the journal does not tell."""
    began: Order | None = None
    """Its start's place in the total order; None if the journal does not tell."""

    @property
    def share(self) -> float:
        """The score, from 0 to 1."""
        return self.right / self.total if self.total else 0.0
