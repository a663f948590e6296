"""Clocks that ran wrong: which events their device cannot have dated rightly, and what date they may have had.

A device numbers its events as it writes them. Of events whose dates fall while their numbers rise,
those are taken to be right that are the most; each of the others is given the date of the right
one before it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId

_TRIFLE = timedelta(minutes=1)
"""What a clock may be set back by any day."""


def misdated(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield each event that is dated wrongly, with the one whose date it may have.

    Events that have been dated anew already are passed over.
    """
    events = tuple(events)
    done = {event.text("target") for event in events if event.kind == kinds.REDATE}
    by_device: defaultdict[DeviceId, dict[EventId, Event]] = defaultdict(dict)
    for event in events:
        if event.id not in done:
            by_device[event.dev].setdefault(event.id, event)
    for written in by_device.values():
        yield from _of_one_device(sorted(written.values(), key=lambda event: (event.n, event.t)))


def _of_one_device(ordered: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    rise = _longest_rise(ordered)
    right = {event.id for event in rise}
    last = rise[0]
    for event in ordered:
        if event.id in right:
            last = event
        elif abs(event.t - last.t) >= _TRIFLE:
            yield event, last


def _longest_rise(events: Sequence[Event]) -> list[Event]:
    """Return the most events whose dates do not fall."""
    times: list[datetime] = []
    places: list[int] = []
    before: list[int] = []
    for number, event in enumerate(events):
        place = bisect_right(times, event.t)
        before.append(places[place - 1] if place else -1)
        times[place : place + 1] = [event.t]
        places[place : place + 1] = [number]
    rise: list[Event] = []
    at = places[-1]
    while at >= 0:
        rise.append(events[at])
        at = before[at]
    return rise[::-1]
