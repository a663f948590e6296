"""The gate on what a card is about: a stranger can tell from the card alone (3)."""

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate
from quizapp.generate.gates import weight

_BY_THEMSELVES = ("role/", "apposition/", "acronym/", "named list/", "members/", "among/", "inhabitants/", "site/")
"""Rules whose questions are about the one they name, whatever the article is about."""


_HEAVY = 3.0
"""What a question with one name in it has to weigh to be placed by that."""


def topical(article: Article, card: Candidate) -> str | None:
    """Want on the card somebody or something that the article is about (3)."""
    if card.rule.startswith(_BY_THEMSELVES) or article.topic is None:
        return None
    if article.topic.stands_in(card.question) or _stands_by_itself(article, card):
        return None
    return "nothing on it tells what the article is about"


def _stands_by_itself(article: Article, card: Candidate) -> bool:
    """Say whether a question is placed by others than the article's own: two names, or one and much beside it."""
    names = weight.strong_names(article, card.question)
    if len(names) != 1:
        return len(names) > 1
    if card.rule.startswith(("quotation/", "description/")):
        return True
    return weight.YEAR.search(card.question) is not None or weight.of_card(article, card) >= _HEAVY
