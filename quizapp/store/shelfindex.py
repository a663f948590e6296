"""All decks of a home at one glance: how each was when it was read, and where a card stands among all.

It is made from what is kept of each deck, so that a program that is started need not open a hundred
files before it knows what is due. What is read on a card is still with its deck.
"""

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path

from quizapp.store.cachefile import Sections, read_cache, write_cache
from quizapp.store.keptdeck import ID_SIZE, KeptDeck

Entry = tuple[str, Sequence[int], KeptDeck]
"""A deck's file, its stamp when it was read, and what it said."""

_AT_HAND = ("head", "ids", "siblings")
"""What of each deck is here."""
_OF_ITEMS = ("places", "ends", "items")
"""What a card is made of."""

SectionsOf = Callable[[Path, str, Iterable[str]], Sections]
"""Gives of all that is kept of a deck, when its file had a certain digest, some sections. Raises QuizError."""


class CardIndex:
    """Where cards stand, found by the first halves of their names."""

    def __init__(self, names: "memoryview[int]", places: "memoryview[int]", decks: Sequence[KeptDeck]) -> None:
        """Hold sorted ``names``, each with its card's number counted through all of ``decks``."""
        self._names = names
        self._places = places
        self._starts = list(accumulate(map(len, decks), initial=0))
        self._decks = {id(deck): number for number, deck in enumerate(decks)}
        self._held = decks

    def has(self, deck: KeptDeck) -> bool:
        """Say whether the cards of a deck are among these."""
        return id(deck) in self._decks

    def numbers(self, rows: Mapping[int, int]) -> Callable[[KeptDeck], list[tuple[int, int]]]:
        """Find the cards whose names are keys of ``rows``.

        What is returned gives for a deck the numbers of its cards among them, in order, each with its row.
        """
        found = sorted((place, row) for name, row in rows.items() for place in self._places_of(name))

        def of(deck: KeptDeck) -> list[tuple[int, int]]:
            start, end = self._starts[(at := self._decks[id(deck)])], self._starts[at + 1]
            first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
            return [(place - start, row) for place, row in found[first:last]]

        return of

    def _places_of(self, name: int) -> Sequence[int]:
        first = bisect_left(self._names, name)
        return self._places[first : bisect_right(self._names, name, first)]


class ShelfIndex:
    """What was kept of all decks when they were last read one by one."""

    def __init__(self, file: Path, sections_of: SectionsOf) -> None:
        """Read ``file``; ``sections_of`` gives what is kept of a deck elsewhere."""
        self._file = file
        self._told: list[tuple[str, list[int], int, int]] = []
        self._kept: dict[str, tuple[list[int], KeptDeck]] = {}
        self.cards: CardIndex | None = None
        """Where cards stand, if all decks are as they were."""
        sections = read_cache(file, str(file))
        if sections is not None:
            self._told = [tuple(each) for each in json.loads(sections["told"])]
            self._kept = dict(_unpacked(self._told, sections, sections_of))
            self._index = sections["names"], sections["places"]

    def get(self, path: Path, stamp: Sequence[int]) -> KeptDeck | None:
        """Return what a deck said, if its stamp is that of the file that was read."""
        was, kept = self._kept.get(str(path), ((), None))
        return kept if stamp and list(was) == list(stamp) else None

    def has(self, path: Path) -> bool:
        """Say whether a deck was read, as it is now or was."""
        return str(path) in self._kept

    def keep(self, entries: Sequence[Entry]) -> None:
        """Write anew what is kept of all decks, unless that is how they are kept already."""
        told = [(file, list(stamp), len(kept), len(kept.sections["head"])) for file, stamp, kept in entries]
        decks = [kept for _, _, kept in entries]
        if told != self._told or any(self._kept[file][1] is not kept for file, _, kept in entries):
            parts = {name: [kept.sections[name] for kept in decks] for name in _AT_HAND}
            names = array("Q", b"".join(parts["ids"]))[::2]
            order = array("I", sorted(range(len(names)), key=names.__getitem__))
            self._index = array("Q", map(names.__getitem__, order)).tobytes(), order.tobytes()
            sections = {name: b"".join(each) for name, each in parts.items()}
            sections |= {"told": json.dumps(told).encode(), "names": self._index[0], "places": self._index[1]}
            write_cache(self._file, str(self._file), sections)
        if decks:
            self.cards = CardIndex(memoryview(self._index[0]).cast("Q"), memoryview(self._index[1]).cast("I"), decks)


class _Late(Mapping[str, bytes]):
    """The sections of a deck of which some are at hand, and the others are read when they are asked for."""

    def __init__(self, early: Sections, late: Callable[[Iterable[str]], Sections]) -> None:
        self._all = dict(early)
        self._late = late

    def __getitem__(self, name: str) -> bytes:
        if name not in self._all:
            self._all |= self._late(_OF_ITEMS if name in _OF_ITEMS else (name,))
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _unpacked(
    told: Iterable[tuple[str, list[int], int, int]], sections: Sections, sections_of: SectionsOf
) -> Iterator[tuple[str, tuple[list[int], KeptDeck]]]:
    head = card = 0
    for file, stamp, cards, size in told:
        span = slice(ID_SIZE * card, ID_SIZE * (card + cards))
        early = {"head": sections["head"][head : head + size]}
        early |= {name: sections[name][span] for name in ("ids", "siblings")}
        digest = json.loads(early["head"])["digest"]
        yield file, (stamp, KeptDeck(_Late(early, partial(sections_of, Path(file), digest))))
        head, card = head + size, card + cards
