"""What study and quiz have in common: nothing goes on before an answer is saved."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from quizapp.errors import QuizError
from quizapp.tui.place import Place
from quizapp.tui.widgets.not_saved import NotSaved

Result = TypeVar("Result")


class RecordingScreen(Place[Result]):
    """A screen that saves what happens on it.

    When saving fails it says so, stays where it is, and offers to try again or to go on without
    saving for the rest of the session.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "save_again", "Try again", show=False, tooltip="Try to save the answer again"),
        Binding("p", "go_unsaved", "Go on unsaved", show=False, tooltip="Go on without saving anything more"),
    ]

    unsaved = False
    """The user chose to go on without saving."""

    def __init__(self) -> None:
        """Begin with nothing waiting to be saved."""
        super().__init__()
        self._waiting: tuple[Callable[[], object], Callable[[], None]] | None = None

    @property
    def waits_to_save(self) -> bool:
        """Something could not be saved, and the user has not said what to do about it."""
        return self._waiting is not None

    def save(self, write: Callable[[], object], then: Callable[[], None]) -> None:
        """Write something down and go on with ``then``; if it cannot be written, say so and wait."""
        notice, waited = self.query_one(NotSaved), self.waits_to_save
        try:
            if not self.unsaved:
                write()
        except QuizError as error:
            self._waiting = (write, then)
            notice.tell(error, self.key_of("save_again"), self.key_of("go_unsaved"))
        else:
            self._waiting = None
            if waited:
                notice.settle()
            then()
        if waited or self.waits_to_save:
            self.refresh_bindings()

    def mention(self, text: str, *, timeout: float = 3, severity: SeverityLevel = "information") -> None:
        """Say something in passing, in place of what was said before: notices must not pile up on a card."""
        self.app.clear_notifications()
        self.notify(text, timeout=timeout, severity=severity)

    def action_save_again(self) -> None:
        """Try to save again what could not be saved."""
        if self._waiting:
            self.save(*self._waiting)

    def action_go_unsaved(self) -> None:
        """Go on, and save nothing more in this session."""
        if self._waiting:
            self.unsaved = True
            self.save(*self._waiting)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the ways out of a failed save only then."""
        if action in {"save_again", "go_unsaved"}:
            return self.waits_to_save
        return super().check_action(action, parameters)
