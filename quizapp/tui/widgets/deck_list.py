"""The decks, one a line, with what there is to do in each and how its quizzes went."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.library.groups import GroupInfo
from quizapp.library.library import DeckInfo
from quizapp.memory.queue import Counts
from quizapp.tui import prose
from quizapp.tui.widgets.lines import WRONG
from quizapp.tui.widgets.moves import MOVES

COLUMNS = ("new", "learn", "due", "last", "best")
ROOMY, TIGHT = (6, 7, 6, 8, 7), (5, 6, 5, 6, 6)
"""The widths of the columns right of the title, in cells."""
ENOUGH = 66
"""From this width of a line on, the columns are roomy."""
NOTHING = "·"
INDENT = "  "
"""How much further right the decks of a group stand than its name."""
EDGE = 1
"""The padding at both ends of a line, as in app.tcss."""


SHORTEST_TITLE = 12
"""Cells of a title that are shown however narrow the window is."""


class DeckList(OptionList):
    """A list of decks below their groups, which have lines of their own. Selecting a line means studying what it is."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty; `show` fills it."""
        super().__init__(id=id, markup=False)
        self._decks: dict[str, DeckInfo] = {}
        self._groups: dict[str, GroupInfo] = {}

    @property
    def chosen(self) -> DeckInfo | None:
        """The deck under the cursor, if it is one."""
        return self._decks.get(self._under_cursor)

    @property
    def chosen_group(self) -> GroupInfo | None:
        """The group under the cursor, if it is one."""
        return self._groups.get(self._under_cursor)

    @property
    def words(self) -> tuple[str, ...]:
        """What names the decks under the cursor: one, or all of a group; none if there is nothing."""
        return (self._under_cursor,) if self._under_cursor else ()

    @property
    def _under_cursor(self) -> str:
        option = self.highlighted_option
        return (option.id or "") if option else ""

    @property
    def row_width(self) -> int:
        """The cells that a line has for itself."""
        return self.scrollable_content_region.width - 2 * EDGE

    def show(self, decks: Sequence[DeckInfo], groups: Sequence[GroupInfo], cursor: str = "") -> None:
        """Show these decks in their groups, with the cursor where it was before, or on what ``cursor`` names."""
        self._decks = {str(deck.path): deck for deck in decks}
        self._groups = {f"{info.group}/": info for info in groups}
        self._draw(cursor)

    def on_resize(self, _: events.Resize) -> None:
        """Fit the lines to the new width."""
        self._draw()

    def _draw(self, cursor: str = "") -> None:
        before, there = self._under_cursor, {option.id for option in self.options}
        if self.row_width <= 0:
            return
        self.set_options(_lines(self._decks, self._groups, self.row_width))
        places = {option.id: place for place, option in enumerate(self.options)}
        # Where what was under the cursor has another name now, that is what has come.
        come = [place for name, place in places.items() if there and name not in there]
        first = [place for name, place in places.items() if name in self._decks]
        self.highlighted = places.get(cursor, places.get(before, next(iter((*come, *first)), None)))


class DeckColumns(Widget):
    """The line above the list that names its columns; as wide as a line of the list."""

    def render(self) -> Content:
        """Draw the names to the width there is."""
        width = self.content_size.width
        columns = _columns(width)
        names = "".join(name.rjust(room) for name, room in zip(COLUMNS, columns, strict=True))
        return Content.styled("deck".ljust(max(0, width - sum(columns))) + names, "$muted")


def _lines(decks: Mapping[str, DeckInfo], groups: Mapping[str, GroupInfo], width: int) -> Iterator[Option]:
    """Yield the lines: each group below the one it is in, and in each the decks first."""
    lines = [(tuple(deck.group.split("/")) if deck.group else (), deck.name, name) for name, deck in decks.items()]
    lines += [(tuple(info.group.split("/")), "", name) for name, info in groups.items()]
    for parts, _, name in sorted(lines):
        if deck := decks.get(name):
            wrong = Content.styled(f"{WRONG} ", "$error") if deck.problems else Content()
            title, marks = wrong + prose.line(deck.title), (deck.score.last, deck.score.best)
            indent = INDENT * len(parts)
        else:
            indent, title, marks = INDENT * (len(parts) - 1), prose.line(f"{parts[-1]}/", "$muted"), None
        counts = deck.counts if deck else groups[name].counts
        yield Option(_row(Content.assemble(indent, title), counts, marks, width), id=name)


def _row(title: Content, counts: Counts, marks: tuple[float | None, float | None] | None, width: int) -> Content:
    # In a window too narrow for all columns it is the counts that are cut, not the titles.
    shown, width = width, max(width, sum(TIGHT) + SHORTEST_TITLE)
    columns = _columns(width)
    cells = (
        _count(counts.new, "$primary"),
        _count(counts.learning, "$warning"),
        _count(counts.due, "$success"),
        *([_percent(mark) for mark in marks] if marks else [Content(), Content()]),
    )
    told = (cell.pad_left(room - cell.cell_length) for cell, room in zip(cells, columns, strict=True))
    title = title.truncate(width - sum(columns), ellipsis=True, pad=True)
    return (title + Content("").join(told)).truncate(shown)


def _columns(width: int) -> tuple[int, ...]:
    return ROOMY if width >= ENOUGH else TIGHT


def _count(number: int, style: str) -> Content:
    return Content.styled(str(number), style) if number else Content.styled(NOTHING, "$faint")


def _percent(share: float | None) -> Content:
    return Content.styled(NOTHING, "$faint") if share is None else Content(f"{share:.0%}")
