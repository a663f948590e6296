"""Asks whether a card that has gone has become one that has come."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.library.following import OpenQuestion
from quizapp.tui import prose
from quizapp.tui.widgets.lines import counted

_LONGEST = 300


class SameCard(ModalScreen[bool | None]):
    """Shows both cards; its result: whether they are the same, or None if that is left open."""

    TITLE = "Edited cards"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "decide(True)", "Same card", tooltip="The same card: what you have learned goes on with it"),
        Binding("n", "decide(False)", "Two cards", tooltip="Two cards: the new one starts from nothing"),
        Binding("escape,q", "leave", "Later", tooltip="Leave it open; `quizapp doctor --ask` comes back to it"),
    ]

    def __init__(self, question: OpenQuestion) -> None:
        """Ask about one pair."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """Lay out the card as it was and as it may be now."""
        asked = self._question
        with Vertical(id="dialog"):
            yield Static(Content.styled("Is this the same card, edited?", "bold"), markup=False)
            answered = f"before, answered {counted(asked.answered, 'time')}"
            yield Static(_card(answered, asked.old.question, asked.old.answer), markup=False)
            yield Static(_card("now", asked.new.question, asked.new.answer), markup=False)
            keys = (("y", "  same card      "), ("n", "  two cards      "), ("Esc", "  later"))
            parts = [part for key, does in keys for part in ((key, "bold $primary"), does)]
            yield Static(Content.assemble(*parts), id="dialog-keys", markup=False)

    def action_decide(self, same: bool) -> None:
        """Say what it is."""
        self.dismiss(same)

    def action_leave(self) -> None:
        """Leave it open."""
        self.dismiss(None)


def _card(when: str, question: str, answer: str) -> Content:
    return Content.assemble(
        "\n",
        (when, "$muted"),
        "\n",
        prose.line(question, limit=_LONGEST),
        "\n",
        prose.line(answer, "$primary", limit=_LONGEST),
    )
