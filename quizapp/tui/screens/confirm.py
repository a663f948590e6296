"""A small question before something is given up."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Confirm(ModalScreen[bool]):
    """Asks; its result: do it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "agree", "Yes", tooltip="Do it"),
        Binding("n,escape,q", "decline", "No", tooltip="Leave it as it is"),
    ]

    def __init__(self, question: Content, consequence: str, agree: str, decline: str) -> None:
        """Ask ``question`` and say what follows; ``agree`` and ``decline`` are the answers in a word or two."""
        super().__init__()
        self._question = question
        self._consequence = consequence
        self._answers = agree, decline

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        agree, decline = self._answers
        with Vertical(id="dialog"):
            yield Static(self._question.stylize_before("bold"), markup=False)
            yield Static(Content.styled(self._consequence, "$muted"), markup=False)
            keys = Content.assemble(
                ("y", "bold $primary"), f"  {agree}      ", ("Esc", "bold $primary"), f"  {decline}"
            )
            yield Static(keys, id="dialog-keys", markup=False)

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_decline(self) -> None:
        """Leave it."""
        self.dismiss(False)
