"""The office of somebody as a card may say it: before the name, or in the question word.

"Secretary General of the United Nations" stands before a name as "United Nations Secretary General"
and asks as "which United Nations secretary general". An office that says nothing without its "of
what" ("founder", "chairman") is not said by itself.
"""

import re

from quizapp.cards import gazetteer
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.lexicon import OFFICES, PERSON_NOUNS
from quizapp.generate.vocabulary import ORGANISATION_WORDS

LONGEST_BEFORE, LONGEST_ASKED = 5, 8
"""Words of an office before a name, and of one that is asked with."""
_OF_WHAT = frozenset(
    "founder co-founder head owner co-owner chair chairman chairwoman ceo director manager boss member leader"
    " spokesman spokeswoman spokesperson editor chief executive author creator partner colleague aide adviser".split()
)
"""Offices that leave open of what somebody has them."""
_LOWER = OFFICES | frozenset(
    "minority majority deputy vice prime general foreign finance defense defence interior first acting senior"
    " special associate assistant de facto former".split()
)
"""Words of an office that have a capital only before a name."""
NOUNS = OFFICES | PERSON_NOUNS
"""Words that, right before a name, tell who it is."""
_FIELDS = frozenset("affairs relations operations sales services resources research development marketing".split())
"""Last words of what is a field of work and no body: "head of External Affairs" leaves open whose."""
_PREPOSITION = re.compile(r" (?:of|for|at|in|on|with|to|from|by) ")
_OF_NAME = re.compile(r"(?P<office>[\w& -]+?) of (?P<whose>(?:the )?[A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*){0,2})")


def before_name(article: Article, entity: Entity) -> str:
    """Return the office of a person as it stands before the name; empty if there is none that tells anything."""
    if entity.kind is not EntityKind.PERSON or _leaves_open(entity.role):
        return ""
    role = re.sub(r"^(?:the|an?) ", "", entity.role)
    if match := _OF_NAME.fullmatch(role):
        whose = match["whose"].removeprefix("the ")
        plain = not _PREPOSITION.search(match["office"]) and not _is_no_body(whose)
        role = _former_first(f"{whose} {match['office']}") if plain and article.register.within(whose) else ""
    if "'s " in role:
        role = _of_owner(article, role)
    return role if role and not _PREPOSITION.search(role) and len(role.split()) <= LONGEST_BEFORE else ""


def asked_with(article: Article, entity: Entity) -> str:
    """Return the office of a person as a question asks with it: "Senate majority leader"; empty if none fits."""
    if entity.kind is not EntityKind.PERSON or _leaves_open(entity.role):
        return ""
    role = before_name(article, entity) or _placed(article, entity.role)
    return _in_lower_case(role) if "'s " not in role and len(role.split()) <= LONGEST_ASKED else ""


def _of_owner(article: Article, role: str) -> str:
    """Say "Justice Department inspector general" without "'s", and "Peruvian president" for "Peru's president"."""
    owner, _, office = role.partition("'s ")
    country = gazetteer.country(owner)
    if country is not None and any(one.kind is EntityKind.COUNTRY and one.name == owner for one in article.entities):
        adjectives = gazetteer.demonyms(country.name)
        return _former_first(f"{adjectives[0]} {office}") if adjectives else role
    return _former_first(f"{owner} {office}") if owner[:1].isupper() and len(office.split()) <= _SHORT else ""


def _former_first(role: str) -> str:
    """Say "former Ivorian president", not "Ivorian former president"."""
    return f"former {role.replace(' former ', ' ')}" if " former " in role else role


_SHORT = 2
"""Words of an office that may stand behind its owner without "'s"."""


def _leaves_open(role: str) -> bool:
    """Say whether an office, or one of two, is no more than its noun and leaves open of what: "CEO", "founder"."""
    if _PREPOSITION.search(role):
        return False
    parts = re.split(r" and |, ", re.sub(r"\b(?:the|an?|former) ", "", role.lower()))
    return not role or any(part.removeprefix("chief ") in _OF_WHAT for part in parts)


def _placed(article: Article, role: str) -> str:
    """Return an office with its place behind it, if the place has a name: "travel agent in Lemnos"."""
    match = _PREPOSITION.search(role)
    if match is None or " and " in role:
        return ""
    named = article.register.within(role[match.end() :])
    return role if any(not _is_no_body(one.name) for one in named) else ""


def _is_no_body(name: str) -> bool:
    """Say whether a name leaves open which: "the Commission", "External Affairs"."""
    return name.lower() in ORGANISATION_WORDS or name.lower().split()[-1] in _FIELDS


def _in_lower_case(role: str) -> str:
    """Return an office as it stands without a name: "Senate majority leader", "Russian president"."""
    words = role.split()
    end = next((place for place, word in enumerate(words) if _PREPOSITION.fullmatch(f" {word} ")), len(words))
    for place in range(end - 1, -1, -1):
        if words[place].lower() not in _LOWER:
            break
        words[place] = words[place] if words[place] == "CEO" else words[place].lower()
    return " ".join(words)
