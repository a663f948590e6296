"""Pasted text looked through before it becomes cards of a deck."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.cards.advice import advise
from quizapp.cards.model import Deck, Item
from quizapp.cards.pasting import pasted
from quizapp.errors import Problem


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What a pasted text comes to."""

    fresh: tuple[Item, ...] = ()
    """The cards that it says, each once, with the lines on which they begin."""
    there: int = 0
    """How many more the deck has already."""
    problems: tuple[Problem, ...] = ()
    """The lines that say no card."""
    advice: tuple[Problem, ...] = ()
    """What could be better in the cards, by line."""


def looked_through(text: str, others: Sequence[Item] = ()) -> LookedThrough:
    """Return the cards that a text says, beside ``others`` of the deck that they are to join."""
    items, problems = pasted(text)
    there = set(others)
    fresh = tuple(dict.fromkeys(item for item in items if item not in there))
    # Neighbours stand on no line, so that what is said of these alone can be left out.
    known = tuple(replace(item, line=0) for item in others)
    advice = tuple(each for each in advise(Deck("", (*known, *fresh))) if each.line)
    return LookedThrough(fresh, sum(item in there for item in items), problems, advice)
