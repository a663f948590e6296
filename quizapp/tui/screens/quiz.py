"""A quiz: a question, its answer, its mark, the next question."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.memory.ways import QuizKind
from quizapp.sessions.questions import Question
from quizapp.sessions.quiz import Marked, QuizSession
from quizapp.tui import prose
from quizapp.tui.screens.leave_quiz import LeaveQuiz
from quizapp.tui.screens.recording import RecordingScreen
from quizapp.tui.screens.results import Results
from quizapp.tui.widgets import verdicts
from quizapp.tui.widgets.answer_keys import AnswerKeys
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT
from quizapp.tui.widgets.not_saved import NotSaved
from quizapp.tui.widgets.session_head import SessionHead
from quizapp.tui.widgets.told_quiz import of_session

LETTERS = "abcdefghi"
TICK = 0.5
"""Seconds between two looks at the time that is left."""


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
            yield CardFace()
            yield AnswerKeys(markup=False)
            yield NotSaved(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first question, and say before it is answered if no answer can be saved."""
        self._ask()
        if self._session.terms.seconds:
            self.set_interval(TICK, self._tick)
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
        self.query_one(CardFace).choose(place)

    @on(CardFace.Given)
    def _give(self, given: CardFace.Given) -> None:
        if not (self._session.marking or self.waits_to_save or self._session.over):
            self._keep(*self._session.answer(given.text, self._library.now()))

    def _keep(self, session: QuizSession, marked: Marked) -> None:
        """Save an answer, then tell what became of it."""
        self._session = session
        self.save(lambda: self._library.record_quiz(session, marked), lambda: self._tell(marked))

    def _tell(self, marked: Marked) -> None:
        """Show the mark of an answer; where nothing is told before the end, or a round goes on, ask the next one."""
        if self._session.marking and not _ends_round(marked.question):
            self.action_proceed()
        elif self._session.marking:
            self._mark(marked)
        else:
            self._go_on()

    @on(AnswerKeys.Pressed)
    def _proceed_by_click(self) -> None:
        if self._session.marking and not self.waits_to_save:
            self.action_proceed()

    def action_proceed(self) -> None:
        """Go on to the next question, or to the results."""
        self._session = self._session.proceed(self._library.now())
        self._go_on()

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

    def _go_on(self) -> None:
        if self._session.over:
            self.app.push_screen(Results(of_session(self._session, saved=not self.unsaved)), self._after_results)
        else:
            self._ask()

    def _ask(self) -> None:
        question, given = self._question, self._session.round
        self.query_one(CardFace).ask(
            question.card,
            choices=question.choices,
            typed=question.mode is QuizKind.TYPED,
            claim=verdicts.claim(question),
            pairs=self._pairs(given),
            used=[marked.given for marked in given],
        )
        self._draw()

    def _mark(self, marked: Marked) -> None:
        question = marked.question
        self.query_one(CardFace).reveal(
            question.card,
            question.source,
            reply=marked.reply,
            wanted=question.wanted,
            pairs=self._pairs(self._session.round),
            remark=verdicts.contrast(marked.reply),
        )
        self._draw()

    def _pairs(self, given: tuple[Marked, ...]) -> Content:
        return verdicts.pairs(self._question, given, told=not self._session.terms.at_end)

    def _tick(self) -> None:
        """Show the time that is left, and take what there is when it is up."""
        left = None if self.waits_to_save else self._session.seconds_left(self._library.now())
        if left == 0:
            self._keep(*self._session.time_up(self.query_one(CardFace).typed))
        elif left is not None:
            self._draw_head()

    def _draw(self) -> None:
        self._draw_head()
        self.query_one(AnswerKeys).ask(self._prompt())
        self.refresh_bindings()

    def _draw_head(self) -> None:
        session, head = self._session, self.query_one(SessionHead)
        told = [f"{session.number} of {len(session.questions)}"]
        if not session.terms.at_end:
            told.append(f"{session.score.right} right")
        if (left := session.seconds_left(self._library.now())) is not None:
            told.append(f"{left} s")
        head.title = Content.assemble("Practice" if session.practice else "Quiz", DOT, prose.line(self._question.deck))
        head.share = len(session.answers) / len(session.questions)
        head.told = DOT.join(told)
        head.unsaved = self.unsaved and not session.practice

    def _prompt(self) -> Content:
        if self._session.marking:
            last = len(self._session.answers) == len(self._session.questions)
            return Content.assemble(
                (self.key_of("proceed"), "bold $primary"), "  the results" if last else "  next question"
            )
        if count := len(self._question.choices):
            keys = [self.key_of(f"choose({place})") for place in (0, count - 1)]
            return Content.assemble((keys[0], "bold $primary"), "–", (keys[1], "bold $primary"), "  choose")
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


def _ends_round(question: Question) -> bool:
    """Say whether the mark of a question is waited at: not amid a round of pairs."""
    return not question.group or question.card.question == question.group[-1]
