"""Asks before a quiz is broken off: it would stay without a score."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

QUESTION = "Leave this quiz?"
CONSEQUENCE = "The answers so far are kept, but an unfinished quiz has no score."


class LeaveQuiz(ModalScreen[bool]):
    """A small question; its result: leave."""

    TITLE = "Leaving a quiz"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "leave", "Leave", tooltip="Leave the quiz"),
        Binding("n,escape,q", "stay", "Go on", tooltip="Go on with the quiz"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(id="dialog"):
            yield Static(Content.styled(QUESTION, "bold"), markup=False)
            yield Static(Content.styled(CONSEQUENCE, "$muted"), markup=False)
            yield Static(
                Content.assemble(("y", "bold $primary"), "  leave      ", ("Esc", "bold $primary"), "  go on"),
                id="dialog-keys",
                markup=False,
            )

    def action_leave(self) -> None:
        """Leave the quiz."""
        self.dismiss(True)

    def action_stay(self) -> None:
        """Go on with it."""
        self.dismiss(False)
