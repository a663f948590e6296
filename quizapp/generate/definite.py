"""Whether a definite noun can be placed by somebody who has the card alone."""

import re

from spacy.tokens import Token

from quizapp.generate import lexicon, syntax
from quizapp.generate.article import Article, EntityKind, Sentence
from quizapp.generate.fact import Phrase

_YEAR = re.compile(r"\b(1[0-9]|20)\d\d\b")
_SINGLE_OUT = frozenset({"first", "second", "third", "last", "only", "same", "next", "main", "former"}) - {
    "same",
    "next",
    "former",
}
_ONE_FOR_ALL = frozenset({"global", "international", "human", "immune", "nervous", "digestive", "solar"})
"""Adjectives of what everybody has one of: "the immune system", "the global climate"."""
_BINDING = frozenset(
    {"of", "between", "against", "for", "in", "at", "on", "from", "to", "with", "into", "over", "about"}
)
_DEFINING = frozenset({"of", "between", "against", "for", "about", "on", "over"})
"""Prepositions that say what a thing is about, or whose it is."""
_NATIONAL = frozenset(
    "government army military parliament capital economy media press invasion embassy border people language population"
    " market constitution police navy police currency revolution coast".split()
)
"""What a country has one of: "the Russian media"."""


def pointing_back(article: Article, sentence: Sentence, tokens: tuple[Token, ...]) -> str:
    """Return a definite noun of the phrase that only a reader of the article can place: "the bill"; else empty.

    "the bill" needs something that says which: a name, a year, a number in order, a superlative, "of
    …", a clause. What there is only one of ("the world"), and what a reference was put for, needs none.
    """
    inside = set(tokens)
    quoted = any(token.text == syntax.QUOTE for token in tokens)
    for token in tokens:
        if token.lemma_.lower() == "counterpart" and (sentence.paragraph, token.i) not in article.references:
            return token.text
        if token.dep_ != "det" or token.lower_ not in {"the", "this", "these", "that", "those", "such", "both"}:
            continue
        noun = token.head
        if noun not in inside or noun.pos_ not in {"NOUN", "NUM", "ADJ"} or (quoted and syntax.in_quotation(noun)):
            continue
        if syntax.is_shared_out(noun):
            continue
        if noun.lemma_ in {"nation", "country"} and noun.dep_ == "poss" and _speaks_of_a_country(article, sentence):
            continue
        if (sentence.paragraph, token.i) in article.references or (sentence.paragraph, noun.i) in article.references:
            continue
        if token.lower_ in {"the", "both"} and (
            noun.lemma_.lower() in lexicon.UNIQUE_THINGS or says_which(article, sentence, noun, inside)
        ):
            continue
        return f"{token.lower_} {noun.text}"
    return ""


def _speaks_of_a_country(article: Article, sentence: Sentence) -> bool:
    return any(
        one.kind is EntityKind.COUNTRY and any(m.sentence == sentence.number for m in one.mentions)
        for one in article.entities
    ) or any(token.text in {"U.S.", "US"} for token in sentence.span)


def has_name(article: Article, sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase is a name or holds one: "the bridge of Mostar"."""
    return phrase.entity is not None or any(article.entity_at(sentence, token) is not None for token in phrase.tokens)


def says_which(article: Article, sentence: Sentence, noun: Token, inside: set[Token]) -> bool:
    """Say whether something in the phrase tells which ``noun`` is meant."""
    for child in noun.children:
        if child not in inside:
            continue
        if child.dep_ == "nummod" and noun.lemma_.lower() in _DISTANCES:
            return True
        if child.tag_ in {"JJS", "RBS"} or child.lower_ in _SINGLE_OUT or child.text == syntax.QUOTE:
            return True
        if child.dep_ == "amod" and child.lower_ in _ONE_FOR_ALL and _is_of_all(article, sentence, noun):
            return True
        if child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and _binds(article, sentence, child, noun)):
            return True
        if child.dep_ in {"compound", "amod", "nmod", "nummod", "poss", "appos"} and _names_something(
            article, sentence, child, noun
        ):
            return True
    return False


_DISTANCES = frozenset({"metre", "meter", "kilometre", "kilometer", "mile", "yard"})
"""What is measured is told by its measure: "the 100 metres"."""


def _is_of_all(article: Article, sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun was brought in by no sentence before, and is no meeting or deal that would need a name."""
    lemma = noun.lemma_.lower()
    brought_in = any(
        token.lemma_.lower() == lemma and syntax.is_indefinite(token) and token.tag_ == "NN"
        for before in article.sentences[: sentence.number]
        for token in before.span
    )
    return (noun.tag_ == "NNS" or lemma not in lexicon.GROUP_NOUNS) and not brought_in


def _binds(article: Article, sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """Say whether "of …", "on …" behind a noun tells which one: "the law on tolls", not "the decision to the court".

    What an article speaks of once and again ("the bill", "the case") needs a name to be told by its place.
    """
    if preposition.lower_ not in _BINDING:
        return False
    if noun.lemma_.lower() not in lexicon.GROUP_NOUNS or preposition.lower_ in _DEFINING:
        return True
    named = any(
        token.pos_ == "PROPN" or article.entity_at(sentence, token) is not None or _YEAR.fullmatch(token.text)
        for token in preposition.subtree
    )
    return named and preposition.lower_ != "to"


def _names_something(article: Article, sentence: Sentence, modifier: Token, noun: Token) -> bool:
    if modifier.dep_ == "poss" or _YEAR.fullmatch(modifier.text):
        return True
    entity = article.entity_at(sentence, modifier)
    if entity is not None and entity.kind is EntityKind.NATIONALITY:
        return noun.lemma_.lower() in lexicon.OFFICES | _NATIONAL or noun.tag_ == "NNS"
    return modifier.pos_ == "PROPN" or any(
        _names_something(article, sentence, child, noun) for child in modifier.children
    )
