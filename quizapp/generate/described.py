"""A definite phrase without anything behind its head, and what it is held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate.article import Article, Entity, Mention, Sentence
from quizapp.generate.fitting import called
from quizapp.generate.noun_phrases import NounPhrase

_POINTING = frozenset({"this", "that", "these", "those"})

_OFTEN = 60
"""Mentions of a noun looked at; a word that stands more often is no description of one thing."""


class Context:
    """What all descriptions of an article are held against."""

    def __init__(self, article: Article, phrases: Mapping[int, list[NounPhrase]]) -> None:
        """Keep the article, and the noun phrases by sentence, which grow while it is read."""
        self.article = article
        self.phrases = phrases
        self.heads: dict[tuple[str, str], list[tuple[Sentence, Token]]] = {}
        for sentence in article.sentences:
            for token in sentence.span:
                if token.pos_ == "NOUN" and token.dep_ != "compound" and article.entity_at(sentence, token) is None:
                    self.heads.setdefault((token.lemma_.lower(), token.tag_), []).append((sentence, token))
        self._called: dict[int, set[str]] = {}

    def called(self, entity: Entity) -> set[str]:
        """Return the nouns that the article applies to an entity."""
        if entity.number not in self._called:
            self._called[entity.number] = called(self.article, entity)
        return self._called[entity.number]


@dataclass(frozen=True, slots=True)
class Description:
    """A definite phrase without anything behind its head."""

    context: Context
    sentence: Sentence
    head: Token
    determiner: Token

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.context.article

    @property
    def phrases(self) -> Mapping[int, list[NounPhrase]]:
        """The noun phrases of each sentence read so far."""
        return self.context.phrases

    @property
    def noun(self) -> str:
        """Its head, in the singular."""
        return self.head.lemma_.lower()

    @property
    def modifiers(self) -> list[Token]:
        """The words between the determiner and the head."""
        return list(self.head.doc[self.determiner.i + 1 : self.head.i])

    @property
    def text(self) -> str:
        """As in the source."""
        return self.head.doc[self.determiner.i : self.head.i + 1].text

    @property
    def points(self) -> bool:
        """Whether it begins with "this" or the like."""
        return self.determiner.lower_ in _POINTING

    def named_before(self, window: int | None = None) -> list[Entity]:
        """Return the entities named before it, in the article or in so many sentences and its own."""
        first = 0 if window is None else self.sentence.number - window
        return [entity for entity in self.article.entities if any(self._is_before(m, first) for m in entity.mentions)]

    def _is_before(self, mention: Mention, first: int) -> bool:
        sentence, start = mention.sentence, mention.start
        return first <= sentence < self.sentence.number or (
            sentence == self.sentence.number and start < self.determiner.i
        )

    def said_before(self, nouns: Iterable[str]) -> list[tuple[Sentence, Token]]:
        """Return the nouns of its number among ``nouns`` that stand before it, in order."""
        found = [
            (sentence, token)
            for noun in nouns
            for sentence, token in self.context.heads.get((noun, self.head.tag_), ())[:_OFTEN]
            if sentence.number < self.sentence.number
            or (sentence.number == self.sentence.number and token.i < self.determiner.i)
        ]
        return sorted(found, key=lambda one: (one[0].number, one[1].i))
