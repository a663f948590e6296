"""The keys that move through every list, for arrow and for Vim fingers."""

from textual.binding import Binding, BindingType

from quizapp.tui.place import named

MOVES: list[BindingType] = named(
    "list",
    [
        Binding("j,down", "cursor_down", "Down", show=False, tooltip="The next line"),
        Binding("k,up", "cursor_up", "Up", show=False, tooltip="The line before"),
        Binding("g,home", "first", "First", show=False, tooltip="The first line"),
        Binding("G,end", "last", "Last", show=False, tooltip="The last line"),
        Binding("ctrl+d,pagedown", "page_down", "Page down", show=False, tooltip="A page down"),
        Binding("ctrl+u,pageup", "page_up", "Page up", show=False, tooltip="A page up"),
    ],
)

SCROLLS: list[BindingType] = [
    Binding("j,down", "scroll(3)", "Scroll", tooltip="Scroll"),
    Binding("k,up", "scroll(-3)", "Scroll", show=False, tooltip="Scroll"),
    Binding("g,home", "scroll(-9999)", "Top", show=False, tooltip="To the top"),
    Binding("G,end", "scroll(9999)", "End", show=False, tooltip="To the end"),
]
"""The keys of a screen that scrolls as a whole; it has an action ``scroll``."""
