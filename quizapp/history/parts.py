"""Which events belong together: the parts of a history that can be told one by one.

A part is all that happened to one card (with the cards it is linked to), or in one quiz, with the
voids of those events. What one part tells depends on its own events alone, so an event that comes
late, twice or from another device has only its own part told again.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import replace
from datetime import datetime

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import Event, EventId, Grade, moment
from quizapp.history.layers import Layered

CARD_KINDS = frozenset({kinds.REVIEW, kinds.SUSPEND, kinds.UNSUSPEND, kinds.BURY, kinds.FLAG, kinds.RESET})
"""The kinds that happen to one card, and that a user can undo."""
SHELF_KINDS = frozenset({kinds.MOVE, kinds.DELETE, kinds.EMPTY, kinds.APART})
QUIZ_KINDS = frozenset({kinds.QUIZ_START, kinds.QUIZ_ANSWER, kinds.QUIZ_END})

PartName = str
SHELF_PART = "shelf"
"""The name of the part that is all that happened to files: where decks went, what was deleted."""
QUIZ_PART = "quiz:"
"""What the names of the parts that are quizzes begin with."""
OTHER_PART = "other:"
"""What the names of the parts that mean nothing to this version begin with."""


class Parts:
    """The events seen so far, each id once, grouped into parts."""

    def __init__(
        self,
        events: Layered[PartName, tuple[Event, ...]] | None = None,
        part_of: Layered[EventId, PartName] | None = None,
        linked: Layered[CardId, PartName] | None = None,
        passed_over: Iterable[str] = (),
    ) -> None:
        """Start with the events of some parts, or with none."""
        self._events = Layered() if events is None else events
        self._part_of = Layered() if part_of is None else part_of
        self._linked = Layered() if linked is None else linked
        self.passed_over = frozenset(passed_over)
        """The kinds of event that this version does not understand."""

    def copy(self) -> "Parts":
        """Return the same parts, to be added to without changing these."""
        return Parts(self._events.copy(), self._part_of.copy(), self._linked.copy(), self.passed_over)

    def named(self, name: PartName) -> tuple[Event, ...]:
        """Return the events of one part, in no order; none for an unknown part."""
        return self._events.get(name, ())

    def of_card(self, card: CardId) -> tuple[Event, ...]:
        """Return all events of a card and of those it is linked to, in no order."""
        return self.named(self._card_part(card))

    def names(self) -> Iterator[PartName]:
        """Yield the names of all parts."""
        return iter(self._events)

    def events(self) -> Iterator[Event]:
        """Yield every event, in no order."""
        for name in self._events:
            yield from self._events[name]

    def name_of(self, card: CardId) -> PartName:
        """Return the name of the part that tells what happened to a card."""
        return self._card_part(card)

    @property
    def linked(self) -> dict[CardId, PartName]:
        """For each card that a link names, the part it is in."""
        return dict(self._linked)

    @property
    def written(self) -> set[PartName]:
        """The names of the parts that are not as they were at first."""
        return self._events.written

    def extends(self, other: "Parts") -> bool:
        """Say whether these are other parts with something added, and not made anew."""
        return self._events.shares_base_with(other._events)  # noqa: SLF001 - of its own kind

    def find(self, event_id: EventId) -> Event | None:
        """Return the event with an id, if it has been seen."""
        name = self._part_of.get(event_id)
        return None if name is None else next(event for event in self._events[name] if event.id == event_id)

    def add_all(self, events: Iterable[Event]) -> None:
        """Add many events whose ids have not been seen.

        What happened to cards comes first, all of one card at once; the rest may join what is there.
        """
        reviews: dict[str, list[Event]] = {}
        others: list[Event] = []
        for event in events:
            if event.kind == kinds.REVIEW and _understood(event):
                reviews.setdefault(event.text("card"), []).append(event)
            else:
                others.append(event)
        by_name: dict[PartName, list[Event]] = {}
        for card, found in reviews.items():
            by_name.setdefault(self._card_part(card), []).extend(found)
        # Where nothing has been seen yet, all of it is what later events are laid upon.
        told: MutableMapping[PartName, tuple[Event, ...]] = self._events or {}
        part_of: MutableMapping[EventId, PartName] = self._part_of or {}
        for name, found in by_name.items():
            told[name] = (*told.get(name, ()), *found)
            part_of.update((event.id, name) for event in found)
        if not self._events:
            self._events, self._part_of = Layered(told), Layered(part_of)
        for event in others:
            self.add(event)

    def add(self, event: Event) -> tuple[PartName, tuple[Event, ...]]:
        """Add an event whose id has not been seen; return its part and the events that were there before.

        The events before are those of all the parts that this event has joined to one.
        """
        name = self._place_of(event)
        before = self.named(name)
        for other in self._parts_joined_by(event) - {name}:
            before += self._join(other, name)
        self._claim(event, name)
        self._events[name] = (*before, event)
        return name, before

    def _place_of(self, event: Event) -> PartName:
        if not _understood(event):
            self.passed_over |= {event.kind}
            return OTHER_PART + event.id
        if event.kind in (kinds.VOID, kinds.REDATE):
            target = EventId(event.text("target"))
            return self._part_of.get(target) or _waiting_for(target)
        if event.kind in SHELF_KINDS:
            return SHELF_PART
        if event.kind in QUIZ_KINDS:
            return QUIZ_PART + event.text("quiz")
        return self._card_part(event.text("old" if event.kind == kinds.LINK else "card"))

    def _parts_joined_by(self, event: Event) -> set[PartName]:
        """Return the parts that are one from now on: both ends of a link, and the voids that waited."""
        names = {_waiting_for(event.id)}
        if event.kind == kinds.LINK and _understood(event):
            names |= {self._card_part(event.text("old")), self._card_part(event.text("new"))}
        return names

    def _card_part(self, card: str) -> PartName:
        return self._linked.get(CardId(card)) or f"card:{card}"

    def _join(self, other: PartName, name: PartName) -> tuple[Event, ...]:
        """Move the events of one part into another, and return them."""
        moved = self._events.pop(other, ())
        for event in moved:
            self._claim(event, name)
        return moved

    def _claim(self, event: Event, name: PartName) -> None:
        self._part_of[event.id] = name
        if event.kind == kinds.LINK and _understood(event):
            self._linked[CardId(event.text("old"))] = name
            self._linked[CardId(event.text("new"))] = name


def content(event: Event) -> bytes:
    """Return all that an event says, as bytes that are equal only for equal events."""
    data = {key: list(value) if isinstance(value, tuple) else value for key, value in event.data.items()}
    facts = [event.v, event.kind, event.dev, event.n, event.t.isoformat(), event.day, data]
    return json.dumps(facts, sort_keys=True).encode("ascii")


def unique(events: Iterable[Event]) -> dict[EventId, Event]:
    """Return the events by id; of several with one id, the one whose content is lowest."""
    found: dict[EventId, Event] = {}
    for event in events:
        other = found.setdefault(event.id, event)
        if other is not event and content(event) < content(other):
            found[event.id] = event
    return found


def standing(events: Iterable[Event]) -> list[Event]:
    """Return the events that count, in the total order: those that no void which counts is aimed at.

    A void may come before its target where a clock was wrong.
    """
    ordered = sorted(events, key=lambda event: event.order)
    voids = {event.id: EventId(event.text("target")) for event in ordered if event.kind == kinds.VOID}
    redates = [event for event in ordered if event.kind == kinds.REDATE]
    if not voids and not redates:
        return ordered
    gone = _hit_by(voids)
    counting = [event for event in ordered if event.id not in gone and event.kind != kinds.VOID]
    return _redated(counting) if redates else counting


def _redated(ordered: Iterable[Event]) -> list[Event]:
    """Return the events in order with the dates that they were given anew; the first new date of an event counts."""
    at: dict[str, tuple[datetime, int]] = {}
    events: list[Event] = []
    for event in ordered:
        if event.kind != kinds.REDATE:
            events.append(event)
        elif (time := moment(event.text("at"))) is not None:
            at.setdefault(event.text("target"), (time, event.number("on")))
    dated = (replace(event, t=at[event.id][0], day=at[event.id][1]) if event.id in at else event for event in events)
    return sorted(dated, key=lambda event: event.order)


def _hit_by(voids: dict[EventId, EventId]) -> set[EventId]:
    """Return what the voids (each with its target) take back, decided from those nobody aims at downwards.

    Voids aimed at each other in a circle, which no program writes, stay undecided: they hit no event.
    """
    aims = Counter(voids.values())
    ready = [void for void in voids if not aims[void]]
    hit: set[EventId] = set()
    while ready:
        void = ready.pop()
        target = voids[void]
        if void not in hit:
            hit.add(target)
        aims[target] -= 1
        if target in voids and not aims[target]:
            ready.append(target)
    return hit


_TELLS = {
    **dict.fromkeys(CARD_KINDS, ("card",)),
    **dict.fromkeys(QUIZ_KINDS, ("quiz",)),
    **dict.fromkeys((kinds.LINK, kinds.MOVE, kinds.APART), ("old", "new")),
    kinds.VOID: ("target",),
    kinds.REDATE: ("target", "at"),
    kinds.DELETE: ("place",),
    kinds.EMPTY: ("targets",),
}
"""What an event of each kind must tell to mean something."""


def _understood(event: Event) -> bool:
    """Say whether this version knows what an event means; a review without a grade means nothing."""
    if event.v > kinds.VERSION or event.kind not in _TELLS or not all(map(event.text, _TELLS[event.kind])):
        return False
    return event.kind != kinds.REVIEW or Grade.AGAIN <= event.number("grade") <= Grade.EASY


def _waiting_for(target: EventId) -> PartName:
    """Name the part in which voids wait for an event that has not been seen."""
    return f"void:{target}"
