"""One question, one answer, across the whole article.

Two facts that share the predicate and everything but what is asked make the question ambiguous: the
other filler is accepted too if it names the same thing, else the card is dropped.
"""

from collections.abc import Iterator, Sequence

from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Sort
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
    """Return what else the article would have as the answer: the same deed with another filler."""
    fact = card.fact
    asked = _asked_argument(card)
    if asked is None and not card.rule.endswith("/subject"):
        return ""
    said = {
        word
        for argument in fact.arguments
        if argument is not asked and argument.text in card.question
        for word in content_words(argument.text)
    }
    for other in facts:
        if other is fact or other.predicate.lemma != fact.predicate.lemma or other.negative != fact.negative:
            continue
        theirs = {word for argument in other.arguments for word in content_words(argument.text)}
        if asked is None:
            if said and said <= theirs and other.subject.members == 1 and not _same(fact.subject, other.subject):
                return other.subject.text
        elif _same(fact.subject, other.subject) and said <= theirs:
            fillers = [one.phrase for one in other.arguments if one.slot is asked.slot]
            different = [one for one in fillers if not _same(one, asked.phrase)]
            if different and len(different) == len(fillers) and _likely(asked, different[0]):
                return different[0].text
    return ""


def _asked_argument(card: Candidate) -> Argument | None:
    return next((one for one in card.fact.arguments if one.phrase is card.asked), None)


def _likely(asked: Argument, filler: Phrase) -> bool:
    """Say whether a filler is of the kind that was asked for."""
    if filler.sort in {Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DURATION}:
        return filler.sort is asked.phrase.sort and filler.head.lemma_ == asked.phrase.head.lemma_
    return filler.sort is asked.phrase.sort


def _same(one: Phrase, other: Phrase) -> bool:
    """Say whether two phrases mean the same, as far as the article tells."""
    if one.entity is not None and one.entity is other.entity:
        return True
    left, right = set(content_words(one.text)), set(content_words(other.text))
    return bool(left) and (left <= right or right <= left)


def same_answer(one: Candidate, other: Candidate) -> bool:
    """Say whether two candidates want the same thing."""
    if _folded(one.answer) == _folded(other.answer):
        return True
    left, right = set(content_words(one.answer)), set(content_words(other.answer))
    return bool(left) and (left <= right or right <= left)


def _folded(text: str) -> str:
    return " ".join(content_words(text))
