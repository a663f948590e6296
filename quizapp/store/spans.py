"""Where the parts of a YAML text stand, so that one of them can be changed and no other byte."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.store.loader import MapNode, Mark, Node, TextNode, end_of, start_of
from quizapp.store.source import LINE_BREAK, Source

_BLANK_LINES = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*)+\Z")
_REST = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=\r|\n|\Z)")


class Span(NamedTuple):
    """A stretch of a text, in characters; the end is not part of it."""

    start: int
    end: int


class Change(NamedTuple):
    """Something to be written in the place of a span; of two at one place the lower ``turn`` comes first."""

    span: Span
    text: str
    turn: int = 0


class Layout:
    """One text and the places in it.

    Nodes are placed by line and column, so that those of a text in which single lines were blanked
    (see `store.salvage`) stand where they do in the text itself.
    """

    def __init__(self, source: Source) -> None:
        """Place nodes in the text of ``source``."""
        self.source = source
        self.text = source.text

    def at(self, mark: Mark) -> int:
        """Return the offset of a place."""
        return self.source.offset(mark.line + 1, mark.column + 1)

    def place(self, node: Node) -> tuple[int, int]:
        """Return the line and column, both from 1, where a node starts."""
        mark = start_of(node)
        return mark.line + 1, mark.column + 1

    def span(self, node: Node) -> Span:
        """Return where a node stands, without the comments and blank lines that follow it."""
        return Span(self.at(start_of(node)), self._end(node))

    def line_start(self, offset: int) -> int:
        """Return where the line begins that ``offset`` is in."""
        return self.source.offset(self.source.place(offset)[0], 1)

    def line_end(self, offset: int) -> int | None:
        """Return where the line of ``offset`` ends, before its break; None if text other than a comment follows."""
        found = _REST.match(self.text, offset)
        return found.end() if found else None

    def next_line(self, end: int) -> int:
        """Return where the line after the one that ends at ``end`` begins."""
        found = LINE_BREAK.match(self.text, end)
        return found.end() if found else end

    def line_break(self, offset: int) -> str:
        """Return how lines end at ``offset``: as the line itself does, or else as the file's first does."""
        found = LINE_BREAK.search(self.text, offset) or LINE_BREAK.search(self.text)
        return found[0] if found else "\n"

    def changed(self, changes: Iterable[Change]) -> str:
        """Return the text with changes made, none of which overlap."""
        parts: list[str] = []
        position = 0
        for change in sorted(changes, key=lambda change: (change.span.start, change.turn)):
            parts += (self.text[position : change.span.start], change.text)
            position = change.span.end
        return "".join((*parts, self.text[position:]))

    def _end(self, node: Node) -> int:
        if isinstance(node, TextNode):
            start, end = self.at(start_of(node)), self.at(end_of(node))
            return start + len(_BLANK_LINES.sub("", self.text[start:end])) if node.style in ("|", ">") else end
        if node.flow or not node.children:
            return self.at(end_of(node))
        return self._end(node.children[-1])


def pairs(node: MapNode) -> list[tuple[TextNode, Node]]:
    """Return the keys and values of a mapping as they stand in the file."""
    both = zip(node.children[::2], node.children[1::2], strict=True)
    return [(key, value) for key, value in both if isinstance(key, TextNode)]
