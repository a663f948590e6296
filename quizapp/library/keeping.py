"""What a home keeps beside decks and answers: the inbox and the settings."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.store.home import Home
from quizapp.store.settings import Settings, save_settings

if TYPE_CHECKING:
    from quizapp.library.inbox import Inbox


class Keeping:
    """The part of an open home that keeps its settings and its inbox."""

    home: Home
    settings: Settings

    @cached_property
    def inbox(self) -> "Inbox":
        """The generated decks that wait for a decision."""
        from quizapp.library.inbox import Inbox  # noqa: PLC0415 - the first card should not wait for it

        return Inbox(self.home)

    def change_setting(self, name: str, text: str) -> None:
        """Give a setting the value that a user wrote, and keep it. Raises QuizError."""
        from quizapp.store.preferences import with_text  # noqa: PLC0415 - the first card should not wait for it

        self._keep(with_text(self.settings, name, text))

    def reset_setting(self, name: str) -> None:
        """Give a setting its default again. Raises QuizError."""
        self._keep(replace(self.settings, **{name: getattr(Settings(), name)}))

    def settings_changed(self) -> None:
        """Forget what was worked out from the settings."""

    def _keep(self, settings: Settings) -> None:
        save_settings(self.home.settings_file, settings)
        self.settings = settings
        self.settings_changed()
