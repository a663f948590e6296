"""Packing what a deck file says, so that `keptdeck.KeptDeck` can take a card out of it without the others."""

import json
from array import array
from dataclasses import fields, replace
from itertools import accumulate
from operator import attrgetter
from typing import Any

from quizapp.cards.identity import cards_of, item_key
from quizapp.cards.model import CardId, Deck, Item, Source
from quizapp.cards.searching import search_form, words_on, words_on_basic
from quizapp.errors import Problem
from quizapp.store.deckfile import DeckFile
from quizapp.store.keptdeck import BETWEEN


def packed(file: DeckFile) -> dict[str, bytes]:
    """Return the sections that `KeptDeck` unpacks."""
    lines = [_ENCODE(_plain(item)).encode("utf-8", "surrogatepass") for item in file.deck.items]
    cards = _Cards()
    for number, item in enumerate(file.deck.items):
        cards.take(number, item)
    head = {
        "heading": _plain(replace(file.deck, items=())),
        "problems": [_told(problem) for problem in file.problems],
        "advice": [_told(problem) for problem in file.advice],
        "digest": file.digest,
    }
    return {
        "head": json.dumps(head).encode(),
        "digest": file.digest.encode(),
        "ids": bytes.fromhex("".join(cards.known)),
        "siblings": bytes.fromhex("".join(cards.siblings)),
        "places": cards.places.tobytes(),
        "items": b"".join(lines),
        "ends": array("I", accumulate(map(len, lines))).tobytes(),
        "words": _searched(cards.words),
        "answers": _searched(cards.answers),
        "tags": _searched(cards.tags),
    }


class _Cards:
    """The cards of a deck, each once, as they are packed."""

    def __init__(self) -> None:
        self.known: dict[CardId, None] = {}
        self.siblings: list[str] = []
        self.places = array("I")
        self.words: list[str] = []
        self.answers: list[str] = []
        self.tags: list[str] = []

    def take(self, number: int, item: Item) -> None:
        """Add the cards of an item; of the plainest kind, which most are, the card need not even be made."""
        if not (item.cloze or item.answers or item.reverse):
            key = item_key(item)
            self._add(CardId(key), key, (number, 0), words_on_basic(item), item.answer, item.accept, item.tags)
            return
        for part, card in enumerate(cards_of(item)):
            # The first card of most items goes by the name of the whole item.
            sibling = card.id if part == 0 and not card.gap else item_key(item)
            self._add(card.id, sibling, (number, part), words_on(card), card.answer, card.accept, item.tags)

    def _add(  # noqa: PLR0913, PLR0917 - all that is packed of a card
        self,
        card: CardId,
        sibling: str,
        place: tuple[int, int],
        words: str,
        answer: str,
        accept: tuple[str, ...],
        tags: tuple[str, ...],
    ) -> None:
        if card in self.known:
            return
        self.known[card] = None
        self.siblings.append(sibling)
        self.places.extend(place)
        self.words.append(words)
        self.answers.append("\n".join((answer, *accept)) if accept else answer)
        self.tags.append("\n".join(tags))


def _searched(texts: list[str]) -> bytes:
    return search_form(BETWEEN.join(texts)).encode("utf-8", "surrogatepass")


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_NAMES = {kind: tuple(each.name for each in fields(kind)) for kind in (Deck, Item, Source)}
_DEFAULTS = {kind: tuple(each.default for each in fields(kind)) for kind in (Deck, Item, Source)}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}


def _plain(value: Deck | Item | Source) -> dict[str, Any]:
    """Return a value's fields that are not at their default, as JSON has them."""
    kind = type(value)
    told = zip(_NAMES[kind], _VALUES[kind](value), _DEFAULTS[kind], strict=True)
    return {name: _plain(each) if type(each) is Source else each for name, each, default in told if each != default}


def _told(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.file, problem.line, problem.column, problem.message, problem.remedy
