"""What happened, as values: the events that the journal keeps and the fold reads.

An event's fields are named as in the file. Every event has a 128-bit ``id``, the device that wrote
it, that device's running number ``n``, the time ``t`` and the study day ``day``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import NewType

EventId = NewType("EventId", str)
DeviceId = NewType("DeviceId", str)

VERSION = 1
"""The version of the event format that this program writes."""


class Grade(IntEnum):
    """How well a card was known, on FSRS's scale."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


REVIEW = "review"
"""data: card, grade, ms (thinking time), via (flip, typed, choice), question, answer (first event of a card);
of a wrong answer that was another card's: given, other (that card)."""
VOID = "void"
"""data: target (the id of the event that no longer counts). A void can itself be voided."""
REDATE = "redate"
"""data: target (the id of an event that a wrong clock has dated), at (its time), on (its study day)."""
SUSPEND = "suspend"
"""data: card."""
UNSUSPEND = "unsuspend"
"""data: card."""
BURY = "bury"
"""data: card; hidden until the next study day."""
FLAG = "flag"
"""data: card, on (true or false)."""
LINK = "link"
"""data: old, new (card ids): the past of ``old`` is the past of ``new``; question, answer (of ``new``)."""
RESET = "reset"
"""data: card; its reviews up to here no longer count."""
MOVE = "move"
"""data: old, new (places of a deck): the deck that stood at ``old`` stands at ``new``; see `history.shelf_fold`."""
DELETE = "delete"
"""data: place; of a card card, cards, question, answer, item (its lines), at; of a deck title, file (in the bin)."""
EMPTY = "empty"
"""data: targets (the ids of deletions that can no longer be taken back)."""
APART = "apart"
"""data: old, new (card ids): these are two cards, however alike; see `cards.kinship`."""
QUIZ_START = "quiz-start"
"""data: quiz (an id), decks (titles), places (of these decks), questions (how many), mode (choice, typed,
true-false, matching, mixed)."""
QUIZ_ANSWER = "quiz-answer"
"""data: quiz, card, question, answer, choices (as shown), given, verdict (right, close, wrong), ms; claim (what was
to be called true or false), late (true when the time was up), grade (what it counted as for the schedule, 0 for
nothing), other (the card whose answer a wrong one was)."""
QUIZ_END = "quiz-end"
"""data: quiz, right, total."""

Order = tuple[datetime, str, int, str]
"""The place of an event in the total order of all journals."""

Datum = str | int | bool | tuple[str, ...]
"""What an event's data can hold."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    id: EventId
    kind: str
    dev: DeviceId
    n: int
    t: datetime
    """Aware, UTC, to the millisecond."""
    day: int
    """The study day, counted from 1 January 1970, where and when it happened."""
    data: Mapping[str, Datum] = field(default_factory=dict)
    v: int = VERSION

    @property
    def order(self) -> Order:
        """The place of this event in the total order of all journals."""
        return (self.t, self.dev, self.n, self.id)

    def text(self, key: str) -> str:
        """Return a datum as text; empty if there is none."""
        value = self.data.get(key, "")
        return value if isinstance(value, str) else str(value)

    def number(self, key: str) -> int:
        """Return a datum as a number; 0 if there is none or it is no number."""
        value = self.data.get(key, 0)
        try:
            return int(value) if isinstance(value, str | int) else 0
        except ValueError:
            return 0

    def flag(self, key: str, otherwise: bool = False) -> bool:
        """Return a datum as yes or no; ``otherwise`` if there is none. A journal may have been edited by hand."""
        return self.data.get(key, otherwise) not in (False, 0, "", "false", "False", "0")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a datum as a tuple of texts; empty if there is none."""
        value = self.data.get(key, ())
        return value if isinstance(value, tuple) else (str(value),)


def moment(text: str) -> datetime | None:
    """Return the time that a text tells, in UTC; None if it tells none."""
    try:
        t = datetime.fromisoformat(text)
        return t.astimezone(UTC) if t.tzinfo else None
    except (ValueError, OverflowError):
        return None


def milliseconds(t: datetime) -> datetime:
    """Return ``t`` in UTC, cut to the millisecond that the file can hold."""
    t = t.astimezone(UTC)
    return t.replace(microsecond=t.microsecond // 1000 * 1000)
