"""The fold: from the events of all journals to what they amount to.

The result depends on the set of events alone: not on their order, nor on how often or in how many
files each was found. One more event extends a past at the cost of the card or quiz it is about.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.card_fold import cards_told_by, gone_on
from quizapp.history.events import Event
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

__all__ = ["NOTHING", "CardPast", "Past", "QuizAnswer", "QuizPast", "ReviewEvent", "changed_by", "extended", "fold"]


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

    @property
    def parts_of_quizzes(self) -> dict[str, PartName]:
        """The part that tells each quiz."""
        return {quiz: QUIZ_PART + quiz for quiz in self.quizzes_by_id}

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

    @property
    def last(self) -> Event | None:
        """The last event that a user can undo, looked for among all; None if there is none left."""
        return max(self.acts, key=lambda act: act.order, default=None)

    def knows(self, event: Event) -> bool:
        """Say whether an event of this id is part of this past already."""
        return self.parts.find(event.id) is not None


def fold(events: Iterable[Event]) -> Past:
    """Return what events amount to; any order and any repetition of them gives an equal past."""
    parts = Parts()
    parts.add_all(unique(events).values())
    told: Told = ({}, {}, {})
    for name in parts.names():
        _tell(name, parts.named(name), told)
    cards, heirs, quizzes = told
    return Past(
        Layered(cards), Layered(heirs), Layered(quizzes), shelf_in(parts), passed_over=parts.passed_over, parts=parts
    )


def extended(past: Past, *events: Event) -> Past:
    """Return ``past`` with more events, equal to folding all events anew; ``past`` stays as it was."""
    return changed_by(past, events)[0]


def changed_by(past: Past, events: Iterable[Event]) -> tuple[Past, set[CardId]]:
    """Return ``past`` with more events, and the names of the cards whose past may be another now.

    It is the same past when none of them was new.
    """
    parts = past.parts.copy()
    touched: dict[PartName, None] = {}
    new = False
    named: set[CardId] = set()
    for event in events:
        if (known := parts.find(event.id)) is not None:
            if content(known) <= content(event):
                continue
            anew = fold([*parts.events(), event])
            return anew, {*past.cards, *past.heirs, *anew.cards, *anew.heirs}
        name, before = parts.add(event)
        new = True
        if not name.startswith(OTHER_PART):
            touched[name] = None
            named |= _cards_named_in((*before, event))
    if not new:
        return past, set()
    told: Told = (_copied(past.cards), _copied(past.heirs), _copied(past.quizzes_by_id))
    cards, heirs, quizzes = told
    if len(named) == len(touched) == 1:
        (card,), (name,) = named, touched
        if longer := _one_more_answer(past, card, parts.named(name)):
            cards[card] = longer
            return replace(past, cards=cards, passed_over=parts.passed_over, parts=parts), named
    for card in named:
        cards.pop(card, None)
        heirs.pop(card, None)
    for name in touched:
        quizzes.pop(name.removeprefix(QUIZ_PART), None)
        _tell(name, parts.named(name), told)
    shelf = shelf_in(parts) if SHELF_PART in touched else past.shelf
    return Past(*told, shelf=shelf, passed_over=parts.passed_over, parts=parts), named


def _one_more_answer(past: Past, card: CardId, events: tuple[Event, ...]) -> CardPast | None:
    """Return a card's past with the last of the events of its part, if that is an answer and nothing else has changed.

    The part must be all that happened to this one card, all of it must count, and the answer must be the
    last in the total order; else all is told anew.
    """
    *earlier, last = events
    known = past.cards.get(card)
    if known is None or last.kind != kinds.REVIEW or card != last.text("card") or len(known.acts) != len(earlier):
        return None
    return gone_on(known, last) if known.acts[-1].order < last.order else None


Told = tuple[MutableMapping[CardId, CardPast], MutableMapping[CardId, CardId], MutableMapping[str, QuizPast]]
"""The pasts of cards, their heirs, and quizzes, to which what a part tells is added."""


def told_by(name: PartName, events: tuple[Event, ...]) -> Told:
    """Return what one part tells."""
    told: Told = ({}, {}, {})
    _tell(name, events, told)
    return told


def _tell(name: PartName, events: tuple[Event, ...], told: Told) -> None:
    """Put what one part tells where it belongs."""
    if name.startswith((OTHER_PART, SHELF_PART)):
        return
    counting = standing(events)
    cards, heirs, quizzes = told
    if name.startswith(QUIZ_PART):
        began = any(event.kind == kinds.QUIZ_START for event in events)
        quiz = quiz_told_by(counting, taken_back=began)
        if quiz is not None:
            quizzes[quiz.id] = quiz
        return
    pasts, ended = cards_told_by(counting)
    cards.update(pasts)
    heirs.update(ended)


def shelf_in(parts: Parts) -> ShelfPast:
    """Return what happened to the files of decks."""
    return shelf_told_by(standing(parts.named(SHELF_PART)))


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
