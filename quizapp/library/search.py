"""Finding cards among all decks as a user types."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import overload

from quizapp.cards.model import Card
from quizapp.errors import Problem
from quizapp.library.query import About, Query, State, Term, search_form, states_meant
from quizapp.library.shelf import Shelved

HasState = Callable[[Shelved, Card, State], bool]
"""Says whether a card of a deck is in a state."""


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
        return Hit(self._decks[at], self._decks[at].cards[number - self._starts[at]])

    def sorted_by(self, key: Callable[[Hit], object]) -> "Hits":
        """Return the same cards in the order of a key; those that are equal stay in the order of the shelf."""
        keys = {number: key(self[place]) for place, number in enumerate(self._numbers)}
        return Hits(self._decks, sorted(self._numbers, key=lambda number: keys[number]), self.problems)  # type: ignore[arg-type,return-value]


class Finder:
    """Finds cards; what it has folded of a deck it keeps for as long as the deck stays as it is."""

    def __init__(self) -> None:
        """Start with nothing folded."""
        self._known: dict[Path, tuple[Shelved, list[str], list[str]]] = {}

    def find(self, query: Query, decks: Sequence[Shelved], has_state: HasState) -> Hits:
        """Return the cards of some decks that fit a query; all of them if it wants nothing."""
        if query.problems:
            return Hits(decks, (), query.problems)
        numbers: list[int] = []
        for start, deck in zip(_starts(decks), decks, strict=True):
            found: Iterable[int] = range(len(deck.cards))
            for term in query.terms:
                fits = self._test(term, deck, has_state)
                found = [number for number in found if fits(number) is term.wanted]
            numbers.extend(start + number for number in found)
        return Hits(decks, numbers)

    def _test(self, term: Term, deck: Shelved, has_state: HasState) -> Callable[[int], bool]:
        """Return what says of a card, by its number in a deck, whether it fits a term."""
        text = term.text
        match term.about:
            case About.DECK:
                fits = text in search_form(deck.place) or text in search_form(deck.title)
                return lambda _: fits
            case About.TAG:
                if any(text in search_form(tag) for tag in deck.deck.tags):
                    return lambda _: True
                return lambda number: any(text in search_form(tag) for tag in deck.cards[number].item.tags)
            case About.STATE:
                states = states_meant(text)
                return lambda number: any(has_state(deck, deck.cards[number], state) for state in states)
            case _:
                lines = self._lines(deck)[1 if term.about is About.ANSWER else 0]
                return lambda number: text in lines[number]

    def _lines(self, deck: Shelved) -> tuple[list[str], list[str]]:
        """Return for each card of a deck all that is written on it, and its answers."""
        known = self._known.get(deck.path)
        if known is None or known[0] is not deck:
            words = ["\n".join(map(search_form, _written_on(card))) for card in deck.cards]
            answers = ["\n".join(map(search_form, (card.answer, *card.accept))) for card in deck.cards]
            known = self._known[deck.path] = deck, words, answers
        return known[1], known[2]


def _written_on(card: Card) -> Iterator[str]:
    item = card.item
    texts = (card.question, card.answer, card.filled, *card.accept, card.hint, item.note, item.quote, item.context)
    return filter(None, texts)


def _starts(decks: Sequence[Shelved]) -> list[int]:
    """Return the number of each deck's first card, counted through all of them."""
    return list(accumulate((len(deck.cards) for deck in decks), initial=0))[:-1]
