"""Where decks have gone: what stood at one place and stands at another.

A *place* names a deck by its group and file name below the home's decks, so that it is the same on
all devices. A title may change at any time and two decks may share one; a place is a deck's own
until a move ends that. A new deck may then stand at the old place, and what happened there since
is the new one's.
"""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.history.events import Event, Order


class Move(NamedTuple):
    """One deck's change of place."""

    old: str
    new: str
    order: Order
    """The move's place in the total order."""


def moves_told_by(events: Iterable[Event]) -> tuple[Move, ...]:
    """Return the moves that ordered events amount to.

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
