"""The part of the app that opens sessions: study, quizzes, and what came of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.screen import Screen

from quizapp.library.library import DeckInfo, Library
from quizapp.tui.dress import DressedApp
from quizapp.tui.messages import QuizDecks, SetUpStudy, ShowScores, StudyDecks
from quizapp.tui.place import HOME

if TYPE_CHECKING:
    from quizapp.sessions.quiz import Terms

Result = TypeVar("Result")


class SessionsApp(DressedApp):
    """An app that goes where its screens ask it to go with some decks."""

    library: Library
    """Whose cards are asked."""

    @on(StudyDecks)
    def _study(self, wish: StudyDecks) -> None:
        from quizapp.tui.screens.study import StudyScreen  # noqa: PLC0415 - the first screen must not wait for it

        session = self.attempt(lambda: self.library.study(wish.decks, wish.wish))
        if session is None:
            return
        if session.over:
            self.notify("Nothing to study here today.", timeout=4)
        else:
            self._go(StudyScreen(self.library, wish.decks, session, wish.wish))

    @on(SetUpStudy)
    def _set_up_study(self, wish: SetUpStudy) -> None:
        from quizapp.tui.screens.study_setup import StudySetup  # noqa: PLC0415 - as above

        if not (decks := self.attempt(lambda: self.library.decks(wish.decks))):
            return
        setup = StudySetup(
            _title(decks),
            self.library.tags(wish.decks),
            self.library.pace(),
            self.library.ways_of(wish.decks),
        )
        self._go(setup, lambda chosen: self._study(StudyDecks(wish.decks, chosen)) if chosen else None)

    @on(ShowScores)
    def _show_scores(self, wish: ShowScores) -> None:
        from quizapp.tui.screens.scores import Scores  # noqa: PLC0415 - as above

        if not (decks := self.attempt(lambda: self.library.decks(wish.decks))):
            return
        quizzes = self.library.quizzes(wish.decks)
        scores = Scores(_title(decks), self.library.score(wish.decks), quizzes, self.library.zone)
        self._go(scores, lambda chosen: self._set_up_quiz(chosen) if chosen else None)

    @on(QuizDecks)
    def _set_up_quiz(self, wish: QuizDecks) -> None:
        from quizapp.library.quizzing import usual_terms  # noqa: PLC0415 - as above
        from quizapp.tui.screens.quiz_setup import QuizSetup  # noqa: PLC0415 - as above

        if wish.terms:
            self._quiz(wish, wish.terms)
            return
        decks = self.attempt(lambda: self.library.decks(wish.decks)) or []
        cards = sum(deck.cards for deck in decks)
        if not cards:
            self.notify("There is no card to ask about.", timeout=4)
            return
        setup = QuizSetup(_title(decks), cards, usual_terms(self.library, wish.decks))
        self._go(setup, lambda terms: self._quiz(wish, terms))

    def _quiz(self, wish: QuizDecks, terms: "Terms | None") -> None:
        from quizapp.tui.screens.quiz import QuizScreen  # noqa: PLC0415 - as above

        if terms is None:
            return
        session = self.attempt(lambda: self.library.quiz(wish.decks, terms, wish.cards))
        if session is None:
            return
        if session.over:
            self.notify("There is nothing to ask in this way here. Try it typed.", timeout=6)
        else:
            self._go(QuizScreen(self.library, session))

    def _go(self, screen: Screen[Result], then: Callable[[Result | None], None] | None = None) -> None:
        """Show a screen, one step from home."""
        self.switch_mode(HOME)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen, then)


def _title(decks: Sequence[DeckInfo]) -> str:
    """Return what some decks are called together."""
    return decks[0].title if len(decks) == 1 else f"{len(decks)} decks"
