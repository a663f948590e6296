"""Changing cards in their files, with what has been learned of them following."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Card, Deck, Item, Kind
from quizapp.cards.succession import successors
from quizapp.errors import QuizError
from quizapp.history.events import Event
from quizapp.history.fold import NOTHING
from quizapp.library import recording
from quizapp.library.filenames import file_name, free_path
from quizapp.library.opened import Edit, Opened
from quizapp.library.shelf import Shelved, deck_holding
from quizapp.store.disk import read_bytes


class Editing(Opened):
    """The part of an open home that changes cards. Every method raises QuizError when it could not."""

    def edit_card(self, card: Card, new: Item, place: str = "") -> Card:
        """Make the item of ``card`` say ``new`` in its file; return the card that it is now.

        No other byte of the file changes, and what has been learned follows the card. ``place`` is
        that of the card's deck; without one it is the first deck that has the card. A file that no
        longer has the card as it was is left alone.
        """
        from quizapp.store.cardedit import card_edited  # noqa: PLC0415 - not before it is needed: the first card should not wait for it
        from quizapp.store.filechange import FileChange  # noqa: PLC0415 - as above

        deck = deck_holding(self.shelf, card, place)
        data = read_bytes(deck.path)
        written = card_edited(data, str(deck.path), card.item, new)
        self.write_deck(deck, written, data)
        became = list(successors(card.item, new))
        links = self._carry_over(became)
        self.refresh()
        now = next((now for was, now in became if was.id == card.id), cards_of(new)[0])
        self._edits.append(Edit(now.id, FileChange({deck.path: data}, {deck.path: written}), links))
        return replace(now, strict=card.strict)

    def take_back_edit(self, card: Card) -> None:
        """Take back the edit that made ``card`` what it is: its file is byte for byte as it was.

        A file that was changed since is left alone.
        """
        from quizapp.store.filechange import take_back  # noqa: PLC0415 - as above

        edit = next(edit for edit in reversed(self._edits) if edit.card == card.id)
        take_back(edit.change)
        self.tell(*map(recording.of_void, edit.links))
        self._edits.remove(edit)
        self.refresh()

    def add_cards(self, deck: Shelved, items: Sequence[Item]) -> None:
        """Put cards at the end of a deck's file."""
        from quizapp.store.cardlist import cards_added  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

        data = read_bytes(deck.path)
        self.write_deck(deck, cards_added(data, str(deck.path), items), data)
        self.refresh()

    def new_deck(self, title: str, group: str = "") -> Shelved:
        """Make a deck without cards, in a group if one is named."""
        from quizapp.store.deckwriter import write_deck  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

        folder = self.home.decks.joinpath(*PurePosixPath(group).parts)
        if not folder.resolve().is_relative_to(self.home.decks.resolve()):
            raise QuizError.of(
                f"the group `{group}` is not below your decks", "name a folder in it, such as asia/rivers"
            )
        path = free_path(folder, file_name(title))
        write_deck(path, Deck(title), was="")
        self.refresh()
        return next(deck for deck in self.shelf.decks if deck.path == path)

    def add_alias(self, card: Card, text: str, place: str = "") -> Card:
        """Let ``text`` be a right answer to ``card`` from now on; return the card that it is now."""
        if card.direction or (card.kind is Kind.CLOZE and len(cards_of(card.item)) > 1):
            raise QuizError.of("this card's file has no place for another answer", "change its answer instead")
        if text in card.item.accept:
            return card
        return self.edit_card(card, replace(card.item, accept=(*card.item.accept, text)), place)

    def _carry_over(self, became: list[tuple[Card, Card]]) -> tuple[Event, ...]:
        """Record for each card that goes by another name now that its past goes on under that."""
        past = self.progress.past
        links = [
            recording.of_link(past.name_of(was.id), now)
            for was, now in became
            if now.id not in (was.id, past.name_of(was.id))
            and past.of(was.id) is not NOTHING
            and past.of(now.id) in (NOTHING, past.of(was.id))
        ]
        return self.tell(*links)
