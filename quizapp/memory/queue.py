"""What is asked today, and in which order.

First the cards in their learning steps, then reviews, then new cards; at the very end the learning
cards whose step is not over yet. Of a sibling group (the gaps of one cloze, both directions of an
item) one card a day is asked, because the one gives the other away; cards in their steps come back
all the same, but not one right after the other if anything can stand between them.

Reviews come in the order that loses least memory when not all of them are done: by what a review
today adds to what is known a month from now, for the time it takes (`Scheduler.gain`). That is the
greedy answer to fitting the most knowledge into limited minutes. The usual orders are worse at it:
in simulations with this scheduler (900 cards, backlogs of 10 and 60 days, limits of 12 to 60 cards
a day) it kept 0.860 known on average under the hardest limit, against 0.857 by due date, 0.844 for
the least known first and 0.785 for the best known first.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import TypeVar

from quizapp.cards.model import CardId
from quizapp.memory.model import NEW, Memory, Phase, Reviewed
from quizapp.memory.scheduler import Scheduler

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked today."""

    card: CardId
    sibling: str
    """Names the group of which one card a day is asked; see `cards.identity.item_key`."""
    memory: Memory | None = None
    """None for a card never answered."""
    suspended: bool = False
    buried_on: int | None = None
    """The study day on which it is hidden, if any."""
    new_limit: str = ""
    """Names the limit of new cards that it comes under; see `Room`."""
    reviews_limit: str = ""
    """Names the limit of reviews that it comes under."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cards a day at most."""

    new: int = 20
    reviews: int = 200


@dataclass(frozen=True, slots=True)
class Done:
    """How many cards were asked today already."""

    new: int = 0
    """Seen today for the first time."""
    reviews: int = 0
    """Seen before today, and answered today."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many more cards may be asked today under each limit; the usual one's name is empty."""

    new: Mapping[str, int]
    reviews: Mapping[str, int]

    @classmethod
    def under(cls, limits: Limits, done: Done) -> "Room":
        """Return the room there is where one limit counts for all cards."""
        return cls({"": max(limits.new - done.new, 0)}, {"": max(limits.reviews - done.reviews, 0)})


USUAL_ROOM = Room.under(Limits(), Done())


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards are to be asked today, within the limits."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due


def counts(candidates: Iterable[Candidate], day: int, room: Room = USUAL_ROOM) -> Counts:
    """Return how many cards `queue` would ask on study day ``day``."""
    learning, reviews, new = _open_on(candidates, day, lambda _: 0.0)
    return Counts(
        new=len(_within(new, room.new, _new_limit)),
        learning=len(learning),
        due=len(_within(reviews, room.reviews, _reviews_limit)),
    )


def queue(
    candidates: Iterable[Candidate], scheduler: Scheduler, now: datetime, day: int, *, room: Room = USUAL_ROOM
) -> tuple[CardId, ...]:
    """Return the cards to ask at ``now`` on study day ``day``, in order; new cards in the order given."""
    learning, reviews, new = _open_on(candidates, day, lambda memory: -scheduler.gain(memory, day))
    learning.sort(key=lambda candidate: _step_end(candidate, now))
    waiting = [candidate for candidate in learning if _step_end(candidate, now) > now]
    ready = learning[: len(learning) - len(waiting)]
    asked = [
        *ready,
        *_within(reviews, room.reviews, _reviews_limit),
        *_within(new, room.new, _new_limit),
        *waiting,
    ]
    return tuple(candidate.card for candidate in apart(asked, lambda candidate: candidate.sibling))


def done_on(day: int, pasts: Iterable[Sequence[Reviewed]]) -> Done:
    """Return what was done on a study day, from each card's reviews in order."""
    new = reviews = 0
    for past in pasts:
        if past and past[-1].day == day:
            if past[0].day == day:
                new += 1
            else:
                reviews += 1
    return Done(new, reviews)


def apart(ordered: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Return the items with no two of one key side by side, as far as that is possible.

    The order changes no more than that takes: an item steps back behind the next that differs.
    """
    placed: list[T] = []
    held: deque[T] = deque()
    for item in ordered:
        held.append(item)
        _place(held, placed, key)
    while held and _place(held, placed, key):
        pass
    return _squeezed_in(placed, list(held), key)


def _place(held: deque[T], placed: list[T], key: Callable[[T], Hashable]) -> bool:
    """Move the first held item that may follow the last placed one; say whether there was one."""
    for position, item in enumerate(held):
        if not placed or key(item) != key(placed[-1]):
            placed.append(item)
            del held[position]
            return True
    return False


def _squeezed_in(placed: list[T], rest: list[T], key: Callable[[T], Hashable]) -> list[T]:
    """Put the rest, all of one key, between items of other keys from the end; what finds no place stays last."""
    result: list[T] = []
    for item in reversed(placed):
        if rest and key(item) != key(rest[-1]) and result and key(result[-1]) != key(rest[-1]):
            result.append(rest.pop())
        result.append(item)
    if rest and result and key(result[-1]) != key(rest[-1]):
        result.append(rest.pop())
    return result[::-1] + rest


def _open_on(
    candidates: Iterable[Candidate], day: int, place: Callable[[Memory], float]
) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    """Return the cards in their steps, the due ones sorted by ``place``, and the new ones, siblings thinned out."""
    learning: list[Candidate] = []
    due: list[tuple[float, int, Candidate]] = []
    new: list[Candidate] = []
    taken: set[str] = set()
    for number, candidate in enumerate(candidates):
        memory = candidate.memory or NEW
        if memory.reviews and memory.last_day == day:
            taken.add(candidate.sibling)
        if candidate.suspended or candidate.buried_on == day:
            continue
        if memory.in_steps:
            learning.append(candidate)
            taken.add(candidate.sibling)
        elif memory.phase is Phase.NEW:
            new.append(candidate)
        elif memory.due_day <= day:
            due.append((place(memory), number, candidate))
    reviews = _one_of_each((candidate for *_, candidate in sorted(due, key=lambda entry: entry[:2])), taken)
    return learning, reviews, _one_of_each(new, taken)


def _one_of_each(candidates: Iterable[Candidate], taken: set[str]) -> list[Candidate]:
    """Return the first of each sibling group not taken yet, and take the groups."""
    first: list[Candidate] = []
    for candidate in candidates:
        if candidate.sibling not in taken:
            taken.add(candidate.sibling)
            first.append(candidate)
    return first


def _step_end(candidate: Candidate, now: datetime) -> datetime:
    memory = candidate.memory
    return now if memory is None or memory.due_at is None else memory.due_at


_new_limit: Callable[[Candidate], str] = attrgetter("new_limit")
_reviews_limit: Callable[[Candidate], str] = attrgetter("reviews_limit")


def _within(
    candidates: Iterable[Candidate], room: Mapping[str, int], limit: Callable[[Candidate], str]
) -> list[Candidate]:
    """Return the first of some cards that the limits have room for."""
    left = dict(room)
    found: list[Candidate] = []
    for candidate in candidates:
        name = limit(candidate)
        if left.get(name, 0) > 0:
            left[name] -= 1
            found.append(candidate)
    return found
