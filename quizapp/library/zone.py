"""The time zone that the user lives in."""

import time
from datetime import UTC, datetime, timedelta, timezone, tzinfo


class LocalZone(tzinfo):
    """The system's own zone, with its summer time on every day, past and to come.

    A fixed offset taken now would put the end of a study day an hour off in the other half of the
    year; the system's rules are asked for each moment instead.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Return the offset from UTC at a local time."""
        return self._local(dt).utcoffset() or timedelta()

    def dst(self, dt: datetime | None) -> timedelta:
        """Return how much of the offset is summer time."""
        local = self._local(dt)
        if not time.localtime(local.timestamp()).tm_isdst:
            return timedelta()
        return self.utcoffset(dt) - timezone(timedelta(seconds=-time.timezone)).utcoffset(None)

    def tzname(self, dt: datetime | None) -> str:
        """Return the zone's abbreviation at a local time."""
        return self._local(dt).tzname() or ""

    def fromutc(self, dt: datetime) -> datetime:
        """Return a UTC time, marked with this zone, as local time."""
        return dt.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)

    @staticmethod
    def _local(dt: datetime | None) -> datetime:
        naive = datetime.now() if dt is None else dt.replace(tzinfo=None)  # noqa: DTZ005 - asked for the system's zone
        return naive.astimezone()


def local_zone() -> tzinfo:
    """Return the zone of this system."""
    return LocalZone()
