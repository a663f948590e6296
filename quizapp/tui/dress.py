"""How the app is dressed: its theme, its motion and its keys, as the config of this device says."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual import constants
from textual.binding import Binding

from quizapp.errors import QuizError
from quizapp.library.looks import Looks
from quizapp.text import clip, one_line
from quizapp.tui.boundary import InertApp
from quizapp.tui.keys import key_name
from quizapp.tui.theme import DARK, LIGHT, THEMES

Value = TypeVar("Value")


class DressedApp(InertApp[None]):
    """An app that looks as its user wants it to.

    Args:
        looks: how the app looks on this device, and its keys.
        theme: a theme to begin with instead of the one that ``looks`` names.
    """

    def __init__(self, looks: Looks, theme: str) -> None:
        super().__init__()
        self.looks = looks
        for own in THEMES:
            self.register_theme(own)
        self._wanted_theme = theme
        self.follow_looks()

    def follow_looks(self) -> None:
        """Look as the config of this device says, with its keys."""
        wanted = self._wanted_theme or self.looks.config.theme
        self._shown_theme = wanted if wanted in self.available_themes else DARK.name
        self.theme = self._shown_theme
        self.animation_level = "none" if self.looks.config.reduce_motion else constants.TEXTUAL_ANIMATIONS
        self.set_keymap(dict(self.looks.config.keys))

    @property
    def own_keys(self) -> Mapping[str, str]:
        """The keys that the user has given to actions."""
        return self.looks.config.keys

    def get_key_display(self, binding: Binding) -> str:
        """Return what a key is called wherever it is told."""
        return binding.key_display or key_name(binding.key)

    def watch_theme(self, theme: str) -> None:
        """Remember a theme that was chosen."""
        if theme != self._shown_theme:
            self._wanted_theme, self._shown_theme = "", theme
            self.attempt(lambda: self.looks.keep(theme=theme))

    def tell_unknown_keys(self) -> None:
        """Say which keys are given to actions that are none."""
        if keys := self.looks.config.keys:
            from quizapp.tui.places import unknown_names  # noqa: PLC0415 - needs every screen, wanted by few

            for name in unknown_names(keys):
                self.notify(f"keys: there is no action {clip(one_line(name), 60)}", severity="warning", markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the app's own colours for themes that do not know them."""
        return {
            "muted": "ansi_bright_black",
            "faint": "ansi_bright_black",
            "marker": "ansi_yellow",
            "marked": "ansi_black",
        }

    def action_switch_register(self) -> None:
        """Switch between the dark and the light look."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def action_toggle_keys(self) -> None:
        """Show the keys of the place one is in beside it, or hide them."""
        from quizapp.tui.widgets.keys_beside import KeysBeside  # noqa: PLC0415 - wanted by few

        if panels := self.screen.query(KeysBeside):
            panels.remove()
        else:
            self.screen.mount(KeysBeside())

    def attempt(self, work: Callable[[], Value]) -> Value | None:
        """Return what ``work`` returns; when it cannot be done, tell the user why."""
        try:
            return work()
        except QuizError as error:
            self.notify(str(error), severity="error", timeout=8)
            return None
