"""The command palette's deck commands: study or quiz any deck from anywhere."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.message import Message

from quizapp.library.library import Library
from quizapp.text import shown_line
from quizapp.tui.messages import QuizDecks, StudyDecks


class HasLibrary(Protocol):
    """The app, as far as commands know it."""

    library: Library


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
