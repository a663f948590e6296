"""One question, one answer, across the whole article.

Two facts that share the predicate and everything but what is asked make the question ambiguous: the
other filler is accepted too if it names the same thing, else the card is dropped.
"""

from collections.abc import Iterator, Sequence

from quizapp.generate.fact import Candidate, Fact
from quizapp.generate.gates.form import content_words


def clashes(cards: Sequence[Candidate], facts: Sequence[Fact]) -> Iterator[tuple[Candidate, str]]:
    """Yield every candidate that another fact of the article gives another answer to, with the reason."""
    by_question: dict[str, list[Candidate]] = {}
    for card in cards:
        by_question.setdefault(_folded(card.question), []).append(card)
    for card in cards:
        rivals = [other for other in by_question[_folded(card.question)] if not same_answer(card, other)]
        if rivals:
            yield card, f"the article also answers {rivals[0].answer!r}"
            continue
        other = _rival(card, facts)
        if other:
            yield card, f"another sentence would answer {other!r}"


def _rival(card: Candidate, facts: Sequence[Fact]) -> str:
    """Return what else the article would have as the answer to a question for a subject."""
    if not card.rule.endswith("/subject"):
        return ""
    fact = card.fact
    said = {
        word for argument in fact.arguments for word in content_words(argument.text) if argument.text in card.question
    }
    for other in facts:
        if other is fact or other.predicate.lemma != fact.predicate.lemma or other.subject.text == fact.subject.text:
            continue
        if fact.subject.entity is not None and fact.subject.entity is other.subject.entity:
            continue
        theirs = {word for argument in other.arguments for word in content_words(argument.text)}
        if said and said <= theirs and other.subject.members == 1:
            return other.subject.text
    return ""


def same_answer(one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates want the same thing."""
    if _folded(one.answer) == _folded(other.answer):
        return True
    left, right = set(content_words(one.answer)), set(content_words(other.answer))
    return bool(left) and (left <= right or right <= left)


def _folded(text: str) -> str:
    return " ".join(content_words(text))
