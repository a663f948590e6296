"""Before studying, for those who want to choose: which cards, how many, and how they are answered."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.insight.pace import Pace
from quizapp.library.selection import Selection, StudyWish
from quizapp.memory.ways import StudyBy
from quizapp.tui import prose
from quizapp.tui.screens.setup import Setup
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.picker import Picker

KINDS = ("due", "missed", "flagged", "all")
MEANINGS = {
    "due": "What is due today, and new cards within the day's limit.",
    "missed": "What you missed the last day it was asked. Its schedule stays.",
    "flagged": "What you flagged. Its schedule stays.",
    "all": "Everything, to cram. The schedule stays.",
}
NUMBERS = (0, 10, 20, 50)
MINUTES = (0, 5, 10, 20)
MOST_TAGS = 4
EACH_ITS_OWN = "as set"
"""Each card as the settings say of its deck."""


class StudySetup(Setup[StudyWish]):
    """Asks what to study; Enter starts with what is offered."""

    TITLE = "Study, before it starts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "start", "Start", key_display="Enter", tooltip="Start the session"),
        Binding("up,k", "app.focus_previous", "Up", show=False, tooltip="The row above"),
        Binding("down,j", "app.focus_next", "Down", show=False, tooltip="The row below"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back without studying"),
    ]

    def __init__(self, title: str, tags: Sequence[str], pace: Pace, usual: Collection[StudyBy]) -> None:
        """Ask about cards of decks called ``title`` that have ``tags``; ``usual`` are the ways that settings say."""
        super().__init__()
        self._title = title
        self._tags = ("", *tags[:MOST_TAGS])
        self._pace = pace
        self._ways: list[StudyBy | None] = [*([None] if len(usual) > 1 else []), *StudyBy]
        self._way = self._ways.index(None if len(usual) > 1 else next(iter(usual)))

    def compose(self) -> ComposeResult:
        """Lay out the rows and what is chosen."""
        with Vertical(id="stage"), Vertical(classes="sheet"):
            yield self.heading("Study", self._title)
            yield Picker("Cards", KINDS, 0, id="kinds")
            yield Static(id="meaning", classes="muted", markup=False)
            if len(self._tags) > 1:
                yield Picker("Tag", ["any", *(prose.line(tag, limit=14).plain for tag in self._tags[1:])], 0, id="tag")
            yield Picker("At most", ["any number", *map(str, NUMBERS[1:])], 0, id="number")
            yield Picker("For", ["any time", *(f"{minutes} min" for minutes in MINUTES[1:])], 0, id="time")
            yield Static(id="fits", classes="muted", markup=False)
            yield Picker("Answers", [str(by or EACH_ITS_OWN) for by in self._ways], self._way, id="by")
            yield self.start_line()
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what is chosen."""
        self._tell()

    @on(Picker.Changed)
    def _tell(self) -> None:
        self.query_one("#meaning", Static).update(MEANINGS[KINDS[self.chosen("kinds")]])
        minutes = MINUTES[self.chosen("time")]
        cards = counted(self._pace.cards_in(minutes), "card")
        whose = "at your own pace" if self._pace.measured else "at a usual pace"
        self.query_one("#fits", Static).update(f"{minutes} min ≈ {cards}, {whose}" if minutes else "")

    def action_start(self) -> None:
        """Start the session."""
        kind = KINDS[self.chosen("kinds")]
        tag = self._tags[self.chosen("tag")] if len(self._tags) > 1 else ""
        self.dismiss(
            StudyWish(
                Selection(tag, flagged=kind == "flagged", misses=kind == "missed"),
                at_most=NUMBERS[self.chosen("number")],
                minutes=MINUTES[self.chosen("time")],
                cram=kind != "due",
                by=self._ways[self.chosen("by")],
            )
        )
