"""Gates on who is who: offices change hands, and a bare profession tells nobody (3, 6)."""

import re

from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate

_RULES = ("role/", "apposition/", "among/")
_KIN = frozenset(
    """
    father mother son daughter brother sister wife husband widow widower grandfather grandmother grandson granddaughter
    uncle aunt cousin nephew niece founder co-founder author inventor discoverer creator designer composer builder
    """.split()
)
"""What somebody remains for good."""


def lasting(article: Article, card: Candidate) -> str | None:
    """Ask who holds an office only as of a known month; what somebody remains may be asked at any time.

    Where somebody held it is asked in the past tense, which stays true.
    """
    if card.kind is not Kind.BASIC or not card.rule.startswith(_RULES):
        return None
    entity = card.fact.subject.entity
    if entity is None or entity.kind is not EntityKind.PERSON:
        return None
    if card.rule.endswith(("/where", "/party", "/seat")):
        return None
    said = " ".join(one.text for one in card.fact.arguments[:1])
    if _says_little(said):
        return "many are that"
    if article.date or card.occasion:
        return None
    return "an office without a date" if not _stays(said) else None


def _says_little(said: str) -> bool:
    """Say whether a description is an indefinite profession: "a baker", "a constitutional law professor"."""
    return re.match(r"(?:an?|former|ex-\w+) ", said) is not None and not re.search(r"[A-Z]", said[2:])


def _stays(said: str) -> bool:
    words = re.findall(r"[\w-]+", said.lower())
    return any(word in _KIN for word in words) and not any(word in lexicon.OFFICES - _KIN for word in words)
