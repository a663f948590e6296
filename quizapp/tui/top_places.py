"""The top places, each made when it is first gone to: the first screen must not wait for the others."""

from importlib import import_module
from typing import Any

from textual.screen import Screen

from quizapp.library.library import Library
from quizapp.tui.place import BROWSE, HOME, INBOX, SETTINGS, STATS

TOP_PLACES = {
    HOME: "home.HomeScreen",
    BROWSE: "browse.BrowseScreen",
    STATS: "stats.StatsScreen",
    INBOX: "inbox.InboxScreen",
    SETTINGS: "settings.SettingsScreen",
}
"""Where the screen of each is."""


def top_place(place: str, library: Library) -> Screen[Any]:
    """Return the screen of a top place."""
    module, name = TOP_PLACES[place].split(".")
    screen: Screen[Any] = getattr(import_module(f"quizapp.tui.screens.{module}"), name)(library)
    return screen
