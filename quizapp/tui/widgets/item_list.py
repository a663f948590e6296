"""The cards of decks that wait, one a line, under the titles of their decks."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.cards.model import Item, Kind
from quizapp.library.shelf import Shelved
from quizapp.tui import prose
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.moves import MOVES

DOUBTED = "?"
EDGE = 2
SHORTEST = 10
"""Cells of a question that are shown however long its answer is."""


class ItemList(OptionList):
    """Keeps its cursor on the place where it was when a card above or under it goes."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty; `show` fills it."""
        super().__init__(id=id, markup=False)
        self._decks: Sequence[Shelved] = ()
        self._wanted: Path | None = None

    @property
    def chosen(self) -> tuple[Shelved, int] | None:
        """The card under the cursor: its deck and its number, from 1."""
        option = self.highlighted_option
        if option is None or option.id is None:
            return None
        place, number = map(int, option.id.split(":"))
        return self._decks[place], number

    def show(self, decks: Sequence[Shelved]) -> None:
        """Show the cards of these decks."""
        self._decks = decks
        self._draw()

    def go_to(self, path: Path) -> None:
        """Put the cursor on the first card of the deck at ``path``, once that is shown."""
        self._wanted = path
        self._draw()

    def on_resize(self, _: events.Resize) -> None:
        """Fit the lines to the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width - EDGE
        if width <= 0:
            return
        before = self.highlighted or 0
        self.set_options(_lines(self._decks, width))
        usable = [place for place, option in enumerate(self.options) if not option.disabled]
        nearest = [place for place in usable if place >= before] or usable[-1:]
        self.highlighted = nearest[0] if nearest else None
        wanted = next((place for place, deck in enumerate(self._decks) if deck.path == self._wanted), None)
        if wanted is not None and self._decks[wanted].deck.items:
            self.highlighted = self.get_option_index(f"{wanted}:1")
            self._wanted = None


def _lines(decks: Sequence[Shelved], width: int) -> Iterator[Option]:
    for place, deck in enumerate(decks):
        count = f"  {counted(len(deck.deck.items), 'card')}"
        title = prose.line(deck.title, "bold").truncate(max(SHORTEST, width - len(count)), ellipsis=True)
        yield Option(Content.assemble("\n" if place else "", title, (count, "$muted")), disabled=True)
        for number, item in enumerate(deck.deck.items, 1):
            yield Option(_row(item, width), id=f"{place}:{number}")


def _row(item: Item, width: int) -> Content:
    sign = Content.styled(f"{DOUBTED} ", "bold $warning") if item.doubt else Content("  ")
    if item.kind is Kind.CLOZE:
        return (sign + prose.line(item.cloze)).truncate(width, ellipsis=True)
    room = width // 3
    answer = prose.line(", ".join(item.answers) or item.answer, "$muted").truncate(room, ellipsis=True)
    asked = max(SHORTEST, width - room - 4)
    return Content.assemble(sign, prose.line(item.question).truncate(asked, ellipsis=True, pad=True), "  ", answer)
