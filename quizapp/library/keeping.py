"""What a home keeps beside decks and answers: the inbox and the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from quizapp.history.shelf_fold import Move
from quizapp.library.meant import Meant
from quizapp.library.opened import Opened
from quizapp.library.own_settings import OwnSettings, Said
from quizapp.library.shelf import Shelved, chosen
from quizapp.memory.ways import StudyBy
from quizapp.store.settings import DeckSettings, Settings, save_settings

if TYPE_CHECKING:
    from quizapp.library.inbox import Inbox


class Keeping(Opened):
    """The part of an open home that keeps its settings and its inbox."""

    settings: Settings
    own: OwnSettings
    """What the settings say of single decks."""

    @cached_property
    def inbox(self) -> "Inbox":
        """The generated decks that wait for a decision."""
        from quizapp.library.inbox import Inbox  # noqa: PLC0415 - the first card should not wait for it

        return Inbox(self.home)

    def change_setting(self, name: str, text: str) -> None:
        """Give a setting the value that a user wrote, and keep it. Raises QuizError."""
        from quizapp.store.preferences import with_text  # noqa: PLC0415 - brings the parser

        self.keep_settings(with_text(self.settings, name, text))

    def reset_setting(self, name: str) -> None:
        """Give a setting its default again. Raises QuizError."""
        self.keep_settings(replace(self.settings, **{name: getattr(Settings(), name)}))

    def own_settings(self, meant: Meant) -> Mapping[str, Any]:
        """Return what the settings say of one deck or group itself, by the settings' names."""
        return self.settings.decks.get(self._name_of(meant), {})

    def change_own_setting(self, meant: Meant, name: str, text: str) -> None:
        """Give a setting of one deck or group the value that a user wrote, and keep it. Raises QuizError."""
        from quizapp.store.preferences import with_text  # noqa: PLC0415 - brings the parser

        value = getattr(with_text(DeckSettings(), name, text), name)
        self._keep_own(meant, {**self.own_settings(meant), name: value})

    def reset_own_setting(self, meant: Meant, name: str) -> None:
        """Let a setting of one deck or group be what it is without it. Raises QuizError."""
        self._keep_own(meant, {key: value for key, value in self.own_settings(meant).items() if key != name})

    def rename_own_settings(self, places: Mapping[str, str], groups: tuple[str, str] | None = None) -> None:
        """Let what is said of decks and of a group be said of them at their new places. Raises QuizError."""

        def renamed(name: str) -> str:
            if groups and f"{name.rstrip('/')}/".startswith(f"{groups[0]}/"):
                return groups[1] + name[len(groups[0]) :]
            return places.get(name, name)

        decks = {renamed(name): own for name, own in self.settings.decks.items()}
        if decks != self.settings.decks:
            self.keep_settings(replace(self.settings, decks=decks))

    def said_of(self, deck: Shelved, name: str) -> Said:
        """Return what a setting is for a deck, and who says it."""
        return self.own.of(deck, name, self.shelf, self._moves)

    def settings_for(self, words: Iterable[str] = ()) -> DeckSettings:
        """Return what counts for some decks together, or for all. Raises QuizError."""
        return self.own.common(chosen(self.shelf, words), self.shelf, self._moves)

    def ways_of(self, words: Iterable[str] = ()) -> set[StudyBy]:
        """Return how the cards of some decks, or of all, are answered by the settings. Raises QuizError."""
        return {self.said_of(deck, "study_by").value for deck in chosen(self.shelf, words)}

    def settings_changed(self) -> None:
        """Forget what was worked out from the settings."""

    def _moves(self) -> tuple[Move, ...]:
        return self.progress.past.moves

    def _name_of(self, meant: Meant) -> str:
        return self.own.name_of(meant, self.shelf, self._moves)

    def _keep_own(self, meant: Meant, own: Mapping[str, Any]) -> None:
        decks = {**self.settings.decks, self._name_of(meant): own}
        self.keep_settings(replace(self.settings, decks={name: each for name, each in decks.items() if each}))

    def keep_settings(self, settings: Settings) -> None:
        """Let other settings count, and keep them. Raises QuizError."""
        save_settings(self.home.settings_file, settings)
        self.settings = settings
        self.settings_changed()
