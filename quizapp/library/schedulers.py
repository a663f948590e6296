"""Which scheduler counts for which deck: the usual one, or one for a retention of the deck's own."""

from collections.abc import Callable

from quizapp.history.shelf_fold import Move
from quizapp.library.meant import by_place
from quizapp.library.shelf import EMPTY, Shelf, Shelved
from quizapp.memory.scheduler import Scheduler
from quizapp.store.settings import Settings

MovesOf = Callable[[], tuple[Move, ...]]
"""Tells where decks have gone, if that matters."""


class Schedulers:
    """The schedulers that some settings ask for; decks of one retention share one."""

    def __init__(self, settings: Settings) -> None:
        """Make the usual one; the others are made when they are asked for."""
        self.usual = Scheduler(settings.retention, settings.parameters)
        self._settings = settings
        self._by_retention: dict[float, Scheduler] = {}
        self._known: tuple[Shelf, tuple[Move, ...]] = (EMPTY, ())
        self._special: dict[str, Scheduler] = {}

    def of(self, deck: Shelved, shelf: Shelf, moves_of: MovesOf) -> Scheduler:
        """Return the scheduler of a deck, on a shelf or outside of it."""
        special = self.special(shelf, moves_of)
        if deck.outside and self._settings.deck_retention:
            special = self._made((*shelf.decks, deck), moves_of())
        return special.get(deck.place, self.usual)

    def special(self, shelf: Shelf, moves_of: MovesOf) -> dict[str, Scheduler]:
        """Return the schedulers of the decks that do not have the usual one, by the decks' places."""
        if not self._settings.deck_retention:
            return {}
        moves = moves_of()
        if self._known[0] is not shelf or self._known[1] is not moves:
            self._known = (shelf, moves)
            self._special = self._made(shelf.decks, moves)
        return self._special

    def _made(self, decks: tuple[Shelved, ...], moves: tuple[Move, ...]) -> dict[str, Scheduler]:
        wanted = by_place(self._settings.deck_retention, decks, moves)
        return {place: self._for(retention) for place, retention in wanted.items()}

    def _for(self, retention: float) -> Scheduler:
        if retention not in self._by_retention:
            self._by_retention[retention] = Scheduler(retention, self._settings.parameters)
        return self._by_retention[retention]
