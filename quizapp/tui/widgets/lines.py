"""Pieces of lines that several widgets draw alike."""

from collections.abc import Sequence

from textual.content import Content

RIGHT = "✓"
NEARLY = "≈"
WRONG = "✗"
DOT = " · "
COLUMNS = "▁▂▃▄▅▆▇█"
TREND = 16
"""How many of the last shares a trend shows."""


def spread(left: Content, right: Content, width: int) -> Content:
    """Return a line with one text at its left end and one at its right; the left one yields."""
    if width < 1:
        return Content()
    room = width - right.cell_length - 2
    if room < 4:
        return left.truncate(width, ellipsis=True)
    left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


def bar(share: float, width: int, style: str = "$primary") -> Content:
    """Return a bar of which a share from 0 to 1 is drawn heavy; heavy and light differ without colour too."""
    heavy = min(width, max(0, round(share * width)))
    if 0 < share < 1:
        heavy = min(width - 1, max(1, heavy))
    return Content.assemble(("━" * heavy, style), ("─" * (width - heavy), "$faint"))


def trend(shares: Sequence[float], style: str = "$primary") -> Content:
    """Return the last of some shares from 0 to 1 as columns side by side."""
    return Content.styled("".join(COLUMNS[round(share * (len(COLUMNS) - 1))] for share in shares[-TREND:]), style)


def counted(number: int, thing: str, things: str = "") -> str:
    """Return a number with its noun: ``1 card``, ``2 cards``."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def minutes(milliseconds: int) -> str:
    """Return a stretch of time as people say it: ``<1 min``, ``7 min``, ``1 h 20 min``."""
    whole = round(milliseconds / 60_000)
    if milliseconds < 60_000:
        return "<1 min"
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60} min"
