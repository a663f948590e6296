"""Markdown: its blocks, with the marks gone; code, tables and pictures are left out.

A reader for articles, not for every corner of CommonMark: each line is looked at once, and no
pattern runs over more than the line or paragraph it stands in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.reading.document import Block, BlockKind
from quizapp.reading.inline import inline_text
from quizapp.reading.plain import joined
from quizapp.reading.shape import block

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*))?$")
_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {4}|\t)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTED = re.compile(r"(?: {0,3}>[ \t]?)+")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:(?:\s|$)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_COMMENT_START, _COMMENT_END = "<!--", "-->"

_SIGNS = re.compile(r"^(?:#{1,6} \S|```|~~~|\[[^\]\n]{1,200}\]: \S)|\]\(https?://|\*\*\w", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Say whether a text without a telling name has the marks of Markdown."""
    return _SIGNS.search(text) is not None


def markdown_blocks(lines: list[str], first: int = 1) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of a Markdown text, and what was left out, a notice each.

    Args:
        lines: the text, a line each.
        first: the number of the first of them in its file.
    """
    reader = _Reader(first=first)
    for number, line in enumerate(_without_comments(lines), first):
        reader.take(line, number)
    reader.end_paragraph()
    return tuple(reader.blocks), tuple(f"left out: {what}" for what in sorted(reader.left_out))


def _without_comments(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        kept: list[str] = []
        rest = line
        while rest:
            mark = _COMMENT_END if inside else _COMMENT_START
            before, found, rest = rest.partition(mark)
            if not inside:
                kept.append(before)
            if found:
                inside = not inside
        yield "".join(kept)


@dataclass
class _Reader:
    first: int
    blocks: list[Block] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    pending: list[str] = field(default_factory=list)
    started: int = 0
    fence: str = ""
    """The marks that opened the code being passed over."""
    in_list: bool = False
    in_table: bool = False
    skipping: bool = False
    """Inside a definition (of a link or a footnote), until a blank line."""

    def take(self, line: str, number: int) -> None:
        """Look at one more line."""
        if self._in_code(line):
            return
        line, quoted = _unquoted(line)
        if not line.strip():
            self._blank()
        elif not self._is_left_out(line, quoted):
            self._text(line, number)

    def end_paragraph(self) -> None:
        """Close the paragraph that is being gathered."""
        text = inline_text(joined(self.pending)) if self.pending else ""
        if text:
            # A short line by itself is a heading that was not marked, unless it is an item of a list.
            found = Block(BlockKind.PARAGRAPH, text, self.started) if self.in_list else block(text, self.started)
            self.blocks.append(found)
        self.pending = []

    def _in_code(self, line: str) -> bool:
        mark = _FENCE.match(line)
        if self.fence:
            if mark and mark[1].startswith(self.fence) and not line.strip().strip(mark[1][0]):
                self.fence = ""
            return True
        if not mark:
            return False
        self.end_paragraph()
        self.fence = mark[1]
        self.left_out.add("code")
        return True

    def _blank(self) -> None:
        self.end_paragraph()
        self.in_table = self.skipping = False

    def _is_left_out(self, line: str, quoted: bool) -> bool:
        if _INDENTED.match(line) and not (self.pending or self.in_list or quoted):
            self.left_out.add("code")
            return True
        if not self.pending and _DEFINITION.match(line):
            self.skipping = True
        if self.pending and "|" in line and "-" in line and "|" in self.pending[-1] and _TABLE_RULE.match(line):
            self.pending.pop()
            self.end_paragraph()
            self.in_table = True
            self.left_out.add("a table")
        return self.skipping or self.in_table

    def _text(self, line: str, number: int) -> None:
        heading = _HEADING.match(line)
        if heading:
            self._heading([_CLOSING_MARKS.sub("", heading[1] or "")], number)
        elif self.pending and _UNDERLINE.match(line) and not self.in_list:
            lines, self.pending = self.pending, []
            self._heading(lines, self.started)
        elif _RULE.match(line):
            self.end_paragraph()
            self.in_list = False
        else:
            self._paragraph(line, number)

    def _heading(self, lines: list[str], number: int) -> None:
        self.end_paragraph()
        self.in_list = False
        if text := inline_text(joined(lines)):
            self.blocks.append(Block(BlockKind.HEADING, text, number))

    def _paragraph(self, line: str, number: int) -> None:
        item = _ITEM.match(line)
        if item:
            self.end_paragraph()
            line = line[item.end() :]
        if not self.pending:
            self.started = number
            # What follows an item and is not indented is outside the list again.
            self.in_list = bool(item) or (self.in_list and line[:1] in " \t")
        self.pending.append(line)


def _unquoted(line: str) -> tuple[str, bool]:
    mark = _QUOTED.match(line)
    return (line[mark.end() :], True) if mark else (line, False)
