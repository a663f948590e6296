"""From the ways a page writes a date to ISO 8601; what is ambiguous (04/07/2024) is no date."""

import re
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|" + "|".join(MONTHS) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
        rf"{_YEAR}/(?P<month>\d{{2}})/(?P<day>\d{{2}})",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
    )
)

# What may stand around the date on a line that says nothing else: "Published: Thursday, 4 July
# 2024, 10:15 AM GMT". Anything more and the line is a sentence of the article.
_AROUND = re.compile(
    r"(?<![a-z])(?:published|posted|updated|last|date|on|at|of|from"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|am|pm|a\.m|p\.m|gmt|utc|[ce]e?st|[ecmp]d?t|bst|ist|[ecmp]st|[tz])(?![a-z])"
    r"|\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d{1,6})?)?|[+-]\d{2}:?\d{2}|t(?=\d)|[\s,:;.|·•–—()/-]",
    re.IGNORECASE,
)
DATE_LINE_LIMIT = 80
"""A line of more characters is never only a date."""


def iso_date(text: str) -> str:
    """Return the first date written in ``text`` as ``2024-07-04``, or empty if there is none."""
    found = _first_date(text)
    return found[0] if found else ""


def valid_iso(text: str) -> bool:
    """Say whether ``text`` is exactly a day of the calendar, written ``2024-07-04``."""
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None and iso_date(text) == text


def date_line(text: str) -> str:
    """Return the date of a line that holds a date and nothing else to read, or empty."""
    if len(text) > DATE_LINE_LIMIT or not (found := _first_date(text)):
        return ""
    written, start, end = found
    return "" if _AROUND.sub("", f"{text[:start]} {text[end:]}") else written


def _first_date(text: str) -> tuple[str, int, int] | None:
    matches = (match for form in _FORMS for match in [form.search(text)] if match)
    for match in sorted(matches, key=lambda match: match.start()):
        month = match["month"].lower()
        number = int(month) if month.isdigit() else _NUMBER_OF[month[:3]]
        try:
            day = date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            continue
        return day.isoformat(), match.start(), match.end()
    return None
