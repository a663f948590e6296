"""HTML as a stream of tags and texts, in one pass that never looks back.

Written for hostile pages: every step consumes what it looked at, so the time is linear in the
length, whatever is unclosed or nested. Character references are read; comments, doctypes and
what is inside ``style`` and its like are passed over.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from quizapp.reading.entities import without_references


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag."""

    name: str
    """In lower case."""
    closing: bool
    position: int
    """Offset of its ``<`` in the page."""
    attributes: dict[str, str] = field(default_factory=dict)
    """By lower-case name; the first wins."""

    def get(self, name: str) -> str:
        """Return an attribute's value, or empty text."""
        return self.attributes.get(name, "")


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text, its character references read."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Raw:
    """What a ``script`` or a ``title`` holds, as it stands."""

    element: Tag
    text: str


_NAME = re.compile(r"[A-Za-z][^\s/>]{0,100}")
# One attribute, or the ``>`` that ends the tag, or one character that means nothing here. An
# attribute's value is quoted, or runs to the next space.
_ATTRIBUTE = re.compile(
    r"[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>=][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)?))?|=)"
)
_ATTRIBUTES_KEPT = 50
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "noscript", "template", "iframe", "xmp", "noembed", "svg")
}


def tokens(page: str) -> Iterator[Tag | Text | Raw]:
    """Yield what ``page`` holds, in order."""
    position, size = 0, len(page)
    while position < size:
        start = page.find("<", position)
        start = size if start < 0 else start
        if start > position:
            yield Text(without_references(page[position:start]), position)
        if start == size:
            return
        position = yield from _markup(page, start)


def _markup(page: str, start: int) -> Generator[Tag | Text | Raw, None, int]:
    """Yield what begins with the ``<`` at ``start``; return where to go on."""
    if page.startswith("<!--", start):
        return _after(page, "-->", start + 4)
    follower = page[start + 1 : start + 2]
    if follower in ("!", "?"):
        return _after(page, ">", start + 2)
    closing = follower == "/"
    name = _NAME.match(page, start + 1 + closing)
    if name is None:
        if closing:
            return _after(page, ">", start + 2)
        yield Text("<", start)
        return start + 1
    attributes, end = _attributes(page, name.end())
    tag = Tag(name[0].lower(), closing, start, attributes)
    if closing or tag.name not in _RAW_ENDS:
        yield tag
        return end
    return (yield from _raw(page, tag, end))


def _raw(page: str, tag: Tag, start: int) -> Generator[Raw, None, int]:
    stop = _RAW_ENDS[tag.name].search(page, start)
    inside_end = stop.start() if stop else len(page)
    yield Raw(tag, page[start:inside_end])
    return _after(page, ">", inside_end)


def _attributes(page: str, position: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(page, position):
        position = match.end()
        if match["end"]:
            return found, position
        if match["name"] and len(found) < _ATTRIBUTES_KEPT:
            value = match["double"] or match["single"] or match["bare"] or ""
            found.setdefault(match["name"].lower(), without_references(value))
    return found, len(page)


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)
