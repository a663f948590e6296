"""The orders that cards can be browsed in."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.library.library import Library
from quizapp.library.search import Hit, Hits
from quizapp.memory.model import NEW

LAST = 10**9
"""Later than any day."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order: its name, and what it compares; None leaves the cards as they stand in their decks."""

    name: str
    key: Callable[[Library, Hit], object] | None = None


def _due(library: Library, hit: Hit) -> int:
    memory = library.memory_of(hit.card, hit.deck)
    return memory.due_day if memory is not None and memory.reviews else LAST


def _difficulty(library: Library, hit: Hit) -> tuple[int, float]:
    memory = library.memory_of(hit.card, hit.deck) or NEW
    return -memory.lapses, -memory.difficulty


ORDERS = (
    Order("deck"),
    Order("question", lambda _, hit: hit.card.question.casefold()),
    Order("answer", lambda _, hit: hit.card.answer.casefold()),
    Order("due day", _due),
    Order("difficulty", _difficulty),
)


def in_order(library: Library, hits: Hits, order: Order) -> Hits:
    """Return cards that were found in an order."""
    key = order.key
    return hits if key is None else hits.sorted_by(lambda hit: key(library, hit))
