"""Before a quiz: how many questions, how they are answered, and on what terms."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import USUAL_TERMS, Terms
from quizapp.tui.screens.setup import Setup
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.picker import Picker

NUMBERS = (5, 10, 20, 50)
KINDS = {
    QuizKind.MIXED: "Some of each.",
    QuizKind.CHOICE: "Choose one of several answers. Cards without good wrong answers are left out.",
    QuizKind.TYPED: "Type every answer. Case, accents and small slips do not count against you.",
    QuizKind.TRUE_FALSE: "An answer is claimed: is it true?",
    QuizKind.MATCHING: "Find for each question its answer among those of a whole round.",
}
SECONDS = (0, 10, 20, 30, 60)


class QuizSetup(Setup[Terms]):
    """Asks for the terms of a quiz; Enter starts with what is offered."""

    TITLE = "Quiz, before it starts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "start", "Start", key_display="Enter", tooltip="Start the quiz"),
        Binding("up,k", "app.focus_previous", "Up", show=False, tooltip="The row above"),
        Binding("down,j", "app.focus_next", "Down", show=False, tooltip="The row below"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back without a quiz"),
    ]

    def __init__(self, title: str, cards: int, usual: Terms = USUAL_TERMS) -> None:
        """Ask about a quiz on ``cards`` cards, called ``title``; the ``usual`` terms are offered first."""
        super().__init__()
        self._title = title
        self._cards = cards
        self._usual = usual
        self._numbers = [*(number for number in _with(NUMBERS, usual.number) if 0 < number < cards), 0]
        self._seconds = _with(SECONDS, usual.seconds)

    def compose(self) -> ComposeResult:
        """Lay out the rows and what the chosen kind means."""
        labels = [str(number) if number else f"all {self._cards}" for number in self._numbers]
        usual = self._usual
        number = self._numbers.index(usual.number) if usual.number in self._numbers else len(labels) - 1
        times = [f"{seconds} s" if seconds else "any" for seconds in self._seconds]
        with Vertical(id="stage"), Vertical(classes="sheet"):
            yield self.heading("Quiz", self._title)
            yield Static(counted(self._cards, "card"), classes="muted", markup=False)
            yield Picker("Questions", labels, number, id="number")
            yield Picker("Answers", [kind.value for kind in KINDS], list(KINDS).index(usual.kind), id="kind")
            yield Static(id="meaning", classes="muted", markup=False)
            yield Picker("Time each", times, self._seconds.index(usual.seconds), id="time")
            yield Picker("Feedback", ["at once", "at the end"], int(usual.at_end), id="feedback")
            yield Picker("Schedule", ["stays", "follows, where due"], int(usual.feeds), id="schedule")
            yield self.start_line()
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what the first kind means."""
        self._tell_meaning()

    @on(Picker.Changed, "#kind")
    def _tell_meaning(self) -> None:
        self.query_one("#meaning", Static).update(KINDS[self._kind])

    @property
    def _kind(self) -> QuizKind:
        return list(KINDS)[self.chosen("kind")]

    def action_start(self) -> None:
        """Start the quiz."""
        self.dismiss(
            Terms(
                self._numbers[self.chosen("number")],
                self._kind,
                self._seconds[self.chosen("time")],
                at_end=bool(self.chosen("feedback")),
                feeds=bool(self.chosen("schedule")),
            )
        )


def _with(numbers: Sequence[int], usual: int) -> list[int]:
    """Return the numbers to choose from, the usual one among them."""
    return sorted({*numbers, usual})
