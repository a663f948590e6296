"""Which cards are open today, found by how they stand and not by looking at each of them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cards.model import CardId
from quizapp.library.progress import Progress
from quizapp.library.shelf import Shelved
from quizapp.library.standing import ASIDE, FRESH, Standing
from quizapp.memory.model import Memory
from quizapp.memory.queue import Candidate
from quizapp.memory.scheduler import Scheduler
from quizapp.store.keptdeck import KeptDeck
from quizapp.store.shelfindex import CardIndex

if TYPE_CHECKING:
    from quizapp.library.query import State


_MANY_DECKS = 4
"""From so many on, cards are found by what is due and not deck by deck."""


class Open(NamedTuple):
    """A card that may be asked today, and where it is."""

    candidate: Candidate
    deck: Shelved
    number: int


@dataclass
class Agenda:
    """What is open in the decks of a home, on one day after another."""

    progress: Progress
    scheduler_of: Callable[[Shelved], Scheduler]
    limits_of: Callable[[Shelved], tuple[str, str]]
    """Names the limits of new cards and of reviews that a deck's cards come under."""
    leech_lapses: int
    """A card forgotten this often is a leech; 0 for never."""
    index: Callable[[], CardIndex | None]
    """Where cards stand in all decks, if that is known."""
    _rows: dict[Path, tuple[KeptDeck, Standing | None, list[int], int]] = field(default_factory=dict)
    """For each deck the rows of its cards, in which standing, and how many rows there were then."""

    def open_on(self, day: int, decks: Sequence[Shelved], new: Mapping[str, int], tag: str = "") -> list[Open]:
        """Return what `memory.queue` needs to know of the cards of some decks, each card once.

        Every card that is due, being learned, or answered on the day is there; of those never
        answered as many as can be asked if each limit has room for so many ``new`` ones.
        """
        found: dict[str, Open] = {}
        taken: set[str] = set()
        elsewhere, due_in = self._elsewhere(decks), self._due_by_index(decks, day) or partial(self._due, day=day)
        for deck in decks:
            for each in self._opened(deck, due_in(deck)):
                self._add(found, each, elsewhere[deck.path], tag)
        for candidate in (each.candidate for each in found.values()):
            memory = candidate.memory
            if memory and (memory.last_day == day or (_is_due(memory, day) and not _aside(candidate, day))):
                taken.add(candidate.sibling)
        left = dict(new)
        for deck in decks:
            limit = self.limits_of(deck)[0]
            for number in self._fresh(deck) if left.get(limit) else ():
                sibling = deck.kept.sibling(number)
                if sibling in taken:
                    continue
                (each,) = self._opened(deck, [(number, self._rows_of(deck)[number])])
                if self._add(found, each, elsewhere[deck.path], tag) and not _aside(each.candidate, day):
                    taken.add(sibling)
                    left[limit] -= 1
                    if not left[limit]:
                        break
        return list(found.values())

    def answered_on(self, day: int, deck: Shelved) -> list[CardId]:
        """Return the cards of a deck that were last answered on a day."""
        last = self.progress.standing.last
        return [deck.kept.card_id(number) for number, row in enumerate(self._rows_of(deck)) if last[row] == day]

    def in_state(self, deck: Shelved, state: "State", day: int) -> Container[int]:
        """Return the numbers of a deck's cards that are in a state on a day."""
        from quizapp.library.query import State  # noqa: PLC0415 - the first card should not wait for it

        standing, rows = self.progress.standing, self._rows_of(deck)
        buried = {row for row, on in standing.buried.items() if on == day}
        match state:
            case State.SUSPENDED:
                return {n for n, row in enumerate(rows) if standing.due[row] == ASIDE}
            case State.FLAGGED:
                return {n for n, row in enumerate(rows) if row in standing.flagged}
            case State.LEECH:
                return {n for n, row in enumerate(rows) if 0 < self.leech_lapses <= standing.lapses[row]}
            case State.NEW:
                return {n for n in self._fresh(deck) if rows[n] not in buried}
            case State.DUE:
                return {
                    each.number
                    for each in self._opened(deck, self._due(deck, day))
                    if each.candidate.memory and _is_due(each.candidate.memory, day) and not _aside(each.candidate, day)
                }

    def _due(self, deck: Shelved, day: int) -> list[tuple[int, int]]:
        """Return the cards that may be due on a day, or were answered on it, with their rows."""
        due, last = self.progress.standing.due, self.progress.standing.last
        rows = self._rows_of(deck)
        if self.scheduler_of(deck) is not self.progress.standing.scheduler:
            return [(number, row) for number, row in enumerate(rows) if due[row] != FRESH]
        return [(number, row) for number, row in enumerate(rows) if FRESH < due[row] <= day or last[row] == day]

    def _due_by_index(self, decks: Sequence[Shelved], day: int) -> Callable[[Shelved], list[tuple[int, int]]] | None:
        """Return what does as `_due` does, found from the few cards that are due; None for a few decks."""
        index, standing = self.index(), self.progress.standing
        if index is None or len(decks) < _MANY_DECKS:
            return None
        found = index.numbers(standing.open_on(day))

        def due(deck: Shelved) -> list[tuple[int, int]]:
            if index.has(deck.kept) and self.scheduler_of(deck) is standing.scheduler:
                return found(deck.kept)
            return self._due(deck, day)

        return due

    def _fresh(self, deck: Shelved) -> list[int]:
        due = self.progress.standing.due
        return [number for number, row in enumerate(self._rows_of(deck)) if due[row] == FRESH]

    def _opened(self, deck: Shelved, cards: Iterable[tuple[int, int]]) -> Iterator[Open]:
        """Yield some cards of a deck, each told with its row, with how they stand by the deck's own scheduler."""
        standing, scheduler, kept = self.progress.standing, self.scheduler_of(deck), deck.kept
        usual, limits = scheduler is standing.scheduler, self.limits_of(deck)
        for number, row in cards:
            stand = standing.stand(row)
            card, memory = kept.card_id(number), stand.memory
            if memory is not None and not usual:
                memory = self.progress.memory_of(card, scheduler)
            candidate = Candidate(card, kept.sibling(number), memory, stand.suspended, stand.buried_on, *limits)
            yield Open(candidate, deck, number)

    def _elsewhere(self, decks: Sequence[Shelved]) -> dict[Path, Callable[[CardId], bool]]:
        """Return for each deck what says of a card whether one before it, for which other settings count, has it too.

        That one decides on the card.
        """
        ruled = [(id(self.scheduler_of(deck)), *self.limits_of(deck)) for deck in decks]
        first: dict[CardId, int] = {}
        shared: dict[CardId, list[int]] = {}
        for at, deck in enumerate(decks if len(set(ruled)) > 1 else ()):
            for card in deck.kept.card_ids:
                if first.setdefault(card, at) != at:
                    shared.setdefault(card, [first[card]]).append(at)

        def decided(at: int, card: CardId) -> bool:
            return any(ruled[other] != ruled[at] for other in shared.get(card, ()) if other < at)

        return {deck.path: partial(decided, at) for at, deck in enumerate(decks)}

    def _add(self, found: dict[str, Open], each: Open, elsewhere: Callable[[CardId], bool], tag: str) -> bool:
        """Add a card, unless it is there, or another deck decides on it, or it does not have the tag."""
        card = each.candidate.card
        if card in found or (tag and not _has_tag(each, tag)) or elsewhere(card):
            return False
        found[card] = each
        return True

    def _rows_of(self, deck: Shelved) -> list[int]:
        standing = self.progress.standing
        kept, of, rows, count = self._rows.get(deck.path, (None, None, [], 0))
        if kept is not deck.kept or of is not standing or count != len(standing.due):
            rows = standing.rows_of(deck.kept.ids)
            self._rows[deck.path] = (deck.kept, standing, rows, len(standing.due))
        return rows


def _is_due(memory: Memory, day: int) -> bool:
    return memory.in_steps or memory.due_day <= day


def _aside(candidate: Candidate, day: int) -> bool:
    return candidate.suspended or candidate.buried_on == day


def _has_tag(each: Open, tag: str) -> bool:
    if tag in each.deck.heading.tags:
        return True
    from quizapp.cards.searching import search_form  # noqa: PLC0415 - the first card should not wait for it

    return search_form(tag) in each.deck.kept.tags[each.number] and tag in each.deck.kept.card(each.number).item.tags
