"""Dates: of the article itself, and what "Thursday" or "last year" means on it.

A relative date is resolved against the article's date or not at all: without one, or where two days
would do, the reference abstains.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Span, Token

from quizapp.cards.numerals import number_of_word
from quizapp.generate.article import Abstention, Reference, Sentence, Wording
from quizapp.generate.lexicon import MONTHS
from quizapp.reading.document import Document

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "aug.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}  # fmt: skip

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ORDINAL = r"(?:st|nd|rd|th)?"
_UNIT = (
    r"(?:second|minute|hour|day|week|weekend|month|year|decade|century|centurie"
    r"|season|spring|summer|autumn|fall|winter|night)"
)

_WHOLE = re.compile(
    rf"(?:{_DAY},? )?(?:the )?(?:\d{{1,2}}{_ORDINAL}(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}{_ORDINAL}),? \d{{4}}"
    rf"|{_MONTH},? (?:of )?\d{{4}}|\d{{4}}-\d\d-\d\d"
)
_RELATIVE = re.compile(
    rf"""
      (?P<weekday>(?:\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate)\ )?\b(?P<day>{_DAY})s?
        (?:\ (?P<part>morning|afternoon|evening|night))?(?:,?\ (?P<wmonth>{_MONTH})\ (?P<wday>\d{{1,2}}){_ORDINAL})?)\b
    | (?P<monthday>\b{_MONTH}\ \d{{1,2}}{_ORDINAL}\b(?!,?\ \d)
        |\b\d{{1,2}}{_ORDINAL}(?:\ of)?\ {_MONTH}(?![\w,]*\ \d{{4}}))
    | (?P<month>(?:(?P<mwhich>\b[Ll]ast|\b[Nn]ext|\b[Tt]his)\ |\b(?P<mpart>[Mm]id|[Ee]arly|[Ll]ate)[-\ ]
        |(?<=\bin\ )|(?<=\bIn\ )|(?<=\bsince\ )|(?<=\buntil\ )
        |(?<=\bby\ )|(?<=\bSince\ )|(?<=\bduring\ ))(?P<mname>{_MONTH})(?!\w|\ \d))
    | (?P<ago>\b(?:(?P<count>[\w-]+|a\ few|a\ couple\ of)\ (?P<aunit>{_UNIT})s?
        \ (?:ago|earlier|later|before\ that)))\b
    | (?P<unit>\b(?:the\ )?(?P<uwhich>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast
        |[Cc]oming|[Rr]ecent|[Pp]revious|[Ff]ollowing|[Cc]urrent|[Ss]ame|[Tt]hat)
        \ (?:(?P<ucount>few|several|[a-z]+|\d+)\ )?(?P<uname>{_UNIT})s?)\b
    | (?P<deictic>\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Nn]ow|[Cc]urrently|[Nn]owadays|[Rr]ecently
        |[Ll]ately|[Ss]o\ far|[Aa]t\ the\ moment|[Aa]t\ the\ time|[Aa]t\ present|[Tt]hese\ days|[Tt]hen)\b)
    """,
    re.VERBOSE,
)

_LINE = re.compile(
    rf"^(?:(?:first )?(?:published|posted|updated|date|last updated)(?: on| at)?:?\s*)?(?:{_DAY},? )?"
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d1>\d{{1,2}}){_ORDINAL} (?P<m1>{_MONTH}),? (?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}){_ORDINAL},? (?P<y2>\d{{4}}))\b.{{0,30}}$",
    re.IGNORECASE,
)

_NEAR = 122
_SOON = 61
"""Days: beside a past tense a date without a year is the last one, unless that is more than _NEAR ago and the
next one comes within _SOON ("ended the benefits beginning March 5")."""


@dataclass(frozen=True, slots=True)
class _When:
    """A resolved date: its words, and the preposition it needs."""

    text: str
    preposition: str = "on"


def document_date(document: Document) -> str:
    """Return the article's date as ISO 8601: what the reader found, else a line that is a date; or empty."""
    if document.date:
        return document.date
    lines = [block.text.strip() for block in document.blocks]
    for line in [*lines[:6], *lines[-3:]]:
        found = _LINE.match(line)
        if found:
            return _iso(found)
    return ""


