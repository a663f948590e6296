"""What has changed on a shelf since it was last looked at: which deck became which, which cards came and went."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from quizapp.cards.kinship import Told
from quizapp.cards.model import CardId
from quizapp.errors import QuizError
from quizapp.library.shelf import Shelved


class Changed(NamedTuple):
    """A deck as it was, and as it is now, perhaps at another place."""

    old: Shelved
    new: Shelved

    @property
    def moved(self) -> bool:
        """Say whether its file was renamed or moved."""
        return self.old.place != self.new.place


def changed_decks(before: Iterable[Shelved], after: Iterable[Shelved]) -> Iterator[Changed]:
    """Yield the decks whose file is another than before.

    A file that is gone was renamed to one that has come if at least half of the cards of the smaller
    of the two are in both; the most alike belong together.
    """
    olds, news = {deck.place: deck for deck in before}, {deck.place: deck for deck in after}
    for place in olds.keys() & news.keys():
        if olds[place].kept.ids != news[place].kept.ids:
            yield Changed(olds[place], news[place])
    gone = [deck for place, deck in olds.items() if place not in news and not deck.path.exists()]
    come = [deck for place, deck in news.items() if place not in olds]
    yield from _renamed(gone, come)


def came_and_went(changes: Iterable[Changed], now: Iterable[Shelved]) -> tuple[list[Told], list[Told]]:
    """Return the cards that have gone from the decks that changed and are nowhere now, and those that have come."""
    changes = tuple(changes)
    were = {card: told for change in changes for card, told in _cards(change.old)}
    are = {card: told for change in changes for card, told in _cards(change.new)}
    lost = were.keys() - are.keys()
    lost -= {card for deck in now for card in deck.kept.card_ids} if lost else set()
    gone = filter(None, (were[card]() for card in were if card in lost))
    return list(gone), list(filter(None, (are[card]() for card in are if card not in were)))


def _cards(deck: Shelved) -> Iterator[tuple[CardId, Callable[[], Told | None]]]:
    """Yield the cards of a deck; each is made only when it is asked for, and none if that is too late."""

    def made(number: int) -> Told | None:
        try:
            card = deck.kept.card(number)
        except QuizError:
            return None
        return Told(card.id, card.question, card.answer)

    return ((card, partial(made, number)) for number, card in enumerate(deck.kept.card_ids))


def _renamed(gone: list[Shelved], come: list[Shelved]) -> Iterator[Changed]:
    """Yield which of the decks that are gone has become which of those that have come."""
    held = [set(deck.kept.card_ids) for deck in gone]
    shared = [
        (len(held[old].intersection(deck.kept.card_ids)), old, new)
        for new, deck in enumerate(come)
        for old in range(len(gone))
    ]
    left = {*range(len(gone))}, {*range(len(come))}
    for common, old, new in sorted(shared, key=lambda each: (-each[0], *each[1:])):
        enough = common and 2 * common >= min(len(gone[old].kept), len(come[new].kept))
        if enough and old in left[0] and new in left[1]:
            left[0].remove(old)
            left[1].remove(new)
            yield Changed(gone[old], come[new])
