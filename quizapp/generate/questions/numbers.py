"""Questions for how many, how much and what share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.figures import HEDGES, WORDS, leading
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.words import Asking

_BEHIND = frozenset({"in", "for", "at", "on", "across", "around", "within"})
"""Prepositions of where what is counted is: a question says them behind the verb."""
_COUNTABLE = frozenset({Slot.OBJECT, Slot.ATTRIBUTE, Slot.OBLIQUE})
_FRACTION = r"(?:a|one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?"
_NUMBER = rf"(?:\d[\d,.]*(?:\s(?:million|billion|trillion|thousand|hundred))?|{WORDS})"
_NOTHING_COUNTED = re.compile(
    rf"(?:of(?! (?:his|her|their|its) | the (?:\d|{WORDS}))|million|billion|trillion|percent|more|others?|further"
    r"|additional|such)\b"
)
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


def split(phrase: Phrase, *, loose: bool = False) -> Counted | None:
    """Return the number (with its hedge) and what is counted; None if ``phrase`` is no count.

    Where they are ("on the continent") may be among it only if the question can say it elsewhere: ``loose``.
    """
    if phrase.sort not in {Sort.COUNT, Sort.DURATION} or phrase.members > 1:
        return None
    match = _COUNTED.match(phrase.text)
    if match is None or match["start"] or match["answer"].lower() == "one" or phrase.head.pos_ == "ADJ":
        return None
    if _NOTHING_COUNTED.match(match["rest"]) or any(
        child.dep_ == "prep"
        and child.lower_ in {"on", "at", "during"} - (_BEHIND if loose else set())
        and child in phrase.tokens
        for child in phrase.head.children
    ):
        return None
    return Counted(match["answer"], match["rest"])


def joined(phrase: Phrase) -> list[Counted]:
    """Return both counts of "300 soldiers and 25 tanks"; none where what follows the second may be of both.

    Of "1,500 jobs, or 10 percent of the workforce" the first.
    """
    first, alternative, _ = phrase.text.partition(", or ")
    if alternative and (match := _COUNTED.match(first)) and not match["start"]:
        return [Counted(match["answer"], match["rest"])]
    parts = phrase.text.split(" and ")
    found = [match for part in parts if (match := _COUNTED.match(part)) and not match["start"]]
    alone = all(len(match["rest"].split()) <= _JOINED_WORDS for match in found)
    two = len(parts) == len(found) == phrase.members == _TWO and alone
    return [Counted(match["answer"], match["rest"]) for match in found] if two else []


_TWO, _JOINED_WORDS = 2, 2


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
    """Yield "how many …", "how much …" or "what share of …" for an argument that counts something."""
    if argument.preposition == "by" and argument.slot is not Slot.AGENT:
        return  # an outcome or a change, which are asked for as a whole
    if is_clocked(argument) and not fact.negative:
        wanted = Wanted(argument.phrase.text, Sort.THING, "clocked time", strand=False, worth=0.5)
        yield from with_inversion(fact, argument, Asking("in what time"), wanted)
        return
    yield from _of_its_sort(fact, argument)
    if argument.phrase.sort is Sort.SHARE and argument.slot is Slot.OBJECT and fact.predicate.lemma in _REACHING:
        wanted = Wanted(argument.phrase.text, Sort.SHARE, "level", strand=False, worth=0.4)
        yield from with_inversion(fact, argument, Asking("what level"), wanted)
        return
    fact = _without_loose_shares(fact, argument)
    for part in shares(argument.phrase):
        word = Asking(f"what share of {part.rest}", leads=True)
        yield from with_inversion(fact, argument, word, Wanted(part.answer, Sort.SHARE, "share", worth=0.4))


def _of_its_sort(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for a count, a sum or a length of time."""
    phrase = argument.phrase
    if _counts_people(fact, argument):
        wanted = Wanted(phrase.text, Sort.COUNT, "count", worth=0.4)
        yield from with_inversion(fact, argument, Asking("how many people", singular=False), wanted)
    elif phrase.sort is Sort.COUNT:
        for counted in [split(phrase, loose=True)] if phrase.members == 1 else joined(phrase):
            if counted is not None:
                yield from _how_many(fact, argument, counted)
    elif phrase.sort is Sort.MONEY:
        yield from _how_much(fact, argument)
    elif phrase.sort is Sort.DURATION:
        yield from _how_long(fact, argument)


def _counts_people(fact: Fact, argument: Argument) -> bool:
    """Say whether a bare number is one of people: "killing 12 and wounding 34"."""
    bare = argument.slot is Slot.OBJECT and argument.phrase.head.pos_ == "NUM" and argument.phrase.members == 1
    return bare and fact.predicate.lemma in _TO_PEOPLE and leading(argument.phrase.text) == argument.phrase.text


