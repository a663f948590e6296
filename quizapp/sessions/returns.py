"""Which cards of a study session come back, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizapp.sessions.task import Task


@dataclass(frozen=True, slots=True)
class Return:
    """A card that is to be asked again in this session."""

    due_at: datetime
    task: Task
    repeat: bool = True
    """It has been answered in this session; not so for a card that was in its steps when the session began."""


def due(returning: Iterable[Return], now: datetime) -> Return | None:
    """Return the card whose time came first, if any card's time has come."""
    return soonest(waiting for waiting in returning if waiting.due_at <= now)


def due_next(returning: tuple[Return, ...], just_asked: Task) -> Return | None:
    """Return the card due soonest; its sibling, or the very card, just asked only if there is no other."""
    others = [waiting for waiting in returning if waiting.task.card.id != just_asked.card.id]
    apart = (waiting for waiting in others if waiting.task.sibling != just_asked.sibling)
    return soonest(apart) or soonest(others) or soonest(returning)


def soonest(returning: Iterable[Return]) -> Return | None:
    """Return the card due soonest, None if there is none."""
    return min(returning, key=lambda waiting: waiting.due_at, default=None)
