"""How many cards there is room for today, under the limit of all decks and under those of single ones."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.cards.model import CardId
from quizapp.library.own_settings import EVERYWHERE
from quizapp.library.shelf import Shelved
from quizapp.memory.queue import Done, Limits, Room, done_on

if TYPE_CHECKING:
    from quizapp.library.library import Library

NEW, REVIEWS = "new_per_day", "reviews_per_day"


def limits_of(library: "Library", deck: Shelved) -> tuple[str, str]:
    """Return the names of the limits of new cards and of reviews that a deck's cards come under."""
    return library.said_of(deck, NEW).by, library.said_of(deck, REVIEWS).by


def room_today(library: "Library", decks: Iterable[Shelved]) -> Room:
    """Return the room left today for the cards of some decks.

    A limit counts for all decks together for which the settings say it, and what is asked of these
    takes nothing away from the others.
    """
    settings, done = library.settings, library.progress.done_on(library.today)
    if not settings.decks:
        return Room.under(Limits(settings.new_per_day, settings.reviews_per_day), done)
    every = tuple({deck.place: deck for deck in (*library.shelf.decks, *decks)}.values())
    new, new_done = _special(library, every, NEW)
    reviews, reviews_done = _special(library, every, REVIEWS)
    left = {name: max(limit - new_done[name].new, 0) for name, limit in new.items()}
    usual = settings.new_per_day - done.new + sum(each.new for each in new_done.values())
    back = {name: max(limit - reviews_done[name].reviews, 0) for name, limit in reviews.items()}
    usual_back = settings.reviews_per_day - done.reviews + sum(each.reviews for each in reviews_done.values())
    return Room({EVERYWHERE: max(usual, 0), **left}, {EVERYWHERE: max(usual_back, 0), **back})


def _special(library: "Library", decks: Iterable[Shelved], name: str) -> tuple[dict[str, int], dict[str, Done]]:
    """Return the limits that the settings say of single decks and groups, and what was done today under each."""
    limits: dict[str, int] = {}
    answered: dict[str, dict[CardId, None]] = {}
    counted: set[CardId] = set()
    for deck in decks:
        value, by = library.said_of(deck, name)
        if by == EVERYWHERE:
            continue
        limits[by] = value
        cards = [card for card in library.answered_today(deck) if card not in counted]
        counted.update(cards)
        answered.setdefault(by, {}).update(dict.fromkeys(cards))
    past, today = library.progress.past, library.today
    done = {by: done_on(today, (past.of(card).reviews for card in cards)) for by, cards in answered.items()}
    return limits, done
