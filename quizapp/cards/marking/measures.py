"""Numbers, units, dates and times as people write them, made one: "40 %" is "40 percent".

`measures_in` finds them in plain text (see `cards.marking.folding.plain`) and says what each means as one or
two exact tokens: ``=1200``, ``@percent``, ``date:2024-7-4``. Equal tokens mean the same amount; a
metric unit is counted in its base unit, so that 1 km and 1000 m are one.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from quizapp.cards.marking.units import CASED_UNITS, UNITS
from quizapp.cards.numerals import number_of_ordinal, number_of_word

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"

_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "tn": 10**12,
    "trillion": 10**12,
}
_SPELLED_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "mn", "bn", "tn"})

_UNIT = "(?:" + "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True)) + r")(?![\w^])"
_SIGN_UNIT = "[%°¢$€£¥₹]"
_CURRENCY = r"(?:us\$|usd|eur|gbp|jpy|inr|[$€£¥₹])"

_FIGURES = r"(?:\d{1,3}(?:[,' ]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?|\.\d+"
_SCALE = r"(?:\s?-?(?:" + "|".join(_SPELLED_SCALES) + r")|[km]|\s?[km](?=\s(?:people|dollars|euros)\b))(?![\w^])"
_NUMBER = re.compile(
    rf"(?P<money>{_CURRENCY})?\s?(?P<minus>(?<![\w)])-|(?<!\w)minus\s)?(?P<figures>{_FIGURES})"
    rf"(?:\s?/\s?(?P<under>\d+)(?![\d/])|\^(?P<power>-?\d+))?(?P<scale>(?:{_SCALE})*)"
    rf"(?:(?P<suffix>st|nd|rd|th)(?!\w)|\s?-?(?P<unit>{_UNIT}|{_SIGN_UNIT})|(?<=\d0)'s)?(?!\w)",
    re.IGNORECASE,
)
_ROUND = re.compile(r"-?\d+\.0+")
_MINUS = re.compile(r"minus\s+", re.IGNORECASE)
_DECADE = re.compile(r"\d{3}0'?s", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\s+[a-z]+(?:-[a-z]+)*){0,11}", re.IGNORECASE)
_UNIT_AFTER = re.compile(rf"\s?-?(?P<unit>{_UNIT}|{_SIGN_UNIT})", re.IGNORECASE)
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4}
_PARTS |= {"fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10}

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_DATES = tuple(
    re.compile(rf"(?<![\w/.-]){pattern}(?![\w/-])", re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+(?P<month>{_MONTH})(?:,?[\s-]+(?:of\s+)?{_YEAR})?",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+(?:the\s+)?{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_YEAR},?\s+(?P<month>{_MONTH})\s+{_DAY}",
        rf"(?P<month>{_MONTH})(?:\s+of)?,?\s+(?P<day>)?{_YEAR}",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})",
    )
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\d:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One number, amount, date or time in a text, and what it means."""

    start: int
    end: int
    tokens: tuple[str, ...]
    other_tokens: tuple[str, ...] = ()
    """What it may mean as well: 4/7/2024 is a day of July, or of April."""
    bare: str = ""
    """The number of an amount as it is written, whatever its unit: ``=5`` of 5 km."""


