"""Who goes on speaking: "he" in ", he said" is whoever spoke in the sentence before."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import EntityKind, Sentence
from quizapp.generate.lexicon import SPEAK_VERBS
from quizapp.generate.noun_phrases import NounPhrase, at_head

_NEAR = 4
"""Sentences: how far back the last words outside a quotation may lie."""


@dataclass(slots=True)
class Floor:
    """Who has the floor while an article is read: a sentence that is all quotation leaves it to the speaker."""

    _speaker: NounPhrase | None = None
    _others: tuple[NounPhrase, ...] = ()
    _taken: Sentence | None = None
    _spoken: dict[tuple[object, ...], NounPhrase] = field(default_factory=dict)
    """Everybody who has spoken, by who it is: the phrase that named him last."""
    _all_quotation: bool = False

    def hear(self, sentence: Sentence, phrases: list[NounPhrase], quoted: set[int]) -> None:
        """Note who speaks in a sentence of which the tokens ``quoted`` stand between quotation marks."""
        self._all_quotation = all(token.i in quoted for token in sentence.span if token.is_alpha)
        if self._all_quotation:
            return
        self._speaker, self._others, self._taken = None, (), sentence
        verb = sentence.span.root
        subject = grammar.own_subject(verb) if verb.i not in quoted and verb.lemma_.lower() in SPEAK_VERBS else None
        phrase = at_head(phrases, subject) if subject is not None and not grammar.is_passive(verb) else None
        if phrase is None or phrase.members or phrase.plural or not _is_person(phrase):
            return
        self._speaker = self._spoken[phrase.key] = phrase
        self._others = tuple(
            other for other in phrases if other.key != phrase.key and other.animate and other.head.i not in quoted
        )

    def speaker(self, sentence: Sentence, gender: str) -> NounPhrase | None:
        """Return who spoke last, if a pronoun of ``gender`` in ``sentence`` can mean nobody else who was named then."""
        phrase, taken = self._speaker, self._taken
        if phrase is None or taken is None or taken.heading != sentence.heading:
            return None
        if sentence.number - taken.number > _NEAR or phrase.gender not in {"", gender}:
            return None
        doubtful = not phrase.gender and any(
            not other.plural and other.gender in {"", gender} for other in self._others
        )
        return None if doubtful else phrase

    def only_speaker(self, sentence: Sentence, gender: str) -> NounPhrase | None:
        """Return the one who alone has spoken so far, if that was not long ago and a quotation stands between."""
        fitting = [phrase for phrase in self._spoken.values() if phrase.gender in {"", gender}]
        only = fitting[0] if len(fitting) == 1 and self._all_quotation else None
        return only if only is not None and sentence.number - only.sentence.number <= _NEAR else None

    @property
    def quoting(self) -> bool:
        """Whether the sentence before is nothing but quotation: who is named in it does not speak it."""
        return self._all_quotation


def is_speaker(token: Token) -> bool:
    """Say whether a pronoun is who speaks in the main clause: "…," he said."""
    verb = token.head
    return token.dep_ == "nsubj" and verb.dep_ == "ROOT" and verb.lemma_.lower() in SPEAK_VERBS


def _is_person(phrase: NounPhrase) -> bool:
    entity = phrase.entity or phrase.meant.entity
    return entity is not None and entity.kind is EntityKind.PERSON
