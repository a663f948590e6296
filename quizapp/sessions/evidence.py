"""Where an answer stands in the text that is shown with it: what to highlight on the reveal."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from quizapp.cards.model import Card, Kind

Span = tuple[int, int]
"""Start and end of a stretch of text, in characters; the end is not part of it."""

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_SMALL = """
a an and are as at be been but by for from had has have he her his in into is it its nor of on or our
she than that the their them they this to was we were which who whom whose will with would you your
"""
_WORDS_LIMIT = 50
"""The most words of an answer that are looked for one by one; a longer one is a text of its own."""
_SMALL_WORDS = frozenset(_SMALL.split())


def answer_spans(card: Card, text: str) -> tuple[Span, ...]:
    """Return where ``text`` (a quote, a note) tells the card's answer, in order and without overlap.

    The answer as it is written is looked for first, then what is accepted in its place; where neither
    stands in the text, the telling words of the answer are found one by one.
    """
    wanted = (*card.answers, card.answer)
    return (
        _merged(_all_of(wanted, text))
        or _merged(_all_of(card.accept, text))
        or _merged(_all_of(_telling_words(wanted), text))
    )


def filled_spans(card: Card) -> tuple[Span, ...]:
    """Return where the gaps of a cloze card stand in its filled sentence; nothing for other cards."""
    return tuple(_gap_spans(card)) if card.kind is Kind.CLOZE else ()


def _all_of(wanted: Iterable[str], text: str) -> Iterator[Span]:
    for phrase in wanted:
        yield from _found(phrase, text)


def _found(phrase: str, text: str) -> Iterator[Span]:
    """Yield where a phrase stands in a text as whole words, whatever its case, white space and article."""
    words = _ARTICLE.sub("", phrase.strip()).split() if text else []
    if 0 < sum(map(len, words)) <= len(text):
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def _telling_words(phrases: Iterable[str]) -> list[str]:
    words = (match[0] for phrase in phrases for match in _WORD.finditer(phrase))
    return list(islice((word for word in words if word.casefold() not in _SMALL_WORDS), _WORDS_LIMIT))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _gap_spans(card: Card) -> Iterator[Span]:
    """Walk the question and the filled sentence side by side; where they part, a gap stands."""
    asked = told = 0
    for answer in card.answers:
        while told < len(card.filled) and card.question[asked : asked + 1] == card.filled[told]:
            asked, told = asked + 1, told + 1
        if told == len(card.filled):
            return
        yield told, told + len(answer)
        told += len(answer)
        asked = card.question.find("]", asked) + 1
