"""What something measures: "How old was the law that …?", "How many pages did the report on … have?"."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Slot, Sort
from quizapp.generate.questions.assembly import Wanted, candidate, with_inversion
from quizapp.generate.questions.words import Asking


def ask(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask for the measure by the words its unit is asked with."""
    measure = next(one for one in fact.arguments if one.slot is Slot.AMOUNT)
    phrase, asked = measure.phrase, measure.preposition
    wanted = Wanted(phrase.text, phrase.sort, "measure", strand=False, worth=0.4)
    if phrase.sort is Sort.THING:
        of = [fact.predicate.form, "the magnitude of", fact.subject.text]
        yield candidate(fact, asked, of, wanted, phrase)
        return
    bare = replace(measure, preposition="")
    rest = (one for one in fact.arguments if one is not measure)
    yield from with_inversion(replace(fact, arguments=(bare, *rest)), bare, Asking(asked), wanted)
