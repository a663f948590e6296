"""A past whose cards and quizzes are told only when somebody asks for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from quizapp.cards.model import CardId
from quizapp.history.events import Event, EventId
from quizapp.history.fold import Past, shelf_in, told_by
from quizapp.history.layers import Layered
from quizapp.history.parts import PartName, Parts, unique
from quizapp.history.past import CardPast, QuizPast

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Kept:
    """All of a past but what its events are: which there are, and what belongs together."""

    events: Mapping[PartName, tuple[Event, ...]]
    part_of: Mapping[EventId, PartName]
    cards: Mapping[CardId, PartName]
    """The part that tells each card's past."""
    quizzes: Mapping[str, PartName]
    heirs: Mapping[CardId, CardId]
    linked: Mapping[CardId, PartName]
    passed_over: Iterable[str]


def retold(told: Kept) -> Past:
    """Return the past that `fold` would make of all these events, without making it yet."""
    parts = Parts(Layered(told.events), Layered(told.part_of), Layered(told.linked), told.passed_over)
    return _told_late(parts, told.cards, told.quizzes, told.heirs)


def folded_late(events: Iterable[Event], tell: Callable[[CardId, CardPast], None]) -> Past:
    """Return the past that `fold` would make of some events, and tell each card's past to ``tell`` once.

    A million answers as a past take as much room again as the events do; told one card after the other, and
    again when somebody asks, they take none.
    """
    parts = Parts()
    parts.add_all(unique(events).values())
    cards: dict[CardId, PartName] = {}
    quizzes: dict[str, PartName] = {}
    heirs: dict[CardId, CardId] = {}
    for name in parts.names():
        pasts, ended, taken = told_by(name, parts.named(name))
        for card, past in pasts.items():
            cards[card] = name
            tell(card, past)
        quizzes.update(dict.fromkeys(taken, name))
        heirs.update(ended)
    return _told_late(parts, cards, quizzes, heirs)


def _told_late(
    parts: Parts, cards: Mapping[CardId, PartName], quizzes: Mapping[str, PartName], heirs: Mapping[CardId, CardId]
) -> Past:
    """Return the past that these parts tell: each card and quiz is told by the part that stands under its name."""
    seen: dict[PartName, tuple[Mapping[CardId, CardPast], Mapping[str, QuizPast]]] = {}

    def of(name: PartName) -> tuple[Mapping[CardId, CardPast], Mapping[str, QuizPast]]:
        if name not in seen:
            cards, _, quizzes = told_by(name, parts.named(name))
            seen[name] = cards, quizzes
        return seen[name]

    # The parts as they are now answer for ever: what is added later stands in layers above.
    base = parts.copy()
    return Past(
        cards=Layered(Looked(cards, lambda card, name: of(name)[0][card])),
        heirs=Layered(heirs),
        quizzes_by_id=Layered(Looked(quizzes, lambda quiz, name: of(name)[1][quiz])),
        shelf=shelf_in(base),
        passed_over=base.passed_over,
        parts=base,
    )


class Looked(Mapping[K, V]):
    """A mapping whose values are worked out, from those of another, each time one is asked for."""

    def __init__(self, names: Mapping[K, PartName], value: Callable[[K, PartName], V]) -> None:
        """Have the keys of ``names``; ``value`` is told a key and what stands there."""
        self._names = names
        self._value = value

    def __getitem__(self, key: K) -> V:
        return self._value(key, self._names[key])

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[K]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
