"""The gate on deeds: a question for the doer names enough of what was done (6)."""

import re

from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates.form import content_words

_ONCE_VERBS = frozenset(
    """
    assassinate author build chair compose coin create defeat demolish design direct discover establish film found
    foil head host inaugurate invade invent kill launch lead murder name overthrow own paint patent pioneer produce
    publish sign sink succeed topple unveil win write
    """.split()
)
"""Deeds that one doer does to one thing: naming the thing tells which deed is meant."""
_SHARED = frozenset({"live", "grow", "reside"})
"""What many do in one place."""
_TELL_APART = 3
"""Names and words of content that single out a deed."""
_SO_OF_MANY = 4
"""Words up to which a present state with nobody's name is that of many: "lives under Western sanctions"."""
_ASKING = frozenset({"who", "which", "what", "body", "country", "organization", "organisation", "did", "has"})


def told_apart(article: Article, card: Candidate) -> str | None:
    """Tell one deed from all like it: "Who resigned from the FBI?" was done by many (6)."""
    verb = card.fact.predicate
    if card.kind is not Kind.BASIC or not card.rule.endswith("/subject") or verb.token.tag_ not in {"VBD", "VBN"}:
        return None
    if verb.lemma in _SHARED and card.sort is Sort.PERSON:
        return "many may have done that"
    done_once = verb.lemma in _ONCE_VERBS or verb.auxiliaries[:1] in {("is",), ("are",)}
    if done_once or card.sort not in {Sort.PERSON, Sort.ORGANISATION, Sort.COUNTRY}:
        return None
    text = card.question
    names = 0
    for entity in sorted(article.register.within(text), key=lambda one: -len(one.name)):
        for name in (entity.name, entity.short):
            if name and name in text:
                text, names = text.replace(name, " "), names + 1
    units = names + len(set(content_words(text)) - _ASKING)
    return "many may have done that" if units < _TELL_APART else None


def nobody_else(article: Article, card: Candidate) -> str | None:
    """Ask for a doer only if no sentence near says that others did it also (6)."""
    if card.kind is not Kind.BASIC or not card.rule.endswith("/subject"):
        return None
    lemma, number = card.fact.predicate.lemma, card.sentence.number
    near = article.sentences[max(0, number - _NEAR) : number + _NEAR + 1]
    also = any(
        token.lower_ in {"also", "too", "likewise"} and token.head.lemma_.lower() == lemma and sentence.number != number
        for sentence in near
        for token in sentence.span
    )
    return "others did so also" if also else None


_NEAR = 3
"""Sentences around a deed in which others are said to have done it also."""


def one_of_many(article: Article, card: Candidate) -> str | None:
    """Ask for a country only where the card tells more than what is so of many, or of one of many times (6)."""
    asked = card.asked
    if card.kind is not Kind.BASIC or card.sort is not Sort.COUNTRY or asked is None or asked.members > 1:
        return None
    told = set(content_words(card.question)) - _ASKING - {"country"}
    subject = card.fact.subject
    if card.rule.endswith("/object") and subject.sort is Sort.COUNTRY and len(told) < _TELL_APART:
        return "a country may have done that more than once"
    if not card.rule.endswith("/subject") or len(told) > _SO_OF_MANY:
        return None
    nations = {EntityKind.NATIONALITY, EntityKind.COUNTRY}
    named = any(
        one.kind not in nations
        and any(re.search(rf"\b{re.escape(name)}\b", card.question) for name in (one.name, one.short) if name)
        for one in article.entities
    )
    present = card.fact.predicate.auxiliaries[:1] in {("is",), ("are",)} or card.fact.predicate.token.tag_ == "VBZ"
    return "that is so of many countries" if present and not named and card.fact.predicate.lemma != "be" else None


def one_thing_there(_article: Article, card: Candidate) -> str | None:
    """Ask what was done somewhere only if more than the place is told: "What was signed in Oslo?" fits many (6)."""
    if card.kind is not Kind.BASIC or not card.rule.endswith("/subject") or card.sort is not Sort.THING:
        return None
    fact = card.fact
    only_places = bool(fact.arguments) and all(one.slot is Slot.PLACE for one in fact.arguments)
    return "much may have been done there" if fact.predicate.passive and only_places else None


def whose_and_which(_article: Article, card: Candidate) -> str | None:
    """Ask who did what only where what is his is told apart: "who defended his ruling" leaves open which (3)."""
    if card.kind is not Kind.BASIC or not card.rule.endswith(("/subject", "/oblique")):
        return None
    for argument in card.fact.arguments:
        bare = re.fullmatch(r"(?:his|her|its|their) (\w+)", argument.phrase.text)
        if bare and argument.phrase.head.lemma_.lower() in _SAID_OR_DONE and argument.phrase.text in card.question:
            return f"which {bare[1]} is not told"
    return None


_SAID_OR_DONE = frozenset(
    "ruling decision order bill plan proposal statement speech comment remark letter report announcement vote verdict"
    " appeal request promise warning offer move submission application bid".split()
)


def says_something(_article: Article, card: Candidate) -> str | None:
    """Ask who said something, when or where, only if the card tells what (2)."""
    fact = card.fact
    spoken = lexicon.SAY_VERBS | {"warn", "claim", "admit", "deny", "confirm", "promise", "predict", "acknowledge"}
    if fact.predicate.lemma not in spoken or fact.predicate.passive or fact.construct in {"quotation", "named list"}:
        return None
    told = [one for one in fact.arguments if one.phrase is not card.asked and one.slot not in {Slot.TIME, Slot.PLACE}]
    asks_what = not card.rule.endswith(("/subject", "/time", "/place", "/duration"))
    return "what was said is not told" if not told and not asks_what and not card.fact.attribution else None
