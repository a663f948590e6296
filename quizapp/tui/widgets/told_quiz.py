"""A quiz as it is told once it is over, be it just now or long ago."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quizapp.history.past import QuizAnswer, QuizPast
from quizapp.sessions.quiz import Marked, QuizSession
from quizapp.tui import prose
from quizapp.tui.widgets.lines import DOT, RIGHT, WRONG, bar, minutes


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """One answer: what was asked, given and right, and the text that tells it."""

    question: str
    answer: str
    given: str
    right: bool
    claim: str = ""
    late: bool = False
    evidence: Content = Content()  # noqa: RUF009 - a value that does not change


@dataclass(frozen=True, slots=True)
class ToldQuiz:
    """A quiz with its score and all its answers."""

    decks: tuple[str, ...]
    answers: tuple[ToldAnswer, ...]
    right: int
    total: int
    ms: int
    heading: str = "Results"
    note: Content = Content()  # noqa: RUF009 - as above

    @property
    def missed(self) -> bool:
        """Something was answered wrongly."""
        return any(not answer.right for answer in self.answers)


def of_session(session: QuizSession, *, saved: bool) -> ToldQuiz:
    """Return a quiz that has just ended, whose score was ``saved`` or not."""
    note = Content()
    if session.practice:
        note = Content.styled("Practice: the score of the quiz stays as it was.", "$muted")
    elif not saved:
        note = Content.styled(f"{WRONG} Not saved.", "bold $error")
    return ToldQuiz(
        session.decks,
        tuple(map(_of_marked, session.answers)),
        session.score.right,
        session.score.total,
        sum(marked.ms for marked in session.answers),
        "Practice" if session.practice else "Results",
        note,
    )


def of_past(quiz: QuizPast, when: str) -> ToldQuiz:
    """Return a quiz of long ago, as the journal tells it; ``when`` says when it was."""
    note = "" if quiz.finished else f"Broken off after {len(quiz.answers)} of {quiz.planned}: it has no score."
    return ToldQuiz(
        quiz.decks,
        tuple(map(_of_answer, quiz.answers)),
        quiz.right,
        quiz.total,
        sum(answer.ms for answer in quiz.answers),
        when,
        Content.styled(note, "$muted"),
    )


def score_lines(quiz: ToldQuiz) -> Iterator[Content]:
    """Yield what a quiz came to."""
    share = quiz.right / max(quiz.total, 1)
    yield Content.assemble((quiz.heading, "bold $primary"), "   ", prose.line(DOT.join(quiz.decks), "bold", 200))
    yield Content()
    yield Content.assemble((f"{share:.0%}", "bold $primary"), "   ", bar(share, 20))
    wrong = quiz.total - quiz.right
    yield Content.assemble(
        (f"{RIGHT} {quiz.right} right", "$success"),
        "   ",
        (f"{WRONG} {wrong} wrong   " if wrong else "", "$error"),
        (minutes(quiz.ms), "$muted"),
    )
    if quiz.note:
        yield quiz.note
    yield Content()


class AnswerRow(Horizontal):
    """One answer of a quiz: its sign, and beside it what there is to tell."""

    def __init__(self, told: ToldAnswer) -> None:
        """Show an answer that was marked."""
        super().__init__()
        self.right = told.right
        self._told = told

    def compose(self) -> ComposeResult:
        """Lay out the sign and the words."""
        sign = (RIGHT, "bold $success") if self.right else (WRONG, "bold $error")
        yield Static(Content.styled(*sign), classes="sign", markup=False)
        yield Static(Content("\n").join(_lines(self._told)), classes="told", markup=False)


def _lines(told: ToldAnswer) -> Iterator[Content]:
    """Yield the question, what was given, what was right, and for a miss the text that tells it."""
    right = prose.phrase(told.answer, "bold", 400)
    yield prose.phrase(told.question, limit=400)
    if told.claim:
        verdict = "true" if told.claim == told.answer else "false"
        yield Content.assemble(
            ("claimed  ", "$muted"), prose.phrase(told.claim, limit=400), (f", which is {verdict}", "$muted")
        )
    if told.right:
        yield right
        return
    given = prose.line(told.given, limit=400) or Content.styled("time is up" if told.late else "no answer", "$muted")
    yield Content.assemble(("you    ", "$muted"), given, ("  too late" if told.late and told.given else "", "$muted"))
    yield Content.assemble(("right  ", "$muted"), right)
    if told.evidence:
        yield told.evidence.stylize_before("italic $muted")


def _of_marked(marked: Marked) -> ToldAnswer:
    card = marked.question.card
    evidence = prose.evidence(card, card.item.quote) if card.item.quote else Content()
    return ToldAnswer(
        card.question, card.answer, marked.given, marked.right, marked.question.claim, marked.late, evidence
    )


def _of_answer(answer: QuizAnswer) -> ToldAnswer:
    return ToldAnswer(answer.question, answer.answer, answer.given, answer.right, answer.claim, answer.late)
