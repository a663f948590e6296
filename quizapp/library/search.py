"""Finding cards among all decks as a user types."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from quizapp.cards.model import Card
from quizapp.cards.searching import search_form
from quizapp.errors import Problem
from quizapp.library.query import About, Query, State, Term, states_meant
from quizapp.library.shelf import Shelved

InState = Callable[[Shelved, State], Container[int]]
"""Tells which cards of a deck, by their numbers there, are in a state."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A card that was found, and its deck."""

    deck: Shelved
    card: Card


class Hits(Sequence[Hit]):
    """The cards that were found, in the order of the shelf; a card is looked at when it is asked for."""

    def __init__(
        self, decks: Sequence[Shelved] = (), numbers: Sequence[int] = (), problems: tuple[Problem, ...] = ()
    ) -> None:
        """Hold the cards with ``numbers``, counted through all of ``decks``."""
        self.problems = problems
        """What in the query means nothing."""
        self._decks = decks
        self._numbers = numbers
        self._starts = _starts(decks)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> "Hits": ...
    def __getitem__(self, place: int | slice) -> "Hit | Hits":
        if isinstance(place, slice):
            return Hits(self._decks, self._numbers[place], self.problems)
        number = self._numbers[place]
        at = bisect_right(self._starts, number) - 1
        return Hit(self._decks[at], self._decks[at].kept.card(number - self._starts[at]))

    def sorted_by(self, key: Callable[[Hit], object]) -> "Hits":
        """Return the same cards in the order of a key; those that are equal stay in the order of the shelf."""
        keys = {number: key(self[place]) for place, number in enumerate(self._numbers)}
        return Hits(self._decks, sorted(self._numbers, key=lambda number: keys[number]), self.problems)  # type: ignore[arg-type,return-value]


def find(query: Query, decks: Sequence[Shelved], in_state: InState) -> Hits:
    """Return the cards of some decks that fit a query; all of them if it wants nothing."""
    if query.problems:
        return Hits(decks, (), query.problems)
    numbers: list[int] = []
    for start, deck in zip(_starts(decks), decks, strict=True):
        found: Iterable[int] = range(len(deck.kept))
        for term in query.terms:
            found = _fitting(found, term, deck, in_state)
        numbers.extend(start + number for number in found)
    return Hits(decks, numbers)


def _fitting(found: Iterable[int], term: Term, deck: Shelved, in_state: InState) -> Iterable[int]:
    """Return those of some cards of a deck, by their numbers, that fit one term."""
    text, wanted = term.text, term.wanted
    match term.about:
        case About.DECK:
            fits = text in search_form(deck.place) or text in search_form(deck.title)
            return found if fits is wanted else ()
        case About.STATE:
            states = [in_state(deck, state) for state in states_meant(text)]
            return [number for number in found if any(number in state for state in states) is wanted]
        case About.TAG:
            if any(text in search_form(tag) for tag in deck.heading.tags):
                return found if wanted else ()
            lines = deck.kept.tags
        case About.ANSWER:
            lines = deck.kept.answers
        case _:
            lines = deck.kept.words
    return [number for number in found if (text in lines[number]) is wanted]


def _starts(decks: Sequence[Shelved]) -> list[int]:
    """Return the number of each deck's first card, counted through all of them."""
    return list(accumulate((len(deck.kept) for deck in decks), initial=0))[:-1]
