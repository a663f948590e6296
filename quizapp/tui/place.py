"""What every place of the app has in common: keys with names, and for the top places the way to the others.

A `Binding` is the one definition of an action: its key, its word in the footer, its sentence in
help and palette. Its name, such as ``study.undo``, is what a user's own keys are given to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.types import CSSPathType

Result = TypeVar("Result")

PLACES_LOOK = Path(__file__).with_name("places.tcss")
"""What all places but home look like."""
HOME, BROWSE, STATS, INBOX, SETTINGS = "home", "browse", "stats", "inbox", "settings"
"""The top places, by the names of their modes."""


def place_name(kind: type[Any]) -> str:
    """Return a class of screen or widget as names of keys have it: ``study``, ``quiz-setup``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__.removesuffix("Screen")).lower()


def named(place: str, bindings: Iterable[BindingType]) -> list[BindingType]:
    """Return bindings with a name for each action: its place and what it does."""
    return list(_named(place, bindings))


def _named(place: str, bindings: Iterable[BindingType]) -> Iterator[BindingType]:
    taken: set[str] = set()
    for binding in bindings:
        if not isinstance(binding, Binding) or binding.id:
            yield binding
            continue
        does = re.sub(r"[^a-z0-9]+", "-", binding.action.removeprefix("app.")).strip("-")
        name, number = f"{place}.{does}", 2
        while name in taken:
            name, number = f"{place}.{does}-{number}", number + 1
        taken.add(name)
        yield replace(binding, id=name)


class HasKeys(Protocol):
    """The app, as far as the keys of a place know it."""

    own_keys: Mapping[str, str]
    """The keys that the user has given to actions."""

    def get_key_display(self, binding: Binding) -> str:
        """Return what the key of a binding is called."""


class Place(Screen[Result]):
    """A screen whose actions have names."""

    CSS_PATH: ClassVar[CSSPathType | None] = PLACES_LOOK
    _of_action: ClassVar[dict[str, Binding]] = {}
    """The definition of each action."""

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - Textual's own
        """Name the actions, before Textual gathers the keys."""
        if "BINDINGS" in cls.__dict__:
            cls.BINDINGS = named(place_name(cls), cls.BINDINGS)
            own = (binding for binding in reversed(cls.BINDINGS) if isinstance(binding, Binding))
            cls._of_action = {**cls._of_action, **{binding.action: binding for binding in own}}
        super().__init_subclass__(**options)

    def key_of(self, action: str) -> str:
        """Return what the first key of an action is called, be it its own or one that the user has given to it.

        Every text on a screen that names a key gets it from here.
        """
        app, binding = cast("HasKeys", self.app), self._of_action[action]
        given = app.own_keys.get(binding.id or "")
        first = (given or binding.key).partition(",")[0].strip()
        return app.get_key_display(replace(binding, key=first, key_display=None if given else binding.key_display))


class TopPlace(Place[None]):
    """A place that can be reached from every other top place with one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", f"app.go('{HOME}')", "Decks", show=False, tooltip="Go to your decks"),
        Binding("b", f"app.go('{BROWSE}')", "Browse", show=False, tooltip="Browse all cards"),
        Binding("t", f"app.go('{STATS}')", "Stats", show=False, tooltip="See how it is going"),
        Binding("i", f"app.go('{INBOX}')", "Inbox", show=False, tooltip="Look through generated cards that wait"),
        Binding(
            "comma", f"app.go('{SETTINGS}')", "Settings", show=False, key_display=",", tooltip="Change the settings"
        ),
        Binding("m", "app.generate", "Generate", show=False, tooltip="Make cards from an article"),
    ]
