"""What is done to many cards at once from a list of them, each act taken back as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quizapp.cards.identity import item_key
from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library import recording
from quizapp.library.acts import Act, Acting, counted
from quizapp.library.search import Hit
from quizapp.library.shelf import Shelved
from quizapp.library.told import task_of
from quizapp.sessions.steps import Flagged
from quizapp.store.cardedit import cards_edited
from quizapp.store.cardlist import cards_added, cards_removed
from quizapp.store.disk import read_bytes
from quizapp.store.filechange import change_files, take_back


class Bulk(Acting):
    """Acts on cards that were found."""

    def suspend(self, hits: Iterable[Hit], *, on: bool) -> str:
        """Let cards rest, or be asked again."""
        past = self._library.progress.past
        cards = [hit.card for hit in hits if past.of(hit.card.id).suspended is not on]
        if cards:
            self._library.suspend(cards, on=on)
        return self._told("suspended" if on else "no longer suspended", len(cards))

    def delete(self, hits: Iterable[Hit]) -> str:
        """Put cards into the bin, each with its siblings."""
        return self._told("deleted", self._library.delete_cards(hits), "entry", "entries")

    def flag(self, hits: Iterable[Hit], *, on: bool) -> str:
        """Flag cards, or take their flags away."""
        library = self._library
        past = library.progress.past
        tasks = [task_of(library, hit) for hit in hits if past.of(hit.card.id).flagged is not on]
        steps = (recording.of_step(Flagged(task, on), not past.of(task.card.id).question) for task in tasks)
        events = library.tell(*filter(None, steps))
        told = f"{counted(len(tasks))} {'flagged' if on else 'no longer flagged'}"
        return self._keep(Act(told, lambda: library.tell(*map(recording.of_void, events))))

    def tag(self, hits: Iterable[Hit], words: str) -> str:
        """Give cards tags, with spaces between, and take away those after a ``-``."""
        wanted = words.replace(",", " ").split()
        given = [word for word in wanted if not word.startswith("-")]
        taken = {word[1:] for word in wanted if word.startswith("-")}
        if not wanted:
            raise QuizError.of("no tag was named", "write tags with spaces between; -tag takes one away")

        def tagged(item: Item) -> Item:
            kept = [tag for tag in item.tags if tag not in taken]
            return replace(item, tags=tuple(dict.fromkeys((*kept, *given))))

        contents: dict[Path, bytes | None] = {}
        count = 0
        for deck, items in _by_deck(hits):
            pairs = [(item, new) for item in items if (new := tagged(item)) != item]
            count += len(pairs)
            contents[deck.path] = cards_edited(read_bytes(deck.path), str(deck.path), pairs)
        return self._changed(f"{counted(count, 'entry', 'entries')} tagged", contents)

    def move(self, hits: Iterable[Hit], word: str) -> str:
        """Move cards, each with its siblings, to the end of the deck that a word means; what was learned stays."""
        (target, *others) = self._library.shelf.named(word)
        if others:
            raise QuizError.of(f"{word} is a group of decks", "name one deck")
        there = {item_key(item) for item in target.deck.items}
        contents: dict[Path, bytes | None] = {target.path: read_bytes(target.path)}
        moved: list[Item] = []
        for deck, items in _by_deck(hits):
            if deck.path != target.path:
                contents[deck.path] = cards_removed(read_bytes(deck.path), str(deck.path), items)
                moved.extend(items)
        added = list({item_key(item): item for item in moved if item_key(item) not in there}.values())
        contents[target.path] = cards_added(contents[target.path] or b"", str(target.path), added)
        return self._changed(f"{counted(len(moved), 'entry', 'entries')} moved", contents)

    def edit(self, hit: Hit, item: Item) -> str:
        """Make one card's item say something else; what was learned follows it."""
        now = self._library.edit_card(hit.card, item, hit.deck.place)
        return self._keep(Act("1 entry edited", lambda: self._library.take_back_edit(now)))

    def _told(self, what: str, count: int, thing: str = "card", things: str = "cards") -> str:
        """Keep an act that the library has recorded as the last one."""
        event = self._library.progress.last_undoable()
        told = f"{counted(count, thing, things)} {what}"
        if not count or event is None:
            return told
        return self._keep(Act(told, lambda: self._library.take_back(event)))

    def _changed(self, told: str, contents: dict[Path, bytes | None]) -> str:
        change = change_files(contents)
        return self._keep(Act(told, lambda: take_back(change)))


def _by_deck(hits: Iterable[Hit]) -> Iterator[tuple[Shelved, list[Item]]]:
    """Yield each deck with its items, each once however many of its cards are meant."""
    items: dict[str, dict[Item, None]] = defaultdict(dict)
    decks: dict[str, Shelved] = {}
    for hit in hits:
        decks[hit.deck.place] = hit.deck
        items[hit.deck.place][hit.card.item] = None
    for place, deck in decks.items():
        yield deck, list(items[place])
