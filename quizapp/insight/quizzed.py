"""Which quizzes were on which deck, wherever the deck's file has gone and whatever its title is now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizapp.cards.model import CardId
from quizapp.history.fold import Past, QuizPast
from quizapp.history.shelf_fold import place_now


class DeckAt(NamedTuple):
    """What tells a deck from others: where it stands, and what is in it."""

    place: str
    title: str
    cards: Iterable[CardId]


def quizzes_by_place(past: Past, decks: Iterable[DeckAt]) -> dict[str, tuple[QuizPast, ...]]:
    """Return the quizzes that were on each deck, by its place, in the order in which they began.

    A quiz on several decks is on each of them. Where its deck's place is not told, or no deck stands
    there, the quiz is on the decks that have the cards asked; of these, on those with the title it
    tells, if there are any.
    """
    standing = {deck.place: deck for deck in decks}
    found: dict[str, list[QuizPast]] = {}
    lost: list[QuizPast] = []
    for quiz in past.quizzes:
        places = {place_now(past.moves, place, quiz.began) for place in quiz.places}
        for place in places & standing.keys():
            found.setdefault(place, []).append(quiz)
        if not places or not places <= standing.keys():
            lost.append(quiz)
    for place, quiz in _by_cards(lost, past, standing):
        found.setdefault(place, []).append(quiz)
    return {place: _in_order(quizzes) for place, quizzes in found.items()}


def _by_cards(quizzes: list[QuizPast], past: Past, standing: Mapping[str, DeckAt]) -> Iterator[tuple[str, QuizPast]]:
    """Yield each quiz with the places of the decks that have its cards, once for each card."""
    asked = {past.name_of(answer.card) for quiz in quizzes for answer in quiz.answers}
    holders: dict[CardId, list[DeckAt]] = {}
    for deck in standing.values() if asked else ():
        for card in deck.cards:
            if (name := past.name_of(card)) in asked:
                holders.setdefault(name, []).append(deck)
    for quiz in quizzes:
        for answer in quiz.answers:
            having = holders.get(past.name_of(answer.card), [])
            titled = [deck for deck in having if deck.title in quiz.decks]
            yield from ((deck.place, quiz) for deck in titled or having)


def _in_order(quizzes: list[QuizPast]) -> tuple[QuizPast, ...]:
    once = {quiz.id: quiz for quiz in quizzes}
    return tuple(sorted(once.values(), key=lambda quiz: (quiz.t, quiz.id)))
