"""Gates that prove a card by its sentence: rubric points 5 and 13, and the round trip."""

import re

from quizapp.cards.model import Kind
from quizapp.generate.article import Article
from quizapp.generate.dating import month_of
from quizapp.generate.fact import Candidate, Sort
from quizapp.generate.gates.form import content_words

TEMPLATE_WORDS = frozenset(
    """
    who whom whose what which when where why how many much share country countries region place body institution company
    party newspaper organisation organization organisations organizations people according did does do is are was were
    has have had be been kind city long two three stand capital one year event members belong high tall deep wide there
    level margin score time age old big government acronym presidents ministers committee corridor bridge state
    continent ocean sea river
    """.split()
)
"""Words the templates bring in."""
_LETTERS = re.compile(r"[^\w%$]")


def evidence(article: Article, card: Candidate) -> str | None:
    """Every word of the answer stands in the sentence or was put there by a logged substitution (5, 13)."""
    if not card.sentence.text:
        return "no source sentence"
    known = _known(article, card)
    for answer in card.answers or (card.answer,):
        missing = [word for word in content_words(answer) if not _is_known(word, known)]
        if missing:
            return f"{missing[0]!r} of the answer is not in the source"
    return None


def round_trip(article: Article, card: Candidate) -> str | None:
    """Every content word of the question lies in the sentence or is a logged substitution."""
    known = _known(article, card) | TEMPLATE_WORDS
    missing = [word for word in content_words(card.question) if not _is_known(word, known)]
    return f"{missing[0]!r} of the question is not in the source" if missing else None


def in_order(_article: Article, card: Candidate) -> str | None:
    """Subject and object stand in the source on the same sides of the verb (the round trip's second half)."""
    fact = card.fact
    if (
        card.kind is not Kind.BASIC
        or card.sort is Sort.QUOTE
        or not fact.subject.tokens
        or fact.predicate.token in fact.subject.tokens
    ):
        return None
    verb = fact.predicate.token
    objects = [argument.phrase.head for argument in fact.arguments if argument.slot.value == "object"]
    if any(head.i < verb.i for head in objects if head.dep_ == "dobj" and head.head == verb):
        return "the object stands before its verb"
    return None


def _known(article: Article, card: Candidate) -> set[str]:
    words = set(content_words(card.sentence.text)) | set(content_words(card.sentence.span.text))
    words |= {token.lemma_.lower() for token in card.sentence.span}
    for lifted in card.sentence.parentheticals:
        words |= set(content_words(lifted.text))
    for _, put in (*card.substitutions, *card.fact.substitutions, *card.fact.subject.substitutions):
        words |= set(content_words(put))
    for phrase in (card.fact.subject, *(argument.phrase for argument in card.fact.arguments)):
        for _, put in phrase.substitutions:
            words |= set(content_words(put))
        if phrase.entity is not None:
            words |= set(content_words(f"{phrase.entity.name} {phrase.entity.spoken} {phrase.entity.short}"))
    words |= set(content_words(card.fact.attribution))
    said = f"{card.question} {card.answer}"
    for entity in article.register.within(said):
        if entity.role and entity.name in said:
            words |= set(content_words(entity.role))
    if article.date:
        words |= set(content_words(month_of(article.date)))
    for token in (card.fact.predicate.form, card.fact.predicate.lemma):
        words.add(token)
    return words


def _is_known(word: str, known: set[str]) -> bool:
    if word in known or _LETTERS.sub("", word) in known:
        return True
    stem = _stem(word)
    return any(_stem(other) == stem for other in known)


def _stem(word: str) -> str:
    """Return a word without its ending: enough to see "founded" in "found" and "criticizes" in "criticized"."""
    for ending in ("ies", "ied", "ing", "es", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
