"""Which decks the settings mean by the names that they give."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from quizapp.history.shelf_fold import Move, place_now
from quizapp.library.shelf import Shelved

T = TypeVar("T")


def by_place(named: Mapping[str, T], decks: Iterable[Shelved], moves: Iterable[Move]) -> dict[str, T]:
    """Return what is said of decks by name as what is said of them by place.

    A name is the place where a deck stands or stood, or a group, which means all decks in it; or else
    a file name or a title, which mean a deck only while no other has the same. What is said of a deck
    itself counts before what is said of its group, and of groups the innermost counts.
    """
    decks, moves = tuple(decks), tuple(moves)
    of_decks: dict[str, T] = {}
    of_groups: dict[str, tuple[int, T]] = {}
    for name, value in named.items():
        place = place_now(moves, name)
        if any(deck.place == place for deck in decks):
            of_decks[place] = value
        elif inside := [deck.place for deck in decks if f"{deck.group}/".startswith(f"{name.rstrip('/')}/")]:
            depth = len(name)
            of_groups.update({place: (depth, value) for place in inside if of_groups.get(place, (0,))[0] <= depth})
        else:
            called = [deck.place for deck in decks if name in (deck.name, deck.title)]
            if len(called) == 1:
                of_decks.setdefault(called[0], value)
    return {**{place: value for place, (_, value) in of_groups.items()}, **of_decks}