def measure_at(text: str, start: int) -> Measure | None:
    """Return the date, time or number that begins at ``start`` of plain text, if it is not amid a word."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_'"):
        return None
    for reader in (_date_at, _time_at, _number_at, _worded_at):
        found = reader(text, start)
        if found is not None:
            return found
    return None


def month_named(token: str) -> str:
    """Return the folded name of the month of a date token that is a month and no day; else empty."""
    year_month_day = token.removeprefix("date:").split("-")
    return MONTHS[int(year_month_day[1]) - 1] if year_month_day[2] == "0" else ""


def _date_at(text: str, start: int) -> Measure | None:
    for pattern in _DATES:
        match = pattern.match(text, start)
        if match is None:
            continue
        parts = match.groupdict()
        if "first" in parts:
            one, two, year = int(match["first"]), int(match["second"]), int(match["year"])
            readings = [_date(year, month, day) for day, month in ((one, two), (two, one))]
            valid = [reading for reading in dict.fromkeys(readings) if reading]
            if valid:
                return Measure(start, match.end(), (valid[0],), tuple(valid[1:]))
            continue
        month = parts["month"].casefold().rstrip(".")
        number = int(month) if month.isdigit() else _MONTH_NUMBERS[month]
        token = _date(int(parts["year"] or 0), number, int(parts["day"] or 0))
        if token:
            return Measure(start, match.end(), (token,))
    return None


def _date(year: int, month: int, day: int) -> str:
    return f"date:{year}-{month}-{day}" if 1 <= month <= 12 and 0 <= day <= 31 else ""


def _time_at(text: str, start: int) -> Measure | None:
    match = _TIME.match(text, start)
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return Measure(start, match.end(), (f"time:{hour}:{minute}:{second}",)) if hour <= 24 else None


def _number_at(text: str, start: int) -> Measure | None:
    match = _NUMBER.match(text, start)
    if match is None or _in_a_chain(text, match):
        return None
    value = _value(match)
    if value is None:
        return None
    special = _special(match, value)
    if special:
        return Measure(start, match.end(), special)
    return Measure(start, match.end(), _amount(value, match["unit"] or match["money"]), bare=f"={value}")


def _special(match: re.Match[str], value: Fraction) -> tuple[str, ...]:
    """Return a number that is no plain amount: a decade, an ordinal, a 3.0 that is not quite 3."""
    if _DECADE.fullmatch(match[0]):
        return (f"={value}s",)
    if match["suffix"]:
        return (f"={value}th",)
    return (f"={value}.0",) if _ROUND.fullmatch(match[0]) else ()


def _in_a_chain(text: str, match: re.Match[str]) -> bool:
    """Say whether the figures are part of a version, an address or a code: 3.11.2, 127.0.0.1, 12:30:45:10."""
    before, after = text[max(match.start() - 2, 0) : match.start()], text[match.end() : match.end() + 2]
    return bool(re.search(r"\d[.:]$", before) or re.match(r"[.:]\d", after))


def _value(match: re.Match[str]) -> Fraction | None:
    figures = match["figures"].replace("'", "").replace(" ", "")
    figures = re.sub(r",(?=\d{3}(?:,|\.|$))", "", figures) if re.match(r"[1-9]\d{0,2},", figures) else figures
    figures = figures.replace(",", ".")
    if len(figures) > 40 or figures.count(".") > 1 or (len(figures) > 1 and figures[0] == "0" and figures[1] != "."):
        return None
    value = Fraction(figures)
    if match["under"]:
        if len(match["under"]) > 9 or int(match["under"]) == 0:
            return None
        value /= int(match["under"])
    if match["power"]:
        if len(match["power"]) > 3 or abs(int(match["power"])) > 40 or len(figures) > 9 or not value:
            return None
        value **= int(match["power"])
    for scale in re.findall(r"[a-z]+", match["scale"].casefold()):
        value *= _SCALES[scale]
    return -value if match["minus"] else value


def _amount(value: Fraction, unit: str | None) -> tuple[str, ...]:
    if not unit:
        return (f"={value}",)
    base, many = CASED_UNITS.get(unit) or UNITS[unit.casefold()]
    return (f"={value * many}", f"@{base}")


def _worded_at(text: str, start: int) -> Measure | None:
    """Return the number in words at ``start``, the longest run of words that is one."""
    minus = _MINUS.match(text, start)
    begin = minus.end() if minus else start
    match = _WORDS.match(text, begin)
    if match is None or not _begins_a_number(match[0]):
        return None
    ends = [begin + found.end() for found in re.finditer(r"[a-zA-Z]+", match[0])]
    for end in reversed(ends):
        if text[end : end + 1].isalnum():
            continue
        run = text[begin:end]
        value, ordinal = _worded_value(run), number_of_ordinal(run)
        if value is not None:
            value = -value if minus else value
            unit = _UNIT_AFTER.match(text, end)
            tokens = _amount(value, unit["unit"] if unit else None)
            return Measure(start, unit.end() if unit else end, tokens, bare=f"={value}")
        if ordinal is not None and not minus:
            return Measure(start, end, (f"={ordinal}th",))
    return None


def _begins_a_number(run: str) -> bool:
    first = re.split(r"[\s-]", run, maxsplit=1)[0].casefold()
    if first in ("a", "an", "half", "hundred", "thousand", "million", "dozen"):
        return True
    return number_of_word(first) is not None or number_of_ordinal(first) is not None


def _worded_value(run: str) -> Fraction | None:
    words = run.casefold().replace("-", " ").split()
    if words[-1] in _SPELLED_SCALES and len(words) > 1 and words[-2] in _PARTS:
        part = _worded_part(words[:-1])
        return None if part is None else part * _SCALES[words[-1]]
    if len(words) == 3 and words[0] == "half" and words[1] in ("a", "an") and words[2] in _SCALES:
        return Fraction(_SCALES[words[2]], 2)
    if words[-1] in _PARTS:
        return _worded_part(words)
    if words in (["a"], ["an"]) or words[-1] == "and":
        return None
    value = number_of_word(run)
    return None if value is None else Fraction(value)


def _worded_part(words: list[str]) -> Fraction | None:
    """Return "half", "two thirds" or "two and a half" as a number; a lone "third" is an ordinal."""
    *head, last = words
    part = Fraction(1, _PARTS[last])
    if not head:
        return part if last == "half" else None
    if head[-1] in ("a", "an", "one") and (len(head) == 1 or head[-2] == "and"):
        whole = number_of_word(" ".join(head[:-2])) if len(head) > 2 else 0
        return None if whole is None else whole + part
    many = number_of_word(" ".join(head))
    return None if many is None else many * part
