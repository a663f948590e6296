"""Questions of how a vote or a game ended: "By what margin …?", "By what score …?", and the rest of the clause."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Slot, Sort
from quizapp.generate.facts.outcomes import GAMES
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.subjects import ask_subject
from quizapp.generate.questions.words import Asking


def ask(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask for the two numbers, and who voted so; of a game the parse tells too little to ask for anybody."""
    margin = next(one for one in fact.arguments if one.slot is Slot.AMOUNT)
    rest = replace(fact, arguments=tuple(one for one in fact.arguments if one is not margin))
    played = fact.predicate.lemma in GAMES and "vote" not in margin.phrase.text
    word = Asking("by what score" if played else "by what margin")
    wanted = Wanted(margin.phrase.text, Sort.THING, "outcome", strand=False, worth=0.5)
    asked = with_inversion(fact, margin, word, wanted)
    yield from (card for card in asked if not played or _is_told_apart(card))
    if not played:
        yield from ask_subject(article, rest)


def _is_told_apart(card: Candidate) -> bool:
    """Say whether a game is told with whom it was played against, and where or when so that it is no other."""
    against = {"to", "with", "at", "against"}
    named = [one for one in card.fact.arguments if one.slot is Slot.OBJECT or one.preposition in against]
    return any(one.phrase.entity is not None for one in named) and _OCCASION.search(card.question) is not None


_OCCASION = re.compile(
    r"\b(?:Cup|League|Open|Championships?|Games|Olympics?|Series|Bowl|Trophy|Masters|Wimbledon|Euro|[12]\d{3}"
    r"|final|semi-?finals?|quarter-?finals?|play-?offs?)\b"
)
