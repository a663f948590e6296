"""Offices and kinds in a question: "which FBI director" for "who", "FBI Director Ada Holm" for "Ada Holm".

A stranger who has only the card is told who somebody is where the article tells it. Each wording is
a logged substitution; the plain one comes last, for where the fuller one gives the answer away.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.cards.model import Kind
from quizapp.generate import epithets, titles
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.fact import Candidate, Sort

_WHO = re.compile(r"(?<![\w\"])[Ww]ho(?= )")
_WHAT = re.compile(r"(?<![\w\"])(?:[Ww]hat|[Ww]hich (?:organi[sz]ation|company)|[Ww]ho)(?= )")
_IDENTITY = ("role/", "apposition/", "acronym/", "among/", "members/", "named list/")
"""Rules that ask for the office itself, or for letters."""
COMFORT = 20
"""Words of a question beyond which no office is put before a name."""


def named(article: Article, card: Candidate) -> Iterator[Candidate]:
    """Yield ``card`` as it may be said with offices and kinds, the fullest first, as it is last."""
    if card.kind is Kind.CLOZE or card.rule.startswith(_IDENTITY) or card.rule.endswith("/what it is"):
        yield card
        return
    asked = _asked_with(article, card)
    for one in (asked, card) if asked is not card else (card,):
        introduced = _introduced(article, one)
        if introduced is not one:
            yield introduced
        yield one


def _asked_with(article: Article, card: Candidate) -> Candidate:
    """Ask "which Kremlin spokesman" for "who", and "which shipyard" for "what"."""
    entity = card.asked.entity if card.asked is not None else None
    if entity is None or card.asked is None or card.asked.members > 1:
        return card
    if card.asked.plural and card.sort is not Sort.PERSON:
        return card
    if card.sort is Sort.PERSON:
        pattern, kind = _WHO, titles.asked_with(article, entity)
    else:
        beside = epithets.kind_before(card.answer, entity)
        card = replace(card, answer=entity.name) if beside and _leads(card, _WHAT) else card
        pattern, kind = _WHAT, beside or epithets.kind_of(article, entity)
    said_twice = bool(kind) and _says_again(card.question, kind)
    return _put(card, pattern, f"which {kind}") if kind and not said_twice and _leads(card, pattern) else card


def _says_again(question: str, office: str) -> bool:
    """Say whether the question tells the office anyway: "became prime minister in 2010"."""
    outside = re.sub(r'"[^"]*"', "", question)
    return re.search(rf"\b{re.escape(office.lower().split()[-1])}s?\b", outside) is not None


def _leads(card: Candidate, pattern: re.Pattern[str]) -> bool:
    """Say whether the question word opens the question, or follows "According to …,"."""
    found = pattern.search(card.question)
    return found is not None and (found.start() == 0 or card.question[: found.start()].endswith(", "))


def _put(card: Candidate, pattern: re.Pattern[str], words: str) -> Candidate:
    found = pattern.search(card.question)
    if found is None:
        return card
    said = words if found.start() else words[0].upper() + words[1:]
    question = f"{card.question[: found.start()]}{said}{card.question[found.end() :]}"
    log = (*card.substitutions, (found[0].lower(), words))
    return replace(card, question=question, asked_with=words, substitutions=log)


def _introduced(article: Article, card: Candidate) -> Candidate:
    """Put the office or kind before each name that stands in the question without one, while it stays comfortable."""
    for entity in article.register.within(card.question):
        said = titles.before_name(article, entity) or _kind_before(article, card, entity)
        place = _bare_name(card.question, entity) if said and not _says_again(card.question, said) else -1
        if place < 0:
            continue
        opening = said if place else f"{said[0].upper()}{said[1:]}"
        question = f"{card.question[:place]}{opening} {card.question[place:]}"
        if len(question.split()) <= COMFORT:
            put = (entity.name, f"{said} {entity.name}")
            card = replace(
                card,
                question=question,
                substitutions=(*card.substitutions, put),
                introduced=(*card.introduced, put),
            )
    return card


def _kind_before(article: Article, card: Candidate, entity: Entity) -> str:
    """Return "Belgian chemicals company" for a name that is all of a phrase; one word, "company", tells nothing."""
    phrases = (card.fact.subject, *(one.phrase for one in card.fact.arguments))
    if entity.definite or not any(one.text == entity.name for one in phrases):
        return ""
    kind = epithets.kind_of(article, entity)
    return kind if " " in kind else ""


def _bare_name(question: str, entity: Entity) -> int:
    """Return where a full name first stands with nothing before it that tells who it is; -1 if nowhere."""
    outside = re.sub(r'"[^"]*"', lambda match: " " * len(match[0]), question)
    found = re.search(rf"(?<![\w-]){re.escape(entity.name)}\b", outside)
    if found is None or (entity.kind is EntityKind.PERSON and " " not in entity.name):
        return -1
    before = outside[: found.start()].rstrip().split()
    last = before[-1] if before else ""
    described = last.lower().rstrip(",") in _DESCRIBING or (last[:1].isupper() and len(before) > 1)
    return -1 if described or last.lower() in {"the", "a", "an"} else found.start()


_DESCRIBING = titles.NOUNS
"""Words before a name that tell who it is."""
