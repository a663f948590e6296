"""A row of options of which one is chosen, moved through with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

LABEL_WIDTH = 12
GAP = 2


class Picker(Widget, can_focus=True):
    """A label and its options on one line; the chosen one stands in brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "Less", show=False, tooltip="The option to the left"),
        Binding("right,l", "move(1)", "More", show=False, tooltip="The option to the right"),
    ]

    DEFAULT_CSS = """
    Picker { height: 1; width: 1fr; }
    Picker:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    chosen: reactive[int] = reactive(0)
    """The place of the chosen option, from 0."""

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        picker: "Picker"

        @property
        def control(self) -> "Picker":
            """The picker, under the name by which handlers select."""
            return self.picker

    def __init__(self, label: str, options: Sequence[str], chosen: int, id: str) -> None:  # noqa: A002 - Textual's own name
        """Offer ``options`` under ``label``, with one of them chosen."""
        super().__init__(id=id)
        self._label = label
        self._options = tuple(options)
        self.set_reactive(Picker.chosen, chosen)

    def render(self) -> Content:
        """Draw label and options."""
        line = Content.styled(self._label.ljust(LABEL_WIDTH), "$muted")
        if not self._fits:
            return line + Content.assemble(
                ("◂ ", "$muted"), (f"[{self._options[self.chosen]}]", "bold $primary"), (" ▸", "$muted")
            )
        for place, option in enumerate(self._options):
            if place == self.chosen:
                line += Content.styled(f"[{option}]", "bold $primary")
            else:
                line += Content(f" {option} ")
            line += " " * GAP
        return line

    @property
    def _fits(self) -> bool:
        """There is room for all options; else the chosen one stands alone between arrows."""
        return self._end <= self.content_size.width + GAP

    @property
    def _end(self) -> int:
        return LABEL_WIDTH + sum(len(option) + 2 + GAP for option in self._options)

    def action_move(self, by: int) -> None:
        """Choose the option to the left or right."""
        self.chosen = min(max(self.chosen + by, 0), len(self._options) - 1)

    def watch_chosen(self) -> None:
        """Tell that another option was chosen."""
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the mouse; where it stands alone, the one to its left or right."""
        if not self._fits:
            self.action_move(-1 if event.x < LABEL_WIDTH + len(self._options[self.chosen]) // 2 + 2 else 1)
            return
        end = LABEL_WIDTH
        for place, option in enumerate(self._options):
            end += len(option) + 2 + GAP
            if LABEL_WIDTH <= event.x < end:
                self.chosen = place
                return
