"""What is told of all cards together, kept up as single cards change: nobody looks at every card for it."""

import json
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from quizapp.history.events import DeviceId, Event, EventId, Grade
from quizapp.history.fold import Past
from quizapp.history.past import CardPast, ReviewEvent
from quizapp.insight.pace import RECENT, Pace, pace, tells_pace
from quizapp.memory.queue import Done
from quizapp.store.eventlines import event_of, fields_of, line_of

T = TypeVar("T")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_SPARE = 200
"""How many more than are wanted are kept, so that taking some back leaves enough."""
_UNDOABLE = 1
"""The last act is the one that is undone next."""


class Newest(Generic[T]):
    """The last of many things in an order; the first of them are let go.

    Args:
        most: how many are wanted.
        items: each with its place in the order.
        floor: the place up to which things have been let go; None if nothing has.
    """

    def __init__(self, most: int, items: Iterable[tuple[Any, T]] = (), floor: Any = None) -> None:  # noqa: ANN401 - whatever orders things
        self.most = most
        self.floor = floor
        self._items = dict(items)
        self._order = sorted(self._items)

    @property
    def enough(self) -> bool:
        """Say whether all that were let go are not wanted."""
        return self.floor is None or len(self._order) >= self.most

    def items(self) -> list[tuple[Any, T]]:
        """Return those kept, the first one first."""
        return [(place, self._items[place]) for place in self._order]

    def add(self, place: Any, item: T) -> None:  # noqa: ANN401 - as above
        """Add a thing at its place."""
        if (self.floor is not None and place <= self.floor) or place in self._items:
            return
        insort(self._order, place)
        self._items[place] = item
        if len(self._order) > self.most + 2 * _SPARE:
            self.floor = self._order[_SPARE - 1]
            for old in self._order[:_SPARE]:
                del self._items[old]
            del self._order[:_SPARE]

    def discard(self, place: Any) -> None:  # noqa: ANN401 - as above
        """Take away what is at a place, if it is kept."""
        if place in self._items:
            del self._items[place]
            del self._order[bisect_left(self._order, place)]


class Tally:
    """The pace, what was done each day, and what can be undone on this device."""

    def __init__(self, device: DeviceId) -> None:
        """Start with no cards."""
        self.device = device
        self.done: Counter[tuple[int, bool]] = Counter()
        """How many cards were last asked on a day, and whether for the first time."""
        self.answers: Newest[ReviewEvent] = Newest(RECENT)
        self.acts: Newest[Event] = Newest(_UNDOABLE)

    def go_on(self, before: CardPast, past: CardPast) -> None:
        """Let the past of a card count to which nothing but answers was added, after all that had happened to it."""
        self._count(before, -1)
        self._count(past, 1)
        self._add_answers(past.reviews[len(before.reviews) :])
        self.add_acts(past.acts[len(before.acts) :])

    def forget(self, past: CardPast) -> None:
        """Let the past of a card no longer count."""
        self._count(past, -1)
        for review in past.reviews:
            self.answers.discard((review.t, review.event_id))
        self.forget_acts(past.acts)

    def add(self, past: CardPast) -> None:
        """Let the past of a card count."""
        self._count(past, 1)
        self._add_answers(past.reviews)
        self.add_acts(past.acts)

    def forget_acts(self, acts: Iterable[Event]) -> None:
        """Let some acts not be undone."""
        for act in acts:
            self.acts.discard(act.order)

    def add_acts(self, acts: Iterable[Event]) -> None:
        """Let some acts be undone, if they are this device's."""
        for act in acts:
            if act.dev == self.device:
                self.acts.add(act.order, act)

    def packed(self) -> dict[str, bytes]:
        """Return the section that `unpacked` takes."""
        answers, acts = self.answers, self.acts
        kept = {
            "device": self.device,
            "done": [(day, first, count) for (day, first), count in self.done.items()],
            "answers_after": answers.floor and (answers.floor[0].isoformat(), answers.floor[1]),
            "answers": [(review.t.isoformat(), *review[2:6], int(review.grade)) for _, review in answers.items()],
            "acts_after": acts.floor and (acts.floor[0].isoformat(), *acts.floor[1:]),
            "acts": [line_of(act).decode("ascii") for _, act in acts.items()],
        }
        return {"tally": json.dumps(kept).encode()}

    @classmethod
    def unpacked(cls, device: DeviceId, sections: Mapping[str, bytes]) -> "Tally":
        """Return what was packed; what another device can undo is not this one's."""
        kept = json.loads(sections["tally"])
        made = cls(device)
        made.done.update({(day, first): count for day, first, count in kept["done"]})
        reviews = [
            ReviewEvent(Grade(grade), datetime.fromisoformat(t), day, ms, via, EventId(event))
            for t, day, ms, via, event, grade in kept["answers"]
        ]
        after = kept["answers_after"] and (datetime.fromisoformat(kept["answers_after"][0]), kept["answers_after"][1])
        made.answers = Newest(RECENT, (((review.t, review.event_id), review) for review in reviews), after)
        if kept["device"] != device:
            made.acts = Newest(_UNDOABLE, floor=(_LONG_AGO, "", 0, ""))
            return made
        acts = [event_of(fields_of(line.encode().rstrip()), {}) for line in kept["acts"]]
        after = kept["acts_after"] and (datetime.fromisoformat(kept["acts_after"][0]), *kept["acts_after"][1:])
        made.acts = Newest(_UNDOABLE, ((act.order, act) for act in acts), after)
        return made

    def recount(self, past: Past) -> None:
        """Count everything anew."""
        self.done.clear()
        self.answers, self.acts = Newest(RECENT), Newest(_UNDOABLE)
        self.add_acts(past.shelf.acts)
        for each in past.cards.values():
            self.add(each)

    def done_on(self, day: int) -> Done:
        """Return how many cards were asked on a study day."""
        return Done(new=self.done[day, True], reviews=self.done[day, False])

    @property
    def pace(self) -> Pace:
        """How fast this user has been answering."""
        return pace(review for _, review in self.answers.items())

    def _add_answers(self, reviews: Iterable[ReviewEvent]) -> None:
        for review in reviews:
            if tells_pace(review):
                self.answers.add((review.t, review.event_id), review)

    def _count(self, past: CardPast, number: int) -> None:
        if past.reviews:
            first, last = past.reviews[0].day, past.reviews[-1].day
            self.done[last, first == last] += number
            if not self.done[last, first == last]:
                del self.done[last, first == last]
