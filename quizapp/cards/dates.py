"""Wrong dates that look like the right one: years, decades, days and months of a year, hours.

Years are two to nine off; a full date keeps its form and moves by days and months. Nothing comes
after the last year that may be named.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quizapp.cards.chance import by_hash

LATEST_YEAR = 2025
"""The last year a wrong choice names when nobody says which year it is: that of the gazetteer's facts."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_MONTH = "|".join(_MONTHS)
_LEAD = r"(?P<lead>(?:(?:in|on|at|by|since|from|until|before|after|around|about|circa|early|late|mid|the|year)[\s-]+)*)"
_YEAR = re.compile(rf"{_LEAD}(?P<year>1\d{{3}}|20\d\d|21\d\d)", re.IGNORECASE)
_YEARS = re.compile(
    rf"{_LEAD}(?P<first>1\d{{3}}|20\d\d)(?P<dash>\s?[-–]\s?|\sto\s)(?P<last>1\d{{3}}|20\d\d)", re.IGNORECASE
)
_DECADE = re.compile(rf"{_LEAD}(?P<decade>1\d\d0|20\d0)s", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"{_LEAD}(?P<month>{_MONTH}),? (?P<year>\d{{4}})")
_DAY_FIRST = re.compile(rf"{_LEAD}(?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?")
_MONTH_FIRST = re.compile(rf"{_LEAD}(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?")
_ISO = re.compile(r"(?P<lead>)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_HOUR = re.compile(rf"{_LEAD}(?P<hour>\d{{1,2}})(?P<minute>:[0-5]\d)?(?P<half>\s?[ap]\.?m\.?)?", re.IGNORECASE)

_DAY_SHIFTS = (-75, -61, -47, -38, -29, -17, -11, -6, -3, 4, 8, 13, 19, 27, 34, 45, 58, 70)
_MONTH_SHIFTS = (-7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7)


def near_dates(text: str, year_limit: int | None, seed: str) -> list[str] | None:
    """Return wrong dates for ``text`` in an order that ``seed`` decides, or None if it is no date.

    Args:
        text: a year, decade, date, month of a year or time of day, perhaps after a preposition.
        year_limit: the last year that may be named; `LATEST_YEAR` if None. A right date after it
            speaks of the future, and so do its wrong ones.
        seed: decides the order.
    """
    for makers in (_years, _spans, _decades, _months, _days, _hours):
        made = makers(text, LATEST_YEAR if year_limit is None else year_limit)
        if made is not None:
            return [made[place] for place in by_hash(range(len(made)), seed)]
    return None


def _years(text: str, limit: int) -> list[str] | None:
    match = _YEAR.fullmatch(text)
    if not match:
        return None
    return [f"{match['lead']}{year}" for year in _other_years(int(match["year"]), limit)]


def _spans(text: str, limit: int) -> list[str] | None:
    match = _YEARS.fullmatch(text)
    if not match:
        return None
    first, last = int(match["first"]), int(match["last"])
    moved = ((year - last + first, year) for year in _other_years(last, limit))
    return [f"{match['lead']}{start}{match['dash']}{end}" for start, end in moved]


def _decades(text: str, limit: int) -> list[str] | None:
    match = _DECADE.fullmatch(text)
    if not match:
        return None
    decade = int(match["decade"])
    others = (decade + shift for shift in (-40, -30, -20, -10, 10, 20, 30, 40))
    return [f"{match['lead']}{other}s" for other in others if (other > limit) == (decade > limit)]


def _months(text: str, limit: int) -> list[str] | None:
    match = _MONTH_YEAR.fullmatch(text)
    if not match:
        return None
    right = int(match["year"]) * 12 + _MONTHS.index(match["month"])
    return [
        match[0][: match.start("month")] + f"{_MONTHS[other % 12]}{match[0][match.end('month') : -4]}{other // 12}"
        for other in (right + shift for shift in _shifts(_MONTH_SHIFTS, int(match["year"]), limit))
    ]


def _days(text: str, limit: int) -> list[str] | None:
    match = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    right = _date(match) if match else None
    if not match or not right:
        return None
    # A date without a year keeps within the year, where any day may be named.
    reach = _shifts(_DAY_SHIFTS, right.year, limit) if match["year"] else _DAY_SHIFTS
    return [_written(match, right + timedelta(days=shift)) for shift in reach]


def _hours(text: str, _: int) -> list[str] | None:
    match = _HOUR.fullmatch(text)
    if not match or not (match["minute"] or match["half"]):
        return None
    hour, clock = int(match["hour"]), 12 if match["half"] else 24
    if hour > clock:
        return None
    others = dict.fromkeys((hour + shift) % clock or (clock % 24) for shift in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5))
    width = len(match["hour"]) if match["hour"].startswith("0") else 1
    rest = f"{match['minute'] or ''}{match['half'] or ''}"
    return [f"{match['lead']}{other:0{width}}{rest}" for other in others if other != hour]


def _other_years(right: int, limit: int) -> Iterator[int]:
    for shift in (*range(-9, -1), *range(2, 10)):
        other = right + shift
        if (other > limit) == (right > limit):
            yield other


def _shifts(shifts: tuple[int, ...], year: int, limit: int) -> tuple[int, ...]:
    """Return only the shifts back when a later date of the same year may lie after what is known."""
    return tuple(shift for shift in shifts if shift < 0) if year == limit else shifts


def _date(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        # A leap year stands in where none is named, so that 29 February is a day.
        found = date(int(match["year"] or 2024), number, int(match["day"]))
    except ValueError:
        return None
    return found if 1 < found.year < 9999 else None


def _written(match: re.Match[str], day: date) -> str:
    """Write ``day`` in the form of the date that was matched."""
    month = match["month"]
    parts = {
        "year": f"{day.year:04}",
        "month": f"{day.month:02}" if month.isdigit() else _MONTHS[day.month - 1],
        "day": f"{day.day:02}" if match["day"].startswith("0") or month.isdigit() else str(day.day),
    }
    text, end = "", 0
    for start, stop, part in sorted((*match.span(part), part) for part in parts if match[part]):
        text, end = text + match[0][end:start] + parts[part], stop
    return text + match[0][end:]
