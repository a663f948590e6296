"""The gate on what a card is about: a stranger can tell from the card alone (3)."""

from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words

_BY_THEMSELVES = ("role/", "apposition/", "acronym/", "named list/", "members/", "among/", "inhabitants/", "site/")
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
        placed = article.topic.stands_in(card.question) or _stands_by_itself(article, card)
    if placed:
        return None
    return "nothing on it tells what the article is about"


def _stands_by_itself(article: Article, card: Candidate) -> bool:
    """Say whether a question is placed by others than the article's own: two names, or one and much beside it."""
    names = weight.strong_names(article, card.question)
    if weight.OF_THE_WORLD.search(card.question):
        return True
    if len(names) != 1:
        return len(names) > 1
    if card.rule.startswith("description/") or _has_full_name(card):
        return True
    return weight.YEAR.search(card.question) is not None or weight.of_card(article, card) >= _HEAVY


def _has_full_name(card: Candidate) -> bool:
    """Say whether it is told of somebody or of a body with a name in full: whoever wants to know finds who that is.

    A sum or a number is one of many that are told of anybody, and what was denied or demanded is said of something.
    """
    if card.sort in _NUMBERS or card.fact.construct == "force" or card.asked is card.fact.subject:
        return False
    subject = card.fact.subject
    one = subject.entity
    whole = one is not None and " " in one.name and subject.text.endswith(one.name) and one.name in card.question
    return whole and one is not None and one.kind in {EntityKind.PERSON, EntityKind.ORGANISATION}


_NUMBERS = frozenset({Sort.COUNT, Sort.MONEY, Sort.SHARE, Sort.DURATION})
