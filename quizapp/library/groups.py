"""The groups that decks stand in, each with what is to be done in all of its decks together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.library.library import DeckInfo, Library
from quizapp.library.room import room_today
from quizapp.memory.queue import Counts


@dataclass(frozen=True, slots=True)
class GroupInfo:
    """A folder of decks, with those in the folders in it."""

    group: str
    decks: int
    cards: int
    counts: Counts


def groups_of(library: Library, decks: Sequence[DeckInfo]) -> tuple[GroupInfo, ...]:
    """Return the groups of some decks and those around them, in order; a limit counts once for all their decks."""
    inside: dict[str, list[DeckInfo]] = {}
    for deck in decks:
        for group in _around(deck.group):
            inside.setdefault(group, []).append(deck)
    room = room_today(library, ()) if inside else None
    return tuple(
        GroupInfo(
            group,
            len(members),
            sum(deck.cards for deck in members),
            Counts(
                new=_within(((deck.limits[0], deck.counts.new) for deck in members), room.new if room else {}),
                learning=sum(deck.counts.learning for deck in members),
                due=_within(((deck.limits[1], deck.counts.due) for deck in members), room.reviews if room else {}),
            ),
        )
        for group, members in sorted(inside.items(), key=lambda each: each[0].split("/"))
    )


def _around(group: str) -> Iterator[str]:
    """Yield a group and those that it is in."""
    while group:
        yield group
        group = group.rpartition("/")[0]


def _within(counts: Iterable[tuple[str, int]], room: Mapping[str, int]) -> int:
    """Add up what there is under each limit, as far as there is room."""
    found = Counter[str]()
    for limit, number in counts:
        found[limit] += number
    return sum(min(number, room.get(limit, 0)) for limit, number in found.items())