def day_of(text: str) -> date | None:
    """Return an ISO date as a value, or None if ``text`` is not one."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def written(day: date) -> str:
    """Return a date as a card has it: "4 July 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_and_year(day: date) -> str:
    """Return "July 2024", for "as of July 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def relative_dates(sentence: Sentence, today: date | None) -> Iterator[Reference]:
    """Yield the dates of a sentence that hang on the article's own date, resolved or not.

    Args:
        sentence: as parsed.
        today: the article's date, or None if it is not known.
    """
    span, text = sentence.span, sentence.span.text
    whole = [match.span() for match in _WHOLE.finditer(text)]
    for match in _RELATIVE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in whole):
            continue
        tokens = span.doc.char_span(
            span.start_char + match.start(), span.start_char + match.end(), alignment_mode="expand"
        )
        if tokens is None or _is_no_date(match, tokens) or (today is None and match["monthday"]):
            # "March 5" says a little by itself; where no year can be had it stays as it is.
            continue
        if tokens[-1].tag_ == "POS" and len(tokens) > 1:
            tokens = tokens[:-1]
        yield _reference(sentence, tokens, _meaning(match, tokens, today))


def _reference(sentence: Sentence, tokens: Span, meaning: "_When | str") -> Reference:
    if isinstance(meaning, str):
        abstention = Abstention(tokens.text, meaning)
        return Reference(sentence.paragraph, tokens.start, tokens.end, tokens.root.i, "date", abstention)
    wording = Wording(meaning.text, None, ((tokens.text, meaning.text),))
    return Reference(sentence.paragraph, tokens.start, tokens.end, tokens.root.i, "date", wording, meaning.preposition)


def _is_no_date(match: re.Match[str], tokens: Span) -> bool:
    """Say whether the words only look like a date: "may", "now that", "then" as a consequence."""
    first = tokens[0]
    if match["deictic"] and match["deictic"].lower() == "then":
        return first.dep_ != "advmod" or first.i == first.sent.start or first.nbor(-1).text in (",", ";", "and")
    if match["deictic"] and match["deictic"].lower() == "now":
        return first.i + 1 < len(first.doc) and first.nbor(1).lower_ == "that"
    if match["unit"] and match["uwhich"].lower() == "that":
        return tokens[0].dep_ != "det"
    if match["unit"] and match["ucount"] and match["ucount"] not in ("few", "several"):
        return not match["ucount"].isdigit() and number_of_word(match["ucount"]) is None
    if match["month"] and match["mname"] == "May":
        return all(token.tag_ == "MD" for token in tokens[-1:])
    return False


def _meaning(match: re.Match[str], tokens: Span, today: date | None) -> "_When | str":
    if today is None:
        return "it hangs on the article's date, which is not known"
    for name, meaning in _MEANINGS.items():
        if match[name]:
            return meaning(match, tokens, today) or "it does not name one day or year"
    return "unknown kind of date"


def _weekday(match: re.Match[str], tokens: Span, today: date) -> _When | None:
    which = (match["which"] or "").lower()
    if match["day"] and tokens.text.rstrip("'").endswith("days"):
        return None
    if match["wmonth"]:
        return _dated(match["wmonth"], match["wday"], tokens, today)
    back = (today.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7
    if which == "next":
        return None
    if which == "last":
        return _When(written(today - timedelta(days=back or 7)))
    if _tense(tokens.root) == "future" or (which == "this" and _tense(tokens.root) != "past"):
        return _When(written(today + timedelta(days=(7 - back) % 7)))
    return _When(written(today - timedelta(days=back)))


def _month_day(match: re.Match[str], tokens: Span, today: date) -> _When | None:
    words = match["monthday"].replace(" of ", " ").split(" ")
    month, day = (words[0], words[1]) if words[0][0].isalpha() else (words[1], words[0])
    return _dated(month, day, tokens, today)


def _dated(month: str, day: str, tokens: Span, today: date) -> _When | None:
    number = _MONTH_NUMBERS[month.lower()]
    place = int(re.sub(r"\D", "", day))
    days = [found for year in (today.year - 1, today.year, today.year + 1) if (found := _day(year, number, place))]
    chosen = _chosen(days, tokens.root, today)
    return _When(written(chosen)) if chosen else None


def _month(match: re.Match[str], tokens: Span, today: date) -> _When | None:
    number, which = _MONTH_NUMBERS[match["mname"].lower()], (match["mwhich"] or "").lower()
    if which == "next":
        return None
    days = [date(year, number, 15) for year in (today.year - 1, today.year, today.year + 1)]
    if which == "last":
        chosen = max(day for day in days if (day.year, day.month) < (today.year, today.month))
    elif which == "this" or number == today.month:
        chosen = date(today.year, number, 15)
    else:
        found = _chosen(days, tokens.root, today)
        if found is None:
            return None
        chosen = found
    part = f"{match['mpart'].lower()}-" if match["mpart"] and match["mpart"].lower() == "mid" else ""
    part = part or (f"{match['mpart'].lower()} " if match["mpart"] else "")
    return _When(f"{part}{month_and_year(chosen)}", "in")


def _ago(match: re.Match[str], tokens: Span, today: date) -> _When | None:
    count = 1 if match["count"].lower() in ("a", "an") else _number(match["count"])
    if count is None or tokens[-1].lower_ != "ago":
        return None
    if match["aunit"] == "day":
        return _When(written(today - timedelta(days=count)))
    if match["aunit"] == "year" and count > 1:
        return _When(f"about {today.year - count}", "in")
    return None


def _unit(match: re.Match[str], _tokens: Span, today: date) -> _When | None:
    which, unit = match["uwhich"].lower(), match["uname"]
    shift = {"last": -1, "this": 0, "next": 1, "current": 0}.get(which)
    if shift is None or match["ucount"] or (match.group().lower().startswith("the ") and which != "current"):
        return None
    if unit == "year":
        return _When(str(today.year + shift), "in")
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return _When(month_and_year(date(months // 12, months % 12 + 1, 1)), "in")
    return None


def _deictic(match: re.Match[str], tokens: Span, today: date) -> _When | None:
    word = match["deictic"].lower()
    if word in ("yesterday", "tomorrow"):
        return _When(written(today + timedelta(days=1 if word == "tomorrow" else -1)))
    # "today" often means "nowadays"; beside a past or future verb it is the day.
    if word in ("today", "tonight") and _tense(tokens.root) in ("past", "future") and tokens.root.dep_ != "poss":
        return _When(written(today))
    return None


_MEANINGS = {
    "weekday": _weekday, "monthday": _month_day, "month": _month, "ago": _ago, "unit": _unit, "deictic": _deictic,
}  # fmt: skip


def _chosen(days: list[date], token: Token, today: date) -> date | None:
    """Return the day that is meant: the near one, else the one that the tense asks for."""
    tense = _tense(token)
    behind = max((day for day in days if day <= today), default=None)
    ahead = min((day for day in days if day >= today), default=None)
    if tense != "past":
        # A present tense with a date speaks of what is planned: "which ends Sept. 30".
        return ahead
    if ahead and (ahead - today).days <= _SOON and (not behind or (today - behind).days > _NEAR):
        return ahead
    return behind


def _tense(token: Token) -> str:
    """Return the tense of the clause that ``token`` stands in: ``past``, ``future`` or ``present``."""
    verb = next((each for each in (token, *token.ancestors) if each.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return "present"
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    planned = verb.lemma_ in _TO_COME and verb.tag_ in ("VBZ", "VBP", "VBN")
    if planned or words & {"will", "shall", "'ll", "wo", "would", "could", "should", "may", "might", "can", "must"}:
        return "future"
    if verb.tag_ == "VB" and "to" in words:
        # "refused to certify it in October": the infinitive takes the tense of what it hangs on.
        return _tense(verb.head) if verb.head is not verb else "future"
    lasting = verb.tag_ == "VBN" and bool(words & {"is", "are", "'s", "being"})
    if not lasting and (verb.tag_ in ("VBD", "VBN") or words & {"was", "were", "had", "did"}):
        return "past"
    # A participle or an -ing form takes the tense of what it hangs on.
    if verb.tag_ == "VBG" and not helpers and verb.head is not verb:
        return _tense(verb.head)
    return "present"


_TO_COME = frozenset("schedule expect due plan set".split())
"""Verbs of what has still to happen: "is scheduled for Friday"."""


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else number_of_word(word.lower())


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _iso(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"] if day_of(found["iso"]) else ""
    day, month, year = (
        (found["d1"], found["m1"], found["y1"]) if found["d1"] else (found["d2"], found["m2"], found["y2"])
    )
    made = _day(int(year), _MONTH_NUMBERS[month.lower()], int(day))
    return made.isoformat() if made else ""
