"""The face of a card: its question and, once it is revealed, its answer with the text that tells it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.cards.model import Card, Kind, Source
from quizapp.tui import prose


class CardFace(VerticalScroll):
    """A sheet with the question at its top; the answer appears below it, so that nothing jumps."""

    def __init__(self) -> None:
        """Begin blank."""
        super().__init__(classes="sheet")

    def compose(self) -> ComposeResult:
        """Lay out question, hint, answer and evidence from top to bottom."""
        yield Static(id="question", markup=False)
        yield Static(id="hint", markup=False)
        yield Static(id="answer", markup=False)
        yield Static(id="note", markup=False)
        yield Static(id="quote", markup=False)
        yield Static(id="source", markup=False)

    def ask(self, card: Card) -> None:
        """Show the question alone."""
        self._fill(question=prose.asked(card, revealed=False))
        self.scroll_home(animate=False)

    def hint(self, card: Card) -> None:
        """Show the hint below the question."""
        self._put("hint", Content.assemble("Hint: ", prose.shown(card.hint)))

    def reveal(self, card: Card, source: Source, *, context: bool = False) -> None:
        """Show the answer, and the sentence (or its whole paragraph) that tells it."""
        item = card.item
        told = item.context if context and item.context else item.quote
        self._fill(
            question=prose.asked(card, revealed=True),
            answer=_answer(card),
            note=prose.shown(item.note),
            quote=prose.evidence(card, told),
            source=prose.attribution(source) if told or item.source else Content(),
        )

    def _fill(self, **parts: Content) -> None:
        for name in ("question", "hint", "answer", "note", "quote", "source"):
            self._put(name, parts.get(name, Content()))

    def _put(self, name: str, content: Content) -> None:
        part = self.query_one(f"#{name}", Static)
        part.update(content)
        part.display = bool(content)


def _answer(card: Card) -> Content:
    """Return the answer; that of a cloze stands in its sentence already."""
    if card.filled:
        return Content()
    if card.kind is Kind.LIST:
        return Content("\n").join(_parts(card))
    return prose.shown(card.answer)


def _parts(card: Card) -> Iterator[Content]:
    for number, part in enumerate(card.answers, 1):
        yield Content.assemble((f"{number}. " if card.item.ordered else "• ", "$muted"), prose.line(part))
