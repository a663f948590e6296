"""Packing what a deck file says, so that `keptdeck.KeptDeck` can take a card out of it without the others."""

import json
from array import array
from dataclasses import fields, replace
from itertools import accumulate
from operator import attrgetter
from typing import Any

from quizapp.cards.identity import cards_in, item_key
from quizapp.cards.model import Card, CardId, Deck, Item, Source
from quizapp.cards.searching import answers_on, tags_on, words_on
from quizapp.errors import Problem
from quizapp.store.deckfile import DeckFile
from quizapp.store.keptdeck import BETWEEN


def packed(file: DeckFile) -> dict[str, bytes]:
    """Return the sections that `KeptDeck` unpacks."""
    heading = replace(file.deck, items=())
    places = array("I")
    cards: list[Card] = []
    siblings: list[str] = []
    known: set[CardId] = set()
    lines = [json.dumps(_plain(item), ensure_ascii=False).encode("utf-8", "surrogatepass") for item in file.deck.items]
    number, part = -1, 0
    for card in cards_in(file.deck):
        while number < 0 or card.item is not file.deck.items[number]:
            number, part = number + 1, 0
        if card.id not in known:
            known.add(card.id)
            cards.append(card)
            # The first card of most items goes by the name of the whole item.
            siblings.append(card.id if part == 0 and not card.gap else item_key(card.item))
            places.extend((number, part))
        part += 1
    head = {
        "heading": _plain(heading),
        "problems": [_told(problem) for problem in file.problems],
        "advice": [_told(problem) for problem in file.advice],
        "digest": file.digest,
    }
    return {
        "head": json.dumps(head).encode(),
        "digest": file.digest.encode(),
        "ids": bytes.fromhex("".join(card.id for card in cards)),
        "siblings": bytes.fromhex("".join(siblings)),
        "places": places.tobytes(),
        "items": b"".join(lines),
        "ends": array("I", accumulate(map(len, lines))).tobytes(),
        "words": BETWEEN.join(map(words_on, cards)).encode("utf-8", "surrogatepass"),
        "answers": BETWEEN.join(map(answers_on, cards)).encode("utf-8", "surrogatepass"),
        "tags": BETWEEN.join(map(tags_on, cards)).encode("utf-8", "surrogatepass"),
    }


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
