"""The decks, one a line, with what there is to do in each and how its quizzes went."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.library.library import DeckInfo
from quizapp.tui import prose
from quizapp.tui.widgets.moves import MOVES

COLUMNS = ("new", "learn", "due", "last", "best")
ROOMY, TIGHT = (6, 7, 6, 8, 7), (5, 6, 5, 6, 6)
"""The widths of the columns right of the title, in cells."""
ENOUGH = 66
"""From this width of a line on, the columns are roomy."""
NOTHING = "·"
EDGE = 1
"""The padding at both ends of a line, as in app.tcss."""


SHORTEST_TITLE = 12
"""Cells of a title that are shown however narrow the window is."""


class DeckList(OptionList):
    """A list of decks under the headings of their groups. Selecting a deck means studying it."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty; `show` fills it."""
        super().__init__(id=id, markup=False)
        self._decks: dict[str, DeckInfo] = {}

    @property
    def chosen(self) -> DeckInfo | None:
        """The deck under the cursor."""
        option = self.highlighted_option
        return self._decks.get(option.id or "") if option else None

    @property
    def row_width(self) -> int:
        """The cells that a line has for itself."""
        return self.scrollable_content_region.width - 2 * EDGE

    def show(self, decks: Sequence[DeckInfo]) -> None:
        """Show these decks, with the cursor on the deck it was on before."""
        self._decks = {str(deck.path): deck for deck in decks}
        self._draw()

    def on_resize(self, _: events.Resize) -> None:
        """Fit the lines to the new width."""
        self._draw()

    def _draw(self) -> None:
        before = self.highlighted_option.id if self.highlighted_option else None
        if self.row_width <= 0:
            return
        self.set_options(_lines(list(self._decks.values()), self.row_width))
        places = {option.id: place for place, option in enumerate(self.options) if not option.disabled}
        self.highlighted = places.get(before, min(places.values(), default=None))


class DeckColumns(Widget):
    """The line above the list that names its columns; as wide as a line of the list."""

    def render(self) -> Content:
        """Draw the names to the width there is."""
        width = self.content_size.width
        columns = _columns(width)
        names = "".join(name.rjust(room) for name, room in zip(COLUMNS, columns, strict=True))
        return Content.styled("deck".ljust(max(0, width - sum(columns))) + names, "$muted")


def _lines(decks: Sequence[DeckInfo], width: int) -> Iterator[Option]:
    for number, (group, members) in enumerate(groupby(decks, key=lambda deck: deck.group)):
        if group:
            yield Option(Content.assemble("\n" if number else "", prose.line(group, "$muted")), disabled=True)
        for deck in members:
            yield Option(_row(deck, width, "  " if group else ""), id=str(deck.path))


def _row(deck: DeckInfo, width: int, indent: str) -> Content:
    # In a window too narrow for all columns it is the counts that are cut, not the titles.
    shown, width = width, max(width, sum(TIGHT) + SHORTEST_TITLE)
    columns = _columns(width)
    title = Content.assemble(indent, prose.line(deck.title)).truncate(width - sum(columns), ellipsis=True, pad=True)
    cells = (
        _count(deck.counts.new, "$primary"),
        _count(deck.counts.learning, "$warning"),
        _count(deck.counts.due, "$success"),
        _percent(deck.score.last),
        _percent(deck.score.best),
    )
    counts = (cell.pad_left(room - cell.cell_length) for cell, room in zip(cells, columns, strict=True))
    return (title + Content("").join(counts)).truncate(shown)


def _columns(width: int) -> tuple[int, ...]:
    return ROOMY if width >= ENOUGH else TIGHT


def _count(number: int, style: str) -> Content:
    return Content.styled(str(number), style) if number else Content.styled(NOTHING, "$faint")


def _percent(share: float | None) -> Content:
    return Content.styled(NOTHING, "$faint") if share is None else Content(f"{share:.0%}")
