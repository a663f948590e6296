"""The inbox at hand: the decks that wait, and decisions on their cards that can be taken back."""

from collections.abc import Iterable
from pathlib import Path

from quizapp.cards.model import Item
from quizapp.errors import Problem, QuizError
from quizapp.library import arrivals
from quizapp.library.shelf import Shelved, read_shelf
from quizapp.store.filechange import FileChange, take_back
from quizapp.store.home import Home


class Inbox:
    """The generated decks of one home that nobody has decided on. Every method but `undo` raises QuizError."""

    def __init__(self, home: Home) -> None:
        """Look what waits in ``home``."""
        self._home = home
        self._shelf = read_shelf(home.inbox)
        self._taken: list[tuple[str, FileChange]] = []

    @property
    def decks(self) -> tuple[Shelved, ...]:
        """The decks that wait, as they were at the last look."""
        return self._shelf.decks

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why files in the inbox could not be read."""
        return self._shelf.broken

    @property
    def count(self) -> int:
        """How many cards wait."""
        return sum(len(deck.deck.items) for deck in self.decks)

    def refresh(self) -> None:
        """Look again."""
        self._shelf = read_shelf(self._home.inbox, self._shelf)

    def accept(self, path: Path, numbers: Iterable[int] = ()) -> Path:
        """Accept cards of the deck at ``path``, by their numbers from 1, or all; return their deck on the shelf."""
        waiting = self._current(path)
        numbers = tuple(numbers)
        accepted, change = arrivals.accept(self._home, waiting, numbers)
        self._keep("accepted", len(numbers) or len(waiting.deck.items), change)
        return accepted

    def reject(self, path: Path, numbers: Iterable[int] = ()) -> None:
        """Reject cards of the deck at ``path``, by their numbers from 1, or all."""
        waiting = self._current(path)
        numbers = tuple(numbers)
        self._keep("rejected", len(numbers) or len(waiting.deck.items), arrivals.reject(waiting, numbers))

    def amend(self, path: Path, number: int, item: Item) -> None:
        """Put another item in the place of one, counted from 1."""
        self._keep("edited", 1, arrivals.amend(self._current(path), number, item))

    def undo(self) -> str:
        """Take back the last decision; return what it was, or nothing if there is none. Raises QuizError."""
        if not self._taken:
            return ""
        take_back(self._taken[-1][1])
        self.refresh()
        return self._taken.pop()[0]

    def _current(self, path: Path) -> Shelved:
        """Return the deck as it was shown; QuizError when its file is another by now."""
        shown = next((deck for deck in self.decks if deck.path == path), None)
        self.refresh()
        current = next((deck for deck in self.decks if deck.path == path), None)
        if shown is None or current is None or current.deck != shown.deck:
            raise QuizError.of("the deck was changed meanwhile", "look at it, then decide", str(path))
        return current

    def _keep(self, what: str, cards: int, change: FileChange) -> None:
        self._taken.append((f"{cards} {'card' if cards == 1 else 'cards'} {what}", change))
        self.refresh()
