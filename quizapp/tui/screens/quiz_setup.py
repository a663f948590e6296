"""Before a quiz: how many questions, and how they are answered."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.sessions.quiz import QuizKind
from quizapp.tui import prose
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.picker import Picker

NUMBERS = (5, 10, 20, 50)
USUAL = 10
KINDS = {
    QuizKind.MIXED: "Some by choice, some typed.",
    QuizKind.CHOICE: "Choose one of several answers. Cards without good wrong answers are left out.",
    QuizKind.TYPED: "Type every answer. Case, accents and small slips do not count against you.",
}


@dataclass(frozen=True, slots=True)
class QuizWish:
    """The quiz a user wants."""

    number: int
    """How many questions; 0 for all there are."""
    kind: QuizKind


class QuizSetup(Screen[QuizWish | None]):
    """Asks for number and kind; Enter starts with what is offered."""

    TITLE = "Quiz, before it starts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "start", "Start", key_display="Enter", tooltip="Start the quiz"),
        Binding("up,k", "app.focus_previous", "Up", show=False, tooltip="The row above"),
        Binding("down,j", "app.focus_next", "Down", show=False, tooltip="The row below"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back without a quiz"),
    ]

    def __init__(self, title: str, cards: int) -> None:
        """Offer a quiz on ``cards`` cards of what is called ``title``."""
        super().__init__()
        self._title = title
        self._cards = cards
        self._numbers = (*(number for number in NUMBERS if number < cards), 0)

    def compose(self) -> ComposeResult:
        """Lay out the two rows and what the chosen kind means."""
        labels = [str(number) if number else f"all {self._cards}" for number in self._numbers]
        usual = self._numbers.index(USUAL) if USUAL in self._numbers else len(labels) - 1
        with Vertical(id="stage"), Vertical(classes="sheet"):
            yield Static(
                Content.assemble(("Quiz", "bold $primary"), "   ", prose.line(self._title, "bold")), markup=False
            )
            yield Static(counted(self._cards, "card"), classes="muted", markup=False)
            yield Picker("Questions", labels, usual, id="number")
            yield Picker("Answers", [kind.value for kind in KINDS], 0, id="kind")
            yield Static(id="meaning", classes="muted", markup=False)
            yield Static(
                Content.assemble(("Enter", "bold $primary"), "  start     ", ("↑ ↓ ← →", "bold $primary"), "  choose"),
                id="start",
                markup=False,
            )
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what the first kind means."""
        self._tell_meaning()

    @on(Picker.Changed, "#kind")
    def _tell_meaning(self) -> None:
        self.query_one("#meaning", Static).update(KINDS[self._kind])

    @property
    def _kind(self) -> QuizKind:
        return list(KINDS)[self.query_one("#kind", Picker).chosen]

    def action_start(self) -> None:
        """Start the quiz."""
        self.dismiss(QuizWish(self._numbers[self.query_one("#number", Picker).chosen], self._kind))

    def action_leave(self) -> None:
        """Go back without a quiz."""
        self.dismiss(None)
