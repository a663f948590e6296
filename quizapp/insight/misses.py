"""What someone got wrong of late: the cards missed on the last day they were asked, and what they were taken for."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from quizapp.cards.model import CardId
from quizapp.history.events import Grade
from quizapp.history.fold import Past


def missed_cards(past: Past, cards: Iterable[CardId]) -> frozenset[CardId]:
    """Return those of some cards that were answered wrongly, in study or in a quiz, the last day they were asked."""
    last: dict[CardId, tuple[int, bool]] = {}
    for card, day, wrong in _answers(past, {past.name_of(card) for card in cards}):
        known = last.get(card, (day, False))
        last[card] = max(known, (day, wrong))
    return frozenset(card for card, (_, wrong) in last.items() if wrong)


def missed_in(past: Past, quiz: str) -> frozenset[CardId]:
    """Return the cards that were answered wrongly in one quiz; none if there is no such quiz."""
    told = past.quizzes_by_id.get(quiz)
    return frozenset(past.name_of(answer.card) for answer in told.answers if not answer.right) if told else frozenset()


def confusions(past: Past, cards: Iterable[CardId]) -> Mapping[CardId, tuple[CardId, ...]]:
    """Return for each of some cards the cards whose answers were given for its own, the last one first."""
    found: dict[CardId, dict[CardId, None]] = {}
    for card, other in _confusions(past, {past.name_of(card) for card in cards}):
        others = found.setdefault(card, {})
        others.pop(other, None)
        others[other] = None
    return {card: tuple(others)[::-1] for card, others in found.items()}


def _answers(past: Past, cards: Collection[CardId]) -> Iterator[tuple[CardId, int, bool]]:
    for quiz in past.quizzes:
        for answer in quiz.answers:
            if (card := past.name_of(answer.card)) in cards:
                yield card, quiz.day, not answer.right
    for card in cards:
        for review in past.of(card).reviews:
            yield card, review.day, review.grade is Grade.AGAIN


def _confusions(past: Past, cards: Collection[CardId]) -> Iterator[tuple[CardId, CardId]]:
    """Yield a card and what it was taken for, in the order in which that happened."""
    told = [
        *((review.t, card, review.other) for card in cards for review in past.of(card).reviews if review.other),
        *(
            (answer.t, card, answer.other)
            for quiz in past.quizzes
            for answer in quiz.answers
            if answer.other and (card := past.name_of(answer.card)) in cards
        ),
    ]
    for _, card, other in sorted(told):
        yield card, past.name_of(other)
