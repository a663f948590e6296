"""How long before or after another event: "How long after Cyclone Idai tore into … did Mozambique declare …?"."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Slot, Sort
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.words import Asking


def ask(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask for the time between the two events."""
    length = next(one for one in fact.arguments if one.slot is Slot.AMOUNT)
    event = next(one for one in fact.arguments if one.slot is Slot.ANCHOR)
    told = replace(fact, arguments=tuple(one for one in fact.arguments if one is not event))
    wanted = Wanted(length.phrase.text, Sort.DURATION, "how long", strand=False, worth=0.5)
    yield from with_inversion(told, length, Asking(f"how long {event.phrase.text}"), wanted)
