"""How much a question has to tell: of its wordings the first that every gate lets pass.

A question is first said with the offices of those it names, then plainly. One that fits many events
is said again with more of what its sentence tells of the event ("after …", "during a hearing on …"),
the shortest first. What was added is an argument of the candidate's fact, and shows as the rule says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from quizapp.cards.model import Kind
from quizapp.generate import gates, leadins, questions
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Argument, Candidate, Fact, Slot, Sort
from quizapp.generate.occasions import Occasion
from quizapp.generate.questions import naming

TOGETHER = 2
"""Anchors that one question may have."""
_CURED = (
    "topical",
    "pinned",
    "anchored",
    "told_apart",
    "sum_is_for_something",
    "period_kept",
    "staged_once",
    "one_of_many",
    "one_thing_there",
    "says_something",
    "whose_and_which",
)
"""Gates that refuse a question for telling too little."""
_TOO_SHORT = tuple(f"length: a question of {words} words" for words in (2, 3, 4))


def settled(article: Article, fact: Fact, occasions: Sequence[Occasion] = ()) -> Iterator[tuple[Candidate, str | None]]:
    """Yield each question of a fact in its best wording, with the reason if no wording may be asked.

    Args:
        article: as analysed.
        fact: what is told.
        occasions: the main event of the article, in the wordings that a question may have it in.
    """
    fuller = _Fuller(article, fact)
    for card in questions.ask(article, fact):
        passing, reason = _first_passing(article, card)
        if passing is None and reason.startswith((*_CURED, *_TOO_SHORT)) and _is_worth_it(card):
            said_fuller = chain(leadins.with_occasion(article, card, occasions), fuller.saying(card))
            passing = _first_of(article, said_fuller)
        elif passing is not None and not passing.rule.startswith("quotation/"):
            passing = _first_of(article, _in_its_event(article, card, occasions)) or passing
        if passing is None and reason.startswith("topical"):
            passing = _in_its_country(article, card)
        if passing is None and reason.startswith("lasting"):
            passing = _first_of(article, leadins.in_office_then(card, occasions))
        if passing is None and _is_of_nobody(card) and reason.startswith(_PLACELESS):
            passing = _by_those_there(article, card)
        yield (card, reason) if passing is None else (passing, None)


def _first_of(article: Article, cards: Iterable[Candidate]) -> Candidate | None:
    """Return the first wording that passes."""
    return next((found for card in cards if (found := _first_passing(article, card)[0]) is not None), None)


def _in_its_event(article: Article, card: Candidate, occasions: Sequence[Occasion]) -> Iterator[Candidate]:
    """Yield a question that passes by itself with the event it is of, if nothing on it tells that, and it has room."""
    if article.topic is None or not article.topic.stands_in(card.question):
        found = leadins.with_occasion(article, card, occasions)
        yield from (one for one in found if len(one.question.split()) <= naming.COMFORT)


def _in_its_country(article: Article, card: Candidate) -> Candidate | None:
    """Return the question with the one country the article is about, where its sentence is of no other place."""
    country, fact = article.topic.country if article.topic else "", card.fact
    if not country or card.kind is not Kind.BASIC or fact.attribution or fact.subject.entity is not None:
        return None
    named = article.register.in_sentence(card.sentence.number)
    if (
        fact.predicate.lemma == "be"
        or any(one.kind in _PLACES for one in named)
        or card.rule.startswith(("quotation/", "description/"))
    ):
        return None
    question = f"In {country}, {card.question[0].lower()}{card.question[1:]}"
    placed = replace(card, question=question, substitutions=(*card.substitutions, ("", country)))
    return placed if gates.refusal(article, placed) is None else None


def _is_of_nobody(card: Candidate) -> bool:
    """Say whether a number is told by "park officials" or "police", whose are those of the place."""
    numbers = {Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DURATION}
    whose = card.fact.attribution
    return card.sort in numbers and bool(whose) and whose.islower() and whose.split()[-1] in _OF_THE_PLACE


_OF_THE_PLACE = frozenset("officials police authorities prosecutors rescuers investigators data figures".split())
_PLACELESS = ("topical", "anchored", "nothing_undefined: 'According")


def _by_those_there(article: Article, card: Candidate) -> Candidate | None:
    """Return the question with "officials in Nepal" for "officials", where the sentence is of no other place."""
    country, whose = article.topic.country if article.topic else "", card.fact.attribution
    named = article.register.in_sentence(card.sentence.number)
    if not country or any(one.kind in _PLACES and one.name != country for one in named):
        return None
    said = f"{whose} in {country}"
    question = card.question.replace(f"According to {whose},", f"According to {said},", 1)
    log = (*card.substitutions, (whose, said))
    told = replace(card, question=question, fact=replace(card.fact, attribution=said), substitutions=log)
    return told if gates.refusal(article, told) is None else None


_PLACES = frozenset({EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.NATIONALITY, EntityKind.ORGANISATION})


def _is_worth_it(card: Candidate) -> bool:
    """Say whether a doer has a name, or a number is asked for: anchors make no card of "residents"."""
    return not card.rule.endswith("/subject") or any(letter.isupper() for letter in card.answer)


def _first_passing(article: Article, card: Candidate) -> tuple[Candidate | None, str]:
    """Return the first wording of a card that passes, else why the plain one does not."""
    reason = ""
    for one in naming.named(article, card):
        found = gates.refusal(article, one)
        if found is None:
            return one, ""
        reason = found
    return None, reason


class _Fuller:
    """A fact told with more of what its sentence says of the event; asked only when it is needed."""

    def __init__(self, article: Article, fact: Fact) -> None:
        self._article = article
        self._fact = fact
        self._asked: list[list[Candidate]] | None = None

    def saying(self, card: Candidate) -> Iterator[Candidate]:
        """Yield the question of ``card`` with anchors, shortest first."""
        if card.kind is not Kind.BASIC:
            return
        if self._asked is None:
            self._asked = [list(questions.ask(self._article, fact)) for fact in self._facts()]
        found = [
            other for cards in self._asked for other in cards if (other.rule, other.answer) == (card.rule, card.answer)
        ]
        yield from sorted(found, key=lambda one: len(one.question.split()))

    def _facts(self) -> Iterator[Fact]:
        """Yield the fact with one anchor, and with two."""
        fact = self._fact
        for number in range(1, TOGETHER + 1):
            for chosen in combinations(fact.anchors, number):
                put = tuple(pair for one in chosen for pair in one.phrase.substitutions)
                log = tuple(("", one.text) for one in chosen)
                yield replace(
                    fact,
                    arguments=(*fact.arguments, *(_said(one) for one in chosen)),
                    substitutions=(*fact.substitutions, *put, *log),
                )


def _said(anchor: Argument) -> Argument:
    return replace(anchor, slot=Slot.ANCHOR, optional=True)
