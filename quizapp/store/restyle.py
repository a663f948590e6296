"""New texts in the style of those they replace: quotes stay quotes, blocks stay blocks, lists stay lists."""

import re
import textwrap

from quizapp.store.loader import ListNode, Node, TextNode
from quizapp.store.spans import Change, Layout, Span
from quizapp.store.yamltext import brackets, quoted, scalar

_HEADER = re.compile(r"[|>][-+]?[ \t]*(?:#[^\r\n]*)?")
_INDENT = re.compile(r"(?:\r\n|\r|\n)[ \t\r\n]*?(?<![^\r\n])( +)\S")
_PARTING = re.compile(r"\n+")
_WIDTH = 100
_AFTER_KEY = 1
"""The turn of what follows a key, before lines that are put in below it."""


class Restyler:
    """Writes new values into one text."""

    def __init__(self, layout: Layout, *, in_brackets: bool) -> None:
        """Write into the text of ``layout``; ``in_brackets`` says that the card itself stands in braces."""
        self._layout = layout
        self._in_brackets = in_brackets

    def text(self, node: Node, text: str) -> Change:
        """Return the change that makes ``node`` say ``text``."""
        span = self._layout.span(node)
        if not isinstance(node, TextNode):
            return Change(span, scalar(text, in_brackets=self._in_brackets))
        if span.start == span.end:
            return Change(span, f" {scalar(text, in_brackets=self._in_brackets)}", _AFTER_KEY)
        return Change(span, self._as(node, span, text))

    def texts(self, node: Node, before: tuple[str, ...], after: tuple[str, ...]) -> list[Change]:
        """Return the changes that make ``node``, which lists ``before``, list ``after``."""
        if isinstance(node, TextNode):
            if len(after) == 1:
                return [self.text(node, after[0])]
            span = self._layout.span(node)
            space = " " if span.start == span.end else ""
            return [Change(span, f"{space}{brackets(after)}", _AFTER_KEY)]
        if not (isinstance(node, ListNode) and node.children and len(node.children) == len(before)):
            return [Change(self._layout.span(node), brackets(after))]
        inside = Restyler(self._layout, in_brackets=node.flow)
        if len(after) < len(before):
            return [Change(self._layout.span(node), inside.whole_list(node, after))]
        changed = zip(node.children, before, after, strict=False)
        changes = [inside.text(child, new) for child, old, new in changed if old != new]
        if added := after[len(before) :]:
            changes.append(inside.appended(node, added))
        return changes

    def whole_list(self, node: ListNode, texts: tuple[str, ...]) -> str:
        """Return a list in the place and the style of ``node``."""
        return brackets(texts) if node.flow else self._dashes(node, texts)

    def appended(self, node: ListNode, texts: tuple[str, ...]) -> Change:
        """Return the change that puts texts at the end of a list that is not empty."""
        end = self._layout.span(node.children[-1]).end
        if node.flow:
            return Change(Span(end, end), "".join(f", {scalar(text, in_brackets=True)}" for text in texts))
        line_end = self._layout.line_end(end)
        place = end if line_end is None else line_end
        return Change(Span(place, place), self._line_break(node) + self._dashes(node, texts))

    def _dashes(self, node: ListNode, texts: tuple[str, ...]) -> str:
        return self._line_break(node).join(f"- {scalar(text)}" for text in texts)

    def _line_break(self, node: ListNode) -> str:
        start = self._layout.span(node).start
        column = start - self._layout.line_start(start)
        return self._layout.line_break(start) + " " * column

    def _as(self, node: TextNode, span: Span, text: str) -> str:
        if node.style == "'" and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        if node.style == '"':
            return quoted(text)
        if node.style in ("|", ">") and text:
            return self._block(span, text, folded=node.style == ">") or quoted(text)
        return scalar(text, in_brackets=self._in_brackets)

    def _block(self, span: Span, text: str, *, folded: bool) -> str:
        """Return a block with the header and the indentation of the one that stands at ``span``; empty if it cannot."""
        old = self._layout.text[span.start : span.end]
        header, indent = _HEADER.match(old), _INDENT.search(old)
        lines = text.split("\n")
        fits = all(line == line.strip() and line.replace("\t", "").isprintable() for line in lines) and lines[-1]
        if not (header and indent and fits and lines[0]):
            return ""
        if folded:
            width = max(_WIDTH - len(indent[1]), 40)
            lines = _PARTING.sub(lambda parting: parting[0] + "\n", text).split("\n")
            lines = [part for line in lines for part in _wrapped(line, width)]
        line_break = self._layout.line_break(span.start)
        return line_break.join((header[0].rstrip(), *(indent[1] + line if line else "" for line in lines)))


def _wrapped(line: str, width: int) -> list[str]:
    if "  " in line or "\t" in line:
        return [line]
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
