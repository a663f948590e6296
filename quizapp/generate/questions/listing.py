"""A list card for an answer that joins three to five things: each of them is asked for."""

import re
from dataclasses import replace

from quizapp.cards.model import Kind
from quizapp.generate import syntax
from quizapp.generate.fact import Candidate, Sort
from quizapp.generate.facts.lists import LONGEST, items_of

_FEWEST = 3
_ITEM_WORDS = 5
_SORTS = frozenset({Sort.PERSON, Sort.COUNTRY, Sort.PLACE, Sort.ORGANISATION, Sort.THING})
_OPEN = frozenset({"like", "as", "including", "other", "others", "etc", "more", "some", "many", "or", "nor"})
"""Words that tell that a list is not closed."""


def as_list(card: Candidate) -> Candidate:
    """Return ``card`` as a list card if its answer is a closed list of three to five things, else as it is."""
    items = items_of(card.answer)
    if card.kind is not Kind.BASIC or card.asked is None or not _is_closed_list(card, items):
        return card
    return replace(card, kind=Kind.LIST, answers=items, rule=f"{card.rule} list")


def _is_closed_list(card: Candidate, items: tuple[str, ...]) -> bool:
    phrase = card.asked
    if phrase is None or phrase.sort not in _SORTS or not _FEWEST <= len(items) <= LONGEST:
        return False
    joined = [one for one in syntax.conjuncts(phrase.head) if one in phrase.tokens]
    alike = {one.pos_ for one in joined} in ({"NOUN"}, {"PROPN"}, {"NOUN", "PROPN"})
    told = all(head.text in item for head, item in zip(joined, items, strict=False))
    short = all(len(item.split()) <= _ITEM_WORDS for item in items)
    trailing = " " in items[-1] and re.search(r" (?:in|on|at|from|for|of|to|with|by) ", items[-1]) is not None
    is_open = trailing or any(token.lower_ in _OPEN for token in phrase.tokens)
    return alike and len(joined) == len(items) and told and short and not is_open and '"' not in card.answer
