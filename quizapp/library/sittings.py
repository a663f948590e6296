"""Sitting down to study: which cards are asked, in which order, and in which manner."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from quizapp.cards.chance import by_hash
from quizapp.cards.identity import item_key
from quizapp.cards.model import Card, CardId
from quizapp.insight.misses import confusions
from quizapp.library.room import room_today
from quizapp.library.selection import WHAT_IS_DUE, Chosen, Selection, StudyWish, narrowed, selected
from quizapp.library.shelf import Shelved, chosen
from quizapp.memory.queue import apart, queue
from quizapp.memory.ways import StudyBy
from quizapp.sessions import study as studies
from quizapp.sessions.asking import Manner
from quizapp.sessions.study import StudySession
from quizapp.sessions.task import Task

if TYPE_CHECKING:
    from quizapp.library.library import Library


def study_session(
    library: "Library", words: Iterable[str], wish: StudyWish = WHAT_IS_DUE, first: CardId | None = None
) -> StudySession:
    """Begin a session; it is over at once when there is nothing to ask.

    Args:
        library: whose cards are asked.
        words: name the decks; all decks if there are none.
        wish: which of their cards, and how.
        first: a card that is asked before all others, if it is asked at all.
    """
    now = library.now()
    seed = f"{library.today}"
    decks = chosen(library.shelf, words)
    cards = _crammed(library, decks, wish.cards) if wish.cram else _due(library, decks, wish.cards)
    if first in cards:
        cards = {first: cards[first], **cards}
    settings = library.settings
    manner = Manner(wish.by or settings.study_by, settings.grades, wish.cram, settings.leech_lapses, seed)
    tasks = _tasks(library, dict(islice(cards.items(), _most(library, wish))), wish.by)
    return studies.begin(tasks, library.timetable, now, manner)


def _due(library: "Library", decks: Sequence[Shelved], selection: Selection) -> dict[CardId, tuple[Shelved, Card]]:
    """Return what is due today and wanted, in the order of asking."""
    today = library.today
    room = room_today(library, decks)
    found = library.open_cards(decks, room, selection.tag, all_new=selection.narrows)
    opened = {each.candidate.card: each for each in found}
    wanted = narrowed(opened, selection, library.progress.past) if selection.narrows else opened
    order = queue(
        (opened[card].candidate for card in wanted),
        library.timetable.scheduler,
        library.now(),
        today,
        room=room,
    )
    return {card: (opened[card].deck, opened[card].deck.kept.card(opened[card].number)) for card in order}


def _crammed(library: "Library", decks: Sequence[Shelved], selection: Selection) -> dict[CardId, tuple[Shelved, Card]]:
    """Return all wanted cards that are not suspended, in an order of chance, siblings apart."""
    past = library.progress.past
    cards = selected(decks, selection, past)
    shuffled = by_hash((card for card in cards if not past.of(card).suspended), library.now().isoformat())
    return {card: cards[card] for card in apart(shuffled, lambda card: item_key(cards[card][1].item))}


def _most(library: "Library", wish: StudyWish) -> int | None:
    """Return how many cards are asked at most; None for all."""
    in_time = library.pace().cards_in(wish.minutes) if wish.minutes else 0
    return min(filter(None, (wish.at_most, in_time)), default=None)


def _tasks(library: "Library", cards: Chosen, wished: StudyBy | None) -> Iterator[Task]:
    taken_for = cache(partial(_taken_for, library, cards))
    for deck, card in cards.values():
        memory = library.memory_of(card, deck)
        peers, others = partial(_cards_of, deck), partial(_others, taken_for, card.id)
        by = wished or library.said_of(deck, "study_by").value
        yield Task(card, deck.title, memory, deck.heading.source, deck.place, peers, others, by)


def _taken_for(library: "Library", cards: Chosen) -> Mapping[CardId, tuple[Card, ...]]:
    """Return for each card the cards whose answers were given for its own; this reads the past of all of them."""
    past, resolved = library.progress.past, resolver(library, cards)
    mistaken = confusions(past, cards)
    return {card: resolved(mistaken.get(past.name_of(card), ())) for card in cards}


def _others(taken_for: Callable[[], Mapping[CardId, tuple[Card, ...]]], card: CardId) -> tuple[Card, ...]:
    return taken_for()[card]


def _cards_of(deck: Shelved) -> tuple[Card, ...]:
    return deck.cards


def resolver(library: "Library", cards: Chosen) -> Callable[[Iterable[CardId]], tuple[Card, ...]]:
    """Return what finds cards by their names, also those of decks that are not asked."""
    known: dict[CardId, Card] = {}

    def find(names: Iterable[CardId]) -> tuple[Card, ...]:
        names = tuple(names)
        if names and not known:
            known.update(_by_name(library, {deck.place: deck for deck, _ in cards.values()}))
        return tuple(known[name] for name in names if name in known)

    return find


def _by_name(library: "Library", asked: Mapping[str, Shelved]) -> dict[CardId, Card]:
    past = library.progress.past
    decks = {**{deck.place: deck for deck in library.shelf.decks}, **asked}
    return {past.name_of(card.id): card for deck in decks.values() for card in deck.cards}
