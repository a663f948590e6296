"""All cards that were found, one a line; only the lines on the screen are ever drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quizapp.cards.model import CardId
from quizapp.library.search import Hit, Hits
from quizapp.text import clip, one_line
from quizapp.tui import prose
from quizapp.tui.widgets.moves import MOVES

CHOSEN, FREE = "● ", "  "
STATE = 10
"""Cells for where a card stands."""
ENOUGH = 100
"""From this width on the deck is told too."""
LONGEST = 300
"""Characters of a card's text that are looked at for its line."""

Key = tuple[str, CardId]
"""Names a card among all decks: where its deck stands, and its own name."""


def key_of(hit: Hit) -> Key:
    """Return what names a card that was found."""
    return hit.deck.place, hit.card.id


class CardTable(ScrollView, can_focus=True):
    """A list of any length with a cursor, in which several cards can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES
    COMPONENT_CLASSES: ClassVar[set[str]] = {"card-table--row", "card-table--cursor"}
    DEFAULT_CSS = """
    CardTable { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    CardTable > .card-table--cursor {
        background: $block-cursor-blurred-background;
        color: $block-cursor-blurred-foreground;
    }
    CardTable:focus > .card-table--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: bold;
    }
    """

    cursor: reactive[int] = reactive(0)
    """The line under the cursor, from 0."""

    @dataclass
    class Moved(Message):
        """Another card is under the cursor."""

        hit: Hit | None

    def __init__(self, id: str, state_of: Callable[[Hit], Content]) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty; ``state_of`` tells in a few cells where a card stands."""
        super().__init__(id=id)
        self._state_of = state_of
        self._hits = Hits()
        self._drawn = lru_cache(1000)(self._draw_row)
        self.chosen: dict[Key, Hit] = {}
        """The cards that were chosen, whether or not they are among those shown."""

    @property
    def hits(self) -> Hits:
        """The cards that are shown."""
        return self._hits

    @property
    def current(self) -> Hit | None:
        """The card under the cursor."""
        return self._hits[self.cursor] if self.cursor < len(self._hits) else None

    @property
    def meant(self) -> Sequence[Hit]:
        """The cards that an action is for: those chosen, else the one under the cursor."""
        current = self.current
        return list(self.chosen.values()) or ([current] if current else [])

    def show(self, hits: Hits, *, keep: bool = False) -> None:
        """Show the cards that were found, from the first on, or with the cursor kept where it is."""
        self._hits = hits
        self.redraw()
        self.virtual_size = Size(self.size.width, len(hits))
        self.cursor = min(self.cursor, max(len(hits) - 1, 0)) if keep else 0
        if not keep:
            self.scroll_home(animate=False)
        self.post_message(self.Moved(self.current))

    def redraw(self) -> None:
        """Draw the lines anew: what they tell has changed."""
        self._drawn.cache_clear()
        self.refresh()

    def toggle(self) -> None:
        """Choose the card under the cursor, or choose it no more, and go on to the next."""
        hit = self.current
        if hit is None:
            return
        if self.chosen.pop(key_of(hit), None) is None:
            self.chosen[key_of(hit)] = hit
        self.redraw()
        self.action_cursor_down()

    def toggle_all(self) -> None:
        """Choose all cards shown; if they are chosen already, none."""
        keys = {key_of(hit): hit for hit in self._hits}
        if keys.keys() <= self.chosen.keys():
            for key in keys:
                del self.chosen[key]
        else:
            self.chosen |= keys
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if place >= len(self._hits) or width <= 0:
            return Strip([Segment(" " * width, self.rich_style)])
        return self._drawn(place, width, place == self.cursor, self.has_focus)

    def on_resize(self, _: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._hits))
        self._follow_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked."""
        place = self.scroll_offset.y + event.y
        if place < len(self._hits):
            self.cursor = place

    def watch_cursor(self) -> None:
        """Tell which card is under the cursor, and keep it in sight."""
        self._follow_cursor()
        self.refresh()
        self.post_message(self.Moved(self.current))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a card."""
        return min(max(cursor, 0), max(len(self._hits) - 1, 0))

    def action_cursor_down(self) -> None:
        """Go to the next card."""
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """Go to the card before."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """Go on by as many cards as are on the screen."""
        self.cursor += max(self.scrollable_content_region.height - 1, 1)

    def action_page_up(self) -> None:
        """Go back by as many."""
        self.cursor -= max(self.scrollable_content_region.height - 1, 1)

    def action_first(self) -> None:
        """Go to the first card."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last card."""
        self.cursor = len(self._hits) - 1

    def _follow_cursor(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)

    def _draw_row(self, place: int, width: int, here: bool, _focused: bool) -> Strip:
        hit = self._hits[place]
        style = self.get_visual_style("card-table--row", *["card-table--cursor"] * here)
        content = self._row(hit, width)
        strips = Visual.to_strips(self, content, width, 1, style)
        return strips[0].extend_cell_length(width, style.rich_style) if strips else Strip.blank(width)

    def _row(self, hit: Hit, width: int) -> Content:
        sign = Content.styled(CHOSEN if key_of(hit) in self.chosen else FREE, "bold $primary")
        room = width - len(FREE) - STATE - 1
        parts = (4, 2, 2) if width >= ENOUGH else (3, 2)
        texts = (hit.card.question, hit.card.answer, hit.deck.title)[: len(parts)]
        unit = sum(parts)
        cells = [
            _cell(text, room * part // unit - 2, "" if number == 0 else "$muted")
            for number, (text, part) in enumerate(zip(texts, parts, strict=True))
        ]
        return Content.assemble(sign, *(cell + "  " for cell in cells), self._state_of(hit))


def _cell(text: str, width: int, style: str) -> Content:
    return prose.line(clip(one_line(text[:LONGEST]), LONGEST), style).truncate(max(width, 1), ellipsis=True, pad=True)
