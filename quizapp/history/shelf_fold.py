"""What happened to the files of decks: where decks went, what was deleted, which cards are not one.

A *place* names a deck by its group and file name below the home's decks, so that it is the same on
all devices. A title may change at any time and two decks may share one; a place is a deck's own
until a move ends that. A new deck may then stand at the old place, and what happened there since
is the new one's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import Event, Order


class Move(NamedTuple):
    """One deck's change of place."""

    old: str
    new: str
    order: Order
    """The move's place in the total order."""


@dataclass(frozen=True, slots=True)
class ShelfPast:
    """All that happened to the files of decks, and counts."""

    moves: tuple[Move, ...] = ()
    """Where decks have gone, in order."""
    apart: frozenset[tuple[CardId, CardId]] = frozenset()
    """Pairs of cards of which a user has said that they are two: one that has gone, one that has come."""
    acts: tuple[Event, ...] = ()
    """The deletions that can be taken back, in order: the bin."""


def shelf_told_by(events: Iterable[Event]) -> ShelfPast:
    """Return what ordered events amount to."""
    events = tuple(events)
    emptied = {target for event in events if event.kind == kinds.EMPTY for target in event.texts("targets")}
    return ShelfPast(
        _moves(event for event in events if event.kind == kinds.MOVE),
        frozenset(
            (CardId(event.text("old")), CardId(event.text("new"))) for event in events if event.kind == kinds.APART
        ),
        tuple(event for event in events if event.kind == kinds.DELETE and event.id not in emptied),
    )


def _moves(events: Iterable[Event]) -> tuple[Move, ...]:
    """Return the moves that count.

    Devices that notice one change of place by themselves each tell of it; only the first counts.
    """
    found: list[Move] = []
    came_from: dict[str, str] = {}
    for event in events:
        old, new = event.text("old"), event.text("new")
        if old == new or came_from.get(new) == old:
            continue
        came_from.pop(old, None)
        came_from[new] = old
        found.append(Move(old, new, event.order))
    return tuple(found)


def place_now(moves: Iterable[Move], place: str, since: Order | None = None) -> str:
    """Return where the deck stands that stood at ``place`` when something happened there.

    Args:
        moves: all of them, in order.
        place: as it was told.
        since: the order of what told it; None for what is older than every move.
    """
    for move in moves:
        if move.old == place and (since is None or move.order > since):
            place = move.new
    return place
