"""What is done to decks and groups from a list of them: written, renamed, moved, deleted, and taken back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.binding import Binding, BindingType

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library.arranging import Arranging
from quizapp.library.library import Library
from quizapp.library.meant import Meant
from quizapp.library.shelf import Shelved
from quizapp.text import one_line
from quizapp.tui.place import Place
from quizapp.tui.widgets.deck_list import DeckList

Value = TypeVar("Value")

DECK_KEYS: list[BindingType] = [
    Binding("o", "own_settings", "Own settings", show=False, tooltip="Settings of this deck or group alone"),
    Binding("N", "new_deck", "New deck", show=False, tooltip="Begin a new deck"),
    Binding("E", "editor", "Editor", show=False, tooltip="Open this deck in $EDITOR"),
    Binding("P", "paste", "Paste", show=False, tooltip="Paste a table or lines as cards"),
    Binding("R", "rename", "Rename", show=False, tooltip="Give this deck or group another name"),
    Binding("M", "move", "Move", show=False, tooltip="Move this deck or group to another group"),
    Binding("x,delete", "delete_deck", "Delete", show=False, tooltip="Put this deck into the bin"),
]


class ChangesDecks(Place[None]):
    """A screen with a list of decks; a subclass shows them."""

    def __init__(self, library: Library) -> None:
        """Change the decks of ``library``."""
        super().__init__()
        self._library = library
        self._acts = Arranging(library)

    def show_decks(self, cursor: str = "") -> None:
        """Show the decks as they are now, with the cursor on what ``cursor`` names."""
        raise NotImplementedError

    @property
    def _list(self) -> DeckList:
        return self.query_one(DeckList)

    @property
    def _deck(self) -> Shelved | None:
        """The deck under the cursor."""
        chosen = self._list.chosen
        return next((deck for deck in self._library.shelf.decks if chosen and deck.path == chosen.path), None)

    def action_own_settings(self) -> None:
        """Show and change what counts for the deck under the cursor alone, or for its group."""
        from quizapp.tui.screens.own_settings import OwnSettings  # noqa: PLC0415 - the first screen must not wait for it

        if deck := self._list.chosen:
            self.app.push_screen(OwnSettings(self._library, Meant(deck.place), deck.title))
        elif group := self._list.chosen_group:
            self.app.push_screen(OwnSettings(self._library, Meant(group.group, group=True), group.group))

    def action_new_card(self) -> None:
        """Write a new card for the deck under the cursor."""
        if deck := self._deck:
            self._write_card(deck)

    def action_new_deck(self) -> None:
        """Ask for a title, then for the first card."""
        group, before = self._group, {deck.path for deck in self._library.shelf.decks}
        where = f" It will stand in {group}/." if group else ""

        def write(title: str | None) -> None:
            if title:
                begun = next(deck for deck in self._library.shelf.decks if deck.path not in before)
                self.show_decks(str(begun.path))
                self._write_card(begun)

        self._ask("New deck", f"Its title.{where}", lambda title: self._acts.begin(title, group=group), then=write)

    def action_paste(self) -> None:
        """Let pasted text become cards of the deck under the cursor, or of another one."""
        from quizapp.tui.screens.paste import PasteScreen  # noqa: PLC0415 - the first screen must not wait for it

        self.app.push_screen(PasteScreen(self._library, self._deck, self._group), self._tell_done)

    def action_editor(self) -> None:
        """Open the deck under the cursor in the user's own editor, at its first mistake."""
        from quizapp.tui.editor import edit_beside  # noqa: PLC0415 - few open one

        if chosen := self._list.chosen:
            line = max((problem.line for problem in chosen.problems[:1]), default=1)
            self._attempt(lambda: edit_beside(self.app, chosen.path, line))
            self._attempt(self._library.refresh)
            self.show_decks()

    def action_rename(self) -> None:
        """Ask for another title of the deck under the cursor, or another name of the group."""
        if deck := self._deck:
            self._ask("Rename", "The deck's title.", lambda title: self._acts.retitle(deck, title), deck.title)
        elif info := self._list.chosen_group:
            above, _, name = info.group.rpartition("/")
            into = f"{above}/" if above else ""
            says = "The group's name; its folder is named so."
            self._ask("Rename", says, lambda new: self._acts.move_group(info.group, f"{into}{new.strip()}"), name)

    def action_move(self) -> None:
        """Ask for another place of the deck or the group under the cursor."""
        groups = [f"{deck.group}/" for deck in self._library.shelf.decks if deck.group]
        if deck := self._deck:
            says = "Where it is to stand, as group/name; after group/ it keeps its name, / is the top."
            self._ask("Move", says, lambda place: self._acts.move(deck, place), deck.place, known=groups)
        elif info := self._list.chosen_group:
            says = "Where the group is to stand; after another/ it keeps its name, / is the top."
            self._ask("Move", says, lambda new: self._acts.move_group(info.group, new), info.group, known=groups)

    def action_delete_deck(self) -> None:
        """Put the deck under the cursor into the bin."""
        if deck := self._deck:
            self._tell_done(self._attempt(lambda: self._acts.delete(deck)))

    def action_undo(self) -> None:
        """Take back what was done last to decks or cards."""
        undone = self._attempt(self._acts.undo)
        if undone is not None:
            self.notify(f"Taken back: {undone}." if undone else "Nothing to undo.", timeout=3, markup=False)
            self.show_decks()

    @property
    def _group(self) -> str:
        """The group that the cursor is in."""
        info = self._list.chosen_group
        return info.group if info else self._list.chosen.group if self._list.chosen else ""

    def _write_card(self, deck: Shelved) -> None:
        from quizapp.tui.screens.card_editor import CardEditor  # noqa: PLC0415 - the first screen must not wait for it

        def save(item: Item | None) -> None:
            if item is not None:
                self._tell_done(self._attempt(lambda: self._acts.add(deck, [item])))

        self.app.push_screen(CardEditor(deck.title, None, deck.deck.items, deck.heading.source), save)

    def _ask(  # noqa: PLR0913 - what a question needs
        self,
        title: str,
        says: str,
        do: Callable[[str], str],
        value: str = "",
        *,
        known: Sequence[str] = (),
        then: Callable[[str | None], None] | None = None,
    ) -> None:
        """Ask for a line and do something with it; what was done can be taken back."""
        from quizapp.tui.screens.ask_line import AskLine, refusing  # noqa: PLC0415 - the first screen must not wait for it

        told: list[str] = []
        take = refusing(lambda line: told.append(do(line)))
        tell = then or (lambda _: self._tell_done(told[0] if told else None))
        self.app.push_screen(AskLine(title, says, take, value, known), tell)

    def _tell_done(self, told: str | None) -> None:
        if told:
            self.notify(f"{told}. {self.key_of('undo')} takes it back.", timeout=3, markup=False)
            self.show_decks()

    def _attempt(self, work: Callable[[], Value]) -> Value | None:
        try:
            return work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="warning", markup=False)
            return None
