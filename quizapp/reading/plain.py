"""Plain text: paragraphs by blank lines and rules, hard-wrapped lines joined again."""

import re
from collections.abc import Iterator

from quizapp.reading.document import Block, BlockKind
from quizapp.reading.shape import block, looks_like_heading

_RULE = re.compile(r"\s*([-*_=~])(?:\s*\1){2,}\s*")
WRAP_LIMIT = 120
"""No one wraps lines at more characters; a longer line is a paragraph of its own."""


def plain_blocks(lines: list[str], first: int = 1) -> tuple[Block, ...]:
    """Return the blocks of plain text.

    Args:
        lines: the text, a line each.
        first: the number of the first of them in its file.
    """
    width = max((len(line.rstrip()) for line in lines if len(line) <= WRAP_LIMIT), default=0)
    return tuple(found for chunk in _chunks(lines, first) for found in _blocks_of(chunk, width))


def joined(lines: list[str]) -> str:
    """Return hard-wrapped lines as one; a word broken at a hyphen keeps the hyphen and loses the gap."""
    parts: list[str] = []
    for line in (line.strip() for line in lines):
        broken = bool(parts) and parts[-1][-1:] == "-" and parts[-1][-2:-1].isalpha() and line[:1].islower()
        parts += [line] if broken or not parts else [" ", line]
    return "".join(parts)


def _chunks(lines: list[str], first: int) -> Iterator[list[tuple[int, str]]]:
    chunk: list[tuple[int, str]] = []
    for number, line in enumerate(lines, first):
        if line.strip() and not _RULE.fullmatch(line):
            chunk.append((number, line.strip()))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _blocks_of(chunk: list[tuple[int, str]], width: int) -> Iterator[Block]:
    if any(len(line) > WRAP_LIMIT for _, line in chunk):
        for number, line in chunk:
            yield block(line, number)
        return
    start = 0
    while start < len(chunk) - 1 and _is_heading_above(chunk[start][1], chunk[start + 1][1], width):
        yield Block(BlockKind.HEADING, " ".join(chunk[start][1].split()), chunk[start][0])
        start += 1
    yield block(joined([line for _, line in chunk[start:]]), chunk[start][0])


def _is_heading_above(line: str, below: str, width: int) -> bool:
    """Say whether ``line`` ends because a heading ends, not because the page's edge was reached."""
    room = width - len(line)
    first_word = below.split(maxsplit=1)[0]
    return looks_like_heading(line) and room > len(first_word) + 1 and not below[0].islower()
