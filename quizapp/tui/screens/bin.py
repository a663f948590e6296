"""The bin: what was deleted, to be put back or thrown away for good."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.errors import QuizError
from quizapp.history.events import Event
from quizapp.library.library import Library
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.moves import MOVES

EMPTY = "The bin is empty."


class BinList(OptionList):
    """What was deleted, the last first."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES


class BinScreen(Place[None]):
    """Everything that was deleted and can be put back."""

    TITLE = "Bin"
    HELP = "What you delete stays here, with what you learned of it, until you empty the bin."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "restore", "Put back", key_display="r", tooltip="Put it back where it was"),
        Binding("X", "empty", "Empty", tooltip="Empty the bin; asks first"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back to the cards"),
    ]

    def __init__(self, library: Library) -> None:
        """Show the bin of ``library``."""
        super().__init__()
        self._library = library
        self._deletions: list[Event] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="bin"):
            yield Static(id="heading", markup=False)
            yield BinList(id="deletions", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is in it."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put back only what there is."""
        return bool(self._deletions) if action in {"restore", "empty"} else super().check_action(action, parameters)

    def action_restore(self) -> None:
        """Put the entry under the cursor back."""
        place = self.query_one(BinList).highlighted
        if place is None or place >= len(self._deletions):
            return
        try:
            self._library.restore([self._deletions[place]])
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
        self._draw()

    def action_empty(self) -> None:
        """Ask, then throw everything away."""
        consequence = (
            f"{counted(len(self._deletions), 'entry', 'entries')} are gone for good; no undo brings them back."
        )
        self.app.push_screen(Confirm(Content("Empty the bin?"), consequence, "empty it", "leave it"), self._emptied)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def on_option_list_option_selected(self) -> None:
        """Put back what was clicked twice or entered."""
        self.action_restore()

    def _emptied(self, agreed: bool | None) -> None:
        if agreed:
            try:
                self._library.empty_bin()
            except QuizError as error:
                self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
            self._draw()

    def _draw(self) -> None:
        self._deletions = list(reversed(self._library.bin))
        count = counted(len(self._deletions), "entry", "entries")
        heading = Content.assemble(("Bin", "bold $primary"), "   ", (count if self._deletions else EMPTY, "$muted"))
        self.query_one("#heading", Static).update(heading)
        shown = self.query_one(BinList)
        before = shown.highlighted or 0
        shown.set_options(Option(_row(event)) for event in self._deletions)
        shown.highlighted = min(before, len(self._deletions) - 1) if self._deletions else None
        self.refresh_bindings()


def _row(event: Event) -> Content:
    when = (f"{event.t:%Y-%m-%d}  ", "$muted")
    if event.text("file"):
        return Content.assemble(when, ("whole deck  ", "$warning"), prose.line(event.text("title")))
    question = prose.line(event.text("question"), limit=120)
    return Content.assemble(when, question, "  ", prose.line(event.text("answer"), "$muted", 60))
