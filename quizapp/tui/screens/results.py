"""After a quiz: the score, every answer, the misses, and another go at them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.sessions.quiz import Marked, QuizSession
from quizapp.tui import prose
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, RIGHT, WRONG, bar


class ResultRow(Horizontal):
    """One answer of a quiz: its sign, and beside it what there is to tell."""

    def __init__(self, marked: Marked) -> None:
        """Show an answer that was marked."""
        super().__init__()
        self.right = marked.right
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Lay out the sign and the words."""
        sign = (RIGHT, "bold $success") if self.right else (WRONG, "bold $error")
        yield Static(Content.styled(*sign), classes="sign", markup=False)
        yield Static(Content("\n").join(_told(self._marked)), classes="told", markup=False)


class Results(Screen[bool]):
    """Shows what a quiz came to. Its result: the misses are to be asked again."""

    TITLE = "Quiz, its results"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "retry", "Retry misses", tooltip="Retry what was missed; the score stays"),
        Binding("m", "toggle_misses", "Only misses", tooltip="Only what was missed, or everything"),
        Binding("j,down", "scroll(3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("k,up", "scroll(-3)", "Scroll", show=False, tooltip="Scroll the answers"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("space,enter,q,escape", "leave", "Done", key_display="q", tooltip="Back to the decks"),
    ]

    def __init__(self, session: QuizSession, *, saved: bool) -> None:
        """Show the results of ``session``, whose score was ``saved`` or not."""
        super().__init__()
        self._session = session
        self._saved = saved
        self._only_misses = False

    def compose(self) -> ComposeResult:
        """Lay out the score above the answers."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet"):
            yield Static(Content("\n").join(_score(self._session, saved=self._saved)), id="score", markup=False)
            yield from map(ResultRow, self._session.answers)
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer misses only where there are some."""
        if action in {"retry", "toggle_misses"}:
            return bool(self._session.misses)
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
        """Go back to the decks."""
        self.dismiss(False)

    def _draw(self) -> None:
        for row in self.query(ResultRow):
            row.display = not (self._only_misses and row.right)
        self.query_one(VerticalScroll).scroll_home(animate=False)


def _score(session: QuizSession, *, saved: bool) -> Iterator[Content]:
    score = session.score
    title = prose.line(DOT.join(session.decks), "bold", 200)
    yield Content.assemble(("Practice" if session.practice else "Results", "bold $primary"), "   ", title)
    yield Content()
    yield Content.assemble((f"{score.percent}%", "bold $primary"), "   ", bar(score.right / max(score.total, 1), 20))
    wrong = score.total - score.right
    yield Content.assemble(
        (f"{RIGHT} {score.right} right", "$success"), "   ", (f"{WRONG} {wrong} wrong" if wrong else "", "$error")
    )
    if session.practice:
        yield Content.styled("Practice: the score of the quiz stays as it was.", "$muted")
    elif not saved:
        yield Content.styled(f"{WRONG} Not saved.", "bold $error")
    yield Content()


def _told(marked: Marked) -> Iterator[Content]:
    """Yield the question, what was given, what was right, and for a miss the text that tells it."""
    card = marked.question.card
    right = prose.line(card.answer, "bold", 400)
    yield prose.line(card.question, limit=400)
    if marked.right:
        yield right
        return
    given = prose.line(marked.given, limit=400) or Content.styled("no answer", "$muted")
    yield Content.assemble(("you    ", "$muted"), given)
    yield Content.assemble(("right  ", "$muted"), right)
    if card.item.quote:
        yield prose.evidence(card, card.item.quote).stylize_before("italic $muted")
