"""What screens ask of the app: going to another place. Screens do not know each other."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class StudyDecks(Message):
    """Open a study session on some decks."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""


@dataclass
class QuizDecks(Message):
    """Set up a quiz on some decks."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""
