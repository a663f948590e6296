"""The study day: a calendar day that ends at the rollover hour, not at midnight.

A study day is counted from 1 January 1970 and named by the local date on which it began: with a
rollover at 4, half past one on Sunday morning still belongs to Saturday. The wall clock decides, so
a day of 23 or 25 hours is one day. No clock in the world makes these functions fail: what a
calendar cannot hold is moved to its nearest end.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

_FIRST = date(1970, 1, 1)
_EPOCH = _FIRST.toordinal()
_EDGE = timedelta(days=2)
"""Further from the ends of the calendar than any zone's offset."""
_EARLIEST = datetime.min.replace(tzinfo=UTC) + _EDGE
_LATEST = datetime.max.replace(tzinfo=UTC) - _EDGE


def study_day(now: datetime, zone: tzinfo, rollover: int = 4) -> int:
    """Return the study day of the aware time ``now`` for someone who lives in ``zone``.

    ``rollover`` is the local hour, 0 to 23, at which a new study day begins.
    """
    local = within_calendar(now).astimezone(zone).replace(tzinfo=None)
    return (local - timedelta(hours=rollover)).date().toordinal() - _EPOCH


def date_of(day: int) -> date:
    """Return the date on which a study day begins, or the calendar's nearest end."""
    return date.fromordinal(min(max(day + _EPOCH, date.min.toordinal()), date.max.toordinal()))


def start_of(day: int, zone: tzinfo, rollover: int = 4) -> datetime:
    """Return the moment at which a study day begins, in ``zone``.

    Where the clock skips the rollover hour, it is the moment right after the skip.
    """
    latest = _LATEST.date().toordinal() - _EPOCH
    earliest = _EARLIEST.date().toordinal() - _EPOCH
    begins = datetime.combine(date_of(min(max(day, earliest), latest)), time(rollover), zone)
    return begins.astimezone(UTC).astimezone(zone)


def within_calendar(moment: datetime) -> datetime:
    """Return an aware moment, moved away from the ends of the calendar so that no zone overflows."""
    naive = moment.replace(tzinfo=None)
    if naive < _EARLIEST.replace(tzinfo=None):
        return _EARLIEST
    return _LATEST if naive > _LATEST.replace(tzinfo=None) else moment
