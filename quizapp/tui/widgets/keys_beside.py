"""The keys of the place one is in, beside it: what each does, in a sentence."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.tui.widgets.key_rows import key_rows


class KeysBeside(VerticalScroll, can_focus=False):
    """Stands at the right edge, as long as it is wanted, and follows the keys that can be pressed."""

    DEFAULT_CSS = """
    KeysBeside {
        split: right;
        width: 40%;
        max-width: 48;
        padding: 1 2;
        background: $panel;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self) -> None:
        """Fit the sentences to the new width."""
        self._draw()

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if self.is_attached and width > 0:
            self.query_one(Static).update(Content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> Iterator[Content]:
        if self.screen.HELP:
            yield Content.styled(self.screen.HELP, "$muted")
            yield Content()
        told = self._told()
        column = min(max((len(keys) for keys in told.values()), default=0), width // 3)
        yield from key_rows(told, width, column, "bold $primary")

    def _told(self) -> dict[str, str]:
        """Return the sentences of what can be done now, each with its keys."""
        told: dict[str, list[str]] = {}
        for active in self.screen.active_bindings.values():
            if active.enabled and active.binding.tooltip:
                keys = told.setdefault(active.binding.tooltip, [])
                if (key := self.app.get_key_display(active.binding)) not in keys:
                    keys.append(key)
        return {sentence: " ".join(keys) for sentence, keys in told.items()}
