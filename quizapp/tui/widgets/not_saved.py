"""The bar that says an answer could not be saved, and what can be done."""

from textual.content import Content
from textual.widgets import Static

from quizapp.errors import QuizError
from quizapp.tui import prose
from quizapp.tui.widgets.lines import WRONG


class NotSaved(Static):
    """Hidden while all is well."""

    def on_mount(self) -> None:
        """Begin hidden."""
        self.display = False

    def tell(self, error: QuizError, again: str, unsaved: str) -> None:
        """Say why nothing was saved and which keys help: the one that tries again, the one that goes on unsaved."""
        self.update(
            Content.assemble(
                (f"{WRONG} Not saved. ", "bold $error"),
                prose.line(str(error)),
                "\n",
                (again, "bold $primary"),
                " try again   ",
                (unsaved, "bold $primary"),
                " go on without saving",
            )
        )
        self.display = True

    def settle(self) -> None:
        """Hide: the answer is saved, or its owner goes on without."""
        self.display = False
