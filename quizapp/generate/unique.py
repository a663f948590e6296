"""One question, one answer, across the whole article.

Two facts that share the predicate and everything but what is asked make the question ambiguous: the
other filler is accepted too if it names the same thing, else the card is dropped.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Sort
from quizapp.generate.gates.form import content_words


def clashes(cards: Sequence[Candidate], facts: Sequence[Fact]) -> Iterator[tuple[Candidate, str]]:
    """Yield every candidate that another fact of the article gives another answer to, with the reason."""
    by_question: dict[str, list[Candidate]] = {}
    for card in cards:
        by_question.setdefault(_asking(card.question), []).append(card)
    deeds = _Deeds(facts)
    for card in cards:
        rivals = [other for other in by_question[_asking(card.question)] if not same_answer(card, other)]
        if rivals:
            yield card, f"the article also answers {rivals[0].answer!r}"
            continue
        other = _rival(card, deeds)
        if other:
            yield card, f"another sentence would answer {other!r}"


def _rival(card: Candidate, deeds: "_Deeds") -> str:
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
    if asked is None and not said:
        return ""
    for other, theirs in deeds.saying(fact, said) if said else deeds.of_whom(fact):
        if other is fact or not said <= theirs:
            continue
        if asked is None:
            if other.subject.members == 1 and not _same(fact.subject, other.subject):
                return other.subject.text
        elif _same(fact.subject, other.subject):
            fillers = [one.phrase for one in other.arguments if one.slot is asked.slot]
            different = [one for one in fillers if not _same(one, asked.phrase)]
            if different and len(different) == len(fillers) and _likely(asked, different[0]):
                return different[0].text
    return ""


class _Deeds:
    """The facts of an article by verb and words, so that a card is held only against those that may rival it."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = [(fact, _words_of(fact)) for fact in facts]
        self._saying: dict[tuple[str, bool, str], list[int]] = {}
        self._of_whom: dict[tuple[str, bool, str | int], list[int]] = {}
        self._briefly: dict[tuple[str, bool, str], list[int]] = {}
        often = Counter(word for fact in facts for word in set(content_words(fact.subject.text)))
        for place, (fact, said) in enumerate(self._facts):
            verb, named = (fact.predicate.lemma, fact.negative), set(content_words(fact.subject.text))
            for word in said:
                self._saying.setdefault((*verb, word), []).append(place)
            for name in named:
                self._of_whom.setdefault((*verb, name), []).append(place)
            self._of_whom.setdefault((*verb, id(fact.subject.entity)), []).append(place)
            rarest = min(named, key=lambda word: (often[word], word), default="")
            self._briefly.setdefault((*verb, rarest), []).append(place)

    def saying(self, fact: Fact, said: AbstractSet[str]) -> Iterator[tuple[Fact, frozenset[str]]]:
        """Yield the facts with the verb of ``fact`` that may have all the words ``said``, with their words."""
        verb = fact.predicate.lemma, fact.negative
        rarest = min(said, key=lambda word: (len(self._saying.get((*verb, word), ())), word))
        yield from map(self._facts.__getitem__, self._saying.get((*verb, rarest), ()))

    def of_whom(self, fact: Fact) -> Iterator[tuple[Fact, frozenset[str]]]:
        """Yield the facts with the verb of ``fact`` whose subject may be the same, with their words."""
        verb, named = (fact.predicate.lemma, fact.negative), set(content_words(fact.subject.text))
        rarest = min(named, key=lambda word: (len(self._of_whom.get((*verb, word), ())), word), default="")
        fuller = self._of_whom.get((*verb, rarest), ())
        places = {*fuller, *(place for word in (*named, "") for place in self._briefly.get((*verb, word), ()))}
        if fact.subject.entity is not None:
            places.update(self._of_whom.get((*verb, id(fact.subject.entity)), ()))
        yield from map(self._facts.__getitem__, sorted(places))


def _words_of(fact: Fact) -> frozenset[str]:
    return frozenset(word for argument in fact.arguments for word in content_words(argument.text))


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


def _asking(question: str) -> str:
    """Return a question by its words of content; "by how much" and "from how much" it rose are two questions."""
    leads = _HOW_MUCH.search(question)
    return f"{leads[0].lower() if leads else ''} {_folded(question)}"


_HOW_MUCH = re.compile(r"\b(?:by|to|from|at) (?:how|what)\b", re.IGNORECASE)


def _folded(text: str) -> str:
    return " ".join(content_words(text))
