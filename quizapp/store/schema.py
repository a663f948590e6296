"""The deck format: which keys a deck file and its cards may have, in the order they are written."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.cards.model import Deck, Item, Source


class Shape(StrEnum):
    """What the value of a key is."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    FLAG = "true or false"
    SOURCE = "a mapping with title, url, author, date"
    CARDS = "a list of cards"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the format; its name is also that of the model's field."""

    name: str
    shape: Shape
    says: str
    """What it is for, in a sentence for users."""


CARD_KEYS = (
    Key("question", Shape.TEXT, "What is asked."),
    Key("answer", Shape.TEXT, "The one answer."),
    Key("answers", Shape.TEXTS, "Several answers, all of them wanted."),
    Key("ordered", Shape.FLAG, "Whether the answers are wanted in their order."),
    Key("cloze", Shape.TEXT, "A sentence whose gaps are marked {{so}} or {{so::hint}}."),
    Key("reverse", Shape.FLAG, "Whether the card is asked both ways."),
    Key("accept", Shape.TEXTS, "Also right when typed."),
    Key("wrong", Shape.TEXTS, "Wrong choices for multiple choice."),
    Key("quote", Shape.TEXT, "The sentence the card comes from, shown with the answer."),
    Key("context", Shape.TEXT, "The paragraph around the quote."),
    Key("hint", Shape.TEXT, "Shown on request before the answer."),
    Key("note", Shape.TEXT, "Shown with the answer."),
    Key("tags", Shape.TEXTS, "Subjects of the card."),
    Key("id", Shape.TEXT, "Names the card; rarely needed."),
    Key("rule", Shape.TEXT, "What made a generated card."),
    Key("doubt", Shape.TEXT, "Why to look twice at a generated card."),
    Key("source", Shape.SOURCE, "Where this card comes from, if not from where the deck does."),
)

DECK_KEYS = (
    Key("title", Shape.TEXT, "The deck's name."),
    Key("description", Shape.TEXT, "What the deck is about."),
    Key("tags", Shape.TEXTS, "Subjects of the whole deck."),
    Key("strict", Shape.FLAG, "Whether a typed answer must have the very letters: case, accents and signs."),
    Key("source", Shape.SOURCE, "Where the deck comes from."),
    Key("cards", Shape.CARDS, "The cards, in their order."),
)

SOURCE_KEYS = (
    Key("title", Shape.TEXT, "Its name."),
    Key("url", Shape.TEXT, "Its address."),
    Key("author", Shape.TEXT, "Who wrote it."),
    Key("date", Shape.TEXT, "Its date, such as 2024-07-04."),
)

LONG_FORM = ("question", "answer", "answers", "cloze")
"""Keys that make a card one that is written out; without them its one other key is the question."""

CARD_SHAPES = {key.name: key.shape for key in CARD_KEYS}
DECK_SHAPES = {key.name: key.shape for key in DECK_KEYS}
SOURCE_SHAPES = {key.name: key.shape for key in SOURCE_KEYS}

TRUE_WORDS = frozenset({"true", "yes", "on"})
FALSE_WORDS = frozenset({"false", "no", "off"})

MODELS = {Item: CARD_KEYS, Deck: DECK_KEYS, Source: SOURCE_KEYS}
"""The keys of each model, for a test that holds both together."""
