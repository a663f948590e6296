"""How the quizzes of a deck went: the trend, the cards missed most, and each quiz to be opened again."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.history.past import QuizPast
from quizapp.insight.scores import DeckScore
from quizapp.tui import prose
from quizapp.tui.messages import QuizDecks
from quizapp.tui.place import Place
from quizapp.tui.screens.results import Results
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import WRONG, bar, counted, trend
from quizapp.tui.widgets.told_quiz import of_past

MISSED_SHOWN = 5
MOMENT = "%Y-%m-%d %H:%M"


class Scores(Place[QuizDecks | None]):
    """Past quizzes, the last one first. Its result: the quiz on what was missed in one of them."""

    TITLE = "Scores"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Open", key_display="Enter", tooltip="Open a quiz again, answer by answer"),
        Binding("r", "retry", "Ask its misses", tooltip="Take a quiz on what was missed in it"),
        Binding("j,down", "cursor(1)", "Down", show=False, tooltip="The quiz before"),
        Binding("k,up", "cursor(-1)", "Up", show=False, tooltip="The quiz after"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back to the decks"),
    ]

    def __init__(self, title: str, score: DeckScore, quizzes: Sequence[QuizPast], zone: tzinfo) -> None:
        """Show how ``quizzes``, in the order in which they began, went; ``title`` names their decks."""
        super().__init__()
        self._title = title
        self._score = score
        self._quizzes = tuple(reversed(quizzes))
        self._zone = zone

    def compose(self) -> ComposeResult:
        """Lay out the trend above the quizzes, and what was missed most below them."""
        with Vertical(id="stage"), Vertical(classes="sheet"):
            yield Static(Content("\n").join(self._told()), id="score", markup=False)
            yield OptionList(*map(self._option, self._quizzes), id="quizzes", markup=False)
            yield Static(Content("\n").join(self._missed()), id="missed", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the last quiz."""
        self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a quiz only where there is one, and its misses where there are any."""
        if action in {"open", "retry"}:
            quiz = self._chosen
            return quiz is not None and (action == "open" or any(not answer.right for answer in quiz.answers))
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open a quiz again."""
        if quiz := self._chosen:
            when = quiz.t.astimezone(self._zone).strftime(MOMENT)
            self.app.push_screen(Results(of_past(quiz, when)), self._after_results)

    @on(OptionList.OptionHighlighted)
    def _offer(self) -> None:
        self.refresh_bindings()

    def action_retry(self) -> None:
        """Ask what was missed in the quiz under the cursor."""
        if quiz := self._chosen:
            self.dismiss(QuizDecks.on_misses(quiz.id))

    def action_cursor(self, by: int) -> None:
        """Go to another quiz."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Go back to the decks."""
        self.dismiss(None)

    def _after_results(self, retry: bool | None) -> None:
        if retry:
            self.action_retry()

    @property
    def _chosen(self) -> QuizPast | None:
        place = self.query_one(OptionList).highlighted
        return self._quizzes[place] if place is not None and self._quizzes else None

    def _told(self) -> Iterator[Content]:
        score = self._score
        yield Content.assemble(("Scores", "bold $primary"), "   ", prose.line(self._title, "bold"))
        yield Content()
        if not score.taken or score.best is None or score.last is None:
            yield Content("No quiz has been taken to its end yet.")
        else:
            change = f"   {score.change:+.0%} against those before" if score.taken > 1 else ""
            yield Content.assemble(
                (f"{score.last:.0%}", "bold $primary"),
                " last   ",
                (f"{score.best:.0%}", "bold"),
                " best",
                (change, "$muted"),
            )
            yield Content.assemble((f"{counted(score.taken, 'quiz', 'quizzes')}  ", "$muted"), trend(score.trend))

    def _missed(self) -> Iterator[Content]:
        if self._score.most_missed:
            yield Content.styled("Missed most", "$muted")
        for missed in self._score.most_missed[:MISSED_SHOWN]:
            yield Content.assemble(
                (f"{WRONG} ", "$error"),
                (f"{missed.misses} of {missed.asked}  ", "$muted"),
                prose.phrase(missed.answer, "bold", 40),
                "  ",
                prose.phrase(missed.question, limit=160),
            )

    def _option(self, quiz: QuizPast) -> Option:
        when = quiz.t.astimezone(self._zone).strftime(MOMENT)
        result = f"{quiz.share:>4.0%} " if quiz.finished else "  –  "
        end = f"{quiz.right} of {quiz.total}" if quiz.finished else "broken off"
        return Option(
            Content.assemble(
                (f"{when}  ", "$muted"),
                (result, "bold"),
                bar(quiz.share, 10),
                f"  {end:<10}",
                (f"  {quiz.mode}", "$muted"),
            )
        )
