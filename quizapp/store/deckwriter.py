"""A deck as the text of a deck file: the same deck always gives the same bytes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.cards.model import Deck, Item, Kind
from quizapp.cards.model import Source as Origin
from quizapp.errors import QuizError
from quizapp.store.atomic import write_atomically
from quizapp.store.deckfile import digest_of, parse_deck
from quizapp.store.disk import DISK, Disk, read_bytes
from quizapp.store.schema import CARD_KEYS, CARD_SHAPES, DECK_KEYS, SOURCE_KEYS, Key, Shape
from quizapp.store.yamltext import listed, scalar
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
    if was is not None and was != (digest_of(read_bytes(path)) if path.exists() else ""):
        raise QuizError.of(
            "the file was changed meanwhile and is left as it is", "look at it, then try again", str(path)
        )
    write_atomically(path, data, disk)
    return digest_of(data)


def _lines(deck: Deck) -> Iterator[str]:
    for key in DECK_KEYS:
        if key.shape is not Shape.CARDS:
            yield from _entry(key, getattr(deck, key.name), "")
    yield "cards:" if deck.items else "cards: []"
    for item in deck.items:
        first, *others = _item_lines(item)
        yield f"- {first}"
        yield from (f"  {line}" for line in others)


def _item_lines(item: Item) -> Iterator[str]:
    if _is_short(item):
        yield f"{scalar(item.question)}: {scalar(item.answer)}"
        return
    for key in CARD_KEYS:
        yield from _entry(key, getattr(item, key.name), "  ")


def _is_short(item: Item) -> bool:
    """Say whether a question and its answer are all there is to an item."""
    return (
        item.kind is Kind.BASIC
        and item == Item(question=item.question, answer=item.answer)
        and len(scalar(item.question)) <= _SHORT_FORM
        and inert(item.question) not in CARD_SHAPES
    )


def _entry(key: Key, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - the key's shape says what it is
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
        items=tuple(map(_inert_item, deck.items)),
    )


def _inert_item(item: Item) -> Item:
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
