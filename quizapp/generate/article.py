"""The article between the stages: sentences, who is spoken of, and what each reference means.

The first half of the generator (clean, parse, entities, dates, resolve) fills these values; the
second half (facts, questions, gates, choice) reads them and nothing else of the text. spaCy's
`Span` and `Token` are kept, since every later rule asks the parse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Span, Token

from quizapp.generate.register import Register
from quizapp.generate.topic import Topic, topic_of
from quizapp.reading.document import Document


class EntityKind(StrEnum):
    """What an entity is; it decides the question word and the wrong choices."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    """A city, region, sea, building: anything asked with "where" that is no country."""
    ORGANISATION = "organisation"
    NATIONALITY = "nationality"
    """Turkish, European: an adjective or a people."""
    EVENT = "event"
    DATE = "date"
    NUMBER = "number"
    """A count, share, sum or measure, with its unit."""
    OTHER = "other"
    """A name whose kind the article does not settle: ask "what"."""


@dataclass(frozen=True, slots=True)
class Parenthetical:
    """What stood in brackets and was lifted out before parsing."""

    text: str
    """Without the brackets."""
    kind: str
    """``acronym``, ``expansion``, ``list``, ``aside``."""
    after: int
    """Index in the document (spaCy token) of the last token before it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was parsed, and as it is quoted."""

    number: int
    """Within the article, from 0."""
    paragraph: int
    """Index into the article's paragraphs, from 0."""
    span: Span
    """The parse: straight quotes, brackets lifted out."""
    text: str
    """As it is quoted: the source's own characters, mended only where the page was broken."""
    heading: str = ""
    """The nearest heading above, else empty."""
    parentheticals: tuple[Parenthetical, ...] = ()
    block: int = 0
    """Index into the document's blocks."""
    start: int = 0
    """Where the quotation starts in the block's text."""
    end: int = 0
    """One past its last character there."""
    mended: bool = False
    """Whether ``text`` differs from ``blocks[block].text[start:end]`` because the page was broken."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    sentence: int
    start: int
    """Token index in the sentence's document."""
    end: int
    """One past the last token."""
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the article names, over all its mentions."""

    number: int
    name: str
    """The fullest proper name: "Recep Tayyip Erdogan", "Shanghai Cooperation Organization"."""
    kind: EntityKind
    aliases: frozenset[str] = frozenset()
    """Every other way the article names it: acronym, surname."""
    short: str = ""
    """The acronym or short name a question may use once the full one is known; may be empty."""
    role: str = ""
    """The office or description that stands with the name: "Kremlin spokesman"; may be empty."""
    nationality: str = ""
    mentions: tuple[Mention, ...] = ()
    definite: bool = False
    """Whether running text puts "the" before the name."""
    gender: str = ""
    """``m``, ``f`` or empty when the article does not tell; persons only."""
    plural: bool = False
    """Whether the name takes a plural verb: "Republicans"."""

    @property
    def spoken(self) -> str:
        """The name as it stands in running text: "the European Union", "Vladimir Putin"."""
        return f"the {self.name}" if self.definite else self.name


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    sentence: int
    """Number of the sentence; a quotation over several sentences is one for each."""
    start: int
    """Token index of the first word inside the marks."""
    end: int
    """One past the last word inside."""
    speaker: "Wording | None" = None
    """Who said it, when the sentence (or the quotation it goes on) tells."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A noun phrase as a card may use it: self-contained, with what was put in the place of what."""

    text: str
    entity: Entity | None = None
    substitutions: tuple[tuple[str, str], ...] = ()
    """(as in the source, as in the card) for each reference resolved inside the phrase."""
    members: tuple[Entity, ...] = ()
    """Of a plural meaning: "the couple" is two persons."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """A reference that could not be resolved safely, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point elsewhere (a pronoun, "this alliance", "last year"), and what they mean."""

    paragraph: int
    start: int
    """Index of the first token that the meaning stands for."""
    end: int
    """One past the last one."""
    head: int
    """Index of the head token."""
    kind: str
    """``pronoun``, ``possessive``, ``relative``, ``description``, ``date`` or ``place``."""
    meaning: Wording | Abstention
    preposition: str = ""
    """What a date or place needs before it when no preposition stands there already."""
    antecedent: tuple[int, int] | None = None
    """(paragraph, index of the head token) of the phrase it refers back to, if it is one phrase."""


Known = Entity | Token
"""Who or what a card names already: an entity, or a word of a phrase that stands on it."""


@dataclass(frozen=True, slots=True)
class Article:
    """Everything the second half needs to know of an article."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    at: Mapping[tuple[int, int], Entity] = field(default_factory=dict)
    """(paragraph, token index) -> the entity whose mention covers that token."""
    resolved: Mapping[tuple[int, int], Wording | Abstention] = field(default_factory=dict)
    """(paragraph, index of the head token) -> what a pronoun, definite description or relative date means."""
    date: str = ""
    """ISO 8601 or empty."""
    references: Mapping[tuple[int, int], Reference] = field(default_factory=dict)
    """(paragraph, index of each token it covers) -> the reference; `resolved` has the meanings alone."""
    quotations: tuple[Quotation, ...] = ()
    place: str = ""
    """Of the dateline ("WASHINGTON — …"), else empty."""
    notices: tuple[str, ...] = ()
    """What was left out of the text and why, a line each."""
    register: Register = field(init=False, repr=False, compare=False)
    """The entities by sentence and by name."""
    topic: Topic | None = field(init=False, repr=False, compare=False)
    """What it is about; None where its title does not tell."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "register", Register(self.entities))
        text = " ".join(sentence.text for sentence in self.sentences)
        object.__setattr__(self, "topic", topic_of(self.document.title, self.entities, self.place, text))

    def entity_at(self, sentence: Sentence, token: Token) -> Entity | None:
        """Return the entity that ``token`` is part of a mention of, if any."""
        return self.at.get((sentence.paragraph, token.i))
