"""The face of a quiz question: options or a line to type in, and after the answer its mark."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from quizapp.cards.marking import Outcome, Verdict
from quizapp.cards.model import Kind
from quizapp.sessions.quiz import Marked, Question
from quizapp.tui import prose
from quizapp.tui.widgets.choice_list import ChoiceList
from quizapp.tui.widgets.lines import NEARLY, RIGHT, WRONG

MARKS = {
    Outcome.RIGHT: (f"{RIGHT} Right", "bold $success"),
    Outcome.CLOSE: (f"{NEARLY} Nearly, and it counts", "bold $warning"),
    Outcome.WRONG: (f"{WRONG} Wrong", "bold $error"),
}
PARTS = {
    Outcome.RIGHT: (RIGHT, "$success"),
    Outcome.CLOSE: (NEARLY, "$warning"),
    Outcome.WRONG: (WRONG, "$error"),
}
NOTHING_TYPED = "Nothing typed. Enter again passes."


class QuizFace(VerticalScroll, can_focus=False):
    """A sheet with the question at its top and the answer below it."""

    @dataclass
    class Given(Message):
        """The user answered."""

        text: str
        """The option chosen or what was typed; empty when the user passed."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__(classes="sheet")
        self._question: Question | None = None
        self._passing = False

    def compose(self) -> ComposeResult:
        """Lay out question, ways of answering, mark and evidence from top to bottom."""
        yield Static(id="question", markup=False)
        yield ChoiceList(id="choices")
        yield Input(id="typed", placeholder="Type the answer, then Enter")
        yield Static(id="mark", markup=False)
        yield Static(id="quote", markup=False)
        yield Static(id="source", markup=False)

    def ask(self, question: Question) -> None:
        """Put a question and wait for its answer."""
        self._question = question
        self._passing = False
        choices, typed = self.query_one(ChoiceList), self.query_one(Input)
        self.query_one("#question", Static).update(prose.asked(question.card, revealed=False))
        choices.display, typed.display = bool(question.choices), not question.choices
        choices.ask(question.choices)
        typed.value = ""
        typed.placeholder = _placeholder(question)
        typed.disabled = bool(question.choices)
        for name in ("#mark", "#quote", "#source"):
            self.query_one(name).display = False
        (choices if question.choices else typed).focus()
        self.scroll_home(animate=False)

    def mark(self, marked: Marked) -> None:
        """Show whether the answer was right, and the text that tells it."""
        card = marked.question.card
        self.query_one("#question", Static).update(prose.asked(card, revealed=True))
        if marked.question.choices:
            self.query_one(ChoiceList).mark(marked.question.choices, marked.given, card.answer)
        self.query_one(Input).disabled = True
        self._put("#mark", Content("\n").join(_mark(marked)))
        quote = card.item.quote or card.item.note
        self._put("#quote", prose.evidence(card, quote))
        self._put("#source", prose.attribution(marked.question.source) if quote else Content())

    def choose(self, place: int) -> None:
        """Give the option at a place, counted from 0; nothing if there is none."""
        if self._question and place < len(self._question.choices):
            self.post_message(self.Given(self._question.choices[place]))

    @on(OptionList.OptionSelected)
    def _give_option(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        self.choose(selected.option_index)

    @on(Input.Submitted)
    def _give_typed(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        if submitted.value.strip() or self._passing:
            self.post_message(self.Given(submitted.value.strip()))
        else:
            self._passing = True
            submitted.input.value = ""
            submitted.input.placeholder = NOTHING_TYPED

    def _put(self, name: str, content: Content) -> None:
        part = self.query_one(name, Static)
        part.update(content)
        part.display = bool(content)


def _placeholder(question: Question) -> str:
    if question.card.kind is Kind.LIST:
        return f"Type all {len(question.card.answers)}, with commas between, then Enter"
    return "Type the answer, then Enter"


def _mark(marked: Marked) -> Iterator[Content]:
    """Yield the mark and, for a typed answer, what it was held against."""
    yield Content.styled(*MARKS[marked.outcome])
    verdict = marked.verdict
    if marked.question.choices:
        return
    if verdict is not None and verdict.parts:
        yield from map(_part, verdict.parts)
    elif verdict is not None and marked.outcome is Outcome.CLOSE:
        yield Content.assemble(("you typed  ", "$muted"), prose.typed(verdict))
        yield Content.assemble(("answer     ", "$muted"), prose.wanted(verdict))
    else:
        if verdict is not None and marked.outcome is Outcome.WRONG:
            yield Content.assemble(("you typed  ", "$muted"), prose.line(marked.given))
        yield Content.assemble(("answer     ", "$muted"), prose.line(marked.question.card.answer, "bold"))


def _part(verdict: Verdict) -> Content:
    """Return one part of a list: wanted and typed, wanted and missed, or typed and not wanted."""
    sign, style = PARTS[verdict.outcome]
    told = Content.assemble((f"{sign} ", style), prose.line(verdict.matched, "bold"))
    if not verdict.matched:
        return Content.assemble((f"{sign} ", style), prose.line(verdict.typed), ("  not one of them", "$muted"))
    if verdict.outcome is Outcome.RIGHT:
        return told
    return told + Content.assemble(("  you typed ", "$muted"), prose.line(verdict.typed) or Content("nothing"))
