"""The card editor: a form, and beside it the card as it will be asked, with advice while one types."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item, Source
from quizapp.errors import QuizError
from quizapp.library.drafts import Draft, advice_on
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.card_form import CardForm
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import NEARLY, RIGHT, WRONG, counted

ADVICE_SHOWN = 3


class CardEditor(Place[Item | None]):
    """Writes or mends one card. Its result: the item, or None to leave everything as it was."""

    TITLE = "Card editor"
    HELP = "Tab goes from field to field. The card is shown as it will be asked; what could be better stands below it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", key_display="Ctrl+S", tooltip="Save the card"),
        Binding("escape", "leave", "Back", key_display="Esc", tooltip="Back without saving; asks first"),
    ]

    def __init__(
        self, deck: str, item: Item | None = None, others: Sequence[Item] = (), source: Source | None = None
    ) -> None:
        """Edit ``item`` of the deck titled ``deck``, or write a new one; ``others`` are its neighbours there."""
        super().__init__()
        self._deck = deck
        self._item = item
        self._others = [other for other in others if other is not item]
        self._source = (item.source if item else None) or source or Source()
        self._begun = Draft.of(item) if item else Draft()

    def compose(self) -> ComposeResult:
        """Lay out the form and the card."""
        with Container(id="editor"):
            with Vertical(id="writing"):
                what = "Edit a card" if self._item else "New card"
                heading = Content.assemble((what, "bold $primary"), "   ", prose.line(self._deck, "$muted"))
                yield Static(heading, id="heading", markup=False)
                yield CardForm(self._begun)
            with Vertical(id="preview"):
                face = CardFace(tight=True)
                face.can_focus = False
                yield face
                yield Static(id="advice", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the card as it begins."""
        self._show(self._begun)

    @on(CardForm.Changed)
    def _follow(self, changed: CardForm.Changed) -> None:
        self._show(changed.draft)

    def action_save(self) -> None:
        """Give the card to whoever asked for it."""
        try:
            self.dismiss(self.query_one(CardForm).draft.item(self._item))
        except QuizError as error:
            self.notify(prose.line(str(error.problems[0].at(""))).plain, severity="error", markup=False)

    def action_leave(self) -> None:
        """Go back; what was written is given up only when its writer says so."""
        if self.query_one(CardForm).draft == self._begun:
            self.dismiss(None)
        else:
            question = Content("Leave without saving?")
            self.app.push_screen(Confirm(question, "What you wrote is lost.", "leave", "go on"), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.dismiss(None)

    def _show(self, draft: Draft) -> None:
        face, advice = self.query_one(CardFace), self.query_one("#advice", Static)
        try:
            item = draft.item(self._item)
        except QuizError as error:
            advice.update(Content.assemble((f"{WRONG} ", "$error"), prose.line(str(error.problems[0].at("")))))
            return
        cards = cards_of(item)
        face.reveal(cards[0], self._source)
        advice.update(Content("\n").join(_advice(item, len(cards), self._others)))


def _advice(item: Item, cards: int, others: Sequence[Item]) -> Iterator[Content]:
    if cards > 1:
        yield Content.styled(counted(cards, "card"), "$muted")
    found = advice_on(item, others)
    if not found:
        yield Content.assemble((f"{RIGHT} ", "$success"), ("nothing to mend", "$muted"))
    for problem in found[:ADVICE_SHOWN]:
        yield Content.assemble((f"{NEARLY} ", "$warning"), prose.line(str(problem)))
