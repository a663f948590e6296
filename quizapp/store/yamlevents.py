"""Events in YAML of another layout than this program's own: written by hand, or by another program."""

import re
from pathlib import Path
from typing import Any

from quizapp.errors import QuizError
from quizapp.store.loader import ListNode, MapNode, Node, TextNode, load, start_of
from quizapp.store.source import Source, decoded

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_NO_NODE_LIMIT = 1 << 40


def yaml_fields(line: bytes) -> Any:  # noqa: ANN401 - whatever a line can hold
    """Return what one line stands for; None if that is nothing."""
    try:
        root = load(Source("", line.decode("utf-8"))).root
    except (UnicodeDecodeError, QuizError):
        return None
    entry = root.children[0] if type(root) is ListNode and len(root.children) == 1 else root
    return None if entry is None else _value_of(entry)


def yaml_entries(path: Path) -> list[tuple[Any, int]] | None:
    """Return what each entry of a whole file stands for, with its line; None if it is no list of mappings."""
    try:
        root = load(decoded(path.read_bytes(), str(path), limit=None), _NO_NODE_LIMIT).root
    except QuizError:
        return None
    if type(root) is not ListNode or not all(type(child) is MapNode for child in root.children):
        return None
    return [(_value_of(child), start_of(child).line + 1) for child in root.children]


def _value_of(node: Node) -> Any:  # noqa: ANN401 - whatever a line can hold
    """Return what a node of a journal stands for: plain numbers, true and false, else text."""
    if isinstance(node, TextNode):
        return node.value if node.style else _plain(node.value)
    if type(node) is MapNode:
        return {key: _value_of(value) for key, (_, value) in node.entries.items()}
    return [_value_of(child) for child in node.children]


def _plain(text: str) -> str | int | bool:
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if _WHOLE.fullmatch(text) else text
