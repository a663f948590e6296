"""Asks for one line, and says at once why it will not do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from quizapp.errors import QuizError
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.place import PLACES_LOOK
from quizapp.tui.widgets.lines import WRONG


class AskLine(ModalScreen[str]):
    """A line to write in. Its result: what was written, once that was taken; nothing if it was left."""

    CSS_PATH = PLACES_LOOK
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", tooltip="Leave it as it was")]

    def __init__(
        self, title: str, says: str, take: Callable[[str], str], value: str = "", known: Sequence[str] = ()
    ) -> None:
        """Ask for a line about ``title``.

        Args:
            title: what is asked for, in a word or two.
            says: what can be written.
            take: does what was written, or says why it cannot.
            value: what stands there to begin with.
            known: lines to complete from.
        """
        super().__init__()
        self._heading = title
        self._says = says
        self._take = take
        self._value = value
        self._known = known

    def compose(self) -> ComposeResult:
        """Lay out the meaning, the line and its keys."""
        with Vertical(id="dialog", classes="form"):
            yield Static(prose.line(self._heading, "bold $primary"), markup=False)
            yield Static(prose.shown(self._says), markup=False)
            yield Input(self._value, id="line", suggester=SuggestFromList(self._known, case_sensitive=False))
            yield Static(id="refusal", markup=False)
            keys = Content.assemble(("Enter", "bold $primary"), "  keep      ", ("Esc", "bold $primary"), "  leave")
            yield Static(keys, id="dialog-keys", markup=False)

    @on(Input.Submitted)
    def _keep(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        if refusal := self._take(submitted.value):
            told = Content.assemble((f"{WRONG} ", "$error"), prose.line(refusal))
            self.query_one("#refusal", Static).update(told)
        else:
            self.dismiss(submitted.value)

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss("")


def refusing(do: Callable[[str], object]) -> Callable[[str], str]:
    """Return what does something with a line, or says in one line why that cannot be done."""

    def take(line: str) -> str:
        try:
            do(line)
        except QuizError as error:
            problem = error.problems[0]
            return one_line(str(problem.at(Path(problem.file).name)))
        return ""

    return take
