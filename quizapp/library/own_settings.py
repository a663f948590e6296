"""What the settings say of single decks and groups, and which of it counts for a deck."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from quizapp.history.shelf_fold import Move
from quizapp.library.meant import Meant, by_place, meaning
from quizapp.library.shelf import EMPTY, Shelf, Shelved
from quizapp.store.settings import DeckSettings, Settings

MovesOf = Callable[[], tuple[Move, ...]]
"""Tells where decks have gone, if that matters."""
EVERYWHERE = ""
"""In the place of a deck's or a group's name: the setting of all decks."""


class Said(NamedTuple):
    """What a setting is for a deck."""

    value: Any
    by: str = EVERYWHERE
    """The name under which the settings say it: that of the deck or of a group."""


class OwnSettings:
    """The settings of single decks and groups: what is said of a deck counts before what is said of its group."""

    def __init__(self, settings: Settings) -> None:
        """Tell what ``settings`` say."""
        self.settings = settings
        self._known: tuple[Shelf, tuple[Move, ...]] = (EMPTY, ())
        self._said: dict[str, dict[str, Said]] = {}

    def of(self, deck: Shelved, name: str, shelf: Shelf, moves_of: MovesOf) -> Said:
        """Return what a setting is for a deck, on a shelf or outside of it."""
        usual = Said(getattr(self.settings, name))
        if not self.settings.decks:
            return usual
        said = (
            self._of_decks((*shelf.decks, deck), name, moves_of()) if deck.outside else self.said(name, shelf, moves_of)
        )
        return said.get(deck.place, usual)

    def said(self, name: str, shelf: Shelf, moves_of: MovesOf) -> Mapping[str, Said]:
        """Return what a setting is for the decks of which it is said, or of whose groups, by the decks' places."""
        if not self.settings.decks:
            return {}
        moves = moves_of()
        if self._known[0] is not shelf or self._known[1] is not moves:
            self._known = (shelf, moves)
            self._said = {}
        if name not in self._said:
            self._said[name] = self._of_decks(shelf.decks, name, moves)
        return self._said[name]

    def name_of(self, meant: Meant, shelf: Shelf, moves_of: MovesOf) -> str:
        """Return the name under which something is or can be said of a deck or a group."""
        moves = moves_of()
        names = [name for name in self.settings.decks if meaning(name, shelf.decks, moves) == meant]
        if names:
            return meant.place if meant.place in names else names[0]
        # A group may have the name of a deck beside it.
        return f"{meant.place}/" if meant.group and meaning(meant.place, shelf.decks, moves) != meant else meant.place

    def common(self, decks: Iterable[Shelved], shelf: Shelf, moves_of: MovesOf) -> DeckSettings:
        """Return the settings for some decks together: where they differ, those of all decks."""
        decks = tuple(decks)
        chosen: dict[str, Any] = {}
        for name in (each.name for each in fields(DeckSettings)):
            values = [self.of(deck, name, shelf, moves_of).value for deck in decks]
            alike = values and all(value == values[0] for value in values)
            chosen[name] = values[0] if alike else getattr(self.settings, name)
        return DeckSettings(**chosen)

    def _of_decks(self, decks: Iterable[Shelved], name: str, moves: tuple[Move, ...]) -> dict[str, Said]:
        named = {place: Said(own[name], place) for place, own in self.settings.decks.items() if name in own}
        return by_place(named, decks, moves) if named else {}
