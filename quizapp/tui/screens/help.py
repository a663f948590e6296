"""Help: every key of every screen, read from the keys themselves."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.tui.keys import key_name
from quizapp.tui.place import PLACES_LOOK
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.moves import SCROLLS

KEY_WIDTH = 22
ROWS_OF_KEYS = Iterable[tuple[str, Iterable[BindingType]]]


class Help(Screen[None]):
    """All keys, by screen."""

    TITLE = "Help"
    CSS_PATH = PLACES_LOOK
    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLLS,
        Binding("q,escape,question_mark,space,enter", "leave", "Back", key_display="q", tooltip="Back"),
    ]

    def __init__(self, places: ROWS_OF_KEYS) -> None:
        """Tell the keys of ``places``: names of screens with their bindings."""
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        """Lay out the keys on one sheet."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet"):
            yield Static(Content("\n").join(_told(self._places)), markup=False)
        yield KeyLine()

    def action_scroll(self, lines: int) -> None:
        """Scroll the keys."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _told(places: ROWS_OF_KEYS) -> Iterator[Content]:
    for number, (place, bindings) in enumerate(places):
        if number:
            yield Content()
        yield Content.styled(place, "bold $primary")
        yield from _rows(bindings)


def _rows(bindings: Iterable[BindingType]) -> Iterator[Content]:
    told: dict[str, list[str]] = {}
    for binding in bindings:
        if isinstance(binding, Binding) and binding.tooltip:
            told.setdefault(binding.tooltip, []).extend(_key_names(binding))
    for tooltip, keys in told.items():
        yield Content.assemble("  ", (_joined(keys).ljust(KEY_WIDTH), "bold"), tooltip)


def _key_names(binding: Binding) -> list[str]:
    return [key_name(key.strip()) for key in binding.key.split(",")]


def _joined(keys: list[str]) -> str:
    """Return keys as a reader wants them; the many keys of the options of a question as a range."""
    digits, letters = [key for key in keys if key.isdigit()], [key for key in keys if key in "abcdefghi"]
    if len(digits) > 4:
        return f"{digits[0]}-{digits[-1]}  {letters[0]}-{letters[-1]}"
    return "  ".join(keys)
