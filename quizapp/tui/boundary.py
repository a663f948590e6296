"""The app's side of the boundary in `quizapp.text`: whatever reaches a widget, nothing of it acts.

Widgets are given inert `Content` by `quizapp.tui.prose`. What comes by other ways is met here: text
that is pasted, messages that pop up, and, last before the terminal, every line that is drawn.
"""

from typing import Literal, TypeVar

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.color import Color
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter

from quizapp.text import acting_characters, inert, shown, without_acting
from quizapp.tui.driver import ForgivingDriver

Result = TypeVar("Result")


class InertLines(LineFilter):
    """Takes out of drawn lines what would act on a terminal, and links, which it might follow.

    The characters are dropped and not replaced: here a line has its width already, and they have none.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's hook
        """Return the segments of a line, inert."""
        return [segment if _is_inert(segment) else _inert(segment) for segment in segments]


class InertApp(App[Result]):
    """An app on which foreign text does nothing but stand there."""

    def __init__(self) -> None:
        """Draw through `InertLines`."""
        super().__init__()
        self._inert_lines = InertLines()

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the terminal and writes to it: Textual's own, made more forgiving."""
        usual = super().get_driver_class()
        return ForgivingDriver if usual is LinuxDriver else usual

    def get_line_filters(self) -> list[LineFilter]:
        """Return what every drawn line passes through, the boundary last."""
        return [*super().get_line_filters(), self._inert_lines]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - messages tell of decks and files, whoever sends them
    ) -> None:
        """Let a message pop up; it is never read as markup."""
        super().notify(shown(message), title=shown(title), severity=severity, timeout=timeout, markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Put text on the clipboard, from where it may be pasted into a shell."""
        super().copy_to_clipboard(inert(text))

    async def on_event(self, event: events.Event) -> None:
        """Take what is pasted as the text that it is."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event.text = inert(event.text)
        await super().on_event(event)


def _is_inert(segment: Segment) -> bool:
    return not (acting_characters(segment.text) or (segment.style and segment.style.link))


def _inert(segment: Segment) -> Segment:
    style = segment.style.update_link(None) if segment.style else None
    return Segment(without_acting(segment.text), style, segment.control)
