"""Markdown of a card as it is shown: read by rules of our own, so that text never acts.

Several lines may hold fenced code, headings, lists, quotations and tables; a single line is read for
what is inside it alone (`cards.markup`). A link shows where it leads, and leads nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from quizapp.cards.markup import Run, Style, runs
from quizapp.sessions.evidence import Span

MARKED = "bold $marked on $marker"
"""How the answer stands out in the text that tells it."""
STYLES = {Style.CODE: "$secondary", Style.STRONG: "bold", Style.EMPHASIS: "italic"}
LONGEST_COLOURED = 2_000
"""Characters of code that are coloured; more would keep the screen waiting."""
CODE_EDGE = ("▏ ", "$faint")

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"(\s*)[-*+]\s+(?=\S)")
_QUOTE = re.compile(r"\s{0,3}>\s?(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*\|[\s:|-]*-[\s:|-]*\|\s*")
_LINK = re.compile(r"!?\[([^\[\]\n]+)\]\(((?:https?://|mailto:|\.{0,2}/|#)?[^\s()]*[./#:][^\s()]*)\)")


def rendered(text: str, spans: Iterable[Span] = (), style: str = "") -> Content:
    """Return inert text with its markup shown; ``spans`` of it, counted in its characters, have a style too."""
    marked = tuple(spans)
    if "\n" not in text:
        return _inline(text, 0, marked, style)
    return Content("\n").join(_blocks(text, marked, style))


def _blocks(text: str, spans: Sequence[Span], style: str) -> Iterator[Content]:
    lines, offset = text.split("\n"), 0
    place = 0
    while place < len(lines):
        line = lines[place]
        taken = _block_length(lines, place)
        block = lines[place : place + taken]
        if fence := _FENCE.fullmatch(line):
            yield from _code(block, fence[1], fence[2])
        elif taken > 1:
            yield from _table(block)
        else:
            yield _line(line, offset, spans, style)
        offset += sum(len(each) + 1 for each in block)
        place += taken


def _block_length(lines: Sequence[str], place: int) -> int:
    """Return how many lines belong together from a place on: a fenced block, a table, or one line."""
    if fence := _FENCE.fullmatch(lines[place]):
        ends = (other for other in range(place + 1, len(lines)) if lines[other].strip().startswith(fence[1]))
        return next(ends, len(lines) - 1) - place + 1
    if _ROW.fullmatch(lines[place]) and place + 1 < len(lines) and _RULE.fullmatch(lines[place + 1]):
        rows = (other for other in range(place, len(lines)) if not _ROW.fullmatch(lines[other]))
        return next(rows, len(lines)) - place
    return 1


def _line(line: str, offset: int, spans: Sequence[Span], style: str) -> Content:
    for pattern, sign, look in (
        (_HEADING, "", "bold $primary"),
        (_BULLET, "• ", "$muted"),
        (_QUOTE, "▌ ", "$muted"),
    ):
        if match := pattern.match(line):
            indent = match[1] if pattern is _BULLET else ""
            rest = _inline(line[match.end() :], offset + match.end(), spans, style)
            return Content.assemble(indent, (sign, look), rest.stylize_before(look) if pattern is _HEADING else rest)
    return _inline(line, offset, spans, style)


def _inline(line: str, offset: int, spans: Sequence[Span], style: str) -> Content:
    """Return one line, which stands at ``offset`` of the text, with the markup inside it shown."""
    pieces = list(runs(line))
    if "](" in line:
        pieces = [piece for run in pieces for piece in _without_links(run)]
    told = Content.assemble(*((run.text, " ".join(STYLES[each] for each in sorted(run.styles))) for run in pieces))
    for start, end in spans:
        at = 0
        for run in pieces:
            first = max(start - offset - run.start, 0)
            last = min(end - offset - run.start, len(run.text))
            if first < last:
                told = told.stylize(MARKED, at + first, at + last)
            at += len(run.text)
    return told.stylize_before(style) if style else told


def _without_links(run: Run) -> Iterator[Run]:
    """Yield a stretch with each link in it as its text and, in brackets, where it leads."""
    at = 0
    for match in _LINK.finditer(run.text) if Style.CODE not in run.styles else ():
        yield Run(run.start + at, run.text[at : match.start()], run.styles)
        yield Run(run.start + match.start(1), match[1], run.styles)
        yield Run(run.start + match.end(1), f" ({match[2]})", run.styles)
        at = match.end()
    yield Run(run.start + at, run.text[at:], run.styles)


def _code(block: Sequence[str], fence: str, language: str) -> Iterator[Content]:
    closed = len(block) > 1 and block[-1].strip().startswith(fence)
    code = "\n".join(block[1:-1] if closed else block[1:])
    for line in _coloured(code, language).split("\n", allow_blank=True):
        yield Content.assemble(CODE_EDGE, line)


def _coloured(code: str, language: str) -> Content:
    if not language or len(code) > LONGEST_COLOURED:
        return Content(code)
    from textual.highlight import highlight  # noqa: PLC0415 - brings pygments, which few cards need

    told = highlight(code, language=language)
    return told if told.plain == code else Content(code)


def _table(block: Sequence[str]) -> Iterator[Content]:
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")] for line in block if not _RULE.fullmatch(line)
    ]
    cells = [[_inline(cell, 0, (), "") for cell in row] for row in rows]
    columns = max(map(len, cells))
    widths = [
        max((row[column].cell_length for row in cells if column < len(row)), default=0) for column in range(columns)
    ]
    for number, row in enumerate(cells):
        told = (cell.pad_right(width - cell.cell_length) for cell, width in zip(row, widths, strict=False))
        line = Content("  ").join(told)
        yield line.stylize_before("bold") if number == 0 else line
        if number == 0:
            yield Content.styled("─" * (sum(widths) + 2 * (columns - 1)), "$faint")
