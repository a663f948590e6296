"""How the quizzes on an open home's decks went."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.history.past import QuizPast
from quizapp.library.opened import Opened
from quizapp.library.shelf import Shelved, chosen

if TYPE_CHECKING:
    from quizapp.insight.scores import DeckScore


class Scoring(Opened):
    """The part of an open home that tells of quizzes. Every method raises QuizError if a word means no deck."""

    def quizzes(self, words: Iterable[str] = ()) -> tuple[QuizPast, ...]:
        """Return the quizzes on the decks that ``words`` mean, or all there were, in the order in which they began."""
        if not (words := tuple(words)):
            return self.progress.past.quizzes
        decks = chosen(self.shelf, words)
        quizzed = self._quizzed(decks)
        meant = {quiz.id for deck in decks for quiz in quizzed.get(deck.place, ())}
        return tuple(quiz for quiz in self.progress.past.quizzes if quiz.id in meant)

    def score(self, words: Iterable[str] = ()) -> "DeckScore":
        """Return how the quizzes on some decks, or all, went."""
        from quizapp.insight.scores import scores  # noqa: PLC0415 - the first card should not wait for it

        return scores(self.quizzes(words), name_of=self.progress.past.name_of)

    def _quizzed(self, decks: Iterable[Shelved]) -> dict[str, tuple[QuizPast, ...]]:
        """Return the quizzes that were on each deck, on the shelf or among ``decks``, by its place."""
        from quizapp.insight.quizzed import DeckAt, quizzes_by_place  # noqa: PLC0415 - the first card should not wait for it

        known = {deck.place: deck for deck in (*self.shelf.decks, *decks)}.values()
        at = (DeckAt(deck.place, deck.title, deck.kept.card_ids) for deck in known)
        return quizzes_by_place(self.progress.past, at)
