"""What the screens of settings have in common: a list of them, and the keys that change the one under the cursor."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from quizapp.errors import QuizError
from quizapp.store.preferences import Setting
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.screens.ask_line import AskLine
from quizapp.tui.widgets.moves import MOVES

NOTHING = frozenset({"", '""', "[]", "{}"})
"""Values that say nothing."""

SETTING_KEYS: list[BindingType] = [
    Binding("enter,e", "change", "Change", key_display="Enter", tooltip="Change the setting"),
    Binding("right,l,space", "step(1)", "Next value", show=False, tooltip="The next of a few values"),
    Binding("left,h", "step(-1)", "Value before", show=False, tooltip="The value before"),
    Binding("x,delete", "reset", "Default", key_display="x", tooltip="Back to the default"),
]


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


class ChangesSettings(Screen[None]):
    """A screen that lists settings; a subclass says which one is under the cursor."""

    @property
    def setting(self) -> tuple[Kept, Setting]:
        """The setting under the cursor, and what keeps it."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show the settings as they are now."""
        raise NotImplementedError

    def action_change(self) -> None:
        """Ask for another value; of a few values take the next."""
        kept, setting = self.setting
        if setting.words:
            self.action_step(1)
            return

        def refusal(text: str) -> str:
            try:
                kept.change(setting.name, text)
            except QuizError as error:
                return one_line(error.problems[0].message)
            return ""

        self.app.push_screen(AskLine(setting.name, f"{setting.says}.", refusal, setting.value), lambda _: self.follow())

    def action_step(self, by: int) -> None:
        """Take the next of a few values."""
        kept, setting = self.setting
        if setting.words:
            place = setting.words.index(setting.value) + by
            self._do(lambda: kept.change(setting.name, setting.words[place % len(setting.words)]))

    def action_reset(self) -> None:
        """Give the setting its default again."""
        kept, setting = self.setting
        self._do(lambda: kept.reset(setting.name))

    @on(OptionList.OptionSelected)
    def _change_selected(self) -> None:
        self.action_change()

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
        self.follow()


def value_line(setting: Setting) -> Content:
    """Return the value of a setting, bold where it is not the default."""
    if setting.value in NOTHING:
        return Content.styled("none", "$muted")
    return prose.line(setting.value, "" if setting.value == setting.default else "bold $primary")
