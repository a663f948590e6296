"""Questions for a noun that is a number: "a fine of $5 million", "at a speed of 33,000 mph"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.figures import HEDGES, WORDS, leading
from quizapp.generate.questions.assembly import Wanted, with_inversion
from quizapp.generate.questions.words import Asking

_BIG = (
    "profit loss fine rise fall increase decrease drop gain surplus deficit debt grant donation majority lead pay-?out"
)
_WHAT = (
    "speed altitude depth height price cost rate temperature magnitude salary fee population turnover area length"
    " distance weight width budget bail bond ransom bounty prize reward toll capacity turnout revenue income interest"
    " pressure penalty average minimum maximum sentence term record"
)
_NOUNS = "|".join((*_BIG.split(), *_WHAT.split()))
_MEASURED = (
    rf"(?:{HEDGES} )?(?:\d[\d,]*(?:\.\d+)?|{WORDS})(?: (?:million|billion|thousand))?"
    r"(?: (?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|inches|degrees?|years?|months?|weeks?|days?|hours?|minutes?"
    r"|seconds?|tonnes?|tons?|kilos?|people|mph|kph|km/h|votes?|seats?|percent|points?)"
    r"(?: (?:per|an|a) \w+| Celsius| Fahrenheit)?)?"
)
_OF = re.compile(
    rf"(?:(?P<article>an?|the) )?(?P<noun>(?:[a-z-]+ )?(?P<head>{_NOUNS})) of (?P<figure>.+)$", re.IGNORECASE
)


def split(phrase: Phrase) -> tuple[str, Wanted] | None:
    """Return what a number is asked with, "how big a fine", and what is wanted; None if ``phrase`` is no number."""
    match = _OF.match(phrase.text)
    if match is None or phrase.members > 1 or match["article"] == "the":
        return None
    figure = max((one for one in (leading(match["figure"]), _measured(match["figure"])) if one), key=len, default=None)
    if figure is None:
        return None
    behind = match["figure"][len(figure) :]
    if behind and not re.match(r" (?:in|for|on|from|to|against|over) ", behind):
        return None
    big = match["article"] in {"a", "an"} and re.fullmatch(_BIG.replace(" ", "|"), match["head"]) is not None
    words = f"how big {match['article']} {match['noun']}" if big else f"what {match['noun']}"
    sort = Sort.COUNT if big else Sort.THING
    return f"{words}{behind}", Wanted(figure, sort, "quantity", strand=False, worth=0.4)


def _measured(text: str) -> str | None:
    match = re.match(_MEASURED, text)
    return match[0] if match is not None else None


def ask(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for the number: "How big a fine did the company agree to pay?", "At what speed did it enter …?"."""
    found = split(argument.phrase) if argument.slot not in {Slot.FIXED, Slot.ANCHOR} and not fact.negative else None
    if found is None or argument.preposition in {"with", "as", "for"}:
        return
    words, wanted = found
    bare = replace(argument, preposition="")
    arguments = tuple(bare if one is argument else one for one in fact.arguments)
    lead = f"{argument.preposition} {words}" if argument.preposition else words
    yield from with_inversion(replace(fact, arguments=arguments), bare, Asking(lead), wanted)
