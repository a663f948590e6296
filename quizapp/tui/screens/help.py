"""Help: every key of every screen, read from the keys themselves."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from quizapp.tui.keys import key_name
from quizapp.tui.place import PLACES_LOOK
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.key_rows import key_rows
from quizapp.tui.widgets.moves import SCROLLS

KEY_WIDTH, INDENT = 20, 2
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
            yield _Keys(self._places)
        yield KeyLine()

    def action_scroll(self, lines: int) -> None:
        """Scroll the keys."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class _Keys(Widget):
    """The keys of all places, each sentence wrapped to the width there is."""

    DEFAULT_CSS = """
    _Keys { height: auto; }
    """

    def __init__(self, places: ROWS_OF_KEYS) -> None:
        """Tell the keys of ``places``."""
        super().__init__(markup=False)
        self._places = [(place, list(bindings)) for place, bindings in places]

    def render(self) -> Content:
        """Draw all rows."""
        return self._rows(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """Return how many lines the rows take."""
        return self._rows(width).get_height({}, width) if width else 0

    def _rows(self, width: int) -> Content:
        return Content("\n").join(_told(self._places, width))


def _told(places: ROWS_OF_KEYS, width: int) -> Iterator[Content]:
    for number, (place, bindings) in enumerate(places):
        if number:
            yield Content()
        yield Content.styled(place, "bold $primary")
        for row in key_rows(_keys_of(bindings), width - INDENT, min(KEY_WIDTH, width // 3)):
            yield Content(" " * INDENT) + row


def _keys_of(bindings: Iterable[BindingType]) -> dict[str, str]:
    """Return what the keys of a place do, in sentences, each with its keys."""
    told: dict[str, list[str]] = {}
    for binding in bindings:
        if isinstance(binding, Binding) and binding.tooltip:
            told.setdefault(binding.tooltip, []).extend(_key_names(binding))
    return {sentence: _joined(keys) for sentence, keys in told.items()}


def _key_names(binding: Binding) -> list[str]:
    return [key_name(key.strip()) for key in binding.key.split(",")]


def _joined(keys: list[str]) -> str:
    """Return keys as a reader wants them; the many keys of the options of a question as a range."""
    digits, letters = [key for key in keys if key.isdigit()], [key for key in keys if key in "abcdefghi"]
    if len(digits) > 4:
        return f"{digits[0]}-{digits[-1]}  {letters[0]}-{letters[-1]}"
    return "  ".join(keys)
