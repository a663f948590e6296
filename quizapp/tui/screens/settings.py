"""Settings: everything that can be chosen, what it means, and where it is kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.library.library import Library
from quizapp.library.looks import Looks
from quizapp.store.preferences import Setting, described
from quizapp.tui import prose
from quizapp.tui.place import SETTINGS, TopPlace
from quizapp.tui.screens.changes_settings import SETTING_KEYS, ChangesSettings, Kept, SettingsList, value_line
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.place_bar import PlaceBar

NAME_WIDTH = 22


class HasLooks(Protocol):
    """The app, as far as settings know it."""

    looks: Looks

    def follow_looks(self) -> None:
        """Look as the config says now."""


class SettingsScreen(ChangesSettings, TopPlace):
    """All settings: those that follow the user, and those of this device."""

    TITLE = "Settings"
    HELP = "Enter changes the setting under the cursor. Files keep your comments: only the value's own bytes change."
    BINDINGS: ClassVar[list[BindingType]] = [
        *SETTING_KEYS,
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

    @on(OptionList.OptionHighlighted)
    def _tell_meaning(self) -> None:
        kept, setting = self.setting
        self.query_one("#meaning", Static).update(Content("\n").join(_told(kept, setting)))

    def follow(self) -> None:
        """Look as the settings say now, and show them."""
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
    def setting(self) -> tuple[Kept, Setting]:
        """The setting under the cursor, and what keeps it."""
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
            line = Content.assemble("  ", setting.name.ljust(NAME_WIDTH), value_line(setting))
            yield Option(line.truncate(width, ellipsis=True), id=f"{place}:{setting.name}")


def _told(kept: Kept, setting: Setting) -> Iterator[Content]:
    yield Content.styled(setting.name, "bold $primary")
    yield Content()
    yield Content(f"{setting.says}.")
    yield Content()
    yield Content.assemble(("now      ", "$muted"), value_line(setting))
    yield Content.assemble(("default  ", "$muted"), value_line(replace(setting, value=setting.default)))
    if kept.path:
        yield Content()
        yield Content.assemble(("kept in  ", "$muted"), prose.line(str(kept.path), "$muted"))
