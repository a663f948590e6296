"""The four grades, each with the time after which the card would come back."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quizapp.history.events import Grade

NAMES = {Grade.AGAIN: "Again", Grade.HARD: "Hard", Grade.GOOD: "Good", Grade.EASY: "Easy"}


class GradeKey(Static):
    """One grade: its key, its name, its interval."""

    def __init__(self, grade: Grade) -> None:
        """Stand for a grade."""
        super().__init__(id=f"grade-{int(grade)}", classes="grade", markup=False)
        self.grade = grade

    def show(self, interval: str) -> None:
        """Show when the card would come back."""
        self.update(
            Content.assemble(
                (f"{int(self.grade)}", "bold $primary"), " ", NAMES[self.grade], "\n", (interval, "$muted")
            )
        )

    def on_click(self) -> None:
        """Choose this grade."""
        self.post_message(GradeBar.Chosen(self.grade))


class GradeBar(Horizontal):
    """The four grades side by side; Good, which a second Space gives, stands out."""

    @dataclass
    class Chosen(Message):
        """A grade was clicked."""

        grade: Grade

    def compose(self) -> ComposeResult:
        """Lay out the grades from Again to Easy."""
        for grade in Grade:
            yield GradeKey(grade)

    def show(self, intervals: Mapping[Grade, str]) -> None:
        """Show each grade's interval."""
        for key in self.query(GradeKey):
            key.show(intervals.get(key.grade, ""))
