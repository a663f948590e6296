"""The app: gives screens what they need and takes the user from one to the next."""

import asyncio
import signal
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.message import Message
from textual.screen import Screen

from quizapp.library.library import Library
from quizapp.library.looks import Looks
from quizapp.tui.commands import COMMANDS
from quizapp.tui.place import HOME, INBOX
from quizapp.tui.sessions_app import SessionsApp
from quizapp.tui.top_places import TOP_PLACES, top_place


class QuizApp(SessionsApp):
    """The study app on one library.

    Args:
        library: the home's decks and journal.
        opening: where to go at once; the home screen if nowhere.
        theme: the name of a theme; else the one that ``looks`` names, or the app's own dark one.
        looks: how the app looks on this device, and its keys.
    """

    TITLE = "quizapp"
    DEFAULT_MODE = HOME
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-middling"), (110, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]  # noqa: RUF012 - as above
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, tooltip="Quit; everything is saved")
    ]

    def __init__(
        self, library: Library, opening: Message | None = None, theme: str = "", looks: Looks | None = None
    ) -> None:
        super().__init__(looks or Looks(), theme)
        self.library = library
        self._opening = opening
        for place in TOP_PLACES:
            self.add_mode(place, partial(top_place, place, library))

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl-C how to leave."""
        self.notify("Ctrl+Q quits. Everything is saved already.", timeout=4)

    def on_mount(self) -> None:
        """Go where the user asked to go; a signal to end leaves the terminal as it was found."""
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGTERM, partial(self.exit, return_code=128 + signal.SIGTERM)
        )
        self.tell_unknown_keys()
        if self._opening:
            self.post_message(self._opening)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's hook
        """Offer what can be done anywhere; decks are offered by `DeckCommands`."""
        yield SystemCommand("Help", "All keys of all screens", self.action_help)
        yield SystemCommand("Keys beside the screen", "Show or hide what each key does here", self.action_toggle_keys)
        yield SystemCommand("Light or dark", "Switch between paper and night", self.action_switch_register)
        yield SystemCommand("Theme", "Choose from all themes", self.action_change_theme)
        yield SystemCommand("Quit", "Everything is saved already", self.action_quit)

    def action_go(self, place: str) -> None:
        """Go to a top place; what was going on in the one left behind waits there."""
        self.switch_mode(place)

    def action_generate(self) -> None:
        """Make cards from an article; they are looked through in the inbox."""
        from quizapp.tui.screens.inbox import InboxScreen  # noqa: PLC0415 - the first screen must not wait for it

        self.switch_mode(INBOX)
        inbox = self.screen_stack[0]
        if isinstance(inbox, InboxScreen) and len(self.screen_stack) == 1:
            inbox.generate()

    def action_help(self) -> None:
        """Show all keys."""
        from quizapp.tui.places import keys_by_place  # noqa: PLC0415 - needs every screen, wanted by few
        from quizapp.tui.screens.help import Help  # noqa: PLC0415

        self.push_screen(Help(keys_by_place(self.looks.config.keys)))
