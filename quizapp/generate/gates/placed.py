"""The gate on what a card is about: a stranger can tell from the card alone (3)."""

import re

from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words

_BY_THEMSELVES = (
    "role/",
    "apposition/",
    "definition/",
    "kind/",
    "the kind/",
    "acronym/",
    "named list/",
    "members/",
    "among/",
    "inhabitants/",
    "site/",
)
"""Rules whose questions are about the one they name, whatever the article is about."""


_HEAVY = 3.0
"""What a question with one name in it has to weigh to be placed by that."""


_WHOLE = 5
"""Words of content in a quotation that can be known by them and by the office of who said it."""


def topical(article: Article, card: Candidate) -> str | None:
    """Want on the card somebody or something that the article is about (3)."""
    if card.rule.startswith(_BY_THEMSELVES) or card.occasion or article.topic is None:
        return None
    if card.rule.startswith("quotation/"):
        # Whose words they are can be told only by what they are about; an office helps where they are many.
        said = " ".join(weight.QUOTED.findall(card.question)).strip('"')
        whole = len(content_words(said)) >= _WHOLE and bool(weight.strong_names(article, card.asked_with))
        placed = article.topic.stands_in(said) or bool(weight.strong_names(article, said[1:])) or whole
    else:
        placed = article.topic.stands_in(card.question) or _stands_by_itself(article, card) or _counts_the_world(card)
    if placed:
        return None
    return "nothing on it tells what the article is about"


def _counts_the_world(card: Candidate) -> bool:
    """Say whether a body with a name counts countries or people at large, and they are still so many."""
    counted = card.asked is card.fact.subject and card.sort in {Sort.COUNT, Sort.SHARE}
    lasting = card.fact.predicate.token.tag_ in {"VBP", "VBZ"} and not card.fact.predicate.auxiliaries
    lead = card.fact.attribution
    rest = card.question.replace(lead, "")
    at_large = (
        _AT_LARGE.search(rest) is not None and re.search(r"\bthe (?!world)|[A-Z]", rest[len("According") :]) is None
    )
    return counted and lasting and at_large and weight.NAME.search(lead) is not None


_AT_LARGE = re.compile(r"\b(?:countries|nations|people|children|women|men|adults|species|languages)\b")


def _stands_by_itself(article: Article, card: Candidate) -> bool:
    """Say whether a question is placed by others than the article's own: two names, or one and much beside it."""
    names = weight.strong_names(article, card.question)
    if weight.OF_THE_WORLD.search(card.question) or len(names) > 1 or _has_full_name(card):
        return True
    if not names:
        return False
    if card.rule.startswith("description/"):
        return True
    return weight.YEAR.search(card.question) is not None or weight.of_card(article, card) >= _HEAVY


def _has_full_name(card: Candidate) -> bool:
    """Say whether it is told of somebody or of a body with a name in full: whoever wants to know finds who that is.

    A sum or a number is one of many that are told of anybody, and what was denied or demanded is said of something.
    What a body counts the world over, and what it does lastingly to a thing with a name in full, is known by that.
    """
    if card.sort in _NUMBERS:
        return card.sort is Sort.COUNT and _is_lasting(card) and " " in card.fact.attribution and _names_a_body(card)
    if card.asked is card.fact.subject:
        objects = [one.phrase.text for one in card.fact.arguments if one.slot in {Slot.OBJECT, Slot.ATTRIBUTE}]
        return _is_lasting(card) and any(_FULL.search(one) and one in card.question for one in objects)
    subject = card.fact.subject
    one = subject.entity
    whole = one is not None and " " in one.name and subject.text.endswith(one.name) and one.name in card.question
    named = one is not None and one.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}
    return whole and named and card.fact.construct != "force"


def _is_lasting(card: Candidate) -> bool:
    return card.fact.predicate.token.tag_ in {"VBZ", "VBP"} and not card.fact.predicate.auxiliaries


def _names_a_body(card: Candidate) -> bool:
    """Say whether whose figure it is is a body with a name, and not a person: "Human Rights Watch"."""
    return all(word[0].isupper() for word in card.fact.attribution.removeprefix("the ").split() if len(word) > 3)


_FULL = re.compile(r"(?:\bof|\bthe) (?:[A-Z][\w.'’-]+ (?:(?:of|for|on|and|the) )*)+[A-Z][\w.'’-]+$")
"""A name of two words and more at the end: "the Single Convention on Narcotic Drugs", "CEO of Currie Technologies"."""
_NUMBERS = frozenset({Sort.COUNT, Sort.MONEY, Sort.SHARE, Sort.DURATION})
