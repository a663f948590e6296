"""Which cards of some decks are wanted, and in which manner they are to be studied."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.cards.model import Card, CardId
from quizapp.history.fold import Past
from quizapp.insight.misses import missed_cards, missed_in
from quizapp.library.shelf import Shelved
from quizapp.memory.ways import StudyBy

Chosen = Mapping[CardId, tuple[Shelved, Card]]
"""Cards, each once, with the deck it comes from."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a card must have to be wanted; all cards are where nothing is asked for."""

    tag: str = ""
    """It, or its deck, has this tag."""
    flagged: bool = False
    """It is flagged."""
    misses: bool = False
    """It was missed on the last day it was asked."""
    quiz: str = ""
    """It was missed in the quiz with this id."""

    @property
    def narrows(self) -> bool:
        """More than a tag is asked for."""
        return self.flagged or self.misses or bool(self.quiz)


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class StudyWish:
    """What a user wants to study of some decks, and how."""

    cards: Selection = EVERYTHING
    at_most: int = 0
    """So many cards; 0 for all."""
    minutes: int = 0
    """As many cards as fit into so many minutes at the user's own pace; 0 for any time."""
    cram: bool = False
    """All cards, due or not, and the schedule stays as it is."""
    by: StudyBy | None = None
    """How cards are answered; None for what the settings say."""


WHAT_IS_DUE = StudyWish()


def selected(decks: Sequence[Shelved], selection: Selection, past: Past) -> Chosen:
    """Return the cards of some decks that are wanted, due or not."""
    found: dict[CardId, tuple[Shelved, Card]] = {}
    for deck in decks:
        for card in deck.cards:
            if not selection.tag or selection.tag in card.item.tags or selection.tag in deck.heading.tags:
                found.setdefault(card.id, (deck, card))
    return {card: found[card] for card in narrowed(found, selection, past)}


def narrowed(cards: Iterable[CardId], selection: Selection, past: Past) -> tuple[CardId, ...]:
    """Return those of some cards that have what is wanted besides a tag."""
    cards = tuple(cards)
    if selection.flagged:
        cards = tuple(card for card in cards if past.of(card).flagged)
    if selection.misses:
        missed = missed_cards(past, cards)
        cards = tuple(card for card in cards if past.name_of(card) in missed)
    if selection.quiz:
        missed = missed_in(past, selection.quiz)
        cards = tuple(card for card in cards if past.name_of(card) in missed)
    return cards


def tags_in(decks: Iterable[Shelved]) -> tuple[str, ...]:
    """Return the tags of the cards of some decks, those on most cards first."""
    found = Counter(tag for deck in decks for card in deck.cards for tag in card.item.tags)
    return tuple(tag for tag, _ in found.most_common())
