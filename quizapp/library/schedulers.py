"""Which scheduler counts for which deck: the usual one, or one for a retention of the deck's own."""

from quizapp.library.own_settings import MovesOf, OwnSettings
from quizapp.library.shelf import Shelf, Shelved
from quizapp.memory.scheduler import Scheduler

_RETENTION = "retention"


class Schedulers:
    """The schedulers that some settings ask for; decks of one retention share one."""

    def __init__(self, own: OwnSettings) -> None:
        """Make the usual one; the others are made when they are asked for."""
        self.usual = Scheduler(own.settings.retention, own.settings.parameters)
        self._own = own
        self._by_retention: dict[float, Scheduler] = {own.settings.retention: self.usual}

    def of(self, deck: Shelved, shelf: Shelf, moves_of: MovesOf) -> Scheduler:
        """Return the scheduler of a deck, on a shelf or outside of it."""
        return self._for(self._own.of(deck, _RETENTION, shelf, moves_of).value)

    def special(self, shelf: Shelf, moves_of: MovesOf) -> dict[str, Scheduler]:
        """Return the schedulers of the decks that do not have the usual one, by the decks' places."""
        said = self._own.said(_RETENTION, shelf, moves_of)
        return {place: self._for(retention) for place, (retention, _) in said.items()}

    def _for(self, retention: float) -> Scheduler:
        if retention not in self._by_retention:
            self._by_retention[retention] = Scheduler(retention, self._own.settings.parameters)
        return self._by_retention[retention]
