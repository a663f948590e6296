"""The command palette: every action of the place one is in, every other place, and every deck."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.message import Message
from textual.types import IgnoreReturnCallbackType

from quizapp.library.library import Library
from quizapp.text import shown_line
from quizapp.tui.messages import QuizDecks, StudyDecks

_LEFT_OUT = re.compile(r"app\.(command_palette|help)|cursor_(up|down)|page_(up|down)|first|last|scroll\(.*|select")
"""What the palette has or is already, and moves, which nobody looks for by name."""


class HasLibrary(Protocol):
    """The app, as far as commands know it."""

    library: Library


class ActionCommands(Provider):
    """A command for each action that has a key here, with its sentence; what cannot be done now is left out."""

    async def discover(self) -> Hits:
        """Offer every action."""
        for told, key, run in self._commands():
            yield DiscoveryHit(Content(told), run, text=told, help=key)

    async def search(self, query: str) -> Hits:
        """Offer the actions that fit what is typed."""
        matcher = self.matcher(query)
        for told, key, run in self._commands():
            if (score := matcher.match(told)) > 0:
                yield Hit(score, matcher.highlight(told), run, text=told, help=key)

    def _commands(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        told: set[str] = set()
        for active in self.screen.active_bindings.values():
            action, what = active.binding.action, active.binding.tooltip
            if active.enabled and what and what not in told and not _LEFT_OUT.fullmatch(action):
                told.add(what)
                key = f"key {self.app.get_key_display(active.binding)}"
                yield what, key, partial(self.app.run_action, action, active.node)


class DeckCommands(Provider):
    """A command to study and one to quiz each deck."""

    async def discover(self) -> Hits:
        """Offer every deck."""
        for text, message in self._commands():
            yield DiscoveryHit(Content(text), partial(self.app.post_message, message), text=text)

    async def search(self, query: str) -> Hits:
        """Offer the decks that fit what is typed."""
        matcher = self.matcher(query)
        for text, message in self._commands():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), partial(self.app.post_message, message), text=text)

    def _commands(self) -> Iterator[tuple[str, Message]]:
        for deck in cast("HasLibrary", self.app).library.decks():
            title = shown_line(deck.title, 200)
            yield f"Study: {title}", StudyDecks((str(deck.path),))
            yield f"Quiz: {title}", QuizDecks((str(deck.path),))


COMMANDS: set[type[Provider] | Callable[[], type[Provider]]] = {ActionCommands, DeckCommands}
"""What the palette offers beside what can be done anywhere."""
