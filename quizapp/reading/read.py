"""The entry of the room: from a path to a document, whatever format the file is in."""

import re
from collections.abc import Callable
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.reading.dates import date_line, iso_date, valid_iso
from quizapp.reading.document import Block, BlockKind, Document
from quizapp.reading.draft import Draft
from quizapp.reading.encoding import cleaned, decoded
from quizapp.reading.frontmatter import front_matter
from quizapp.reading.htmlarticle import html_draft
from quizapp.reading.markdown import looks_like_markdown, markdown_blocks
from quizapp.reading.plain import plain_blocks
from quizapp.reading.shape import byline, looks_like_title
from quizapp.reading.source import PASTED, article_bytes, is_standard_input, pasted_bytes, shown
from quizapp.text import one_line

_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{1,30})""", re.IGNORECASE)
_LINES_LIMIT = 100_000
_HEAD = 2048
"""How far into a page its declaration of an encoding is looked for, in bytes."""
_TOP = 6
"""Date and byline stand among so many first blocks, or they are part of the article."""


def read_document(path: Path, title: str = "", date: str = "") -> Document:
    """Read an article.

    Its title is ``title``, or else what front matter or page say, its first heading, its first
    short line that is no sentence, or the file's name. A line that holds only the title, a date
    or a byline is taken out of the blocks.

    Args:
        path: the file; ``-`` is standard input.
        title: given by the user, before anything the file says.
        date: likewise; a day as ``2024-07-04``.

    Raises:
        QuizError: a bad ``date``, or a file that cannot be read as an article; one clear line.
    """
    return _document(path, lambda: article_bytes(path), title, date)


def read_pasted(text: str, title: str = "", date: str = "") -> Document:
    """Read an article that was pasted: plain text, Markdown or the source of a page.

    Title and date are as for `read_document`. Raises QuizError.
    """
    return _document(Path(PASTED), lambda: pasted_bytes(text), title, date)


def _document(path: Path, fetch: Callable[[], bytes], title: str, date: str) -> Document:
    date = date.strip()
    if date and not valid_iso(date):
        raise QuizError.of(f"{one_line(date)!r} is not a date", "write it as 2024-07-04")
    file = shown(path)
    document = _settled(_draft(path, fetch(), file), one_line(title), date, path)
    if not document.paragraphs:
        raise QuizError.of("no running text in it", "give a file with the article's paragraphs", file)
    return document


def _draft(path: Path, data: bytes, file: str) -> Draft:
    name = path.suffix.lower()
    charset = _CHARSET.search(data[:_HEAD])
    text, notices = decoded(data, file, charset[1].decode("ascii") if charset else "")
    if name in _HTML_NAMES or (name not in _MARKDOWN_NAMES and _HTML_START.match(text)):
        draft = html_draft(text, file)
        return Draft(draft.blocks, draft.title, draft.date, draft.author, draft.url, notices)
    lines = text.split("\n")
    if len(lines) > _LINES_LIMIT:
        raise QuizError.of("endless lines; no article has so many", "cut the article out of it", file)
    matter = front_matter(lines)
    body, first = lines[matter.body :], matter.body + 1
    if name in _MARKDOWN_NAMES or (name != ".txt" and looks_like_markdown(text)):
        blocks, left_out = markdown_blocks(body, first)
        notices = (*notices, *left_out)
    else:
        blocks = plain_blocks(body, first)
    return Draft(blocks, matter.get("title"), matter.get("date"), matter.get("author"), matter.get("url"), notices)


def _settled(draft: Draft, title: str, date: str, path: Path) -> Document:
    """Return the document, what the draft leaves open filled in from its first blocks."""
    blocks = [_clean(block) for block in draft.blocks]
    notices = list(draft.notices)
    told = iso_date(draft.date)
    if draft.date and not told:
        notices.append(f"the date {one_line(draft.date)[:40]!r} cannot be read; write it as 2024-07-04")
    blocks, headline = _without_title(blocks, title or one_line(draft.title))
    blocks, found_date, found_author = _without_heading_data(blocks)
    return Document(
        title=headline or _name_of(path),
        blocks=tuple(block for block in blocks if block.text),
        date=date or told or found_date,
        author=one_line(draft.author) or found_author,
        url=one_line(draft.url),
        file=shown(path),
        notices=tuple(notices),
    )


def _clean(block: Block) -> Block:
    """Clean a block's text once more: a character reference can stand for anything."""
    return Block(block.kind, one_line(cleaned(block.text)), block.line)


def _without_title(blocks: list[Block], known: str) -> tuple[list[Block], str]:
    if not blocks:
        return blocks, known
    first = blocks[0]
    if known:
        return (blocks[1:] if first.text.casefold() == known.casefold() else blocks), known
    heading = _heading_above_the_text(blocks)
    if heading is None:
        return blocks, ""
    return [block for block in blocks if block is not heading], heading.text


def _heading_above_the_text(blocks: list[Block]) -> Block | None:
    """Return the title among the first blocks; a heading further down is one of a section."""
    for block in blocks[:_TOP]:
        if date_line(block.text) or byline(block.text):
            continue
        is_title = block.kind is BlockKind.HEADING or (len(blocks) > 1 and looks_like_title(block.text))
        return block if is_title else None
    return None


def _without_heading_data(blocks: list[Block]) -> tuple[list[Block], str, str]:
    """Take the date line and the byline out of the first blocks, and a date line out of the last."""
    date = author = ""
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        near_edge = number < _TOP or number == len(blocks) - 1
        if near_edge and (found := date_line(block.text)):
            date = date or found
        elif number < _TOP and not author and (found := byline(block.text)):
            author = found
        else:
            kept.append(block)
    return kept, date, author


def _name_of(path: Path) -> str:
    if is_standard_input(path):
        return "Article from standard input"
    if str(path) == PASTED:
        return "Pasted article"
    return one_line(path.stem.replace("_", " ").replace("-", " ")) or "Article"
