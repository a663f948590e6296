"""Taking cards out of a deck file and putting cards in; every byte of the others stays."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.store.cardbook import CardBook, Unfit
from quizapp.store.deckfile import parse_deck
from quizapp.store.deckwriter import inert_item, item_in_braces, item_lines
from quizapp.store.loader import Node
from quizapp.store.spans import Change, Layout, Span

_DASH = re.compile(r"[ \t]*(?P<dash>-)[ \t]*(?:(?<=[ \t])#[^\r\n]*)?\Z")
_NOTHING = re.compile(r"[ \t]*(?:#[^\r\n]*)?\Z")
_HEADING = "title: x\ncards:\n"


def cards_removed(data: bytes, file: str, items: Iterable[Item]) -> bytes:
    """Return the bytes of a deck file without some of its cards.

    Comments between cards stay. Raises QuizError when the file does not have one of the cards (any more).
    """
    book = CardBook(data, file)
    places = {book.find(item) for item in items}
    left = tuple(item for place, item in enumerate(book.items) if place not in places)
    return book.written((lambda: _removals(book, places),), replace(book.read.deck, items=left))


def cards_added(data: bytes, file: str, items: Sequence[Item], at: Sequence[int] = ()) -> bytes:
    """Return the bytes of a deck file with cards put after its last, or where ``at`` tells.

    That is a place for each of them, from 0, counted when those before it have been put in. Raises QuizError.
    """
    items = tuple(map(inert_item, items))
    book = CardBook(data, file)
    order: list[Item | int] = [*range(len(book.items))]
    for number, item in enumerate(items):
        order.insert(at[number] if at else len(order), item)
    wanted = tuple(book.items[each] if isinstance(each, int) else each for each in order)
    return book.written((lambda: _put_in(book, order),), replace(book.read.deck, items=wanted))


def _put_in(book: CardBook, order: Sequence[Item | int]) -> list[Change]:
    """Return the changes that put cards between those that are there, which are told by their numbers."""
    changes: list[Change] = []
    waiting: list[Item] = []
    for each in order:
        if isinstance(each, Item):
            waiting.append(each)
        elif waiting:
            changes += _insertions(book, waiting, each)
            waiting = []
    return [*changes, *_additions(book, waiting)] if waiting else changes


def places_of(data: bytes, file: str, items: Iterable[Item]) -> list[int]:
    """Return where some cards stand among the cards of a deck file, from 0. Raises QuizError."""
    book = CardBook(data, file)
    return [book.find(item) for item in items]


def item_text(item: Item) -> str:
    """Return one card as the lines of a deck file."""
    return "- " + "\n  ".join(item_lines(inert_item(item))) + "\n"


def items_in(text: str, file: str) -> tuple[Item, ...]:
    """Return the cards that the lines of a deck file's list say. Raises QuizError, with lines counted in ``text``."""
    try:
        read = parse_deck((_HEADING + text).encode(), file)
    except QuizError as error:
        raise QuizError(*(replace(each, line=max(each.line - 2, 1)) for each in error.problems)) from None
    if read.problems:
        raise QuizError(*(replace(each, line=max(each.line - 2, 1)) for each in read.problems))
    return read.deck.items


def _removals(book: CardBook, places: set[int]) -> list[Change]:
    layout, children = book.layout, book.cards.children
    gone = [book.nodes[place] for place in places]
    if book.cards.flow:
        if len(gone) == len(children):
            return [Change(layout.span(book.cards), "[]")]
        kept = [node for node in children if node not in gone]
        return [Change(_in_brackets(layout, node, children, kept), "") for node in gone]
    changes = [Change(_lines_of(layout, node), "") for node in gone]
    if len(gone) == len(children):
        colon = layout.text.index(":", layout.span(book.cards_key).end) + 1
        changes.append(Change(Span(colon, colon), " []", -1))
    return changes


def _in_brackets(layout: Layout, node: Node, children: list[Node], kept: list[Node]) -> Span:
    """Return an entry of a list in brackets with the comma before or after it."""
    place = children.index(node)
    if any(children.index(other) > place for other in kept):
        return Span(layout.span(node).start, layout.span(children[place + 1]).start)
    return Span(layout.span(children[place - 1]).end, layout.span(node).end)


def _lines_of(layout: Layout, node: Node) -> Span:
    """Return the lines of an entry, from that of its dash to its last."""
    span = layout.span(node)
    end = layout.line_end(span.end)
    if end is None:
        raise Unfit
    start = layout.line_start(_dash(layout, span.start))
    if (after := layout.next_line(end)) > end or not start:
        return Span(start, after)
    return Span(start - len(layout.line_break(start)), end)


def _dash(layout: Layout, start: int) -> int:
    """Return where the dash of the entry that starts at ``start`` stands: on its line, or above it."""
    number, column = layout.source.place(start)
    line = layout.source.line(number)[: column - 1]
    while not (found := _DASH.match(line)):
        if not _NOTHING.match(line) or number == 1:
            raise Unfit
        number -= 1
        line = layout.source.line(number)
    return layout.source.offset(number, found.start("dash") + 1)


def _insertions(book: CardBook, items: Sequence[Item], place: int) -> list[Change]:
    """Return the change that puts cards before another: below the card before it, or above the first card's dash."""
    layout = book.layout
    if book.cards.flow:
        start = layout.span(book.nodes[place]).start
        return [Change(Span(start, start), "".join(f"{item_in_braces(item)}, " for item in items))]
    dash = _dash(layout, layout.span(book.nodes[place]).start)
    start = layout.line_start(dash)
    line_break, indent = layout.line_break(start), " " * (dash - start)
    lines = [_indented(item, line_break + indent) for item in items]
    if place:
        end = layout.line_end(layout.span(book.nodes[place - 1]).end)
        if end is None:
            raise Unfit
        return [Change(Span(end, end), "".join(line_break + indent + line for line in lines))]
    return [Change(Span(start, start), "".join(indent + line + line_break for line in lines))]


def _indented(item: Item, line_break: str) -> str:
    """Return one card with its dash; ``line_break`` is what its other lines begin with, up to the dash's column."""
    return f"- {f'{line_break}  '.join(item_lines(item))}"


def _additions(book: CardBook, items: Sequence[Item]) -> list[Change]:
    layout, children = book.layout, book.cards.children
    if book.cards.flow and children:
        end = layout.span(children[-1]).end
        return [Change(Span(end, end), "".join(f", {item_in_braces(item)}" for item in items))]
    span = layout.span(children[-1] if children else book.cards)
    indent, changes = 0, []
    if children:
        dash = _dash(layout, span.start)
        indent = dash - layout.line_start(dash)
    else:
        before = layout.text[: span.start].rstrip(" ")
        changes.append(Change(Span(len(before), span.end), ""))
    line_end = layout.line_end(span.end)
    if line_end is None:
        raise Unfit
    line_break = layout.line_break(span.start) + " " * indent
    text = "".join(line_break + _indented(item, line_break) for item in items)
    return [*changes, Change(Span(line_end, line_end), text, 1)]
