"""Asks before a quiz is broken off: it would stay without a score."""

from textual.content import Content

from quizapp.tui.screens.confirm import Confirm

QUESTION = "Leave this quiz?"
CONSEQUENCE = "The answers so far are kept, but an unfinished quiz has no score."


class LeaveQuiz(Confirm):
    """A small question; its result: leave."""

    TITLE = "Leaving a quiz"

    def __init__(self) -> None:
        """Ask whether to leave."""
        super().__init__(Content(QUESTION), CONSEQUENCE, "leave", "go on")
