"""What the second half of the generator passes along: phrases, facts, candidates, silences.

A fact is a clause taken apart: who, did what, to whom, when, where, why. Every construct (active
clause, apposition, relative clause, participle …) is brought into this one shape, so that one set
of templates words the questions. Values are frozen; spaCy tokens are kept as evidence.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from quizapp.cards.model import Kind
from quizapp.generate.article import Entity, Sentence


class Sort(StrEnum):
    """What a phrase is, as far as the question word cares."""

    PERSON = "person"
    """One person or several: who."""
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    DURATION = "duration"
    COUNT = "count"
    """A noun with a number before it: how many."""
    SHARE = "share"
    MONEY = "money"
    THING = "thing"
    CLAUSE = "clause"
    """A clause or an infinitive."""
    QUOTE = "quote"


class Slot(StrEnum):
    """What a phrase does in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    ATTRIBUTE = "attribute"
    AGENT = "agent"
    OBLIQUE = "oblique"
    """A prepositional phrase that the verb asks for, or that says more about it."""
    TIME = "time"
    PLACE = "place"
    CAUSE = "cause"
    PURPOSE = "purpose"
    ANCHOR = "anchor"
    """What else is told of the event: said only where a question needs it, never asked for."""
    AMOUNT = "amount"
    """By how much something rose or fell."""
    FIXED = "fixed"
    """Words that belong to the predicate and are never asked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a sentence as a card may say it: self-contained, with what was put in its place."""

    text: str
    sort: Sort
    tokens: tuple[Token, ...]
    head: Token
    plural: bool = False
    members: int = 1
    """How many names are joined in it: "Putin and Xi" has two."""
    entity: Entity | None = None
    substitutions: tuple[tuple[str, str], ...] = ()
    """(as in the source, as in the card) for each reference resolved."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase in its place in the clause."""

    slot: Slot
    phrase: Phrase
    preposition: str = ""
    """What stands before it: "in", "because of"; empty for subject and object."""
    optional: bool = False
    """It may be left out of a question that does not ask for it."""

    @property
    def text(self) -> str:
        """The argument as it stands in a sentence."""
        return f"{self.preposition} {self.phrase.text}" if self.preposition else self.phrase.text


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: ``auxiliaries`` in order, then the verb; adverbs and negation beside it."""

    token: Token
    lemma: str
    form: str
    """The verb as written: "became"."""
    auxiliaries: tuple[str, ...] = ()
    negation: str = ""
    """``not``, ``never`` or empty."""
    particle: str = ""
    adverbs: tuple[str, ...] = ()
    """Adverbs that stand before the verb and change what is said."""
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the article, taken apart."""

    construct: str
    """The rule that found it."""
    sentence: Sentence
    subject: Phrase
    predicate: Predicate
    arguments: tuple[Argument, ...]
    attribution: str = ""
    """Whose statement it is, as a card says it: "Christopher Wray"; empty when it is the article's own."""
    risk: float = 0.0
    """How unsure the parse is, from 0."""
    substitutions: tuple[tuple[str, str], ...] = ()
    anchors: tuple[Argument, ...] = ()
    """What else the sentence tells of the event, for a question that many events would fit without it."""
    kind: str = ""
    """What the subject is, where the clause tells it of its kind: asked with "which brain chemical"."""

    @property
    def negative(self) -> bool:
        """Whether the statement is denied."""
        return bool(self.predicate.negation)

    @property
    def evidence(self) -> tuple[int, int]:
        """The first token of the statement and one past its last, in the paragraph's parse."""
        tokens = [*self.subject.tokens, self.predicate.token]
        for argument in self.arguments:
            tokens.extend(argument.phrase.tokens)
        places = [token.i for token in tokens]
        return min(places), max(places) + 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may come to be: what it asks, what is right, and how it came about."""

    question: str
    answer: str
    sort: Sort
    rule: str
    """``construct/what is asked``: "participle/time"."""
    fact: Fact
    asked: Phrase | None = None
    """The phrase that the answer is, when it is one."""
    kind: Kind = Kind.BASIC
    answers: tuple[str, ...] = ()
    """For a list card."""
    accept: tuple[str, ...] = ()
    substitutions: tuple[tuple[str, str], ...] = ()
    risk: float = 0.0
    worth: float = 0.0
    """What the rule itself thinks of the card, added to its rank: roles and numbers are worth knowing."""
    asked_with: str = ""
    """The office or kind that stands for "who" or "what" in the question: "which FBI director"."""
    introduced: tuple[tuple[str, str], ...] = ()
    """(name, office and name) for each name that the question puts an office or kind before."""
    occasion: str = ""
    """The article's main event, as the question names it: "after Cyclone Idai"; empty where it does not."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that proves the card."""
        return self.fact.sentence

    @property
    def without_offices(self) -> str:
        """The question without the offices put in: they tell who somebody is, and nothing of the event."""
        question = self.question
        if self.asked_with:
            question = re.sub(re.escape(self.asked_with), "who", question, flags=re.IGNORECASE)
        for plain, put in self.introduced:
            question = question.replace(put, plain)
        return question


@dataclass(frozen=True, slots=True)
class Silence:
    """A sentence, or a part of one, that no card was made of, and why."""

    sentence: Sentence
    construct: str
    reason: str
    text: str = field(default="")
    """The words concerned; empty for the whole sentence."""
