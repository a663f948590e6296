"""After a quiz, or on a quiz of long ago: the score, every answer, the misses, and another go at them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.tui.place import Place
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.told_quiz import AnswerRow, ToldQuiz, score_lines


class Results(Place[bool]):
    """Shows what a quiz came to. Its result: the misses are to be asked again."""

    TITLE = "Quiz, its results"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "retry", "Retry misses", tooltip="Retry what was missed; the score stays"),
        Binding("m", "toggle_misses", "Only misses", tooltip="Only what was missed, or everything"),
        Binding("j,down", "scroll(3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("k,up", "scroll(-3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("space,enter,q,escape", "leave", "Done", key_display="q", tooltip="Back to where you were"),
    ]

    def __init__(self, quiz: ToldQuiz) -> None:
        """Show the results of ``quiz``."""
        super().__init__()
        self._quiz = quiz
        self._only_misses = False

    def compose(self) -> ComposeResult:
        """Lay out the score above the answers."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet"):
            yield Static(Content("\n").join(score_lines(self._quiz)), id="score", markup=False)
            yield from map(AnswerRow, self._quiz.answers)
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer misses only where there are some."""
        if action in {"retry", "toggle_misses"}:
            return self._quiz.missed
        return super().check_action(action, parameters)

    def action_toggle_misses(self) -> None:
        """Show only what was missed, or everything again."""
        self._only_misses = not self._only_misses
        self._draw()

    def action_scroll(self, lines: int) -> None:
        """Scroll the answers."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_retry(self) -> None:
        """Ask the missed questions again."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(False)

    def _draw(self) -> None:
        for row in self.query(AnswerRow):
            row.display = not (self._only_misses and row.right)
        self.query_one(VerticalScroll).scroll_home(animate=False)
