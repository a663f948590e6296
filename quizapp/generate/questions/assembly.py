"""The parts of a clause put in the order of a question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.generate import phrases, syntax
from quizapp.generate.article import EntityKind
from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import verbs
from quizapp.generate.questions.words import Asking

LONGEST_ANSWER = 6
"""Words of an answer (rubric 9)."""
LONGEST_QUESTION = 22
COMFORT = 18
"""Words of a question beyond which what may be left out is left out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for."""

    answer: str
    sort: Sort
    name: str
    """What is asked, as the rule of the card says it: "time"."""
    strand: bool = True
    """A preposition stays where it was: "… call for?"."""
    worth: float = 0.0
    """See `Candidate.worth`."""


def with_inversion(fact: Fact, argument: Argument, word: Asking, wanted: Wanted) -> Iterator[Candidate]:
    """Word the question for a part that is not the subject."""
    pair = verbs.inverted(fact.predicate)
    if pair is None:
        return
    words = word.words
    preposition = argument.preposition if wanted.strand else ""
    if preposition and word.leads:
        words, preposition = f"{preposition} {words}", ""
    taken = len(words.split()) + len(fact.subject.text.split()) + len(" ".join(pair).split())
    body = [pair[0], fact.subject.text, pair[1], *pieces(fact, argument, taken, preposition)]
    yield candidate(fact, words, body, wanted, argument.phrase)


def pieces(fact: Fact, asked: Argument | None, taken: int, stranded: str = "") -> list[str]:
    """Return the other parts of the clause in order; what may be left out goes first when it grows long."""
    kept = [argument for argument in fact.arguments if argument is not asked and not _still_lasts(fact, argument)]
    total = taken + sum(len(argument.text.split()) for argument in kept) + 2
    for argument in sorted(kept, key=lambda one: (one.slot is Slot.TIME, -len(one.text.split()), one.text)):
        if total > COMFORT and argument.optional and argument.slot is not Slot.ANCHOR:
            kept.remove(argument)
            total -= len(argument.text.split())
    core = [
        argument for argument in fact.arguments if argument is asked or (argument in kept and not argument.optional)
    ]
    if total > LONGEST_QUESTION and not fact.negative:
        core = [one if one is asked or one.slot is Slot.FIXED else _shorter(one) for one in core]
    parts = [stranded if argument is asked else _said(argument) for argument in core]
    if asked is not None and asked.optional:
        parts = [part for part in parts if part]
    return parts + [argument.text for argument in _settings(kept)]


def _shorter(argument: Argument) -> Argument:
    """Leave out the clause at the end of a noun that is new to the reader: "other events | brought on by work"."""
    phrase = argument.phrase
    for token in phrase.tokens:
        if token.dep_ not in syntax.CLAUSE_MODIFIERS or token.right_edge != phrase.tokens[-1] or token.tag_ == "VB":
            continue
        end = "".join(one.text_with_ws for one in phrase.tokens if one.i >= token.left_edge.i).strip()
        if syntax.is_indefinite(token.head) and phrase.text.endswith(f" {end}"):
            return replace(argument, phrase=replace(phrase, text=phrase.text.removesuffix(f" {end}")))
    return argument


def _said(argument: Argument) -> str:
    """Return an argument as a question says it; of two shares the first is enough."""
    if argument.phrase.sort is Sort.SHARE and argument.phrase.members > 1:
        return argument.text.split(" and ")[0]
    return argument.text


def _still_lasts(fact: Fact, argument: Argument) -> bool:
    """Say whether a length of time grows from day to day: "has worked for 14 years"."""
    lasting = fact.predicate.auxiliaries[:1] in {("has",), ("have",)}
    return lasting and argument.slot is Slot.TIME and argument.phrase.sort is Sort.DURATION and argument.optional


def _settings(kept: list[Argument]) -> list[Argument]:
    """Return what sets the scene in the order English likes: how, where, when."""
    order = {Slot.PLACE: 1, Slot.TIME: 2, Slot.ANCHOR: 3}
    return sorted((one for one in kept if one.optional), key=lambda one: order.get(one.slot, 0))


def candidate(fact: Fact, words: str, body: list[str], wanted: Wanted, phrase: Phrase) -> Candidate:
    """Return the candidate whose question is ``words`` and then ``body``, said by whoever the fact is of."""
    sentence = phrases.tidy(" ".join(part for part in [words, *body] if part))
    lead = f"According to {fact.attribution}, " if fact.attribution else ""
    question = lead + (sentence if lead else sentence[0].upper() + sentence[1:]) + "?"
    return Candidate(
        question=question,
        answer=wanted.answer,
        sort=wanted.sort,
        rule=f"{fact.construct}/{wanted.name}",
        fact=fact,
        asked=phrase,
        substitutions=fact.substitutions,
        risk=fact.risk,
        worth=wanted.worth,
    )


def answer_text(phrase: Phrase) -> str:
    """Return a phrase as an answer: a person's name without the office before it or the place behind it."""
    entity = phrase.entity
    if (
        entity is not None
        and phrase.members == 1
        and entity.kind is EntityKind.PERSON
        and (phrase.text.endswith(entity.name) or phrase.text.startswith(f"{entity.name} "))
    ):
        return entity.name
    if phrase.members == 1 and len(phrase.text.split()) == LONGEST_ANSWER + 1:
        return re.sub(r"^(?:the|an?) ", "", phrase.text)
    return phrase.text.removeprefix("both ") if phrase.members > 1 else phrase.text.removeprefix("even ")
