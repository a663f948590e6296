"""What of a card is searched, and in which form, so that case and accents do not count."""

from quizapp.cards.marking.folding import folded
from quizapp.cards.model import Card, Item


def search_form(text: str) -> str:
    """Return ``text`` as it is compared in a search: without case and accents.

    What stands between two texts is no letter, so that many can be told in one go.
    """
    return text.lower() if text.isascii() else folded(text)


def words_on(card: Card) -> str:
    """Return all that can be read on a card: wrong choices are not on it."""
    return _written(card.question, card.answer, card.filled, card.accept, card.item)


def words_on_basic(item: Item) -> str:
    """Return what `words_on` does for the one card of an item with a question and an answer."""
    return _written(item.question, item.answer, "", item.accept, item)


def _written(question: str, answer: str, filled: str, accept: tuple[str, ...], item: Item) -> str:
    told = (question, answer, filled, *accept, item.hint, item.note, item.quote, item.context)
    return "\n".join(filter(None, told))
