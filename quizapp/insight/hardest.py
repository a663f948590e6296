"""The cards that take the most effort."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.cards.model import CardId
from quizapp.history.events import Grade
from quizapp.history.past import CardPast


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that was often not known."""

    card: CardId
    question: str
    answer: str
    misses: int
    """Answers graded Again."""
    answers: int


def hardest(pasts: Mapping[CardId, CardPast], of: Iterable[CardId], most: int) -> tuple[Hard, ...]:
    """Return those of some cards that were missed most, the worst first; suspended ones are dealt with already."""
    found = []
    for card in dict.fromkeys(of):
        past = pasts.get(card)
        if past is None or past.suspended:
            continue
        if misses := sum(review.grade is Grade.AGAIN for review in past.reviews):
            found.append(Hard(card, past.question, past.answer, misses, len(past.reviews)))
    return tuple(sorted(found, key=lambda hard: (-hard.misses, hard.answers, hard.question, hard.card))[:most])
