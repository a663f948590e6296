"""What is done to cards from a list of them: edited, tagged, moved, put aside, deleted, and taken back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library.arranging import Arranging
from quizapp.library.bulk import Bulk
from quizapp.library.library import Library
from quizapp.text import one_line
from quizapp.tui.editor import edit_beside
from quizapp.tui.place import Place
from quizapp.tui.screens.ask_line import AskLine, refusing
from quizapp.tui.screens.bin import BinScreen
from quizapp.tui.screens.card_editor import CardEditor
from quizapp.tui.widgets.card_table import CardTable
from quizapp.tui.widgets.lines import counted

Value = TypeVar("Value")


class ChangesCards(Place[None]):
    """A screen with a table of cards; a subclass shows them."""

    def __init__(self, library: Library) -> None:
        """Change the cards of ``library``."""
        super().__init__()
        self._library = library
        self._bulk = Bulk(library)
        self._decks = Arranging(library)

    def show_changes(self) -> None:
        """Show the cards as they are now, with the cursor where it was."""
        raise NotImplementedError

    @property
    def _table(self) -> CardTable:
        return self.query_one(CardTable)

    def action_suspend(self) -> None:
        """Suspend the cards; if they are all suspended, let them be asked again."""
        hits, past = self._table.meant, self._library.progress.past
        on = not all(past.of(hit.card.id).suspended for hit in hits)
        self._do(lambda: self._bulk.suspend(hits, on=on))

    def action_flag(self) -> None:
        """Flag the cards; if they are all flagged, take the flags away."""
        hits, past = self._table.meant, self._library.progress.past
        on = not all(past.of(hit.card.id).flagged for hit in hits)
        self._do(lambda: self._bulk.flag(hits, on=on))

    def action_tag(self) -> None:
        """Ask for tags."""
        hits = self._table.meant
        says = f"Tags for {counted(len(hits), 'card')}, with spaces between. -tag takes one away."
        self._ask("Tags", says, lambda words: self._bulk.tag(hits, words))

    def action_move(self) -> None:
        """Ask for the deck that the cards are moved to."""
        hits = self._table.meant
        places = [deck.place for deck in self._library.shelf.decks]
        says = f"To which deck? {counted(len(hits), 'card')}. Right arrow completes."
        self._ask("Move", says, lambda word: self._bulk.move(hits, word), places)

    def action_delete(self) -> None:
        """Put the cards into the bin."""
        hits = self._table.meant
        self._do(lambda: self._bulk.delete(hits))

    def action_bin(self) -> None:
        """Open the bin."""
        self.app.push_screen(BinScreen(self._library), lambda _: self.show_changes())

    def action_new_card(self) -> None:
        """Write a new card for the deck of the one under the cursor."""
        hit = self._table.current
        if hit is None:
            return
        deck = hit.deck

        def save(item: Item | None) -> None:
            if item is not None:
                self._do(lambda: self._decks.add(deck, [item]))

        self.app.push_screen(CardEditor(deck.title, None, deck.deck.items, deck.heading.source), save)

    def action_edit(self) -> None:
        """Edit the card under the cursor."""
        hit = self._table.current
        if hit is None:
            return

        def save(item: Item | None) -> None:
            if item is not None and item != hit.card.item:
                self._do(lambda: self._bulk.edit(hit, item))

        deck = hit.deck
        self.app.push_screen(CardEditor(deck.title, hit.card.item, deck.deck.items, deck.heading.source), save)

    def action_editor(self) -> None:
        """Open the deck in the user's own editor, at the card."""
        hit = self._table.current
        if hit is not None:
            self._attempt(lambda: edit_beside(self.app, hit.deck.path, hit.card.item.line))
            self._attempt(self._library.refresh)
            self.show_changes()

    def action_undo(self) -> None:
        """Take back what was done last."""
        undone = self._attempt(self._bulk.undo)
        if undone is not None:
            self.notify(f"Taken back: {undone}." if undone else "Nothing to undo.", timeout=3)
            self.show_changes()

    def _ask(self, title: str, says: str, do: Callable[[str], str], known: Sequence[str] = ()) -> None:
        told: list[str] = []
        take = refusing(lambda line: told.append(do(line)))
        self.app.push_screen(AskLine(title, says, take, known=known), lambda _: self._tell_done(told))

    def _do(self, work: Callable[[], str]) -> None:
        self._tell_done([done for done in [self._attempt(work)] if done])

    def _tell_done(self, told: Sequence[str]) -> None:
        for what in told:
            self.notify(f"{what}. {self.key_of('undo')} takes it back.", timeout=3)
        self._table.chosen.clear()
        self.show_changes()

    def _attempt(self, work: Callable[[], Value]) -> Value | None:
        try:
            return work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
            return None
