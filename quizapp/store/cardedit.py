"""Changing one card of a deck file: the bytes of that card change and all others stay.

The keys that differ are changed one by one, each in the style in which it was written. Where that
cannot be done (a card of another kind, a layout that nobody thought of) the card is written anew in
its place. Either way the file is read again and must tell the same of every other card.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quizapp.cards.model import Item
from quizapp.store.cardbook import CardBook, Unfit
from quizapp.store.deckwriter import inert_item, item_in_braces, item_lines, key_lines, value_in_line
from quizapp.store.loader import MapNode, Node, TextNode
from quizapp.store.restyle import Restyler
from quizapp.store.schema import CARD_KEYS, CARD_SHAPES, Key, Shape
from quizapp.store.spans import Change, Layout, Span, pairs

_ORDER = {key.name: place for place, key in enumerate(CARD_KEYS)}


def card_edited(data: bytes, file: str, old: Item, new: Item) -> bytes:
    """Return the bytes of a deck file with its card ``old`` made to say ``new``.

    Raises QuizError when the file has no such card (any more), or cannot hold the new one.
    """
    return cards_edited(data, file, [(old, new)])


def cards_edited(data: bytes, file: str, changes: Iterable[tuple[Item, Item]]) -> bytes:
    """Return the bytes of a deck file with each first card of ``changes`` made to say the second.

    Raises QuizError when the file lacks one of the cards, or cannot hold one of the new ones.
    """
    book = CardBook(data, file)
    items, edits = list(book.items), []
    for old, new in changes:
        wanted, place = inert_item(new), book.find(old)
        if items[place] != wanted:
            items[place] = wanted
            edits.append(_Edit(book.layout, book.nodes[place], old, wanted))
    if not edits:
        return data
    ways = (
        lambda: [change for edit in edits for change in edit.as_small_as_can_be()],
        lambda: [change for edit in edits for change in edit.anew()],
    )
    return book.written(ways, replace(book.read.deck, items=tuple(items)))


class _Edit:
    """One card, what it says and what it is to say."""

    def __init__(self, layout: Layout, node: MapNode, old: Item, new: Item) -> None:
        self.layout = layout
        self.node = node
        self.old = old
        self.new = new
        self.restyler = Restyler(layout, in_brackets=node.flow)
        self.entries = _by_name(node)

    def anew(self) -> list[Change]:
        """Return the change that writes the whole card."""
        span = self.layout.span(self.node)
        if self.node.flow:
            return [Change(span, item_in_braces(self.new))]
        return [Change(span, self._line_break().join(item_lines(self.new)))]

    def as_small_as_can_be(self) -> list[Change]:
        """Return the changes to the keys that differ; where its layout does not allow that, to the whole card."""
        try:
            return self.by_key()
        except Unfit:
            return self.anew()

    def by_key(self) -> list[Change]:
        """Return the changes to the keys that differ. Raises Unfit."""
        if self.old.kind is not self.new.kind:
            raise Unfit
        return [change for key in CARD_KEYS for change in self._of(key)]

    def _of(self, key: Key) -> Iterator[Change]:
        before, after = getattr(self.old, key.name), getattr(self.new, key.name)
        if before == after:
            return
        entry = self.entries.get(key.name)
        if entry is None:
            yield self._added(key, after)
        elif not after:
            yield self._removed(*entry)
        elif key.shape is Shape.TEXTS:
            yield from self.restyler.texts(entry[1], before, after)
        elif key.shape is Shape.TEXT:
            yield self.restyler.text(entry[1], after)
        else:
            span = self.layout.span(entry[1])
            space = " " if span.start == span.end else ""
            yield Change(span, space + value_in_line(key, after))

    def _added(self, key: Key, value: Any) -> Change:  # noqa: ANN401 - the key's shape says what it is
        """Return the change that puts a key below the one it usually follows."""
        before = [name for name in self.entries if _ORDER[name] < _ORDER[key.name] and getattr(self.new, name)]
        if not before:
            raise Unfit
        anchor = self.entries[max(before, key=_ORDER.__getitem__)][1]
        end = self.layout.span(anchor).end
        turn = 2 + _ORDER[key.name]
        if self.node.flow:
            return Change(Span(end, end), f", {key.name}: {value_in_line(key, value)}", turn)
        end = self._line_end(end)
        line_break = self._line_break()
        return Change(Span(end, end), "".join(line_break + line for line in key_lines(key, value, "  ")), turn)

    def _removed(self, key: TextNode, value: Node) -> Change:
        """Return the change that takes a key's lines out."""
        start = self.layout.line_start(self.layout.span(key).start)
        if self.node.flow or start <= self.layout.span(self.node).start:
            raise Unfit
        end = self._line_end(self.layout.span(value).end)
        if (after := self.layout.next_line(end)) > end:
            return Change(Span(start, after), "")
        return Change(Span(start - len(self.layout.line_break(start)), end), "")

    def _line_end(self, offset: int) -> int:
        end = self.layout.line_end(offset)
        if end is None:
            raise Unfit
        return end

    def _line_break(self) -> str:
        start = self.layout.span(self.node).start
        return self.layout.line_break(start) + " " * (start - self.layout.line_start(start))


def _by_name(node: MapNode) -> dict[str, tuple[TextNode, Node]]:
    """Return keys and values by name; the short form has its key as the value of its question."""
    entries: dict[str, tuple[TextNode, Node]] = {}
    for key, value in pairs(node):
        if key.value in CARD_SHAPES:
            entries[key.value] = (key, value)
        else:
            entries["question"], entries["answer"] = (key, key), (key, value)
    return entries
