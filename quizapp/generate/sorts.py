"""What kind of thing a phrase names, and whether it counts, dates or takes a plural verb."""

import re

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import lexicon, syntax
from quizapp.generate.article import Article, Entity, EntityKind, Sentence
from quizapp.generate.fact import Sort

ENTITY_SORT = {
    EntityKind.PERSON: Sort.PERSON,
    EntityKind.COUNTRY: Sort.COUNTRY,
    EntityKind.PLACE: Sort.PLACE,
    EntityKind.ORGANISATION: Sort.ORGANISATION,
    EntityKind.NATIONALITY: Sort.PERSON,
    EntityKind.EVENT: Sort.THING,
    EntityKind.DATE: Sort.DATE,
    EntityKind.OTHER: Sort.THING,
    EntityKind.NUMBER: Sort.COUNT,
}
_YEAR = re.compile(r"\b(1[0-9]|20)\d\d\b")
_DATE = re.compile(rf"\b({'|'.join(lexicon.MONTHS)})\b")
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "EX"})


def is_long_ago(adverb: Token) -> bool:
    """Say whether "7,000 years ago" is so long ago that it stays true from one year to the next."""
    unit = next((child for child in adverb.children if child.dep_ == "npadvmod"), None)
    number = number_token(unit) if unit is not None and unit.lemma_.lower() == "year" else None
    digits = number.text.replace(",", "") if number is not None else ""
    return number is not None and (
        (digits.isdigit() and len(digits) >= _LONG_AGO) or number.lower_ in {"million", "billion", "thousand"}
    )


_LONG_AGO = 4
"""Digits of a number of years that one more or less does not change."""


def sort_of(
    article: Article, sentence: Sentence, head: Token, entity: Entity | None, tokens: tuple[Token, ...]
) -> Sort:
    """Say what kind of thing a phrase names, from its entity, its number or its head noun."""
    counted = _number_sort(head, tokens)
    if counted is not None:
        return counted
    joined = [article.entity_at(sentence, one) for one in syntax.conjuncts(head) if one in tokens]
    kinds = {one.kind if one is not None else None for one in joined}
    if len(joined) > 1 and (len(kinds) > 1 or None in kinds):
        return Sort.PERSON if all(names_person(one) for one in syntax.conjuncts(head)) else Sort.THING
    named = entity is not None and (head.pos_ == "PROPN" or head.tag_ in _PRONOUN_TAGS)
    body = entity is not None and entity.kind is EntityKind.ORGANISATION and len(entity.name.split()) > 1
    if names_person(head) and not named and not body:
        return Sort.PERSON
    if entity is not None:
        return ENTITY_SORT[entity.kind]
    return Sort.PLACE if head.lemma_.lower() in lexicon.PLACE_NOUNS and head.pos_ == "NOUN" else Sort.THING


def _number_sort(head: Token, tokens: tuple[Token, ...]) -> Sort | None:
    """Return what a phrase counts or dates, if it does."""
    numeral = number_token(head)
    if _is_share(head, tokens):
        return Sort.SHARE
    if numeral is None:
        return Sort.DATE if is_date(head, tokens) else None
    if head.lemma_.lower() in lexicon.CURRENCIES or _has_sign(head, tokens):
        return Sort.MONEY
    if head.lemma_.lower() in lexicon.DURATION_NOUNS:
        return Sort.DURATION
    if is_date(head, tokens):
        return Sort.DATE
    return Sort.COUNT if numeral != head or _is_part_of_counted(head) else None


def _has_sign(head: Token, tokens: tuple[Token, ...]) -> bool:
    """Say whether a sum stands by itself, "$5 million": "50 planes worth $3.2 billion" are planes."""
    itself = head.pos_ == "NUM" or len(head.text) <= len("bn")
    return itself and any(token.tag_ == "$" and token.i <= head.i for token in tokens)


def _is_part_of_counted(head: Token) -> bool:
    """Say whether it is "312 of the 450 seats"."""
    inner = [noun for of in head.children if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj"]
    return any(number_token(noun) not in {None, noun} for noun in inner)


_FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})


def _is_share(head: Token, tokens: tuple[Token, ...]) -> bool:
    if head.lemma_.lower() in _FRACTIONS and any(child.lower_ == "of" for child in head.children):
        return True
    return head.lower_ in {"%", "percent", "per"} or any(
        token.lower_ in {"%", "percent"} and token.head == head for token in tokens
    )


def names_person(head: Token) -> bool:
    """Say whether a common noun names people, or a group of them: "a team of divers"."""
    lemma = head.lemma_.lower()
    if lemma in {"authority", "police", "troop", "gang", "force", "official"} and head.tag_ == "NNS":
        return True
    if lemma in {
        "group",
        "team",
        "couple",
        "majority",
        "crowd",
        "pair",
        "number",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "gang",
        "band",
        "generation",
    }:
        inner = [
            noun for child in head.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"
        ]
        return bool(inner) and names_person(inner[0])
    if head.tag_ == "NNS" and lemma.endswith(("er", "or", "ist", "ian", "eer")) and lemma not in lexicon.NO_PERSONS:
        return True
    return head.pos_ == "NOUN" and lexicon.names_person(lemma) and lemma not in lexicon.PERSON_AMBIGUOUS


def number_token(head: Token) -> Token | None:
    """Return the numeral that counts ``head``, or ``head`` itself when it is one."""
    for child in head.children:
        numeral = child.pos_ == "NUM" or gazetteer.number_of_word(child.lower_) is not None
        if child.dep_ == "nummod" and numeral and child.i < head.i and not _YEAR.fullmatch(child.text):
            return child
        if child.is_sent_start and child.dep_ == "compound" and gazetteer.number_of_word(child.lower_) is not None:
            return child
    return head if head.pos_ == "NUM" and not _YEAR.fullmatch(head.text) else None


def is_date(head: Token, tokens: tuple[Token, ...]) -> bool:
    """Say whether a phrase names a point in time."""
    if _YEAR.fullmatch(head.text) and head.pos_ == "NUM":
        return True
    if head.ent_type_ == "DATE" and head.lemma_.lower() in lexicon.TIME_NOUNS:
        return True
    return head.pos_ == "PROPN" and head.text in lexicon.MONTHS and len(tokens) <= 4


def names_a_date(text: str) -> bool:
    """Say whether ``text`` holds a year or a month: a date that stands by itself."""
    return bool(_YEAR.search(text) or _DATE.search(text))


def is_plural(head: Token, text: str, joined: tuple[Token, ...], entity: Entity | None = None) -> bool:
    """Say whether a phrase takes a plural verb."""
    if len(joined) <= 1 and entity is not None and entity.kind is not EntityKind.NATIONALITY:
        return entity.plural
    if len(joined) > 1 and not syntax.is_alternative(head):
        return True
    if head.tag_ in _PRONOUN_TAGS:
        return " and " in text or head.lower_ in {"they", "them", "their", "we", "us", "these", "those"}
    return head.tag_ in {"NNS", "NNPS"} and not text.startswith(
        ("the United States", "the United Nations", "the Philippines")
    )
