"""The face of a card: its question, a way to answer, and once it is revealed what there is to tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from quizapp.cards.model import Card, Kind, Source
from quizapp.sessions.reply import Reply
from quizapp.tui import prose
from quizapp.tui.widgets import verdicts
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.choice_list import ChoiceList

NOTHING_TYPED = "Nothing typed. Enter again passes."
ABOVE = frozenset({"question", "claim", "pairs", "hint"})
"""The parts that stand above the choices or the line to type in; all parts of a card without these."""


class CardFace(VerticalScroll, can_focus=False):
    """A sheet with the question at its top; the answer appears below it, so that nothing jumps."""

    @dataclass
    class Given(Message):
        """The user answered."""

        text: str
        """The option chosen or what was typed; empty when the user passed."""

    def __init__(self, *, tight: bool = False) -> None:
        """Begin blank; a ``tight`` face has less room between question and answer."""
        super().__init__(classes="sheet")
        self._choices: tuple[str, ...] = ()
        self._claim = Content()
        self._passing = False
        self._parts: dict[str, Content] = {}
        self._above, self._below = CardText("above", tight=tight), CardText("below", tight=tight)
        self._options, self._line = ChoiceList(id="choices"), Input(id="typed")

    def compose(self) -> ComposeResult:
        """Lay out question, ways of answering, answer and evidence from top to bottom."""
        yield self._above
        # Away from the start, for the screen gives its focus to the first that can take it.
        for way in (self._options, self._line):
            way.display, way.disabled = False, True
            yield way
        self._below.display = False
        yield self._below

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
        options, line = self._options, self._line
        options.display, line.display = bool(choices), typed
        options.disabled = not choices
        if choices:
            options.ask(choices, used)
            self.screen.set_focus(options)
        line.disabled = not typed
        if typed:
            line.value = ""
            line.placeholder = _placeholder(card)
            self.screen.set_focus(line)
        question = Content() if pairs else prose.asked(card, revealed=False)
        self._show(question=question, claim=self._claim, pairs=pairs or Content())
        if self.scroll_y:
            self.scroll_home(animate=False)

    def hint(self, card: Card) -> None:
        """Show the hint below the question."""
        self._show(**self._parts, hint=Content.assemble("Hint: ", prose.written(card.hint)))

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
        if self._choices:
            self._options.mark(self._choices, reply.given if reply else "", wanted or card.answer)
        self._line.disabled = True
        self._line.display = False
        self._show(
            question=Content() if pairs else prose.asked(card, revealed=True),
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
        if place < len(self._choices) and not self._options.disabled:
            self.post_message(self.Given(self._choices[place]))

    def leave_line(self) -> bool:
        """Take the focus from the line being typed in, so that keys are keys; say whether it had it."""
        if not self._line.has_focus:
            return False
        self.screen.set_focus(None)
        return True

    @property
    def typed(self) -> str:
        """What has been typed so far."""
        return self._line.value.strip()

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

    def _show(self, **parts: Content) -> None:
        self._parts = parts
        between, asking = self._options.display, self._line.display
        self.set_class(not (between or asking), "-text")
        self._above.show({name: part for name, part in parts.items() if name in ABOVE or not between})
        below = {name: part for name, part in parts.items() if between and name not in ABOVE}
        self._below.show(below)
        self._below.display = any(below.values())


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
