"""A deck as it is kept at hand: its heading, and each of its cards when it is asked for.

What a deck file says is packed once (`packing`) and can be cached so; a thousand cards are then there in
a millisecond, and those that nobody looks at are never made.
"""

import json
from array import array
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from quizapp.cards.identity import cards_in
from quizapp.cards.model import Card, CardId, Deck, Item, Source
from quizapp.errors import Problem
from quizapp.store.cachefile import Sections

ID_SIZE = 16
"""Bytes of a card's name."""

BETWEEN = "\0"
"""Stands between the texts of cards; no deck can hold it."""


class KeptDeck:
    """What one deck file says."""

    def __init__(self, sections: Sections, deck: Deck | None = None) -> None:
        """Unpack what `packing.packed` has packed; ``deck`` is given if it is at hand already."""
        self.sections = sections
        told = json.loads(sections["head"])
        self.heading = Deck(**_valued(told["heading"]))
        """The deck without its items."""
        self.problems = tuple(Problem(*each) for each in told["problems"])
        self.advice = tuple(Problem(*each) for each in told["advice"])
        self.digest: str = told["digest"]
        """Of the file's bytes."""
        self.ids = sections["ids"]
        """The cards' names, as bytes, one after the other: in file order, each once."""
        self.siblings = sections["siblings"]
        """The names of the cards' sibling groups, likewise."""
        if deck is not None:
            self.deck = deck

    def __len__(self) -> int:
        return len(self.ids) // ID_SIZE

    @cached_property
    def deck(self) -> Deck:
        """The whole deck."""
        return replace(self.heading, items=tuple(self._item(number) for number in range(len(self._ends))))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """In file order, each once: a card that the file repeats is studied once."""
        return tuple(self.card(number) for number in range(len(self)))

    def card(self, number: int) -> Card:
        """Return one card."""
        if "cards" in self.__dict__:
            return self.cards[number]
        item, part = self._item(self._places[2 * number]), self._places[2 * number + 1]
        return tuple(cards_in(replace(self.heading, items=(item,))))[part]

    def card_id(self, number: int) -> CardId:
        """Return the name of one card."""
        return CardId(self.ids[ID_SIZE * number : ID_SIZE * (number + 1)].hex())

    @property
    def card_ids(self) -> Iterator[CardId]:
        """The names of all cards."""
        return map(self.card_id, range(len(self)))

    def number_of(self, card: CardId) -> int:
        """Return the number of the card with a name; -1 if there is none."""
        try:
            name = bytes.fromhex(card)
        except ValueError:
            # A journal that was edited by hand may name anything.
            return -1
        found = self.ids.find(name) if len(name) == ID_SIZE else -1
        while found % ID_SIZE > 0 and found >= 0:
            found = self.ids.find(name, found + 1)
        return found // ID_SIZE

    def holds(self, card: CardId) -> bool:
        """Say whether a card is in the deck."""
        return self.number_of(card) >= 0

    def sibling(self, number: int) -> str:
        """Return the name of one card's sibling group."""
        return self.siblings[ID_SIZE * number : ID_SIZE * (number + 1)].hex()

    @cached_property
    def words(self) -> list[str]:
        """For each card what can be read on it, as it is searched."""
        return self._texts("words")

    @cached_property
    def answers(self) -> list[str]:
        """For each card its answers, as they are searched."""
        return self._texts("answers")

    @cached_property
    def tags(self) -> list[str]:
        """For each card its own tags, as they are searched."""
        return self._texts("tags")

    @cached_property
    def _places(self) -> "array[int]":
        return array("I", self.sections["places"])

    @cached_property
    def _ends(self) -> "array[int]":
        return array("I", self.sections["ends"])

    def _item(self, number: int) -> Item:
        if "deck" in self.__dict__:
            return self.deck.items[number]
        start = self._ends[number - 1] if number else 0
        return Item(**_valued(json.loads(self.sections["items"][start : self._ends[number]])))

    def _texts(self, name: str) -> list[str]:
        return self.sections[name].decode("utf-8", "surrogatepass").split(BETWEEN) if len(self) else []


def _valued(told: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a value as they were before `_plain`."""
    return {
        name: tuple(each) if type(each) is list else Source(**each) if type(each) is dict else each
        for name, each in told.items()
    }
