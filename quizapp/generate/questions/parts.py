"""How many of a part, or of those compared: "How many children did the earthquake kill?"."""

from collections.abc import Iterator

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Slot, Sort
from quizapp.generate.questions import numbers
from quizapp.generate.questions.subjects import ask_subject


def ask(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask for the number of the part, and nothing else: the whole clause is asked for elsewhere."""
    asked = [*ask_subject(article, fact)] if fact.subject.sort in {Sort.COUNT, Sort.SHARE} else []
    yield from (card for card in asked if card.rule.endswith(("/subject count", "/subject share")))
    for argument in fact.arguments:
        if argument.slot is Slot.OBJECT and argument.phrase.sort in {Sort.COUNT, Sort.MONEY} and not asked:
            yield from numbers.ask(fact, argument)
