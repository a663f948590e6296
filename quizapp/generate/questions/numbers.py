"""Questions for how many, how much and what share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.figures import HEDGES, WORDS
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.words import Asking

_COUNTABLE = frozenset({Slot.OBJECT, Slot.ATTRIBUTE, Slot.OBLIQUE})
_FRACTION = r"(?:a|one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?"
_NUMBER = rf"(?:\d[\d,.]*(?:\s(?:million|billion|trillion|thousand|hundred))?|{WORDS})"
_COUNTED = re.compile(
    rf"^(?P<start>(?:the|its|his|her|their|all|these|those)\s)?(?P<answer>(?:{HEDGES}\s)?{_NUMBER})\s(?P<rest>.+)$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"^(?P<answer>(?:{HEDGES}\s)?(?:\d[\d,.]*\s?(?:%|percent|per cent)|half|{_FRACTION}))\sof\s(?P<rest>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number phrase taken apart: "around 30%" of "the world's GDP"."""

    answer: str
    rest: str


def split(phrase: Phrase) -> Counted | None:
    """Return the number (with its hedge) and what is counted; None if ``phrase`` is no count."""
    if phrase.sort not in {Sort.COUNT, Sort.DURATION} or phrase.members > 1:
        return None
    match = _COUNTED.match(phrase.text)
    if match is None or match["start"] or match["answer"].lower() == "one":
        return None
    if re.match(
        r"(?:of(?! (?:his|her|their|its) )|million|billion|trillion|percent|more|others?|further|additional|such)\b",
        match["rest"],
    ) or any(
        child.dep_ == "prep" and child.lower_ in {"on", "at", "during"} and child in phrase.tokens
        for child in phrase.head.children
    ):
        return None
    return Counted(match["answer"], match["rest"])


def shares(phrase: Phrase) -> list[Counted]:
    """Return each share (with its hedge) and what it is a share of; none unless all of ``phrase`` is shares."""
    if phrase.sort is not Sort.SHARE:
        return []
    parts = phrase.text.split(" and ") if phrase.members > 1 else [phrase.text]
    found = [Counted(match["answer"], match["rest"]) for part in parts if (match := _SHARE.match(part))]
    return [_owned(one, found[0]) for one in found] if len(found) == len(parts) else []


def _owned(share: Counted, first: Counted) -> Counted:
    """Name the owner in "40% of the world's population and 30% of its GDP": the parallel tells whose."""
    owner = re.match(r"(?:the )?[\w ]+?(?:'s|s')(?= )", first.rest)
    if not re.match(r"(?:its|their|his|her) ", share.rest) or owner is None:
        return share
    return Counted(share.answer, re.sub(r"^\w+", owner[0], share.rest))


def _having(fact: Fact) -> Fact:
    """Say "has six members" of what "counts six members"."""
    predicate = fact.predicate
    if predicate.lemma != "count" or predicate.auxiliaries or predicate.passive or fact.subject.sort is Sort.PERSON:
        return fact
    substitutions = (*fact.substitutions, (predicate.form, "have"))
    return replace(fact, predicate=replace(predicate, lemma="have"), substitutions=substitutions)


_CLOCKED = re.compile(
    r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:\.\d+)?|(?:\d+ hours?,? )?(?:\d+ minutes?,? (?:and )?)?[\d.]+ seconds?"
)
"""How long a race took."""


def is_clocked(argument: Argument) -> bool:
    """Say whether an argument tells in what time something was run: "in 2:14:04", "in 9.58 seconds"."""
    return argument.preposition == "in" and _CLOCKED.fullmatch(argument.phrase.text) is not None


def ask(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Yield "how many …" or "what share of …" for an argument that counts something."""
    counted = split(argument.phrase)
    if argument.preposition == "by" and argument.phrase.head.lemma_ == "vote":
        return  # one of two numbers: the outcome is asked for as a whole
    if is_clocked(argument) and not fact.negative:
        wanted = Wanted(argument.phrase.text, Sort.THING, "clocked time", strand=False, worth=0.5)
        yield from with_inversion(fact, argument, Asking("in what time"), wanted)
        return
    if counted is not None and argument.phrase.sort is Sort.COUNT and argument.slot in _COUNTABLE:
        word = Asking(f"how many {counted.rest}", singular=False)
        yield from with_inversion(_having(fact), argument, word, Wanted(counted.answer, Sort.COUNT, "count", worth=0.4))
    if (
        argument.phrase.sort is Sort.MONEY
        and argument.slot in {Slot.OBJECT, Slot.OBLIQUE}
        and argument.phrase.members == 1
    ):
        yield from with_inversion(
            fact, argument, Asking("how much", leads=True), Wanted(argument.phrase.text, Sort.MONEY, "sum", worth=0.4)
        )
    fact = _without_loose_shares(fact, argument)
    for part in shares(argument.phrase):
        word = Asking(f"what share of {part.rest}", leads=True)
        yield from with_inversion(fact, argument, word, Wanted(part.answer, Sort.SHARE, "share", worth=0.4))


def _without_loose_shares(fact: Fact, asked: Argument) -> Fact:
    """Leave out the other share where whose it is was cut: "had 55.9 percent of the vote to 44.1 percent"."""
    loose = [
        one
        for one in fact.arguments
        if one is not asked and one.phrase.sort is Sort.SHARE and one.preposition == "to" and " for " not in one.text
    ]
    return replace(fact, arguments=tuple(one for one in fact.arguments if one not in loose)) if loose else fact
