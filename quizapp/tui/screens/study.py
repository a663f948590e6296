"""Studying: a card, its answer, a grade, the next card."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.cards.model import CardId
from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.library import Library
from quizapp.sessions.study import Aside, StudySession
from quizapp.sessions.task import Task
from quizapp.text import shown_line
from quizapp.tui import prose
from quizapp.tui.screens.recording import RecordingScreen
from quizapp.tui.screens.study_summary import StudySummary
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.grade_bar import GradeBar
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, minutes
from quizapp.tui.widgets.not_saved import NotSaved
from quizapp.tui.widgets.session_head import SessionHead

_CARD_ACTIONS = frozenset({"reveal", "grade", "hint", "context", "put_aside", "flag", "undo"})
"""What is done to a card, and has to wait until the last answer is saved."""


class RevealKey(Static):
    """What there is to press while the answer is hidden; a click does the same."""

    def on_mount(self) -> None:
        """Say it."""
        self.update(Content.assemble(("Space", "bold $primary"), "  show the answer"))

    async def on_click(self) -> None:
        """Show the answer."""
        await self.run_action("screen.reveal")


class StudyScreen(RecordingScreen[None]):
    """One study session, from its first card to its summary."""

    TITLE = "Study"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "reveal", "Show answer", show=False, tooltip="Show the answer; again: Good"),
        Binding("space,enter", "grade(3)", "Good", key_display="Space"),
        Binding("1", "grade(1)", "Again", show=False, tooltip="Again: not known, it comes back today"),
        Binding("2", "grade(2)", "Hard", show=False, tooltip="Hard: known with effort"),
        Binding("3", "grade(3)", "Good", show=False, tooltip="Good: known; Space does the same"),
        Binding("4", "grade(4)", "Easy", show=False, tooltip="Easy: known at once"),
        Binding("h", "hint", "Hint", tooltip="Hint, if the card has one"),
        Binding("o", "context", "More", tooltip="More: the whole paragraph around the answer"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last answer, then those before"),
        Binding("asterisk", "flag", "Flag", show=False, key_display="*", tooltip="Flag the card, or unflag it"),
        Binding("s", "put_aside('skipped')", "Skip", tooltip="Skip: not in this session"),
        Binding(
            "minus", "put_aside('buried')", "Bury", show=False, key_display="-", tooltip="Bury: not before tomorrow"
        ),
        Binding(
            "at",
            "put_aside('suspended')",
            "Suspend",
            show=False,
            key_display="@",
            tooltip="Suspend: not until you take it back",
        ),
        Binding("j,down", "scroll(1)", "Scroll", show=False, tooltip="Scroll a long card"),
        Binding("k,up", "scroll(-1)", "Scroll", show=False, tooltip="Scroll a long card"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back to the decks; every answer is saved"),
    ]

    def __init__(self, library: Library, decks: Sequence[str], session: StudySession) -> None:
        """Study ``session``, which ``library`` began on ``decks``, saving to ``library``."""
        super().__init__()
        self._library = library
        self._decks = decks
        self._session = session
        self._paragraph = False
        pace = library.pace()
        self._usual_ms = round(pace.seconds * 1000) if pace.measured else 0

    def compose(self) -> ComposeResult:
        """Lay out progress, card and grades."""
        with Vertical(id="stage"):
            yield SessionHead()
            yield CardFace()
            with Center(id="answers"):
                yield RevealKey(id="reveal", markup=False)
                yield GradeBar()
            yield NotSaved(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first card, and say before it is answered if no answer can be saved."""
        self.save(self._library.check_writable, self._draw)
        if self.waits_to_save:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the card as it stands."""
        task, revealed = self._session.current, self._session.revealed
        if action not in _CARD_ACTIONS:
            return super().check_action(action, parameters)
        if self.waits_to_save or task is None:
            return False
        offered = {
            "reveal": not revealed,
            "grade": revealed,
            "hint": bool(task.card.hint) and not revealed,
            "context": revealed and bool(task.card.item.context),
        }
        return offered.get(action, True)

    def action_reveal(self) -> None:
        """Show the answer."""
        self._go(self._session.reveal())

    def action_grade(self, grade: int) -> None:
        """Grade the card and go on once that is saved."""
        session, answered = self._session.grade(Grade(grade), self._library.now())
        self.save(lambda: self._library.record(answered), lambda: self._go(session))

    @on(GradeBar.Chosen)
    async def _grade_by_click(self, chosen: GradeBar.Chosen) -> None:
        await self.run_action(f"grade({int(chosen.grade)})")

    def action_put_aside(self, how: str) -> None:
        """Take the card out of the session and go on."""
        session, aside = self._session.put_aside(Aside(how), self._library.now())

        def go() -> None:
            self.notify(f"Card {how}. u takes it back.", timeout=3)
            self._go(session)

        self.save(lambda: self._library.record(aside), go)

    def action_undo(self) -> None:
        """Take back the last thing done to a card, in this session or in one before it."""
        undone = self._session.undo(self._library.now())
        if undone is None:
            self._undo_earlier()
            return
        session, _ = undone
        self.save(self._library.undo, lambda: self._go(session))

    def action_flag(self) -> None:
        """Flag the card, or take its flag away."""
        card = self._asked.card
        flagged = not self._library.progress.past.of(card.id).flagged

        def tell() -> None:
            self.notify("Flagged." if flagged else "No longer flagged.", timeout=3)

        self.save(lambda: self._library.flag(card, flagged), tell)

    def action_hint(self) -> None:
        """Show the card's hint."""
        self.query_one(CardFace).hint(self._asked.card)

    def action_context(self) -> None:
        """Show the whole paragraph, or the sentence alone again."""
        self._paragraph = not self._paragraph
        self._draw()

    def action_scroll(self, pages: int) -> None:
        """Scroll a card that is longer than the screen."""
        self.query_one(CardFace).scroll_relative(y=3 * pages, animate=False)

    def action_leave(self) -> None:
        """Go back; what was answered is saved already."""
        self.dismiss(None)

    def _undo_earlier(self) -> None:
        """Take back what an earlier session recorded last, and begin anew with what is due then."""
        if self.unsaved:
            return
        try:
            event = self._library.undo_earlier()
            session = self._library.study(self._decks)
        except QuizError as error:
            self.notify(str(error), severity="error")
            return
        if event is None:
            self.notify("Nothing to undo.", timeout=3)
            return
        question = self._library.progress.past.of(CardId(event.text("card"))).question
        self.notify(f"Taken back, from before: {shown_line(question, 60)}", timeout=5)
        if not session.over:
            self._go(session)

    @property
    def _asked(self) -> Task:
        if self._session.current is None:
            raise ValueError("the session is over")
        return self._session.current

    def _go(self, session: StudySession) -> None:
        self._session = session
        self._paragraph = False
        if session.over:
            self.app.push_screen(StudySummary(session, self._library.now()), self._after_summary)
        else:
            self._draw()

    def _after_summary(self, undo: bool | None) -> None:
        if undo:
            self.action_undo()
        else:
            self.dismiss(None)

    def _draw(self) -> None:
        session, task = self._session, self._asked
        face, grades = self.query_one(CardFace), self.query_one(GradeBar)
        if session.revealed:
            face.reveal(task.card, task.source, context=self._paragraph)
            grades.show(session.intervals(self._library.now()))
        else:
            face.ask(task.card)
        grades.display = session.revealed
        self.query_one("#reveal").display = not session.revealed
        self._draw_head(session, task)
        self.refresh_bindings()

    def _draw_head(self, session: StudySession, task: Task) -> None:
        head, progress = self.query_one(SessionHead), session.progress
        told = [f"{progress.done} done", f"{progress.left} left"]
        if usual := self._usual_ms or session.usual_ms():
            told.append(minutes(usual * progress.left))
        head.title = prose.line(task.deck)
        head.share = progress.share
        head.told = DOT.join(told)
        head.unsaved = self.unsaved
