"""The line at the head of every top place: where one is, where one can go, and by which key."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.place import BROWSE, HOME, INBOX, SETTINGS, STATS
from quizapp.tui.widgets.lines import DOT, spread

PLACES = {HOME: "Decks", BROWSE: "Browse", STATS: "Stats", INBOX: "Inbox", SETTINGS: "Settings"}
GAP = 2
HERE = "bold $block-cursor-foreground on $block-cursor-background"
"""How the place one is in stands out; it alone has no key beside it."""


class PlaceBar(Widget):
    """The names of the top places with their keys; a click goes there. On the right a few words of the place."""

    DEFAULT_CSS = """
    PlaceBar { height: 1; margin: 1 3 1 3; }
    """

    told: reactive[Content] = reactive(Content())
    """What the place has to say, at the right end."""
    waiting: reactive[int] = reactive(0)
    """How many cards wait in the inbox."""

    def __init__(self, here: str) -> None:
        """Stand at the head of the place called ``here``."""
        super().__init__()
        self._here = here
        self._ends: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        """Follow the keys: while something is typed they are letters."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """Draw the places to the width there is: what is told yields from its end, then the keys."""
        width = self.content_size.width
        names, told = [self._told_name(place, keys=True) for place in PLACES], self.told
        while told and _width(names) + told.cell_length > width:
            told = told[: max(told.plain.rfind(DOT), 0)]
        if _width(names) - GAP > width:
            names = [self._told_name(place, keys=False) for place in PLACES]
        self._ends = list(_ends(names))
        return spread(Content(" " * GAP).join(names), told, width)

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked."""
        if place := next((place for end, place in self._ends if event.x < end), ""):
            self.call_later(self.app.run_action, f"app.go('{place}')")

    def _told_name(self, place: str, *, keys: bool) -> Content:
        count = f" {self.waiting}" if place == INBOX and self.waiting else ""
        if place == self._here:
            return Content.styled(
                f" {PLACES[place]}{count} ", "bold $block-cursor-foreground on $block-cursor-background"
            )
        key = (f"{self._key(place)} ", "bold $primary") if keys else ""
        return Content.assemble(key, (PLACES[place], "$muted"), (count, "bold $warning"))

    def _key(self, place: str) -> str:
        action = f"app.go('{place}')"
        for active in self.screen.active_bindings.values():
            if active.binding.action == action:
                return self.app.get_key_display(active.binding)
        return ""


def _width(names: Sequence[Content]) -> int:
    return sum(name.cell_length + GAP for name in names)


def _ends(names: Sequence[Content]) -> Iterator[tuple[int, str]]:
    end = 0
    for name, place in zip(names, PLACES, strict=True):
        end += name.cell_length + GAP
        yield end, place
