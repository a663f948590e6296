"""The line of keys at the foot of every screen: what can be pressed here and now."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

GAP = "  "


class KeyLine(Static):
    """Draws the keys of the screen as one text, those that fit; a click on one presses it.

    One widget that redraws one line: on the way from a key to the next card, a widget for each key
    would take longer than all the rest.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 3;
        background: $footer-background;
        color: $footer-description-foreground;
    }
    """

    def __init__(self) -> None:
        """Begin empty; the screen tells when there are keys to draw."""
        super().__init__(markup=False)
        self._ends: list[tuple[int, str]] = []
        self._drawn: Content | None = None

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self, _: events.Resize) -> None:
        """Show as many keys as fit."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        place = event.x - self.styles.padding.left
        key = next((key for end, key in self._ends if place < end), "")
        if key and place >= 0:
            self.app.simulate_key(key)

    def _follow(self, screen: Screen[object]) -> None:
        # What the eye waits for is the card: it is painted first, and the keys right after it.
        if screen is self.screen:
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if not self.is_attached:
            return
        told = Content()
        self._ends = []
        for binding in self._offered():
            key = (self.app.get_key_display(binding), "bold $footer-key-foreground")
            following = Content.assemble(told, GAP if told else "", key, " ", binding.description)
            if following.cell_length > self.content_size.width:
                break
            told = following
            self._ends.append((told.cell_length, binding.key))
        if self._drawn is None or told != self._drawn:
            self._drawn = told
            self.update(told, layout=False)

    def _offered(self) -> Iterable[Binding]:
        """Return what can be done now, each with its first key."""
        offered: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                offered.setdefault(active.binding.action, active.binding)
        return offered.values()
