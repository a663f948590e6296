"""Which card of an edited item goes on which card it was: what an edit carries progress along."""

from collections.abc import Iterator

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Card, Item


def successors(old: Item, new: Item) -> Iterator[tuple[Card, Card]]:
    """Yield each card of ``old`` with the card of ``new`` that it has become; a card that has none is left out.

    A direction stays that direction and a gap with the same text that gap; the others follow in order.
    """
    left = list(cards_of(new))
    waiting: list[Card] = []
    for card in cards_of(old):
        same = next((other for other in left if _part(other) == _part(card)), None)
        if same is None:
            waiting.append(card)
        else:
            left.remove(same)
            yield card, same
    yield from zip(waiting, left, strict=False)


def _part(card: Card) -> tuple[str, str]:
    return card.direction, card.gap
