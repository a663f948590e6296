"""The inbox: generated cards, each with the sentence that proves it, waiting for a yes or a no."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.library.making import Made
from quizapp.library.shelf import Shelved
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.place import INBOX, TopPlace
from quizapp.tui.screens.card_editor import CardEditor
from quizapp.tui.screens.generate import GenerateScreen
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.item_list import ItemList
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import WRONG, counted
from quizapp.tui.widgets.place_bar import PlaceBar

DOUBT = "?"


class InboxScreen(TopPlace):
    """Cards that were generated and that nobody has decided on."""

    TITLE = "Inbox"
    HELP = "Nothing here is studied before you accept it. Each card shows the sentence it was made from."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,enter", "accept", "Accept", key_display="a", tooltip="Accept the card: it joins your decks"),
        Binding("r", "reject", "Reject", tooltip="Reject the card: it is thrown away"),
        Binding("e", "edit", "Edit", tooltip="Edit the card before you decide"),
        Binding("R", "reject_all", "Reject all", show=False, tooltip="Reject all cards of this deck"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last decision, then those before"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "app.go('home')", "Back", key_display="q", tooltip="Back to the decks"),
        Binding("A", "accept_all", "Accept all", tooltip="Accept all cards of this deck"),
    ]

    def __init__(self, library: Library) -> None:
        """Show what waits in the home of ``library``."""
        super().__init__()
        self._library = library
        self._inbox = library.inbox

    def compose(self) -> ComposeResult:
        """Lay out the cards and, beside or below them, the one under the cursor."""
        yield PlaceBar(INBOX)
        with Container(id="twofold"):
            yield ItemList(id="list")
            with Vertical(id="preview"):
                face = CardFace(tight=True)
                face.can_focus = False
                yield face
                yield Static(id="doubt", markup=False)
        yield Static(_empty(self.key_of("app.generate")), id="empty", markup=False)
        yield Static(id="broken", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Look what waits now."""
        self._attempt(self._inbox.refresh)
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer decisions only where there is a card."""
        if action in {"accept", "reject", "edit", "accept_all", "reject_all"}:
            return bool(self._inbox.decks)
        return super().check_action(action, parameters)

    def generate(self) -> None:
        """Make cards from an article and show them."""
        self.app.push_screen(GenerateScreen(self._library), self._show_made)

    def _show_made(self, made: Made | None) -> None:
        if made is None:
            return
        undated = "" if made.dated else " The article has no date; with one there may be more."
        self.notify(f"{counted(made.cards, 'card')} made.{undated}", timeout=6)
        for notice in made.notices[:1]:
            self.notify(one_line(notice), timeout=6, markup=False)
        self.query_one(ItemList).go_to(made.path)

    def action_accept(self) -> None:
        """Accept the card under the cursor."""
        self._decide(lambda path, number: self._inbox.accept(path, [number]), "Accepted")

    def action_reject(self) -> None:
        """Reject it."""
        self._decide(lambda path, number: self._inbox.reject(path, [number]), "Rejected")

    def action_accept_all(self) -> None:
        """Accept all cards of its deck."""
        self._decide(lambda path, _: self._inbox.accept(path), "All accepted")

    def action_reject_all(self) -> None:
        """Reject them all."""
        self._decide(lambda path, _: self._inbox.reject(path), "All rejected")

    def action_edit(self) -> None:
        """Edit the card under the cursor."""
        chosen = self.query_one(ItemList).chosen
        if chosen is None:
            return
        deck, number = chosen
        item = deck.deck.items[number - 1]

        def amend(edited: Item | None) -> None:
            if edited is not None and edited != item:
                self._decide(lambda path, number: self._inbox.amend(path, number, edited), "Edited")

        self.app.push_screen(CardEditor(deck.title, item, deck.deck.items, deck.deck.source), amend)

    def action_undo(self) -> None:
        """Take back the last decision."""
        undone = self._attempt(self._inbox.undo)
        if undone is not None:
            self.notify(f"Taken back: {undone}." if undone else "Nothing to undo.", timeout=3)
            self._draw()

    @on(OptionList.OptionHighlighted)
    def _tell_chosen(self) -> None:
        chosen = self.query_one(ItemList).chosen
        self.query_one("#preview").display = chosen is not None
        if chosen is not None:
            self._show(*chosen)

    @on(OptionList.OptionSelected)
    def _accept_selected(self) -> None:
        self.action_accept()

    def _decide(self, decide: Callable[[Path, int], object], told: str) -> None:
        chosen = self.query_one(ItemList).chosen
        if chosen is None:
            return
        deck, number = chosen
        if self._attempt(lambda: decide(deck.path, number) or True):
            self.notify(f"{told}. {self.key_of('undo')} takes it back.", timeout=2)
        self._draw()

    def _show(self, deck: Shelved, number: int) -> None:
        item = deck.deck.items[number - 1]
        self.query_one(CardFace).reveal(cards_of(item)[0], item.source or deck.deck.source)
        doubt = self.query_one("#doubt", Static)
        doubt.display = bool(item.doubt)
        doubt.update(Content.assemble((f"{DOUBT} look twice: ", "bold $warning"), prose.line(item.doubt)))

    def _draw(self) -> None:
        decks = self._inbox.decks
        self.query_one("#twofold").display = bool(decks)
        self.query_one("#empty").display = not decks
        self.query_one(ItemList).show(decks)
        bar = self.query_one(PlaceBar)
        bar.waiting = self._inbox.count
        broken = self.query_one("#broken", Static)
        broken.display = bool(self._problems)
        broken.update(Content("\n").join(self._problems))
        self._tell_chosen()
        self.refresh_bindings()

    @property
    def _problems(self) -> list[Content]:
        problems = [*self._inbox.problems, *(problem for deck in self._inbox.decks for problem in deck.problems)]
        return [Content.assemble(f"{WRONG} ", prose.line(str(problem), limit=200)) for problem in problems[:2]]

    def _attempt(self, work: Callable[[], object]) -> object:
        try:
            return work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
            return None


def _empty(generate: str) -> Content:
    return Content.assemble(
        ("Nothing waits here.\n\n", "bold"),
        (generate, "bold $primary"),
        "  makes cards from an article; they wait here until you accept them.",
    )
