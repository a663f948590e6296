"""Letting what was learned follow cards and decks that were edited, renamed or moved outside of the program."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizapp.cards.kinship import ALIKE, ALIKE_WITH_ANSWER, Kin, Told, matched, may_be_kin, normal
from quizapp.cards.model import Card, CardId
from quizapp.history.fold import NOTHING
from quizapp.history.shelf_fold import place_now
from quizapp.library import recording
from quizapp.library.changes import came_and_went, changed_decks
from quizapp.library.opened import Opened
from quizapp.library.shelf import Shelved
from quizapp.store.deckcache import stamp_of
from quizapp.store.home import deck_paths

_LOOKED_AT = 3_000_000
"""How many pairs of questions are compared when open questions are looked for: about a second's work."""
_OFFERED = 3
"""How many cards one card that has gone may have become, at most."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Whether a card that is in no deck any more has become one that was never answered."""

    old: Told
    new: Card
    deck: Shelved
    """The deck of ``new``."""
    answered: int
    """How often the old one was answered."""


class Following(Opened):
    """The part of an open home that follows cards."""

    def follow(self) -> list[Kin]:
        """Record what has surely become of the decks that were there earlier, and of their cards.

        Returns the pairs that were linked. What is less sure is among `open_questions`. Raises QuizError.
        """
        changes = list(changed_decks(self.shelf.earlier, self.shelf.decks))
        if not changes:
            return []
        known = self.progress.past.moves
        moves = [
            recording.of_move(change.old.place, change.new.place)
            for change in changes
            if change.moved and place_now(known, change.old.place) != change.new.place
        ]
        gone, come = came_and_went(changes, self.shelf.decks)
        sure = list(self._surely_linked(gone, come))
        links = [recording.of_link(self.progress.past.name_of(kin.old.id), kin.new) for kin in sure]
        self._came.update(told.id for told in come)
        self.tell(*moves, *links)
        return sure

    def notice(self) -> bool:
        """Take in what has changed on the disk since the last look, if anything has; say whether it has.

        A look costs little, so that it can be taken every other second. Raises QuizError.
        """
        stamps = {path: stamp_of(path) for path in deck_paths(self.home.decks)}
        looked, self._stamps = self._stamps, stamps
        if looked == stamps:
            return self.progress.catch_up()
        before = self.shelf
        self.refresh()
        return self.shelf.decks != before.decks or self.shelf.broken != before.broken

    def new_questions(self) -> list[OpenQuestion]:
        """Return the open questions about the cards that have come since this was last asked."""
        came, self._came = self._came, set()
        return self.open_questions(came) if came else []

    def open_questions(self, among: Container[CardId] | None = None) -> list[OpenQuestion]:
        """Return which cards that are in no deck any more may have become which that are new.

        The new ones are looked for ``among`` some cards, or all; for each old one the likeliest comes first.
        """
        past = self.progress.past
        standing = {past.name_of(card) for deck in self.shelf.decks for card in deck.kept.card_ids}
        binned = self._binned
        lost = [
            Told(card, told.question, told.answer)
            for card, told in past.cards.items()
            if told.reviews and told.question and card not in standing and card not in binned
        ]
        cards = {
            card: (deck.kept.card(number), deck)
            for deck in (self.shelf.decks if lost else ())
            for number, card in enumerate(deck.kept.card_ids)
            if (among is None or card in among) and past.of(card) is NOTHING
        }
        fresh = [Told(card.id, card.question, card.answer) for card, _ in cards.values()]
        return [
            OpenQuestion(kin.old, *cards[kin.new.id], len(past.of(kin.old.id).reviews))
            for kin in _likely(lost, fresh)
            if (kin.old.id, kin.new.id) not in past.shelf.apart
        ]

    def link(self, old: CardId, new: Card) -> None:
        """Let the past of ``old`` go on as that of ``new``. Raises QuizError."""
        self.tell(recording.of_link(self.progress.past.name_of(old), new))

    def keep_apart(self, old: CardId, new: CardId) -> None:
        """Let two cards be two, whatever has linked them, and never ask again. Raises QuizError."""
        links = self.progress.past.links(old, new)
        self.tell(*map(recording.of_void, links), recording.of_apart(old, new))

    @property
    def _binned(self) -> set[str]:
        """The cards that a user has deleted, which nothing is to follow."""
        return {card for act in self.progress.past.shelf.acts for card in act.texts("cards")}

    def _surely_linked(self, gone: Sequence[Told], come: Sequence[Told]) -> Iterator[Kin]:
        past, binned = self.progress.past, self._binned
        fresh = [told for told in come if past.of(told.id) is NOTHING]
        for kin in matched([told for told in gone if told.id not in binned], fresh)[0]:
            if past.of(kin.old.id) is not NOTHING and (kin.old.id, kin.new.id) not in past.shelf.apart:
                yield kin


def _likely(lost: Sequence[Told], fresh: Sequence[Told]) -> Iterator[Kin]:
    """Yield for each card that is lost the few new ones that it may have become."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

    questions = [normal(told.question) for told in fresh]
    by_answer: dict[str, list[Told]] = {}
    for told in fresh:
        by_answer.setdefault(normal(told.answer), []).append(told)
    for number, old in enumerate(lost):
        asked = normal(old.question)
        near = {told.id: told for told in islice(by_answer.get(normal(old.answer), ()), 1000) if may_be_kin(old, told)}
        if (number + 1) * len(fresh) <= _LOOKED_AT:
            found = process.extract(asked, questions, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3 * _OFFERED)
            near |= {fresh[place].id: fresh[place] for _, _, place in found if may_be_kin(old, fresh[place])}
        ranked = sorted(near.values(), key=lambda told: -_likeness(old, told))
        yield from (Kin(old, told) for told in ranked[:_OFFERED])


def _likeness(old: Told, new: Told) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

    same = normal(old.answer) == normal(new.answer)
    return fuzz.ratio(normal(old.question), normal(new.question)) + (ALIKE_WITH_ANSWER if same else 0.0)
