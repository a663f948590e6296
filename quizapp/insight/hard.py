"""Cards that were never answered right, however often they were asked."""

from collections import Counter
from collections.abc import Iterable

from quizapp.cards.model import Card, CardId
from quizapp.errors import Problem
from quizapp.history.events import Grade
from quizapp.history.fold import Past

MANY = 6
"""After how many tries without a right answer a card is worth a look."""
_WRONG = "wrong"


def never_right(past: Past, cards: Iterable[Card]) -> list[Problem]:
    """Return advice on each card that was asked often and never answered right, in study or in quizzes."""
    tries, right = _quizzed(past)
    found: list[Problem] = []
    for card in cards:
        name = past.name_of(card.id)
        reviews = past.of(card.id).reviews
        tried = len(reviews) + tries[name]
        if tried >= MANY and not right[name] and all(review.grade is Grade.AGAIN for review in reviews):
            message = f"never answered right in {tried} tries: {card.question}"
            remedy = "ask for less, or give it a hint"
            found.append(Problem("", card.item.line, card.item.column, message, remedy))
    return found


def _quizzed(past: Past) -> tuple[Counter[CardId], Counter[CardId]]:
    """Return how often each card was asked in quizzes, and how often it was right there."""
    tries: Counter[CardId] = Counter()
    right: Counter[CardId] = Counter()
    for quiz in past.quizzes:
        for answer in quiz.answers:
            name = past.name_of(answer.card)
            tries[name] += 1
            right[name] += answer.verdict != _WRONG
    return tries, right
