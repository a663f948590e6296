"""What screens ask of the app: going to another place. Screens do not know each other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from quizapp.library.selection import EVERYTHING, WHAT_IS_DUE, Selection, StudyWish

if TYPE_CHECKING:
    from quizapp.sessions.quiz import Terms


@dataclass
class StudyDecks(Message):
    """Open a study session on some decks."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""
    wish: StudyWish = WHAT_IS_DUE
    """Which of their cards, and how."""


@dataclass
class QuizDecks(Message):
    """Take a quiz on some decks."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""
    cards: Selection = EVERYTHING
    """Which of their cards."""
    terms: "Terms | None" = None
    """What the quiz is like; asked for if it is not said."""

    @classmethod
    def on_misses(cls, quiz: str) -> "QuizDecks":
        """Ask what was missed in a past quiz, all of it."""
        from quizapp.sessions.quiz import Terms  # noqa: PLC0415 - home should not wait for it

        return cls((), Selection(quiz=quiz), Terms(number=0))


@dataclass
class SetUpStudy(Message):
    """Choose what to study of some decks, and how."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""


@dataclass
class ShowScores(Message):
    """Show how the quizzes of some decks went."""

    decks: tuple[str, ...]
    """Their names or paths; all decks if there are none."""
