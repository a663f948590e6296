"""Numbers as blocks of text: each chart tells its numbers by shape, colour only helps."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from textual.content import Content

from quizapp.memory.days import date_of

BARS = "▁▂▃▄▅▆▇█"
SHADES = "·░▒▓█"
"""From nothing to a lot; a day is two of them wide."""
WEEK = 7
DAY_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
LABEL = 5


def sparkline(shares: Sequence[float]) -> str:
    """Return shares from 0 to 1 as one line of bars."""
    return "".join(BARS[round(min(max(share, 0.0), 1.0) * (len(BARS) - 1))] for share in shares)


def columns(counts: Sequence[int], width: int) -> Content:
    """Return counts as a line of bars, each ``width`` cells apart; none is a dot, the most a full block."""
    most = max(counts, default=0)
    cells = [sparkline([count / most])[0] if count else "·" for count in counts]
    return Content("").join(
        Content.styled(cell.ljust(width), "$primary" if count else "$faint")
        for cell, count in zip(cells, counts, strict=True)
    )


def heatmap(done: Mapping[int, int], today: int, weeks: int) -> Iterator[Content]:
    """Yield the lines of a calendar of the last weeks: a column a week, a row a weekday, months above."""
    first = today - date_of(today).weekday() - WEEK * (weeks - 1)
    most = max((count for day, count in done.items() if first <= day <= today), default=0)
    yield Content.styled(_months(first, weeks), "$muted")
    for weekday, name in enumerate(DAY_NAMES):
        days = range(first + weekday, first + WEEK * weeks, WEEK)
        cells = [Content("  ") if day > today else _shaded(done.get(day, 0), most) for day in days]
        yield Content.styled(name.ljust(LABEL), "$muted") + Content("").join(cells)


def _shaded(count: int, most: int) -> Content:
    if not count:
        return Content.styled(f"{SHADES[0]} ", "$faint")
    shade = SHADES[1 + min(3, 4 * (count - 1) // max(most, 1))] if most > 1 else SHADES[-1]
    return Content.styled(shade * 2, "$primary")


def _months(first: int, weeks: int) -> str:
    """Return the names of the months, each above the first week that begins in it."""
    line = " " * LABEL
    for week in range(weeks):
        monday = date_of(first + WEEK * week)
        place = LABEL + 2 * week
        if monday.day <= WEEK and len(line) <= place and 2 * (weeks - week) >= len("Jan"):
            line = line.ljust(place) + f"{monday + timedelta():%b}" + " "
    return line
