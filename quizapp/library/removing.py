"""Putting cards aside, starting them over, and a bin for cards and decks: all of it can be taken back."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Card, CardId, Item
from quizapp.errors import QuizError
from quizapp.history import events as kinds
from quizapp.history.events import Event
from quizapp.history.shelf_fold import place_now
from quizapp.library import recording
from quizapp.library.filenames import free_path
from quizapp.library.opened import Opened
from quizapp.library.recording import Happened
from quizapp.library.search import Hit
from quizapp.library.shelf import Shelved
from quizapp.store.atomic import digest_of, write_atomically
from quizapp.store.disk import random_hex, read_bytes, remove
from quizapp.store.home import DECK_ENDING


class Removing(Opened):
    """The part of an open home that puts cards aside and takes them out. Every method raises QuizError.

    Each action can be undone as a whole, however many cards it was on.
    """

    def suspend(self, cards: Iterable[Card], *, on: bool = True) -> None:
        """Let cards not be asked until this is taken back, or let them be asked again."""
        self._act([recording.of_suspend(card, on, self._first(card)) for card in cards])

    def reset(self, cards: Iterable[Card]) -> None:
        """Let what was learned of cards no longer count: they are new again."""
        cards = [card for card in cards if self.progress.past.of(card.id).reviews]
        self._act([recording.of_reset(card) for card in cards])

    def delete_cards(self, hits: Iterable[Hit]) -> int:
        """Take cards out of their decks' files into the bin, with their siblings; return how many entries that were."""
        by_deck: dict[Path, tuple[Shelved, dict[Item, None]]] = {}
        for hit in hits:
            by_deck.setdefault(hit.deck.path, (hit.deck, {}))[1][hit.card.item] = None
        mark = random_hex(8)
        for deck, items in by_deck.values():
            self._delete_items(deck, tuple(items), mark)
        self.refresh()
        return sum(len(items) for _, items in by_deck.values())

    def delete_deck(self, deck: Shelved) -> None:
        """Put the file of a whole deck into the bin."""
        data = read_bytes(deck.path)
        file = f"{deck.name}-{random_hex(4)}{DECK_ENDING}"
        write_atomically(self.home.bin / file, data)
        self._act([recording.of_deleted_deck(deck.place, deck.title, file)])
        remove(deck.path)
        self.refresh()

    @property
    def bin(self) -> tuple[Event, ...]:
        """What was deleted and can be put back, in order."""
        return self.progress.past.shelf.acts

    def restore(self, deletions: Iterable[Event]) -> None:
        """Put back what was deleted."""
        deletions = sorted(deletions, key=lambda event: event.order)
        self._put_back(deletions)
        self.tell(*map(recording.of_void, deletions))
        for event in deletions:
            self._forget(event)
        self.refresh()

    def empty_bin(self) -> None:
        """Let nothing of what was deleted be there to be put back."""
        deletions = self.bin
        if deletions:
            self.tell((kinds.EMPTY, {"targets": tuple(event.id for event in deletions)}))
        for event in deletions:
            self._forget(event)
            if file := event.text("file"):
                remove(self.home.bin / Path(file).name)

    def take_back(self, event: Event) -> None:
        """Undo what an event tells, with all that was done in the same action."""
        together = self._together(event)
        deleted = [each for each in sorted(together, key=lambda each: each.order) if each.kind == kinds.DELETE]
        self._put_back(deleted)
        self.tell(*map(recording.of_void, together))
        self._touched.update(CardId(each.text("card")) for each in together)
        if deleted:
            self.refresh()

    def _act(self, happened: Sequence[Happened]) -> None:
        """Record what makes up one action of the user's."""
        mark = random_hex(8)
        marked = [(kind, {**data, "with": mark}) for kind, data in happened] if len(happened) > 1 else happened
        events = self.tell(*marked)
        self._trail.extend(events[-1:])
        self._touched.update(CardId(event.text("card")) for event in events)

    def _together(self, event: Event) -> list[Event]:
        mark = event.text("with")
        return self.progress.together(mark) if mark else [event]

    def _forget(self, event: Event) -> None:
        """Let an action not be the next to be undone."""
        self._trail = [step for step in self._trail if step is None or step.id != event.id]

    def _first(self, card: Card) -> bool:
        return not self.progress.past.of(card.id).question

    def _delete_items(self, deck: Shelved, items: Sequence[Item], mark: str) -> None:
        from quizapp.store.cardlist import cards_removed, item_text, places_of  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

        data = read_bytes(deck.path)
        written = cards_removed(data, str(deck.path), items)
        placed = sorted(zip(places_of(data, str(deck.path), items), items, strict=True), key=lambda each: each[0])
        told = (recording.of_deleted_item(deck.place, at, item, cards_of(item), item_text(item)) for at, item in placed)
        events = self.tell(*((kind, {**data_of, "with": mark}) for kind, data_of in told))
        try:
            self.write_deck(deck, written, data)
        except QuizError:
            self.tell(*map(recording.of_void, events))
            raise
        self._trail = [step for step in self._trail if step is None or step.text("with") != mark]
        self._trail.append(events[-1])

    def _put_back(self, deletions: Sequence[Event]) -> None:
        """Put what was deleted where it was: cards in their decks, a deck under its name or the next that is free."""
        by_place: dict[str, list[Event]] = {}
        for event in deletions:
            if event.text("file"):
                self._put_deck_back(event)
            else:
                place = place_now(self.progress.past.moves, event.text("place"), event.order)
                by_place.setdefault(place, []).append(event)
        for place, events in by_place.items():
            self._put_cards_back(place, events)

    def _put_deck_back(self, event: Event) -> None:
        kept = self.home.bin / Path(event.text("file")).name
        path = self._path_at(event.text("place"))
        write_atomically(free_path(path.parent, path.stem), read_bytes(kept), was="")
        remove(kept)

    def _put_cards_back(self, place: str, events: Sequence[Event]) -> None:
        from quizapp.store.cardlist import cards_added, items_in  # noqa: PLC0415 - the first card should not wait for it
        from quizapp.store.deckfile import parse_deck  # noqa: PLC0415 - likewise

        path = next((deck.path for deck in self.shelf.decks if deck.place == place), self._path_at(place))
        data = read_bytes(path)
        there = set(parse_deck(data, str(path)).deck.items)
        told = [(item, event) for event in events for item in items_in(event.text("item"), "the bin")]
        missing = [(item, event) for item, event in told if item not in there]
        at = [event.number("at") for _, event in missing]
        written = cards_added(data, str(path), [item for item, _ in missing], at)
        if written != data:
            write_atomically(path, written, was=digest_of(data))

    def _path_at(self, place: str) -> Path:
        return Path(place) if place.startswith("/") else self.home.decks / f"{place}{DECK_ENDING}"
