"""Stage 5: what each reference of the article means, or why that cannot be told.

One reading from the first sentence to the last; each resolved reference is an antecedent for the
ones behind it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.generate.article import Abstention, Article, Reference, Wording
from quizapp.generate.dates import day_of, relative_dates


@dataclass(frozen=True, slots=True)
class Resolved:
    """The references of an article, by every token they cover and by their heads."""

    references: Mapping[tuple[int, int], Reference]
    meanings: Mapping[tuple[int, int], Wording | Abstention]


def resolve(article: Article) -> Resolved:
    """Return what the references of ``article`` mean."""
    found: list[Reference] = []
    today = day_of(article.date)
    for sentence in article.sentences:
        found.extend(relative_dates(sentence, today))
    return indexed(found)


def indexed(found: Sequence[Reference]) -> Resolved:
    """Index references; where two overlap, the one found first stays."""
    references: dict[tuple[int, int], Reference] = {}
    meanings: dict[tuple[int, int], Wording | Abstention] = {}
    for reference in found:
        places = [(reference.paragraph, token) for token in range(reference.start, reference.end)]
        if any(place in references for place in places):
            continue
        references.update(dict.fromkeys(places, reference))
        meanings[reference.paragraph, reference.head] = reference.meaning
    return Resolved(references, meanings)
