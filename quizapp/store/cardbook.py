"""The cards of a deck file as they stand in its text, so that one can be changed and no other byte."""

import codecs
from collections.abc import Callable, Iterable
from typing import cast

from quizapp.cards.model import Deck, Item
from quizapp.errors import QuizError
from quizapp.store.deckfile import parse_deck
from quizapp.store.loader import ListNode, MapNode, TextNode
from quizapp.store.salvage import loaded_deck
from quizapp.store.source import decoded
from quizapp.store.spans import Change, Layout


class Unfit(Exception):  # noqa: N818 - no error: another way is then tried
    """A layout in which a change cannot be made in the way that was tried."""


class CardBook:
    """The cards of one deck file and where they stand."""

    def __init__(self, data: bytes, file: str) -> None:
        """Read the bytes of a deck file, named ``file`` in messages. Raises QuizError when it is none."""
        self.file = file
        self.read = parse_deck(data, file)
        source = decoded(data, file)
        self.layout = Layout(source)
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self.root = cast("MapNode", loaded_deck(source)[0].root)
        """The whole file: heading and cards."""
        key, cards = self.root.entries["cards"]
        self.cards_key: TextNode = key
        self.cards = cast("ListNode", cards)
        at = {self.layout.place(node): node for node in self._mappings()}
        self.nodes = [at[item.line, item.column] for item in self.items]
        """The node of each item of the deck, in order."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that could be read, in file order."""
        return self.read.deck.items

    def find(self, item: Item) -> int:
        """Return which of the items is ``item``: the one nearest to its line if several are alike.

        Raises QuizError when there is none.
        """
        alike = [place for place, other in enumerate(self.items) if other == item]
        if not alike:
            message = "the card was changed or removed in its file meanwhile"
            raise QuizError.of(message, "look at the file, then try again", self.file, item.line)
        return min(alike, key=lambda place: abs(self.items[place].line - item.line))

    def written(self, ways: Iterable[Callable[[], list[Change]]], wanted: Deck) -> bytes:
        """Return the file's bytes after the first of several ways to change it that makes it read as ``wanted``.

        Raises QuizError when none does; what was read of the first is told.
        """
        told: QuizError | None = None
        for way in ways:
            try:
                data = self._mark + self.layout.changed(way()).encode()
                read = parse_deck(data, self.file)
            except Unfit:
                continue
            except QuizError as error:
                told = told or error
                continue
            if read.deck == wanted and len(read.problems) <= len(self.read.problems):
                return data
            new = [problem for problem in read.problems if problem not in self.read.problems]
            told = told or QuizError(*new) if new else told
        raise told or QuizError.of("the card cannot be written into this file", "write it there by hand", self.file)

    def _mappings(self) -> Iterable[MapNode]:
        return (node for node in self.cards.children if isinstance(node, MapNode))
