"""How much of a question tells its event apart from all like it, weighed as a stranger would.

A name tells most: few events are of the same person or place; a name that half of all news has
("U.S.", "Republicans") tells half as much, a month nothing, since it comes every year, and a day of a
month nearly as much. A year is worth a name, a number less, a quotation more the longer it is, "first"
and "largest" more than a name. Each word of content tells a little, and a second event beside the
first as much as a half name beside its words. The office asked with ("which Norland minister") leaves
few who may have done it; the office before a lone name tells nothing of what was done.
"""

import re

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates.form import content_words
from quizapp.generate.lexicon import MONTHS, OFFICES, PERSON_NOUNS, WEEKDAYS

QUOTED = re.compile(r'"[^"]*"')
ASKING = re.compile(
    r"^(?:According to (?P<whose>.+?), )?(?:\w+ )??(?:who|whom|whose|what|which|when|where|why|how)\b"
    r"(?: (?:two|three|many|much|share of|country|countries|organi[sz]ations?|government|body|region|city|people"
    r"|presidents|long))*",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_NUMBER = re.compile(
    r"\b(?:\$?\d[\d,.]*%?(?: (?:million|billion|trillion))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozen|hundred"
    r"|million|billion)\b"
)
_FOREMOST = re.compile(
    r"\b(?:first|second|third|fourth|fifth|tenth|last|only|best|worst|(?<!at )most|(?<!at )least|sole|main"
    r"|(?!interest|forest|invest|protest|request|suggest|west|east|rest|test|contest|arrest|guest|harvest|digest)"
    r"\w+(?:iest|gest|lest|nest|dest|test|hest|rest))\b"
)
NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:(?:of|for|the|and|&|on|de|von|van|al) )*[A-Z][\w.'’-]*)*")
_DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)}) \d{{1,2}})\b")
OF_THE_WORLD = re.compile(
    r"\bthe world's (?:first|only|top|leading|largest|biggest|oldest|busiest|longest|highest|main)\b"
    r"|\bthe (?:first|only|largest|biggest|oldest|longest|highest) [\w -]+ in the world\b"
)
"""What one alone in the world is: it needs no name beside it."""
DAY = re.compile(rf"\b(?:{'|'.join((*MONTHS, *(day.title() for day in sorted(WEEKDAYS))))})\b")
_OFFICE_BEFORE = re.compile(
    rf"\b(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(OFFICES | PERSON_NOUNS))}) (?=[A-Z][\w-]+ [A-Z])"
)
"""As in "opposition leader Ada Holm": it tells who she is, and nothing of the event."""
_WEAK = frozenset("Western Eastern American European US U.S Republicans Democrats West Americans".split())
"""Names that so much is said of that they hardly tell anything apart."""
NAME_WEIGHT, WEAK_WEIGHT, _YEAR_WEIGHT, _NUMBER_WEIGHT = 1.0, 0.5, 1.0, 0.7
_QUOTE_WEIGHT, _SHORT_QUOTE_WEIGHT, _FOREMOST_WEIGHT, _WORD_WEIGHT = 2.5, 1.4, 1.3, 0.3
_SHORT_QUOTE = 3
"""Words of a quotation that may be anybody's."""
_BESIDE_WEIGHT, _OFFICE_WEIGHT, _DATE_WEIGHT = 0.5, 0.6, 0.8


def of_card(article: Article, card: Candidate) -> float:
    """Return what a question weighs with the office it asks with and what else it tells of the event.

    An office of somewhere ("Norland finance minister") leaves few who may have done it, and a second
    event beside the first leaves few times when it may have happened.
    """
    verb = card.fact.predicate.lemma
    bare = of_text(article, _OFFICE_BEFORE.sub("", card.question), verb)
    lone = card.rule.endswith("/object") and bare <= NAME_WEIGHT
    found = bare if lone else of_text(article, card.question, verb)
    beside = [one for one in card.fact.arguments if one.slot is Slot.ANCHOR and one.text in card.question]
    found += _BESIDE_WEIGHT * sum(one.phrase.sort is Sort.CLAUSE for one in beside)
    if not card.asked_with:
        return found
    names = NAME.findall(card.asked_with)
    if not names:
        return found + _WORD_WEIGHT
    return found + (0 if all(one in card.question for one in names) else _OFFICE_WEIGHT)


def of_text(article: Article, question: str, verb: str) -> float:
    """Return how much stands in ``question``, beside the question word and the verb, that tells events apart."""
    rest = ASKING.sub("", question)
    total = sum(
        _QUOTE_WEIGHT if len(one.split()) > _SHORT_QUOTE else _SHORT_QUOTE_WEIGHT for one in QUOTED.findall(rest)
    )
    rest = QUOTED.sub(" ", rest)
    total += _YEAR_WEIGHT * len(YEAR.findall(rest)) + _FOREMOST_WEIGHT * len(_FOREMOST.findall(rest))
    rest = _FOREMOST.sub(" ", YEAR.sub(" ", rest))
    total += _DATE_WEIGHT * len(_DATE.findall(rest))
    rest = DAY.sub(" ", _DATE.sub(" ", rest))
    names = dict.fromkeys(name for text in NAME.findall(rest) for name in _single(article, text))
    total += sum(WEAK_WEIGHT if name.rstrip(".") in _WEAK else NAME_WEIGHT for name in names)
    rest = NAME.sub(" ", rest)
    total += sum(NAME_WEIGHT if "," in one else _NUMBER_WEIGHT for one in _NUMBER.findall(rest))
    words = set(content_words(_NUMBER.sub(" ", rest))) - _PALE
    return round(total + _WORD_WEIGHT * len([word for word in words if word[:3] != verb[:3]]), 1)


def strong_names(article: Article, text: str) -> frozenset[str]:
    """Return the names in ``text`` that tell things apart: not "Western" or "the US", and no month or day."""
    rest = DAY.sub(" ", _DATE.sub(" ", ASKING.sub("", text)))
    found = {name for run in NAME.findall(rest) for name in _single(article, run)}
    return frozenset(name for name in found if name.rstrip(".") not in _WEAK and name != "I")


_PALE = frozenset(
    """
    did does do has have had been being will would can could may might must should used against over into through about
    after before during between among via than that who which while when as under within without towards toward even
    """.split()
)
"""Words that tell nothing of what it is about."""


def _single(article: Article, text: str) -> list[str]:
    """Return the names in a run of capitals: "Charlie Craig and David Mullins" are two."""
    if text in article.register.names or " and " not in text:
        return [text]
    return text.split(" and ")
