"""What is known about a card: how well it is remembered, and every answer it has had."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.library.facts import Fact, answers, facts
from quizapp.library.library import Library
from quizapp.sessions.task import Task
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import counted

LABEL, MOMENT = 12, 18
"""The widths of the names of facts and of the times of answers, in cells."""


class CardInfo(Place[None]):
    """One card's memory state and history; its answer is not told."""

    TITLE = "Card, what is known of it"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("k,up", "scroll(-3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("i,q,escape,space,enter", "leave", "Back", key_display="i", tooltip="Back to the card"),
    ]

    def __init__(self, library: Library, asked: Task) -> None:
        """Tell about a card that is being asked."""
        super().__init__()
        self._question = asked.card.question
        self._facts = tuple(facts(library, asked))
        self._answers = tuple(answers(library, asked))

    def compose(self) -> ComposeResult:
        """Lay out memory above history."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet"):
            yield Static(Content("\n").join(self._told()), markup=False)
        yield KeyLine()

    def action_scroll(self, lines: int) -> None:
        """Scroll the answers."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Go back to the card."""
        self.dismiss(None)

    def _told(self) -> Iterator[Content]:
        yield prose.phrase(self._question, "bold", 300)
        yield Content()
        yield from (_row(fact, LABEL) for fact in self._facts)
        if self._answers:
            yield Content()
            yield Content.styled(f"{counted(len(self._answers), 'answer')}, the last one first", "bold $primary")
            yield from (_row(answer, MOMENT) for answer in self._answers)


def _row(fact: Fact, width: int) -> Content:
    name, told = fact
    return Content.assemble((name.ljust(width), "$muted"), prose.line(told))
