"""The face of a card: its question, a way to answer, and once it is revealed what there is to tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from quizapp.cards.model import Card, Kind, Source
from quizapp.sessions.reply import Reply
from quizapp.tui import prose
from quizapp.tui.widgets import verdicts
from quizapp.tui.widgets.choice_list import ChoiceList

NOTHING_TYPED = "Nothing typed. Enter again passes."
PARTS = ("claim", "pairs", "hint", "mark", "answer", "note", "quote", "source", "remark")
"""The texts below the question, from top to bottom; choices and the line to type in stand after the third."""


class CardFace(VerticalScroll, can_focus=False):
    """A sheet with the question at its top; the answer appears below it, so that nothing jumps."""

    @dataclass
    class Given(Message):
        """The user answered."""

        text: str
        """The option chosen or what was typed; empty when the user passed."""

    def __init__(self) -> None:
        """Begin blank."""
        super().__init__(classes="sheet")
        self._choices: tuple[str, ...] = ()
        self._claim = Content()
        self._passing = False
        self._parts = {name: Static(id=name, markup=False) for name in ("question", *PARTS)}
        self._drawn: dict[str, Content] = {}

    def compose(self) -> ComposeResult:
        """Lay out question, ways of answering, answer and evidence from top to bottom."""
        for part in self._parts.values():
            part.display = False
        yield self._parts["question"]
        for name in PARTS[:3]:
            yield self._parts[name]
        # Away from the start, for the screen gives its focus to the first that can take it.
        for way in (ChoiceList(id="choices"), Input(id="typed")):
            way.display, way.disabled = False, True
            yield way
        for name in PARTS[3:]:
            yield self._parts[name]

    def ask(  # noqa: PLR0913 - what is shown besides the question, by name
        self,
        card: Card,
        *,
        choices: Sequence[str] = (),
        typed: bool = False,
        claim: Content | None = None,
        pairs: Content | None = None,
        used: Iterable[str] = (),
    ) -> None:
        """Put a question, and wait for its answer where one is to be chosen or typed.

        ``pairs`` is a round of which it is one, and tells it already; ``used`` are options that have been given.
        """
        self._choices = tuple(choices)
        self._claim = claim or Content()
        self._passing = False
        self._put("question", Content() if pairs else prose.asked(card, revealed=False))
        self._fill(claim=self._claim, pairs=pairs or Content())
        options, line = self.query_one(ChoiceList), self.query_one(Input)
        options.display, line.display = bool(choices), typed
        options.disabled = not choices
        if choices:
            options.ask(choices, used)
            options.focus()
        line.disabled = not typed
        if typed:
            line.value = ""
            line.placeholder = _placeholder(card)
            line.focus()
        self.scroll_home(animate=False)

    def hint(self, card: Card) -> None:
        """Show the hint below the question."""
        self._put("hint", Content.assemble("Hint: ", prose.written(card.hint)))

    def reveal(  # noqa: PLR0913 - what is shown besides the answer, by name
        self,
        card: Card,
        source: Source,
        *,
        reply: Reply | None = None,
        wanted: str = "",
        context: bool = False,
        pairs: Content | None = None,
        remark: Content | None = None,
    ) -> None:
        """Show the answer and how the one given was marked, and the sentence that tells it (or its paragraph).

        ``wanted`` is the right option where that is not the answer itself.
        """
        item = card.item
        told = item.context if context and item.context else item.quote
        options, line = self.query_one(ChoiceList), self.query_one(Input)
        if self._choices:
            options.mark(self._choices, reply.given if reply else "", wanted or card.answer)
        line.disabled = True
        line.display = False
        self._put("question", Content() if pairs else prose.asked(card, revealed=True))
        self._fill(
            claim=self._claim,
            pairs=pairs or Content(),
            mark=verdicts.mark(card, reply) if reply else Content(),
            answer=Content() if self._tells_answer(reply) else _answer(card),
            note=prose.written(item.note),
            quote=prose.evidence(card, told),
            source=prose.attribution(source) if told or item.source else Content(),
            remark=remark or Content(),
        )

    def choose(self, place: int) -> None:
        """Give the option at a place, counted from 0; nothing if there is none."""
        if place < len(self._choices) and not self.query_one(ChoiceList).disabled:
            self.post_message(self.Given(self._choices[place]))

    def leave_line(self) -> bool:
        """Take the focus from the line being typed in, so that keys are keys; say whether it had it."""
        line = self.query_one(Input)
        if not line.has_focus:
            return False
        self.screen.set_focus(None)
        return True

    @property
    def typed(self) -> str:
        """What has been typed so far."""
        return self.query_one(Input).value.strip()

    def _tells_answer(self, reply: Reply | None) -> bool:
        """Say whether the answer stands among the options or in the mark already."""
        if self._choices:
            return not self._claim
        return reply is not None and (bool(reply.verdict) or not reply.right)

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

    def _fill(self, **parts: Content) -> None:
        for name in PARTS:
            self._put(name, parts.get(name, Content()))

    def _put(self, name: str, content: Content) -> None:
        # Most parts of most cards are empty before and after: what does not change is not drawn anew.
        if self._drawn.get(name) == content:
            return
        self._drawn[name] = content
        part = self._parts[name]
        part.update(content)
        if part.display != bool(content):
            part.display = bool(content)


def _placeholder(card: Card) -> str:
    if card.kind is Kind.LIST:
        return f"Type all {len(card.answers)}, with commas between, then Enter"
    return "Type the answer, then Enter"


def _answer(card: Card) -> Content:
    """Return the answer; that of a cloze stands in its sentence already."""
    if card.filled:
        return Content()
    if card.kind is Kind.LIST:
        return Content("\n").join(
            Content.assemble((f"{number}. " if card.item.ordered else "• ", "$muted"), prose.phrase(part))
            for number, part in enumerate(card.answers, 1)
        )
    return prose.written(card.answer)
