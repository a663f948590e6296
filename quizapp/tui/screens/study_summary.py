"""The end of a study session: what there is to say about it."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.cards.model import Kind
from quizapp.history.events import Grade
from quizapp.memory.intervals import days_text
from quizapp.sessions.steps import Aside
from quizapp.sessions.study import StudySession
from quizapp.sessions.summary import Summary, summary
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.widgets.answer_keys import NAMES
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, WRONG, bar, counted, minutes

MONTH = 30
KINDS = {Kind.BASIC: "questions", Kind.LIST: "lists", Kind.CLOZE: "gaps"}


class StudySummary(Place[bool]):
    """Says how a session went. Its result: the last answer is to be undone."""

    TITLE = "Study, the end"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,q,escape", "leave", "Done", key_display="Space", tooltip="Back to the decks"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Take back the last answer and go on"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
    ]

    def __init__(self, session: StudySession, now: datetime) -> None:
        """Sum up ``session``, which ended at ``now``."""
        super().__init__()
        self._summary = summary(session)
        self._today = session.timetable.day(now)

    def compose(self) -> ComposeResult:
        """Lay out the summary on one sheet."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet"):
            yield Static(Content("\n").join(_told(self._summary, self._today)), markup=False)
        yield KeyLine()

    def action_leave(self) -> None:
        """Go back to the decks."""
        self.dismiss(False)

    def action_undo(self) -> None:
        """Go back to the last card."""
        self.dismiss(True)


def _told(told: Summary, today: int) -> Iterator[Content]:
    yield Content.styled("Done for now", "bold $primary")
    yield Content()
    if told.known.total:
        yield Content.assemble(
            (f"{told.known.right} of {told.known.total}", "bold"),
            " known at once   ",
            bar(told.known.share, 20, "$success"),
        )
    yield Content(DOT.join(_facts(told)))
    if len(told.by_kind) > 1:
        yield Content.styled(DOT.join(f"{KINDS[k]} {t.right}/{t.total}" for k, t in told.by_kind.items()), "$muted")
    yield from _hardest(told)
    yield from _noticed(told)
    yield from _ahead(told, today)


def _facts(told: Summary) -> Iterator[str]:
    yield counted(told.answers, "answer")
    yield minutes(told.ms)
    if told.new:
        yield f"{told.new} new"
    for grade in (Grade.AGAIN, Grade.HARD, Grade.EASY):
        if count := told.grades.get(grade, 0):
            yield f"{count} × {NAMES[grade]}"
    for how in Aside:
        if count := told.aside.get(how, 0):
            yield f"{count} {how}"


def _hardest(told: Summary) -> Iterator[Content]:
    if not told.hardest:
        return
    yield Content()
    yield Content.styled("Hardest", "$muted")
    for card, misses in told.hardest:
        times = f"   missed {misses} times" if misses > 1 else ""
        yield Content.assemble(
            (f"{WRONG} ", "$error"),
            prose.phrase(card.question, limit=160),
            (times, "$muted"),
            "\n  ",
            prose.phrase(card.answer, "bold", 160),
        )


def _noticed(told: Summary) -> Iterator[Content]:
    """Yield what stood out besides: the slowest answer, what was mixed up, what never sticks."""
    if told.slowest:
        yield Content()
        seconds = f"   {told.slowest.ms / 1000:.0f} s"
        yield Content.assemble(
            ("Slowest  ", "$muted"), prose.phrase(told.slowest.card.question, limit=160), (seconds, "$muted")
        )
    for card, other in told.confused[:3]:
        yield Content.assemble(
            ("Mixed up  ", "$muted"),
            prose.phrase(card.answer, "bold", 80),
            (" with ", "$muted"),
            prose.phrase(other.answer, "bold", 80),
        )
    for card in told.leeches[:3]:
        yield Content.assemble(("Forgotten again and again  ", "$muted"), prose.phrase(card.question, limit=160))


def _ahead(told: Summary, today: int) -> Iterator[Content]:
    if told.next_day is not None:
        yield Content()
        when = _when(told.next_day - today)
        yield Content.assemble(("Next  ", "$muted"), f"{counted(told.next_count, 'card')} {when}")
    if told.suggestion:
        yield Content()
        yield Content(told.suggestion)


def _when(days: int) -> str:
    if days <= 1:
        return "tomorrow" if days == 1 else "later today"
    return f"in {days} days" if days <= MONTH else f"in {days_text(days)}"
