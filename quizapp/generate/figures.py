"""A figure as it stands in the text, read from left to right without the parse: "about $11.1bn", "7-2".

The parse of figures is often wrong ("nearly a third to 300 million" becomes one number); their
writing follows few patterns.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from quizapp.generate import lexicon
from quizapp.generate.fact import Sort

HEDGES = (
    r"(?:no fewer than|no less than|about|around|approximately|roughly|nearly|almost|some|more than|less than"
    r"|fewer than|at least|at most|over|under|up to|as many as|as much as|just over|just under|close to"
    r"|slightly more than|slightly less than|well over|an estimated|estimated|a total of)"
)
WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand)(?:-\w+)?"
)
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_MANY = r"(?:\s?(?:million|billion|trillion|thousand)\b|(?:bn|tn|mn|m|b)\b\.?)"
_ONE = rf"(?:{_DIGITS}|{WORDS})"
_CURRENCY = rf"(?:{'|'.join(sorted(lexicon.CURRENCIES))})s?"
_MONEY = rf"(?:(?:US|A|C|HK|S|NZ)?[$£€¥]\s?{_DIGITS}{_MANY}?|{_ONE}{_MANY}? (?:(?:US|[A-Z][a-z]+) )?{_CURRENCY}\b)"
_FRACTION = r"(?:a|one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?\b"
_SHARE = rf"(?:{_ONE}(?:%| percent\b| per cent\b| percentage points?\b)|{_FRACTION}|half\b)"
_RATE = (
    r"(?: (?:a|per|an) (?:share|barrel|month|year|week|day|hour|ounce|tonne|ton|head|person|kilo|kilogram|litre|liter"
    r"|gallon|pound|kilometre|kilometer|mile)\b(?! (?:earlier|ago|before))| each\b)?"
)
_FIGURE = re.compile(
    rf"(?P<hedge>{HEDGES} )?(?:(?P<money>{_MONEY}){_RATE}|(?P<share>{_SHARE})"
    rf"|(?P<count>{_DIGITS}{_MANY}?|{WORDS}\b(?: (?:million|billion|thousand))?))"
    r"(?![\w-]|[.,:]\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its hedge, sign and unit."""

    text: str
    sort: Sort
    start: int
    """Index of its first token."""
    end: int
    """One past its last token."""


def figure_at(doc: Doc, place: int) -> Figure | None:
    """Return the figure that starts with the token at ``place``; a bare year is none."""
    if place >= len(doc):
        return None
    found = _FIGURE.match(doc.text, doc[place].idx)
    if found is None or _YEAR.fullmatch(found[0]):
        return None
    span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
    if span is None or span.start != place:
        return None
    sort = Sort.MONEY if found["money"] else Sort.SHARE if found["share"] else Sort.COUNT
    return Figure(found[0].rstrip("."), sort, span.start, span.end)


def leading(text: str) -> str | None:
    """Return the figure that a text starts with: "up to £18 million" of "up to £18 million in aid"."""
    found = _FIGURE.match(text)
    return found[0] if found is not None else None
