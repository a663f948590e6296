"""The fold: from the events of all journals to what they amount to.

The result depends on the set of events alone: not on their order, nor on how often or in how many
files each was found. One more event extends a past at the cost of the card or quiz it is about.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.card_fold import cards_told_by
from quizapp.history.events import DeviceId, Event
from quizapp.history.layers import Layered
from quizapp.history.parts import (
    CARD_KINDS,
    OTHER_PART,
    QUIZ_PART,
    SHELF_PART,
    PartName,
    Parts,
    content,
    standing,
    unique,
)
from quizapp.history.past import NOTHING, CardPast, QuizAnswer, QuizPast, ReviewEvent
from quizapp.history.quiz_fold import quiz_told_by
from quizapp.history.shelf_fold import Move, ShelfPast, shelf_told_by

K = TypeVar("K")
V = TypeVar("V")

__all__ = ["NOTHING", "CardPast", "Past", "QuizAnswer", "QuizPast", "ReviewEvent", "extended", "fold"]


@dataclass(frozen=True)
class Past:
    """What all events amount to."""

    cards: Mapping[CardId, CardPast]
    """Each card that anything has happened to, under the last of its names; see `of`."""
    heirs: Mapping[CardId, CardId]
    """For each name that a link has ended, the name that its past went to."""
    quizzes_by_id: Mapping[str, QuizPast]
    shelf: ShelfPast
    """What happened to the files of decks."""
    last: Event | None
    """The last event that a user can undo; None if there is none left."""
    passed_over: frozenset[str]
    """The kinds of event that a newer version must have written; they are kept, and mean nothing here."""
    parts: Parts = field(compare=False, repr=False)

    @cached_property
    def quizzes(self) -> tuple[QuizPast, ...]:
        """All quizzes, in the order in which they began."""
        return tuple(sorted(self.quizzes_by_id.values(), key=lambda quiz: (quiz.t, quiz.id)))

    @property
    def moves(self) -> tuple[Move, ...]:
        """Where decks have gone, in order."""
        return self.shelf.moves

    def name_of(self, card: CardId) -> CardId:
        """Return the name under which a card's past is kept, by following its links."""
        while card in self.heirs:
            card = self.heirs[card]
        return card

    def of(self, card: CardId) -> CardPast:
        """Return a card's past under any name it has had; `NOTHING` if there is none."""
        return self.cards.get(self.name_of(card), NOTHING)

    def links(self, old: CardId, new: CardId) -> list[Event]:
        """Return the events that say that one card has become another, taken back or not."""
        told = (event for event in self.parts.of_card(old) if event.kind == kinds.LINK)
        return [event for event in told if (event.text("old"), event.text("new")) == (old, new)]

    @property
    def acts(self) -> Iterator[Event]:
        """Every event that a user can undo, in no order."""
        yield from self.shelf.acts
        for past in self.cards.values():
            yield from past.acts

    def last_by(self, device: DeviceId) -> Event | None:
        """Return the last event of one device that a user can undo."""
        acts = (act for act in self.acts if act.dev == device)
        return max(acts, key=lambda act: act.order, default=None)

    def knows(self, event: Event) -> bool:
        """Say whether an event of this id is part of this past already."""
        return self.parts.find(event.id) is not None


def fold(events: Iterable[Event]) -> Past:
    """Return what events amount to; any order and any repetition of them gives an equal past."""
    parts = Parts()
    for event in unique(events).values():
        parts.add(event)
    cards: Layered[CardId, CardPast] = Layered()
    heirs: Layered[CardId, CardId] = Layered()
    quizzes: Layered[str, QuizPast] = Layered()
    for name in parts.names():
        if not name.startswith((OTHER_PART, SHELF_PART)):
            _tell(name, parts.named(name), cards, heirs, quizzes)
    shelf = _shelf(parts)
    return Past(cards, heirs, quizzes, shelf, _last_act((shelf, *cards.values())), parts.passed_over, parts)


def extended(past: Past, event: Event) -> Past:
    """Return ``past`` with one more event, equal to folding all events anew; ``past`` stays as it was."""
    known = past.parts.find(event.id)
    if known is not None:
        return past if content(known) <= content(event) else fold([*past.parts.events(), event])
    parts = past.parts.copy()
    name, before = parts.add(event)
    if name.startswith(OTHER_PART):
        return replace(past, passed_over=parts.passed_over, parts=parts)
    if name == SHELF_PART:
        shelf = _shelf(parts)
        last = _last_after(past.last, before, [shelf], past.cards, shelf)
        return replace(past, shelf=shelf, last=last, parts=parts)
    cards, heirs, quizzes = _copied(past.cards), _copied(past.heirs), _copied(past.quizzes_by_id)
    for card in _cards_named_in(before):
        cards.pop(card, None)
        heirs.pop(card, None)
    quizzes.pop(name.removeprefix(QUIZ_PART), None)
    told = _tell(name, parts.named(name), cards, heirs, quizzes)
    return replace(
        past,
        cards=cards,
        heirs=heirs,
        quizzes_by_id=quizzes,
        last=_last_after(past.last, before, told, cards, past.shelf),
        passed_over=parts.passed_over,
        parts=parts,
    )


def _tell(
    name: PartName,
    events: tuple[Event, ...],
    cards: Layered[CardId, CardPast],
    heirs: Layered[CardId, CardId],
    quizzes: Layered[str, QuizPast],
) -> list[CardPast]:
    """Put what one part tells where it belongs; return the pasts of its cards."""
    counting = standing(events)
    if name.startswith(QUIZ_PART):
        began = any(event.kind == kinds.QUIZ_START for event in events)
        quiz = quiz_told_by(counting, taken_back=began)
        if quiz is not None:
            quizzes[quiz.id] = quiz
        return []
    told, ended = cards_told_by(counting)
    cards.update(told)
    heirs.update(ended)
    return list(told.values())


def _shelf(parts: Parts) -> ShelfPast:
    return shelf_told_by(standing(parts.named(SHELF_PART)))


def _last_after(
    last: Event | None,
    before: Iterable[Event],
    told: Iterable[CardPast | ShelfPast],
    cards: Mapping[CardId, CardPast],
    shelf: ShelfPast,
) -> Event | None:
    newest = _last_act(told)
    if last is None or (newest is not None and newest.order >= last.order):
        return newest
    return _last_act((shelf, *cards.values())) if any(event.id == last.id for event in before) else last


def _last_act(pasts: Iterable[CardPast | ShelfPast]) -> Event | None:
    return max((past.acts[-1] for past in pasts if past.acts), key=lambda act: act.order, default=None)


def _cards_named_in(events: Iterable[Event]) -> set[CardId]:
    named: set[CardId] = set()
    for event in events:
        if event.kind in CARD_KINDS:
            named.add(CardId(event.text("card")))
        elif event.kind == kinds.LINK:
            named |= {CardId(event.text("old")), CardId(event.text("new"))}
    return named


def _copied(mapping: Mapping[K, V]) -> Layered[K, V]:
    return mapping.copy() if isinstance(mapping, Layered) else Layered(dict(mapping))
