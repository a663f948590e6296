"""What of a card is searched, and in which form, so that case and accents do not count."""

from collections.abc import Iterator

from quizapp.cards.marking.folding import folded
from quizapp.cards.model import Card


def search_form(text: str) -> str:
    """Return ``text`` as it is compared in a search: without case and accents."""
    return text.lower() if text.isascii() else folded(text)


def words_on(card: Card) -> str:
    """Return all that can be read on a card, in the form of a search: wrong choices are not on it."""
    return _searched(_written_on(card))


def answers_on(card: Card) -> str:
    """Return what is right to answer, in the form of a search."""
    return _searched((card.answer, *card.accept))


def tags_on(card: Card) -> str:
    """Return a card's own tags, in the form of a search."""
    return _searched(card.item.tags)


def _written_on(card: Card) -> Iterator[str]:
    item = card.item
    texts = (card.question, card.answer, card.filled, *card.accept, card.hint, item.note, item.quote, item.context)
    return filter(None, texts)


def _searched(texts: Iterator[str] | tuple[str, ...]) -> str:
    return search_form("\n".join(texts))
