"""Which decks and groups the settings mean by the names that they give."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from quizapp.history.shelf_fold import Move, place_now
from quizapp.library.shelf import Shelved

T = TypeVar("T")


class Meant(NamedTuple):
    """One deck, or all decks of a group."""

    place: str
    """The deck's place, or the group."""
    group: bool = False


def meaning(name: str, decks: Sequence[Shelved], moves: Iterable[Move]) -> Meant | None:
    """Return what a name in the settings means, if it means anything.

    A name is the place where a deck stands or stood, or a group, which means all decks in it; or else
    a file name or a title, which mean a deck only while no other has the same.
    """
    places = {deck.place for deck in decks}
    place = name if name in places else place_now(moves, name)
    if place in places:
        return Meant(place)
    group = name.rstrip("/")
    if any(f"{deck.group}/".startswith(f"{group}/") for deck in decks):
        return Meant(group, group=True)
    called = [deck.place for deck in decks if name in (deck.name, deck.title)]
    return Meant(called[0]) if len(called) == 1 else None


def by_place(named: Mapping[str, T], decks: Iterable[Shelved], moves: Iterable[Move]) -> dict[str, T]:
    """Return what is said of decks by name as what is said of them by place.

    What is said of a deck itself counts before what is said of its group, and of groups the innermost
    counts. Of several names of one deck the place counts before another.
    """
    decks, moves = tuple(decks), tuple(moves)
    meanings = [(name, meant) for name in named if (meant := meaning(name, decks, moves))]
    found: dict[str, T] = {}
    for name, meant in sorted(meanings, key=lambda each: (not each[1].group, len(each[1].place), _exact(*each))):
        inside = [deck.place for deck in decks if _is_in(deck, meant)]
        found.update(dict.fromkeys(inside, named[name]))
    return found


def _exact(name: str, meant: Meant) -> bool:
    return name == meant.place


def _is_in(deck: Shelved, meant: Meant) -> bool:
    return f"{deck.group}/".startswith(f"{meant.place}/") if meant.group else deck.place == meant.place
