"""Advice that only the text of a deck file can give: what its author wrote and YAML does not keep."""

import re
from collections.abc import Iterator

from quizapp.errors import Problem
from quizapp.store.loader import ListNode, Loaded, MapNode, Node, TextNode, end_of, start_of

_QUOTE_IT = 'put the text in double quotes: "…"'
_CUT = re.compile(r"[^\S\r\n]#")
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
# Two spaces before the sign and one after it is how a comment is written on purpose.
_COMMENT = re.compile(r"(?:[^\S\r\n]{2,}|\t[^\S\r\n]*)#(?:[^\S\r\n]|$)")


def raw_advice(loaded: Loaded) -> Iterator[Problem]:
    """Yield what could be better in the way a deck file is written."""
    text = loaded.source.text
    if loaded.root is None:
        return
    if _CUT.search(text):
        yield from _cut_lines(loaded)
    if _THOUSANDS.search(text):
        yield from _split_numbers(loaded)


def _cut_lines(loaded: Loaded) -> Iterator[Problem]:
    """Yield advice on each plain text that a ``#`` ends, where it does not look like a comment."""
    text = loaded.source.text
    for node in _nodes(loaded.root):
        if not isinstance(node, TextNode) or node.style or not node.value:
            continue
        end = end_of(node)
        rest = text[end.index : end.index + 4]
        if re.match(r"[^\S\r\n]+#", rest) and not _COMMENT.match(text, end.index):
            message = f"the text ends before the # in: {loaded.source.excerpt(end.line + 1)}"
            yield loaded.source.problem(end.line + 1, end.column + 2, message, f"if the # belongs to it, {_QUOTE_IT}")


def _split_numbers(loaded: Loaded) -> Iterator[Problem]:
    """Yield advice on each number such as 1,000 that a list in brackets takes apart."""
    for node in _nodes(loaded.root):
        if type(node) is not ListNode or not node.flow:
            continue
        for first, second in zip(node.children, node.children[1:], strict=False):
            if isinstance(first, TextNode) and isinstance(second, TextNode) and _is_split(first, second):
                mark = start_of(first)
                number = f"{first.value},{second.value}"
                message = f"`{number}` in a list is two texts, {first.value} and {second.value}"
                yield loaded.source.problem(mark.line + 1, mark.column + 1, message, f'for a number write "{number}"')


def _is_split(first: TextNode, second: TextNode) -> bool:
    close = start_of(second).index == end_of(first).index + 1
    return close and first.value[-1:].isdigit() and re.fullmatch(r"\d{3}", second.value) is not None


def _nodes(root: Node | None) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        yield node
        if isinstance(node, ListNode | MapNode):
            stack.extend(reversed(node.children))
