"""How quizzes went: best, last, trend, and the cards missed most."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from quizapp.cards.model import CardId
from quizapp.history.past import QuizPast

_WRONG = "wrong"
_COMPARED = 5
"""How many quizzes before the last one it is compared with."""
_SHOWN = 10
"""How many of the missed cards are told."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A card that was answered wrongly in quizzes."""

    card: CardId
    question: str
    """As it was last asked."""
    answer: str
    misses: int
    asked: int
    """How often it was asked in quizzes at all."""


@dataclass(frozen=True, slots=True)
class DeckScore:
    """How the quizzes of one deck went; shares are from 0 to 1."""

    taken: int = 0
    """Quizzes taken to their end."""
    best: float | None = None
    """None before the first quiz."""
    last: float | None = None
    trend: tuple[float, ...] = ()
    """The share of every quiz taken to its end, first to last."""
    most_missed: tuple[Missed, ...] = ()
    """The worst first; answers of quizzes that were broken off count here too."""

    @property
    def change(self) -> float:
        """The last share less the mean of up to five before it; 0 with nothing to compare."""
        earlier = self.trend[-1 - _COMPARED : -1]
        return self.trend[-1] - sum(earlier) / len(earlier) if earlier else 0.0


def scores(
    quizzes: Iterable[QuizPast],
    *,
    cards: Container[CardId] | None = None,
    name_of: Callable[[CardId], CardId] = lambda card: card,
) -> DeckScore:
    """Return how quizzes went.

    Args:
        quizzes: in the order in which they began; those of one deck are in `insight.quizzed`.
        cards: tells which missed cards are meant; None for all.
        name_of: gives the name that a card goes by now; see `history.fold.Past.name_of`.
    """
    meant = tuple(quizzes)
    trend = tuple(quiz.share for quiz in meant if quiz.finished and quiz.total)
    return DeckScore(
        taken=len(trend),
        best=max(trend, default=None),
        last=trend[-1] if trend else None,
        trend=trend,
        most_missed=_most_missed(meant, cards, name_of),
    )


def _most_missed(
    quizzes: Iterable[QuizPast], cards: Container[CardId] | None, name_of: Callable[[CardId], CardId]
) -> tuple[Missed, ...]:
    found: dict[CardId, Missed] = {}
    for quiz in quizzes:
        for given in quiz.answers:
            card = name_of(given.card)
            before = found.get(card, Missed(card, "", "", 0, 0))
            misses = before.misses + (given.verdict == _WRONG)
            found[card] = Missed(card, given.question, given.answer, misses, before.asked + 1)
    missed = [one for one in found.values() if one.misses and (cards is None or one.card in cards)]
    return tuple(sorted(missed, key=lambda one: (-one.misses, one.asked, one.question, one.card))[:_SHOWN])
