"""A quiz: a question, its answer, its mark, the next question."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.sessions.quiz import Question, QuizSession
from quizapp.tui import prose
from quizapp.tui.screens.leave_quiz import LeaveQuiz
from quizapp.tui.screens.recording import RecordingScreen
from quizapp.tui.screens.results import Results
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT
from quizapp.tui.widgets.not_saved import NotSaved
from quizapp.tui.widgets.quiz_face import QuizFace
from quizapp.tui.widgets.session_head import SessionHead

LETTERS = "abcdefghi"


class QuizScreen(RecordingScreen[None]):
    """One quiz, from its first question to its results."""

    TITLE = "Quiz"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{place + 1},{letter}", f"choose({place})", "Choose", show=False, tooltip="Choose an option")
            for place, letter in enumerate(LETTERS)
        ),
        Binding("enter,space", "proceed", "Next", key_display="Space", tooltip="On to the next question"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("escape,q", "leave", "Leave", key_display="Esc", tooltip="Leave the quiz; asks first"),
    ]

    def __init__(self, library: Library, session: QuizSession) -> None:
        """Ask the questions of ``session``, saving its answers to ``library``."""
        super().__init__()
        self._library = library
        self._session = session
        self.unsaved = session.practice

    def compose(self) -> ComposeResult:
        """Lay out progress, question and what there is to press."""
        with Vertical(id="stage"):
            yield SessionHead()
            yield QuizFace()
            with Center(id="answers"):
                yield Static(id="next", markup=False)
            yield NotSaved(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first question, and say before it is answered if no answer can be saved."""
        self._ask()
        if self._session.practice:
            return
        try:
            self._library.check_writable()
        except QuizError as error:
            self.notify(str(error), severity="warning", timeout=8)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer options while a question waits, and the next question after its mark."""
        match action:
            case "choose":
                return self._waits_for_choice
            case "proceed":
                return self._session.marking and not self.waits_to_save
            case _:
                return super().check_action(action, parameters)

    def action_choose(self, place: int) -> None:
        """Give the option at a place."""
        self.query_one(QuizFace).choose(place)

    @on(QuizFace.Given)
    def _give(self, given: QuizFace.Given) -> None:
        if self._session.marking or self.waits_to_save:
            return
        session, marked = self._session.answer(given.text, self._library.now())
        self._session = session
        self.query_one(QuizFace).mark(marked)
        self.save(lambda: self._library.record_quiz(session, marked), self._draw)
        self._draw()

    def action_proceed(self) -> None:
        """Go on to the next question, or to the results."""
        self._session = self._session.proceed(self._library.now())
        if self._session.over:
            self.app.push_screen(Results(self._session, saved=not self.unsaved), self._after_results)
        else:
            self._ask()

    def action_leave(self) -> None:
        """Leave; a quiz that has begun asks first."""
        if self._session.answers and not self._session.practice:
            self.app.push_screen(LeaveQuiz(), self._after_question)
        else:
            self.dismiss(None)

    @property
    def _question(self) -> Question:
        question = self._session.current
        if question is None:
            raise ValueError("the quiz is over")
        return question

    @property
    def _waits_for_choice(self) -> bool:
        question = self._session.current
        return question is not None and bool(question.choices) and not self._session.marking

    def _ask(self) -> None:
        self.query_one(QuizFace).ask(self._question)
        self._draw()

    def _draw(self) -> None:
        session, head = self._session, self.query_one(SessionHead)
        head.title = Content.assemble("Practice" if session.practice else "Quiz", DOT, prose.line(self._question.deck))
        head.share = len(session.answers) / len(session.questions)
        head.told = f"{session.number} of {len(session.questions)}{DOT}{session.score.right} right"
        head.unsaved = self.unsaved and not session.practice
        self.query_one("#next", Static).update(self._prompt())
        self.refresh_bindings()

    def _prompt(self) -> Content:
        if self._session.marking:
            last = len(self._session.answers) == len(self._session.questions)
            return Content.assemble(("Space", "bold $primary"), "  the results" if last else "  next question")
        if count := len(self._question.choices):
            return Content.assemble(("1", "bold $primary"), "–", (f"{count}", "bold $primary"), "  choose")
        return Content.assemble(("Enter", "bold $primary"), "  answer")

    def _after_question(self, leave: bool | None) -> None:
        if leave:
            self.dismiss(None)

    def _after_results(self, retry: bool | None) -> None:
        if not retry:
            self.dismiss(None)
            return
        self._session = self._session.retry(self._library.now())
        self.unsaved = True
        self._ask()
