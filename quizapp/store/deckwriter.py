"""A deck as the text of a deck file: the same deck always gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.cards.model import Deck, Item, Kind
from quizapp.cards.model import Source as Origin
from quizapp.errors import QuizError
from quizapp.store.atomic import digest_of, write_atomically
from quizapp.store.deckfile import parse_deck
from quizapp.store.disk import DISK, Disk
from quizapp.store.schema import CARD_KEYS, CARD_SHAPES, DECK_KEYS, SOURCE_KEYS, Key, Shape
from quizapp.store.yamltext import brackets, listed, scalar
from quizapp.text import inert

_SHORT_FORM = 120
"""The longest question that becomes the key of the short form."""


def deck_text(deck: Deck) -> str:
    """Return the deck file for ``deck``, its texts made inert; reading it gives the same deck.

    Raises QuizError when the deck is none that a file can hold, such as one with an empty answer.
    """
    text = "".join(f"{line}\n" for line in _lines(deck))
    read = parse_deck(text.encode(), deck.title)
    if read.problems:
        raise QuizError(*read.problems)
    if read.deck != _inert_deck(deck):
        raise QuizError.of("the deck cannot be written so that it reads the same", "report this", deck.title)
    return text


def write_deck(path: Path, deck: Deck, *, was: str | None = None, disk: Disk = DISK) -> str:
    """Write ``deck`` to ``path`` in one step; return the digest of the new file.

    ``was`` is the digest of the file that this replaces, or empty if there should be none: when the
    file is another by now, it is left alone. Raises QuizError.
    """
    data = deck_text(deck).encode()
    write_atomically(path, data, disk, was=was)
    return digest_of(data)


def with_items(data: bytes, file: str, items: Sequence[Item]) -> bytes:
    """Return a deck file with more items at the end of its cards; all that it holds stays byte for byte.

    Raises QuizError when its cards are not laid out a line each at its end.
    """
    before = parse_deck(data, file)
    text = data.decode("utf-8")
    lines = text.splitlines()
    ending = "\r\n" if "\r\n" in text else "\n"
    last = lines[before.deck.items[-1].line - 1] if before.deck.items else ""
    indent = " " * (len(last) - len(last.lstrip(" ")))
    added = [f"{indent}{line}" for item in items for line in _entry_lines(item)]
    written = "".join([text, "" if text.endswith("\n") else ending, *(f"{line}{ending}" for line in added)]).encode()
    after = parse_deck(written, file)
    wanted = (*before.deck.items, *map(inert_item, items))
    if after.problems != before.problems or after.deck != replace(before.deck, items=wanted):
        raise QuizError.of("no card can be added to this layout", "write cards: last, a card a line", file)
    return written


def _lines(deck: Deck) -> Iterator[str]:
    for key in DECK_KEYS:
        if key.shape is not Shape.CARDS:
            yield from key_lines(key, getattr(deck, key.name), "")
    yield "cards:" if deck.items else "cards: []"
    for item in deck.items:
        yield from _entry_lines(item)


def _entry_lines(item: Item) -> Iterator[str]:
    first, *others = item_lines(item)
    yield f"- {first}"
    yield from (f"  {line}" for line in others)


def item_lines(item: Item) -> Iterator[str]:
    """Yield the lines of one item, without its dash and not indented; its texts should be inert."""
    if _is_short(item):
        yield f"{scalar(item.question)}: {scalar(item.answer)}"
        return
    for key in CARD_KEYS:
        yield from key_lines(key, getattr(item, key.name), "  ")


def item_in_braces(item: Item) -> str:
    """Return one item as a mapping in braces, on one line."""
    parts = ((key, getattr(item, key.name)) for key in CARD_KEYS)
    return "{" + ", ".join(f"{key.name}: {value_in_line(key, value)}" for key, value in parts if value) + "}"


def value_in_line(key: Key, value: Any) -> str:  # noqa: ANN401 - the key's shape says what it is
    """Return the value of a key on one line, as it can stand in braces."""
    match key.shape:
        case Shape.FLAG:
            return "true"
        case Shape.TEXTS:
            return brackets(value)
        case Shape.SOURCE:
            known = ((each.name, getattr(value, each.name)) for each in SOURCE_KEYS)
            return "{" + ", ".join(f"{name}: {scalar(text, in_brackets=True)}" for name, text in known if text) + "}"
        case _:
            return scalar(value, in_brackets=True)


def _is_short(item: Item) -> bool:
    """Say whether a question and its answer are all there is to an item."""
    return (
        item.kind is Kind.BASIC
        and item == Item(question=item.question, answer=item.answer)
        and len(scalar(item.question)) <= _SHORT_FORM
        and inert(item.question) not in CARD_SHAPES
    )


def key_lines(key: Key, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - the key's shape says what it is
    """Yield the lines of one key, without indentation; none if there is nothing to say."""
    if not value:
        return
    match key.shape:
        case Shape.FLAG:
            yield f"{key.name}: true"
        case Shape.TEXTS:
            yield from f"{key.name}:{listed(value, indent)}".replace(f"\n{indent}", "\n").split("\n")
        case Shape.SOURCE:
            yield from _origin_lines(key.name, value)
        case _:
            yield f"{key.name}: {scalar(value)}"


def _origin_lines(name: str, origin: Origin) -> Iterator[str]:
    parts = [(key.name, getattr(origin, key.name)) for key in SOURCE_KEYS]
    known = [f"  {part}: {scalar(text)}" for part, text in parts if text]
    if known:
        yield f"{name}:"
        yield from known


def _inert_deck(deck: Deck) -> Deck:
    return replace(
        deck,
        title=inert(deck.title),
        description=inert(deck.description),
        tags=tuple(map(inert, deck.tags)),
        source=_inert_origin(deck.source),
        items=tuple(map(inert_item, deck.items)),
    )


def inert_item(item: Item) -> Item:
    """Return an item as a file can hold it: its texts inert, an empty source left out."""
    values: dict[str, Any] = {}
    for key in CARD_KEYS:
        value = getattr(item, key.name)
        if key.shape is Shape.TEXT:
            values[key.name] = inert(value)
        elif key.shape is Shape.TEXTS:
            values[key.name] = tuple(map(inert, value))
    origin = _inert_origin(item.source) if item.source is not None and item.source != Origin() else None
    return replace(item, source=origin, **values)


def _inert_origin(origin: Origin) -> Origin:
    return Origin(**{key.name: inert(getattr(origin, key.name)) for key in SOURCE_KEYS})
