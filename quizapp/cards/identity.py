"""From an item to the cards that are studied, and what makes a card the same card.

A card is its item's ``id``, or else a hash of its kind, question and answer; a gap adds its text
and occurrence, a second direction says so. Nothing else of an item (tags, notes, wrong choices,
place in the file) changes who a card is.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.cards import cloze
from quizapp.cards.model import Card, CardId, Deck, Item, Kind

REVERSE = "reverse"


def cards_in(deck: Deck) -> Iterator[Card]:
    """Yield every card of every item of a deck, in file order."""
    for item in deck.items:
        for card in cards_of(item):
            yield replace(card, strict=True) if deck.strict else card


def cards_of(item: Item) -> tuple[Card, ...]:
    """Return the cards of one item: one, or one for each gap or direction."""
    match item.kind:
        case Kind.CLOZE:
            return tuple(_gap_cards(item))
        case Kind.LIST:
            return (_list_card(item),)
        case _:
            return tuple(_directions(item))


def item_key(item: Item) -> str:
    """Return what the cards of one item have in common: the name of their sibling group."""
    if item.id:
        return _digest("id", item.id)
    if item.kind is Kind.CLOZE:
        return _digest(Kind.CLOZE, cloze.plain_text(item.cloze))
    if item.kind is Kind.LIST:
        answers = item.answers if item.ordered else sorted(_normal(item.answers))
        return _digest(Kind.LIST, item.question, *answers)
    return _digest(Kind.BASIC, item.question, item.answer)


def _directions(item: Item) -> Iterator[Card]:
    yield Card(
        id=_card_id(item),
        item=item,
        kind=Kind.BASIC,
        question=item.question,
        answer=item.answer,
        answers=(item.answer,),
        accept=item.accept,
        wrong=item.wrong,
        hint=item.hint,
    )
    if item.reverse:
        yield Card(
            id=_card_id(item, REVERSE),
            item=item,
            kind=Kind.BASIC,
            question=item.answer,
            answer=item.question,
            answers=(item.question,),
            direction=REVERSE,
        )


def _list_card(item: Item) -> Card:
    return Card(
        id=_card_id(item),
        item=item,
        kind=Kind.LIST,
        question=item.question,
        answer=", ".join(item.answers),
        answers=item.answers,
        accept=item.accept,
        wrong=item.wrong,
        hint=item.hint,
    )


def _gap_cards(item: Item) -> Iterator[Card]:
    found = cloze.gaps(item.cloze)
    seen: Counter[str] = Counter()
    for members in _grouped(found):
        texts = tuple(found[number].answer for number in members)
        name = ", ".join(texts)
        seen[name] += 1
        gap = f"{name}#{seen[name]}"
        yield Card(
            id=_card_id(item, gap),
            item=item,
            kind=Kind.CLOZE,
            question=cloze.with_blanks(item.cloze, frozenset(members)),
            answer=name,
            answers=texts,
            accept=item.accept if len(found) == 1 else (),
            wrong=item.wrong if len(found) == 1 else (),
            hint=item.hint,
            gap=gap,
            filled=cloze.plain_text(item.cloze),
        )


def _grouped(found: list[cloze.Gap]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for number, gap in enumerate(found):
        groups.setdefault(gap.group or f"own {number}", []).append(number)
    return list(groups.values())


def _card_id(item: Item, part: str = "") -> CardId:
    key = item_key(item)
    return CardId(_digest(key, part) if part else key)


def _digest(*parts: str) -> str:
    """Return 128 bits of a hash over ``parts``, blind to Unicode composition and runs of white space."""
    return hashlib.sha256("\x1f".join(_normal(parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _normal(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        yield " ".join(unicodedata.normalize("NFC", part).split())
