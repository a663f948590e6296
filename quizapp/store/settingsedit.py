"""Changing one value in a settings file: its own bytes change, or its own lines come and go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.store.loader import Loaded, MapNode, Node, TextNode, end_of, start_of
from quizapp.store.yamltext import scalar

_STEP = "  "
_LINE_END = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n|\Z")


class LayoutError(ValueError):
    """The file is laid out so that a part of it cannot be changed by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a setting is to be."""

    keys: tuple[str, ...]
    """What leads to it: its name, or the name of a table, one of the names in it, and the setting there."""
    text: str | None
    """Its value as YAML; None to take it out."""


def with_change(loaded: Loaded, change: Change) -> str:
    """Return a settings file's text with one change. Raises LayoutError."""
    text = loaded.source.text
    mapping = loaded.root
    if mapping is None:
        return _appended(text, _lines(change.keys, change.text or ""))
    for depth, key in enumerate(change.keys):
        if type(mapping) is not MapNode or (depth and (mapping.flow or not mapping.entries)):
            raise LayoutError
        if key not in mapping.entries:
            return _with_new(text, mapping, Change(change.keys[depth:], change.text), depth)
        name, value = mapping.entries[key]
        if depth == len(change.keys) - 1 and change.text is not None:
            return f"{text[: end_of(name).index]}: {change.text}{text[_last(value) :]}"
        if change.text is None and (depth == len(change.keys) - 1 or _is_last_one(value, change.keys[depth + 1 :])):
            return _without(text, name, value)
        mapping = value
    raise LayoutError


def with_table(loaded: Loaded, name: str, table: Mapping[str, Mapping[str, str]]) -> str:
    """Return a settings file's text with a whole table written anew, its values as YAML."""
    text = loaded.source.text
    written = [
        line
        for place, own in table.items()
        for line in (f"{_STEP}{scalar(place)}:", *(f"{_STEP * 2}{key}: {own[key]}" for key in own))
    ]
    entries = loaded.root.entries if type(loaded.root) is MapNode else {}
    if name not in entries:
        return _appended(text, [f"{name}:", *written]) if written else text
    key, value = entries[name]
    new = _break_of(text).join(["", *written]) if written else " {}"
    return f"{text[: end_of(key).index]}:{new}{text[_last(value) :]}"


def _lines(keys: tuple[str, ...], value: str) -> list[str]:
    """Return the lines of a new setting, each key deeper than the one before it."""
    *above, last = keys
    lines = [f"{_STEP * at}{scalar(key)}:" for at, key in enumerate(above)]
    return [*lines, f"{_STEP * len(above)}{scalar(last)}: {value}"]


def _with_new(text: str, mapping: MapNode, change: Change, depth: int) -> str:
    """Put a setting that is not there yet behind the others of its mapping."""
    if change.text is None:
        return text
    if not depth:
        return _appended(text, _lines(change.keys, change.text))
    first = start_of(next(iter(mapping.entries.values()))[0]).column
    end = _line_end(text, _last(mapping))
    line_break = _break_of(text)
    new = (f"{line_break}{' ' * first}{line}" for line in _lines(change.keys, change.text))
    return f"{text[:end]}{''.join(new)}{text[end:]}"


def _is_last_one(value: Node, keys: tuple[str, ...]) -> bool:
    """Say whether a mapping holds nothing but the way to one setting."""
    while keys:
        if type(value) is not MapNode or list(value.entries) != [keys[0]]:
            return False
        value, keys = value.entries[keys[0]][1], keys[1:]
    return True


def _without(text: str, name: TextNode, value: Node) -> str:
    """Take out the lines of a key and its value."""
    start = start_of(name).index
    start -= start_of(name).column
    if text[start : start_of(name).index].strip():
        raise LayoutError
    end = _line_end(text, max(_last(value), end_of(name).index))
    found = _BREAK.match(text, end)
    return text[:start] + text[found.end() if found else end :]


def _appended(text: str, lines: list[str]) -> str:
    line_break = _break_of(text)
    joint = line_break if text and not text.endswith(("\n", "\r")) else ""
    return text + joint + "".join(f"{line}{line_break}" for line in lines)


def _break_of(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found and found[0] else "\n"


def _line_end(text: str, offset: int) -> int:
    found = _LINE_END.match(text, offset)
    return found.end() if found else offset


def _last(node: Node) -> int:
    """Return the offset after the last character of a node, without the comments that follow it."""
    if isinstance(node, TextNode) or node.flow or not node.children:
        return end_of(node).index
    return _last(node.children[-1])
