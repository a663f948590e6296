"""Front matter: the ``key: value`` lines between two ``---`` at the head of a file."""

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r"---\s*")
_PAIR = re.compile(r"([A-Za-z][\w-]*)\s*:(?:\s+(.*))?")
_LINES_AT_MOST = 100
_NAMES = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "author": "author",
    "byline": "author",
    "url": "url",
    "source": "url",
    "link": "url",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and where the text after it begins."""

    values: dict[str, str] = field(default_factory=dict)
    """By ``title``, ``date``, ``author`` and ``url``, as far as they are given."""
    body: int = 0
    """Index of the first line that is no longer front matter; 0 if there is none."""

    def get(self, name: str) -> str:
        """Return a value, or empty text."""
        return self.values.get(name, "")


def front_matter(lines: list[str]) -> FrontMatter:
    """Read the front matter at the head of ``lines``.

    Only plain ``key: value`` lines count; lists and nested values are passed over. A first ``---``
    that nothing closes, or that prose follows, is a line of the text.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if start >= len(lines) or not _FENCE.fullmatch(lines[start]):
        return FrontMatter()
    values: dict[str, str] = {}
    for number in range(start + 1, min(len(lines), start + _LINES_AT_MOST)):
        line = lines[number]
        if _FENCE.fullmatch(line) or line.rstrip() == "...":
            return FrontMatter(values, number + 1)
        pair = _PAIR.fullmatch(line.rstrip())
        if pair is None and line.strip() and not line.startswith((" ", "\t", "#", "-")):
            return FrontMatter()
        if pair and (name := _NAMES.get(pair[1].lower())):
            values.setdefault(name, _unquoted((pair[2] or "").strip()))
    return FrontMatter()


def _unquoted(value: str) -> str:
    quote = value[:1]
    if len(value) >= 2 and quote in "\"'" and value.endswith(quote):
        inside = value[1:-1]
        return inside.replace("''", "'") if quote == "'" else inside.replace('\\"', '"')
    return value
