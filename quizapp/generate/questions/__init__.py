"""From facts to questions: wording, and nothing of choosing."""

from collections.abc import Iterator

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact
from quizapp.generate.questions import ages, changes, clausal, listing, measures, nominal, outcomes, parts, spans

TEMPLATES = {
    **nominal.TEMPLATES,
    "change": changes.ask,
    "outcome": outcomes.ask,
    "span": spans.ask,
    "age": ages.ask,
    "part": parts.ask,
    "compared": parts.ask,
    "measure": measures.ask,
}
"""Constructs with templates of their own; every other fact is a clause."""


def ask(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Yield every question the templates have for one fact."""
    template = TEMPLATES.get(fact.construct)
    if template is None:
        yield from (listing.as_list(card) for card in clausal.ask(article, fact))
    else:
        yield from template(article, fact)
