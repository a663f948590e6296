"""Questions for times: when, since which year, how long."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate import lexicon, sorts
from quizapp.generate.article import Article
from quizapp.generate.dating import month_of
from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import numbers
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.words import Asking

_YEAR = re.compile(r"\d{4}")


def ask(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Yield the question for a time of the fact: a date, the start of what still goes on, or how long it lasted."""
    phrase = argument.phrase
    if phrase.sort is Sort.DURATION:
        yield from _ask_duration(article, fact, argument)
    elif argument.preposition in {"since", "until"} and phrase.sort is Sort.DATE and sorts.names_a_date(phrase.text):
        if not _says_what(fact):
            return
        words = f"{argument.preposition} {'which year' if _YEAR.fullmatch(phrase.text) else 'when'}"
        yield from with_inversion(
            fact, argument, Asking(words), Wanted(phrase.text, Sort.DATE, "time", strand=False, worth=0.2)
        )
    elif (
        sorts.names_a_date(phrase.text) and argument.preposition in {"in", "on", "at", ""} and phrase.sort is Sort.DATE
    ):
        words = "in which year" if len(fact.subject.text.split()) == 1 and len(phrase.text.split()) == 1 else "when"
        yield from with_inversion(
            fact, argument, Asking(words), Wanted(phrase.text, Sort.DATE, "time", strand=False, worth=0.3)
        )


def _ask_duration(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """How long: what still lasts is told as of the article's month, and left alone when that is unknown."""
    if not argument.preposition and fact.predicate.token.tag_ == "VBD":
        yield from with_inversion(
            fact,
            argument,
            Asking("how long"),
            Wanted(argument.phrase.text, Sort.DURATION, "duration", strand=False, worth=0.2),
        )
    if argument.phrase.head.lower_ == "ago":
        wanted = Wanted(argument.phrase.text, Sort.DURATION, "how long ago", strand=False, worth=0.3)
        yield from with_inversion(fact, argument, Asking("how long ago"), wanted)
        return
    counted = numbers.split(argument.phrase)
    lasting = fact.predicate.auxiliaries[:1] in {("has",), ("have",)} or fact.predicate.token.tag_ in {"VBZ", "VBP"}
    if counted is None or argument.preposition not in {"for", "in", "within", "over"} or (lasting and not article.date):
        return
    if lasting:
        if fact.predicate.auxiliaries[:1] not in {("has",), ("have",)}:
            return
        predicate = replace(fact.predicate, auxiliaries=("had", *fact.predicate.auxiliaries[1:]))
        as_of = Argument(Slot.FIXED, Phrase(f"as of {month_of(article.date)}", Sort.DATE, (), argument.phrase.head))
        fact = replace(fact, predicate=predicate, arguments=(*fact.arguments, as_of))
    unit = f"{argument.phrase.head.lemma_.lower()}s"
    words = Asking("how long" if argument.preposition == "for" else f"{argument.preposition} how many {unit}")
    length, told = numbers.lasting(fact, argument, counted)
    wanted = Wanted(length, Sort.DURATION, "duration", strand=False, worth=0.2)
    yield from with_inversion(told, argument, words, wanted)


def _says_what(fact: Fact) -> bool:
    """Say whether enough stands beside a time: "funding projects since 2011" leaves open which."""
    told = [one for one in fact.arguments if one.slot in {Slot.OBJECT, Slot.ATTRIBUTE, Slot.OBLIQUE}]
    counted = any(one.phrase.sort is Sort.COUNT and one.preposition for one in told)
    changed = fact.predicate.lemma in lexicon.CHANGE_VERBS
    misread = any(one.phrase.tokens[0].tag_ in {"VBG", "VBN"} for one in told if one.phrase.tokens)
    lasting = fact.predicate.auxiliaries[:1] in {("has",), ("have",), ("had",), ("was",), ("were",)}
    unclear = counted or changed or misread or not lasting
    return not unclear and any(len(one.phrase.text.split()) > 1 for one in told)
