"""Settings: everything that can be chosen, what it means, and where it is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.library.looks import Looks
from quizapp.store.preferences import Setting, described
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.place import SETTINGS, TopPlace
from quizapp.tui.screens.ask_line import AskLine
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.moves import MOVES
from quizapp.tui.widgets.place_bar import PlaceBar

NAME_WIDTH = 22
NOTHING = frozenset({"", '""', "[]", "{}"})
"""Values that say nothing."""


class HasLooks(Protocol):
    """The app, as far as settings know it."""

    looks: Looks

    def follow_looks(self) -> None:
        """Look as the config says now."""


@dataclass(frozen=True)
class Kept:
    """The settings of one file, and how they are changed."""

    title: str
    path: Path | None
    value: object
    change: Callable[[str, str], None]
    reset: Callable[[str], None]


class SettingsList(OptionList):
    """One setting a line."""

    BINDINGS: ClassVar[list[BindingType]] = MOVES


class SettingsScreen(TopPlace):
    """All settings: those that follow the user, and those of this device."""

    TITLE = "Settings"
    HELP = "Enter changes the setting under the cursor. Files keep your comments: only the value's own bytes change."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e", "change", "Change", key_display="Enter", tooltip="Change the setting"),
        Binding("right,l,space", "step(1)", "Next value", show=False, tooltip="The next of a few values"),
        Binding("left,h", "step(-1)", "Value before", show=False, tooltip="The value before"),
        Binding("x,delete", "reset", "Default", key_display="x", tooltip="Back to the default"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "app.go('home')", "Back", key_display="q", tooltip="Back to the decks"),
    ]

    def __init__(self, library: Library) -> None:
        """Show the settings of the home of ``library`` and of this device."""
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """Lay out the settings and, beside or below them, what the one under the cursor means."""
        yield PlaceBar(SETTINGS)
        with Container(id="twofold"):
            yield SettingsList(id="settings", markup=False)
            with Vertical(id="preview"):
                yield Static(id="meaning", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show the settings as they are now."""
        self.query_one(PlaceBar).waiting = self._library.inbox.count
        self._draw()

    def on_resize(self, _: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._draw)

    def action_change(self) -> None:
        """Ask for another value; of a few values take the next."""
        kept, setting = self._chosen
        if setting.words:
            self.action_step(1)
            return

        def refusal(text: str) -> str:
            try:
                kept.change(setting.name, text)
            except QuizError as error:
                return one_line(error.problems[0].message)
            return ""

        self.app.push_screen(
            AskLine(setting.name, f"{setting.says}.", refusal, setting.value), lambda _: self._follow()
        )

    def action_step(self, by: int) -> None:
        """Take the next of a few values."""
        kept, setting = self._chosen
        if setting.words:
            place = setting.words.index(setting.value) + by
            self._do(lambda: kept.change(setting.name, setting.words[place % len(setting.words)]))

    def action_reset(self) -> None:
        """Give the setting its default again."""
        kept, setting = self._chosen
        self._do(lambda: kept.reset(setting.name))

    @on(OptionList.OptionSelected)
    def _change_selected(self) -> None:
        self.action_change()

    @on(OptionList.OptionHighlighted)
    def _tell_meaning(self) -> None:
        kept, setting = self._chosen
        self.query_one("#meaning", Static).update(Content("\n").join(_told(kept, setting)))

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
        self._follow()

    def _follow(self) -> None:
        cast("HasLooks", self.app).follow_looks()
        self._draw()

    @property
    def _all(self) -> tuple[Kept, Kept]:
        library, looks = self._library, cast("HasLooks", self.app).looks
        home = library.home.settings_file
        return (
            Kept("Study and memory", home, library.settings, library.change_setting, library.reset_setting),
            Kept("This device", looks.path, looks.config, looks.change, looks.reset),
        )

    @property
    def _chosen(self) -> tuple[Kept, Setting]:
        option = self.query_one(SettingsList).highlighted_option
        file, name = (option.id if option and option.id else "0:retention").split(":")
        kept = self._all[int(file)]
        return kept, next(setting for setting in described(kept.value) if setting.name == name)

    def _draw(self) -> None:
        shown = self.query_one(SettingsList)
        width = shown.scrollable_content_region.width - 2
        if width <= 0:
            return
        before = shown.highlighted
        shown.set_options(_lines(self._all, width))
        shown.highlighted = 1 if before is None else before
        self._tell_meaning()


def _lines(files: tuple[Kept, ...], width: int) -> Iterator[Option]:
    for place, kept in enumerate(files):
        yield Option(Content.styled(("\n" if place else "") + kept.title, "bold"), disabled=True)
        for setting in described(kept.value):
            line = Content.assemble("  ", setting.name.ljust(NAME_WIDTH), _value(setting))
            yield Option(line.truncate(width, ellipsis=True), id=f"{place}:{setting.name}")


def _value(setting: Setting) -> Content:
    if setting.value in NOTHING:
        return Content.styled("none", "$muted")
    return prose.line(setting.value, "" if setting.value == setting.default else "bold $primary")


def _told(kept: Kept, setting: Setting) -> Iterator[Content]:
    yield Content.styled(setting.name, "bold $primary")
    yield Content()
    yield Content(f"{setting.says}.")
    yield Content()
    yield Content.assemble(("now      ", "$muted"), _value(setting))
    yield Content.assemble(("default  ", "$muted"), _value(replace(setting, value=setting.default)))
    if kept.path:
        yield Content()
        yield Content.assemble(("kept in  ", "$muted"), prose.line(str(kept.path), "$muted"))
