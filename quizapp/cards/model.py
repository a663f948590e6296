"""What a deck, its items and its cards are.

A deck file holds *items*; each item is studied as one or more *cards*: a cloze has a card for each
gap, a reversible item one for each direction. Everything here is a frozen value without I/O.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

CardId = NewType("CardId", str)
"""Names a card across files, edits of its surroundings and devices; see `cards.identity`."""


class Kind(StrEnum):
    """The kinds of item a deck file can hold."""

    BASIC = "basic"
    """A question with one answer."""
    LIST = "list"
    """A question with several answers, all wanted."""
    CLOZE = "cloze"
    """A sentence with gaps."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a deck or a card comes from; every part is text and may be empty."""

    title: str = ""
    url: str = ""
    author: str = ""
    date: str = ""
    """As written in the file; ISO 8601 when the generator wrote it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry under ``cards:``, as its owner wrote it. Keys of the file have the same names."""

    question: str = ""
    answer: str = ""
    answers: tuple[str, ...] = ()
    """All are wanted; in this order if ``ordered``."""
    cloze: str = ""
    """The sentence with its gaps still marked ``{{…}}``; see `cards.cloze`."""
    accept: tuple[str, ...] = ()
    """Also right when typed."""
    wrong: tuple[str, ...] = ()
    """Wrong choices for multiple choice."""
    quote: str = ""
    """The sentence the card comes from, shown with the answer."""
    context: str = ""
    """The paragraph around the quote."""
    hint: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    id: str = ""
    """Given by the owner; empty for nearly every card."""
    rule: str = ""
    """The generator's rule that made it."""
    doubt: str = ""
    """Why a reader should look twice at a generated card."""
    source: Source | None = None
    """Of this item alone; the deck's source otherwise."""
    ordered: bool = False
    reverse: bool = False
    line: int = field(default=0, compare=False)
    """Where the item starts in its file, from 1; 0 if it is in no file."""
    column: int = field(default=0, compare=False)

    @property
    def kind(self) -> Kind:
        """Say which kind of item this is, by the keys it has."""
        if self.cloze:
            return Kind.CLOZE
        return Kind.LIST if self.answers else Kind.BASIC


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that is asked: an item, one of its gaps, or one of its directions."""

    id: CardId
    item: Item
    kind: Kind
    question: str
    """What is shown; a cloze shows its sentence with this card's gap as ``[…]`` or ``[hint]``."""
    answer: str
    """What is wanted, as one text; the parts of a list are joined by ``, ``."""
    answers: tuple[str, ...]
    """The parts wanted: one for a basic card, all of a list, each blank of a gap card."""
    accept: tuple[str, ...] = ()
    """Also right when typed."""
    wrong: tuple[str, ...] = ()
    hint: str = ""
    direction: str = ""
    """``reverse`` for the second direction of a reversible item, else empty."""
    gap: str = ""
    """Names the gap of a cloze card within its item, else empty."""
    filled: str = ""
    """The whole sentence of a cloze card with nothing left out, else empty."""
    strict: bool = False
    """Its deck wants the very letters: case, accents and signs count when an answer is typed."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: its heading and its items, in file order."""

    title: str
    items: tuple[Item, ...] = ()
    description: str = ""
    tags: tuple[str, ...] = ()
    source: Source = Source()
    strict: bool = False
    """A typed answer must have the very letters: case, accents and signs count."""
