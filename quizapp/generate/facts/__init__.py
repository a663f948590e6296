"""From sentences to facts: one file a family of constructs, each rule named, each silence with its reason."""

from collections.abc import Iterator

from quizapp.generate.article import Article, Sentence
from quizapp.generate.fact import Fact, Silence
from quizapp.generate.facts import (
    acronyms,
    ages,
    apposition,
    changes,
    clauses,
    compared,
    definitions,
    forces,
    lists,
    measures,
    numbers,
    outcomes,
    participles,
    parts,
    quotations,
    relatives,
    sites,
    spans,
)

FAMILIES = (
    clauses,
    changes,
    outcomes,
    spans,
    ages,
    compared,
    measures,
    forces,
    apposition,
    definitions,
    relatives,
    participles,
    acronyms,
    lists,
    numbers,
    parts,
    quotations,
    sites,
)


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield everything the rules find in one sentence, and why the rest stays unsaid."""
    for family in FAMILIES:
        yield from family.find(article, sentence)
