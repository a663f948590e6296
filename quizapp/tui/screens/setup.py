"""What the questions before a session and before a quiz share: a heading, rows to choose in, and how to go on."""

from typing import TypeVar

from textual.content import Content
from textual.widgets import Static

from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.widgets.picker import Picker

_Wanted = TypeVar("_Wanted")


class Setup(Place[_Wanted | None]):
    """Asks in rows what is wanted; gives None when it is left."""

    def heading(self, what: str, title: str) -> Static:
        """Return the line that says what is set up, and on which decks."""
        return Static(Content.assemble((what, "bold $primary"), "   ", prose.line(title, "bold")), markup=False)

    def start_line(self) -> Static:
        """Return the line that says how to start and how to choose."""
        keys = ((self.key_of("start"), "bold $primary"), "  start     ", ("↑ ↓ ← →", "bold $primary"), "  choose")
        return Static(Content.assemble(*keys), id="start", markup=False)

    def chosen(self, row: str) -> int:
        """Return the place of what is chosen in the row with this id."""
        return self.query_one(f"#{row}", Picker).chosen

    def action_leave(self) -> None:
        """Go back without starting."""
        self.dismiss(None)
