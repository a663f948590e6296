"""Changing the card that is being studied, in its file, without leaving the session."""

from quizapp.cards.model import Card, Item
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.sessions.steps import Edited
from quizapp.sessions.study import StudySession
from quizapp.sessions.task import Task
from quizapp.tui.screens.card_editor import CardEditor
from quizapp.tui.screens.recording import RecordingScreen


class EditsCards(RecordingScreen[None]):
    """A screen that asks the cards of a session and lets them be edited; each edit can be taken back."""

    def __init__(self, library: Library, session: StudySession) -> None:
        """Ask the cards of ``session``, which are those of ``library``."""
        super().__init__()
        self._library = library
        self._session = session

    def go(self, session: StudySession) -> None:
        """Go on with a session and show where it is."""
        raise NotImplementedError

    @property
    def asked(self) -> Task:
        """The card that is being asked."""
        if self._session.current is None:
            raise ValueError("the session is over")
        return self._session.current

    def action_was_right(self) -> None:
        """Count the answer as right, and let the card accept it from now on."""
        task, reply = self.asked, self._session.reply
        try:
            card = self._library.add_alias(task.card, reply.given if reply else "", task.place)
        except QuizError as error:
            self.mention(f"Right, this time. {error}", timeout=6, severity="warning")
            self.go(self._session.was_right())
        else:
            self.mention("Accepted from now on.")
            self.go(self._changed_to(card).was_right())

    def action_edit(self) -> None:
        """Edit the card in its file."""
        self._edit(self.asked.card.item)

    def take_back_edit(self, edited: Edited, session: StudySession) -> None:
        """Let the card's file be as it was before an edit, and go on with ``session``, which is from before it."""
        try:
            self._library.take_back_edit(edited.card)
        except QuizError as error:
            self.mention(str(error), timeout=8, severity="error")
        else:
            self.mention("The edit is taken back.")
            self.go(session)

    def _edit(self, item: Item) -> None:
        task = self.asked
        others = tuple(dict.fromkeys(peer.item for peer in task.peers() if peer.item is not task.card.item))
        self.app.push_screen(CardEditor(task.deck, item, others, task.deck_source), self._after_edit)

    def _after_edit(self, item: Item | None) -> None:
        """Save the card as it has been edited; if that cannot be, let its writer go on."""
        task = self.asked
        if item is None or item == task.card.item:
            return
        try:
            card = self._library.edit_card(task.card, item, task.place)
        except QuizError as error:
            self.mention(str(error), timeout=8, severity="error")
            self._edit(item)
        else:
            self.go(self._changed_to(card))

    def _changed_to(self, card: Card) -> StudySession:
        """Return the session with its card changed; one that was right as it was is no change."""
        return self._session if card is self.asked.card else self._session.edited(card)[0]
