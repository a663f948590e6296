"""Which decks the settings mean by the names that they give."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from quizapp.history.shelf_fold import Move, place_now
from quizapp.library.shelf import Shelved

T = TypeVar("T")


def by_place(named: Mapping[str, T], decks: Iterable[Shelved], moves: Iterable[Move]) -> dict[str, T]:
    """Return what is said of decks by name as what is said of them by place.

    A name is the place where a deck stands or stood, or else a file name or a title; these mean a
    deck only while no other has the same.
    """
    decks, moves = tuple(decks), tuple(moves)
    places = {deck.place for deck in decks}
    found: dict[str, T] = {}
    for name, value in named.items():
        place = place_now(moves, name)
        if place in places:
            found[place] = value
        else:
            called = [deck.place for deck in decks if name in (deck.name, deck.title)]
            if len(called) == 1:
                found.setdefault(called[0], value)
    return found
