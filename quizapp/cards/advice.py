"""What could be better in a deck: advice, never a reason to refuse it.

Each piece of advice is a `Problem` at the line and column of its item; the file is for the caller
to name. The rules are those that the field's question lint has in common: an answer given away, two
cards that ask the same, wrong choices that are right or tell the right one, more to recite than a
head holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.cards import cloze
from quizapp.cards.identity import REVERSE, cards_of, item_key
from quizapp.cards.marking import same
from quizapp.cards.marking.tokens import Token, readings
from quizapp.cards.model import Card, Deck, Item, Kind
from quizapp.errors import Problem

LONGEST_LIST = 7
"""Parts that can be recited in one go; more are learnt in pieces."""
LONGEST_ANSWER = 30
"""Words that an answer may have before nobody can say whether it was given."""
_RECITED = 3
"""Names that a plain answer may string together."""
_TELLING = 1.6
"""How many times the longest wrong choice a right one may be before its length tells it."""
_SHORT = 12
"""Characters up to which length tells nothing."""

_OFFERS_A_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_STRUNG = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def advise(deck: Deck) -> tuple[Problem, ...]:
    """Return what could be better in a deck, in the order of its items."""
    found = [problem for item in deck.items for problem in _advice_on(item)]
    found.extend(_asked_twice(deck.items))
    return tuple(sorted(found))


def _advice_on(item: Item) -> Iterator[Problem]:
    for message, remedy in (*_on_gaps(item), *_on_leaks(item), *_on_choices(item), *_on_length(item)):
        yield Problem("", item.line, item.column, message, remedy)


Advice = tuple[str, str]
"""A message and a remedy."""


def _on_gaps(item: Item) -> Iterator[Advice]:
    if item.kind is not Kind.CLOZE:
        return
    found = cloze.gaps(item.cloze)
    if not found:
        yield "the cloze has no gap", "mark what is to be left out as {{…}}"
    if any(not gap.answer for gap in found):
        yield "a gap is empty", "write what is left out between its braces"
    if found and not _words(cloze.with_blanks(item.cloze, frozenset(range(len(found)))).replace(cloze.BLANK, " ")):
        yield "nothing is left of the sentence beside its gap", "give the gap a sentence to stand in"


def _on_leaks(item: Item) -> Iterator[Advice]:
    for card in cards_of(item):
        if card.direction == REVERSE:
            continue
        for text in dict.fromkeys((*card.answers, *card.accept)):
            if _gives_away(card.question, text) and not _OFFERS_A_CHOICE.search(card.question):
                yield f"the question gives its answer away: {text}", "ask without it"
            if card.hint and _gives_away(card.hint, text):
                yield f"the hint gives the answer away: {text}", "hint at it without saying it"


def _on_choices(item: Item) -> Iterator[Advice]:
    right = tuple(answer for card in cards_of(item)[:1] for answer in (card.answer, *card.accept))
    seen: dict[tuple[str, ...], str] = {}
    for text in item.wrong:
        if any(same(text, answer) for answer in right):
            yield f"a wrong choice is right: {text}", "take it out, or put it under accept"
        first = seen.setdefault(_key(text), text)
        if first is not text:
            yield f"two wrong choices are one: {first}, {text}", "put another in the place of one"
    if item.wrong and right and _is_longest_by_far(right[0], item.wrong):
        yield "the right choice is the longest by far", "make one wrong choice as long, or the right one shorter"


def _on_length(item: Item) -> Iterator[Advice]:
    if item.kind is Kind.LIST:
        if len(item.answers) > LONGEST_LIST:
            yield f"{len(item.answers)} parts are too many to recite", "split the list into shorter ones"
        repeated = [text for place, text in enumerate(item.answers) if _key(text) in map(_key, item.answers[:place])]
        if repeated and not item.ordered:
            yield f"the list has one part twice: {repeated[0]}", "take one out"
    elif item.kind is Kind.BASIC:
        parts = [part for part in _STRUNG.split(item.answer) if part.strip()]
        if "," in item.answer and len(parts) > _RECITED and all(len(part.split()) <= _RECITED for part in parts):
            yield f"the answer strings {len(parts)} things together", "write them as a list under answers"
        elif len(item.answer.split()) > LONGEST_ANSWER:
            yield f"an answer of {len(item.answer.split())} words is long", "ask for less at a time"


def _asked_twice(items: Sequence[Item]) -> set[Problem]:
    """Return advice on each question that an earlier item asks already."""
    first: dict[tuple[str, ...], Card] = {}
    found: set[Problem] = set()
    for card in (card for item in items for card in cards_of(item)):
        earlier = first.setdefault(_key(card.question), card)
        if earlier.item is not card.item:
            found.add(Problem("", card.item.line, card.item.column, *_on_twin(earlier, card)))
    return found


def _on_twin(earlier: Card, card: Card) -> Advice:
    """Return what to say of a card that asks what an earlier one does."""
    where = f"on line {earlier.item.line}" if earlier.item.line else "before"
    if item_key(earlier.item) == item_key(card.item):
        return f"the same card stands {where}", "delete one of them"
    if card.direction or earlier.direction:
        return f"asked the other way round, this has the question of the card {where}", "make them differ"
    if card.kind is Kind.LIST or earlier.kind is Kind.LIST or same(card.answer, earlier.answer):
        return f"the same question is asked {where}", "make the questions differ, or the cards one"
    return f"ambiguous: the same question has another answer {where}", "say in both what tells them apart"


def _gives_away(question: str, answer: str) -> bool:
    """Say whether the words of an answer stand in a question; numbers and letters may stand there by chance."""
    wanted = _texts(answer)
    if not any(len(token.surface) > 2 and not token.is_number and not token.is_unit for token in _tokens(answer)):
        return False
    told = _texts(question)
    return any(told[place : place + len(wanted)] == wanted for place in range(len(told) - len(wanted) + 1))


def _is_longest_by_far(right: str, wrong: Iterable[str]) -> bool:
    longest = max(len(text) for text in wrong)
    return len(right) > _SHORT and len(right) >= _TELLING * longest


def _key(text: str) -> tuple[str, ...]:
    """Return what two texts have in common that say the same; signs alone stand for themselves."""
    return _texts(text) or (text.strip(),)


def _texts(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in _tokens(text))


def _tokens(text: str) -> tuple[Token, ...]:
    return readings(text)[0]


def _words(text: str) -> bool:
    return bool(_tokens(text))
