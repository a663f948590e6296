"""How long until a card comes back, in the few characters a button has room for."""

from datetime import datetime

from quizapp.memory.model import Memory

_MINUTE, _HOUR = 60, 3600
_MONTH, _YEAR = 30.4375, 365.25


def interval_text(memory: Memory, now: datetime, day: int) -> str:
    """Return the time from ``now`` (on study day ``day``) until the card is due.

    Such as ``<1m``, ``10m``, ``3d``, ``2.5mo`` or ``1.2y``; ``now`` for what is due already.
    """
    if memory.due_at is not None:
        return _seconds_text((memory.due_at - now).total_seconds())
    return days_text(memory.due_day - day)


def days_text(days: int) -> str:
    """Return a number of days as ``3d``, ``2.5mo`` or ``1.2y``; ``now`` if there are none."""
    if days <= 0:
        return "now"
    if days < _MONTH:
        return f"{days}d"
    return f"{_tenths(days / _MONTH)}mo" if days < _YEAR else f"{_tenths(days / _YEAR)}y"


def _seconds_text(seconds: float) -> str:
    if seconds <= 0:
        return "now"
    if seconds < _MINUTE:
        return "<1m"
    return f"{_halves_up(seconds / _MINUTE)}m" if seconds < _HOUR else f"{_halves_up(seconds / _HOUR)}h"


def _halves_up(value: float) -> int:
    return int(value + 0.5)


def _tenths(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
