"""Which other phrases of the sentence before may be meant as well as its subject."""

from spacy.tokens import Token

from quizapp.generate.article import EntityKind
from quizapp.generate.noun_phrases import NounPhrase

_WHERE = (EntityKind.PLACE, EntityKind.COUNTRY)
OWNERS = (EntityKind.ORGANISATION, EntityKind.COUNTRY)
"""What "it" goes on about, whatever belongs to it."""


def is_rival(token: Token, subject: NounPhrase, other: NounPhrase, before: list[NounPhrase], *, plural: bool) -> bool:
    """Say whether a pronoun may mean ``other`` as well as the subject of the sentence before."""
    return (
        other.key != subject.key
        and not (plural and _weaker(subject, other))
        and not _is_mere_place(token, subject, other)
        and not _lies_inside(subject, other)
        and not (not plural and _is_joined(before, other))
    )


def _is_mere_place(token: Token, subject: NounPhrase, other: NounPhrase) -> bool:
    """Say whether ``other`` only tells where the subject acted, and the pronoun's verb does not describe a place."""
    if not other.entity or other.entity.kind not in _WHERE or (subject.entity and subject.entity.kind in _WHERE):
        return False
    return _is_located(other.head) and token.head.lemma_ not in ("be", "lie", "become", "remain")


def _is_located(noun: Token) -> bool:
    """Say whether a noun tells where, by itself or behind another: "in Bern", "in the suburbs of Bern"."""
    if noun.dep_ != "pobj":
        return False
    preposition = noun.head
    return preposition.lower_ in {"in", "at", "near"} or (preposition.lower_ == "of" and _is_located(preposition.head))


def _lies_inside(subject: NounPhrase, other: NounPhrase) -> bool:
    """Say whether ``other`` only tells more of a subject that has a name: "Kell Aid, a charity of the Alpine Fund"."""
    named = subject.entity is not None and subject.entity.kind in OWNERS
    return named and any(above.i == subject.head.i for above in other.head.ancestors)


def _is_joined(before: list[NounPhrase], other: NounPhrase) -> bool:
    """Say whether ``other`` is half of "Oslo and Helsinki": "it" seldom means one of two named together."""
    return any(
        other.head.i == member.head.i
        for phrase in before
        if phrase.members and phrase.head.dep_ == "pobj"
        for member in phrase.members
    )


def _weaker(subject: NounPhrase, other: NounPhrase) -> bool:
    """Say whether things or places stand beside people: "they" then means the people."""
    places = other.members and all(one.entity and one.entity.kind in _WHERE for one in other.members)
    return bool(subject.animate) and (other.animate is False or bool(places))