_TO_PEOPLE = frozenset("kill wound injure hurt displace arrest detain evacuate infect hospitalise hospitalize".split())


def _how_many(fact: Fact, argument: Argument, counted: Counted) -> Iterator[Candidate]:
    """Ask "how many stores does it operate in Mexico": where they are goes behind the verb."""
    wanted = Wanted(counted.answer, Sort.COUNT, "count", worth=0.4)
    if argument.preposition in _FROM_TO and any(
        one.preposition in _FROM_TO - {argument.preposition} for one in fact.arguments
    ):
        return  # "to 12,000 votes from 8,000" is a change
    if argument.slot is Slot.PLACE and argument.preposition and not fact.negative:
        word = Asking(f"{argument.preposition} how many {counted.rest}", singular=False)
        yield from with_inversion(fact, argument, word, replace(wanted, strand=False))
    elif argument.slot in _COUNTABLE:
        rest, behind = _parted(argument.phrase, counted.rest)
        told = _followed(_having(fact), argument, behind)
        front = bool(behind and argument.preposition)
        lead = f"{argument.preposition} " if front else ""
        word = Asking(f"{lead}how many {rest}", singular=False)
        yield from with_inversion(told, argument, word, replace(wanted, strand=not front))


_FROM_TO = frozenset({"from", "to"})


def _parted(phrase: Phrase, rest: str) -> tuple[str, str]:
    """Part what is counted from where it is: "stores" and "in Mexico"."""
    head, _, behind = rest.partition(f"{phrase.head.text} ")
    own = phrase.head.text in rest and any(
        child.dep_ == "prep" and child.i == phrase.head.i + 1 and child.lower_ in _BEHIND
        for child in phrase.head.rights
    )
    return (f"{head}{phrase.head.text}", behind) if own and behind else (rest, "")


def _followed(fact: Fact, argument: Argument, behind: str) -> Fact:
    """Return the fact with the end of an argument as a part of its own, which a question goes on saying."""
    if not behind:
        return fact
    place = fact.arguments.index(argument) + 1
    said = Argument(Slot.FIXED, Phrase(behind, Sort.CLAUSE, argument.phrase.tokens, argument.phrase.head))
    return replace(fact, arguments=(*fact.arguments[:place], said, *fact.arguments[place:]))


def _how_much(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    if argument.slot not in {Slot.OBJECT, Slot.OBLIQUE} or argument.phrase.members > 1:
        return
    sum_, behind = argument.phrase.text, ""
    figure = leading(sum_)
    if figure is not None and re.match(r" (?:in|for|to|from|on|towards?) ", sum_[len(figure) :]):
        sum_, behind = figure, sum_[len(figure) :].strip()
    told = _followed(fact, argument, behind)
    wanted = Wanted(sum_, Sort.MONEY, "sum", worth=0.4)
    yield from with_inversion(told, argument, Asking("how much", leads=True), wanted)


def _how_long(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask how long somebody spent in prison, or to how many years he was sentenced."""
    counted = split(argument.phrase)
    verb = fact.predicate.lemma
    if counted is None or fact.negative:
        return
    if argument.preposition == "to" and verb in {"sentence", "condemn"}:
        wanted = Wanted(counted.answer, Sort.COUNT, "count", strand=False, worth=0.5)
        yield from with_inversion(fact, argument, Asking(f"to how many {counted.rest}", singular=False), wanted)
    elif argument.slot in {Slot.OBJECT, Slot.ATTRIBUTE} and verb in _TAKING_TIME:
        length, told = lasting(fact, argument, counted)
        wanted = Wanted(length, Sort.DURATION, "duration", strand=False, worth=0.4)
        yield from with_inversion(told, argument, Asking("how long"), wanted)


def lasting(fact: Fact, argument: Argument, counted: Counted) -> tuple[str, Fact]:
    """Return a length of time without what stands behind it, which the fact then tells: "27 years", "in prison"."""
    unit, _, behind = counted.rest.partition(" ")
    return f"{counted.answer} {unit}", _followed(fact, argument, behind)


_REACHING = frozenset({"hit", "reach", "touch", "exceed", "average", "near"})
_TAKING_TIME = frozenset({"spend", "take", "serve", "last", "need", "require", "wait"})


def _without_loose_shares(fact: Fact, asked: Argument) -> Fact:
    """Leave out the other share where whose it is was cut: "had 55.9 percent of the vote to 44.1 percent"."""
    loose = [
        one
        for one in fact.arguments
        if one is not asked and one.phrase.sort is Sort.SHARE and one.preposition == "to" and " for " not in one.text
    ]
    return replace(fact, arguments=tuple(one for one in fact.arguments if one not in loose)) if loose else fact
