"""The grades there are to choose from, each with the time after which the card would come back."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.history.events import Grade

NAMES = {Grade.AGAIN: "Again", Grade.HARD: "Hard", Grade.GOOD: "Good", Grade.EASY: "Easy"}
TWO_NAMES = {Grade.AGAIN: "Wrong", Grade.GOOD: "Right"}
"""What the grades are called where there are only two."""
PROPOSED = "bold on $block-cursor-background"


class GradeBar(Widget):
    """The grades side by side; the one that a second Space gives stands out.

    One widget that draws two lines: on the way from a key to the answer, a widget for each grade
    would take longer than all the rest.
    """

    intervals: reactive[Mapping[Grade, str]] = reactive(dict, layout=False)
    """The grades, each with when the card would come back."""
    proposed: reactive[Grade] = reactive(Grade.GOOD)
    """The grade that stands out."""

    @dataclass
    class Chosen(Message):
        """A grade was clicked."""

        grade: Grade

    def show(self, intervals: Mapping[Grade, str], proposed: Grade) -> None:
        """Show the grades that there are to choose from, each with its interval."""
        self.intervals, self.proposed = intervals, proposed

    def render(self) -> Content:
        """Draw a cell for each grade: its key and name above its interval."""
        names = NAMES if len(self.intervals) == len(NAMES) else TWO_NAMES
        above, below = Content(), Content()
        for place, (grade, interval) in enumerate(self.intervals.items(), 1):
            style = PROPOSED if grade is self.proposed else ""
            above += self._cell(Content.assemble((f"{place}", "bold $primary"), " ", names[grade]), style)
            below += self._cell(Content.styled(interval, "$muted"), style)
        return Content("\n").join((above, below))

    def on_click(self, event: events.Click) -> None:
        """Choose the grade under the mouse."""
        place = event.x // max(self._width, 1)
        if place < len(self.intervals):
            self.post_message(self.Chosen(list(self.intervals)[place]))

    @property
    def _width(self) -> int:
        """The cells that one grade has."""
        return self.content_size.width // max(len(self.intervals), 1)

    def _cell(self, told: Content, style: str) -> Content:
        told = told.truncate(self._width)
        before = (self._width - told.cell_length) // 2
        return told.pad(before, self._width - told.cell_length - before).stylize_before(style)
