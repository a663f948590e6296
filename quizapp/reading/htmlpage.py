"""A page of HTML as blocks, each knowing the containers it stands in."""

import re
from dataclasses import dataclass, field

from quizapp.reading.document import BlockKind
from quizapp.reading.htmltokens import Raw, Tag, Text, tokens

CONTAINERS = frozenset(
    (
        "html body main article section div header center blockquote figure ul ol dl table tbody tr td th li dd dt"
    ).split()
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_TEXT_BLOCKS = HEADINGS | {"p"}
_NO_TEXT = frozenset("nav footer button select pre object audio video canvas math menu".split())
_BESIDE = frozenset(["aside", "form", "dialog", "figcaption", "address"])
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLUTTER = frozenset(
    (
        "nav navbar navigation menu breadcrumb breadcrumbs footer site-footer sidebar comments comment-list "
        "share sharing share-buttons social social-links related related-articles related-posts recommended "
        "newsletter subscribe promo advert advertisement ad ads cookie cookie-banner popup modal paywall "
        "caption wp-caption-text credit toc references reference reflist mw-editsection navbox infobox "
        "hatnote noprint printfooter catlinks sr-only visually-hidden screen-reader-text skip-link byline "
        "author-bio tags topics"
    ).split()
)
_CLUTTER_ROLES = frozenset("navigation banner contentinfo complementary search dialog menu form note".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TOKENS_LIMIT = 500_000
"""Tags and texts of the longest page that is read; it takes about two seconds."""
_DEEPEST = 100_000
"""Containers nested deeper than this are taken as one."""


class TooMuchMarkupError(Exception):
    """The page is nothing but markup; reading on would take too long."""


@dataclass(slots=True)
class Container:
    """An element that holds blocks."""

    name: str
    parent: int
    """Index of the container around it; -1 for the page itself."""
    tag: Tag | None = None


@dataclass(slots=True)
class PageBlock:
    """A stretch of text that a browser would set as one block."""

    kind: BlockKind
    name: str
    """The element: ``p``, ``h2``, or the container's name for text right inside it."""
    text: str
    line: int
    container: int
    """Index of the container it stands in."""
    linked: int
    """How many of its characters are links."""


@dataclass(slots=True)
class Page:
    """What was read of a page."""

    containers: list[Container]
    blocks: list[PageBlock] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    """The ``meta``, ``link``, ``time`` and ``html`` tags, in order."""
    raws: list[Raw] = field(default_factory=list)
    """The titles and scripts, in order."""


def read_page(source: str, drop_clutter: bool = True) -> Page:
    """Read a page of HTML.

    Args:
        source: the page.
        drop_clutter: leave out what its element, class, id or role says is a menu, sharing, comments and so on.

    Raises:
        TooMuchMarkupError: there are more tags than any article has.
    """
    reader = _Reader(source, drop_clutter)
    for number, token in enumerate(tokens(source)):
        if number > _TOKENS_LIMIT:
            raise TooMuchMarkupError
        match token:
            case Text():
                reader.text(token)
            case Raw():
                reader.page.raws.append(token)
            case Tag(closing=True):
                reader.end(token)
            case Tag():
                reader.start(token)
    reader.end_block()
    return reader.page


class _Reader:
    """Follows the tags: which container is open, which block is being gathered, what is left out.

    Only containers and text blocks are kept on a stack; inline elements cannot nest anything.
    """

    def __init__(self, source: str, drop_clutter: bool) -> None:
        self.page = Page([Container("page", -1)])
        self._drop_clutter = drop_clutter
        self._lines = _LineCounter(source)
        self._stack = [0]
        self._open_names: dict[str, int] = {}
        self._block_name = ""
        self._pieces: list[str] = []
        self._started = 0
        self._linked = 0
        self._in_link = False
        self._passing_over = ""
        self._passing_depth = 0

    def start(self, tag: Tag) -> None:
        if tag.name in ("meta", "link", "time", "html"):
            self.page.tags.append(tag)
        if self._passing_over:
            self._passing_depth += tag.name == self._passing_over
        elif tag.name in _VOID:
            self._void(tag)
        elif self._is_left_out(tag):
            if tag.name in _NO_TEXT | _BESIDE | CONTAINERS | _TEXT_BLOCKS:
                self.end_block()
            self._passing_over, self._passing_depth = tag.name, 1
        elif tag.name in _TEXT_BLOCKS:
            self.end_block()
            self._block_name = tag.name
        elif tag.name in CONTAINERS:
            self._open(tag)
        elif tag.name == "a":
            self._in_link = bool(tag.get("href"))

    def end(self, tag: Tag) -> None:
        if self._passing_over:
            self._passing_depth -= tag.name == self._passing_over
            if not self._passing_depth or tag.name in ("body", "html"):
                self._passing_over = ""
        elif tag.name in _TEXT_BLOCKS:
            self.end_block()
        elif tag.name in CONTAINERS:
            self._close(tag.name)
        elif tag.name == "a":
            self._in_link = False

    def text(self, token: Text) -> None:
        if self._passing_over:
            return
        if not self._pieces and token.text.strip():
            self._started = token.position + len(token.text) - len(token.text.lstrip())
        if self._pieces or token.text.strip():
            self._pieces.append(token.text)
            self._linked += len(token.text.strip()) if self._in_link else 0

    def end_block(self) -> None:
        if text := " ".join("".join(self._pieces).split()):
            container = self._stack[-1]
            name = self._block_name or self.page.containers[container].name
            kind = BlockKind.HEADING if name in HEADINGS else BlockKind.PARAGRAPH
            line = self._lines.at(self._started)
            self.page.blocks.append(PageBlock(kind, name, text, line, container, self._linked))
        self._pieces, self._block_name, self._linked = [], "", 0

    def _void(self, tag: Tag) -> None:
        if tag.name == "hr":
            self.end_block()
        elif tag.name in ("br", "wbr") and self._pieces:
            # Two breaks in a row are how old pages end a paragraph.
            if tag.name == "br" and self._pieces[-1] == "\n" and self._block_name != "h1":
                name = self._block_name
                self.end_block()
                self._block_name = name
            else:
                self._pieces.append("\n" if tag.name == "br" else "")

    def _open(self, tag: Tag) -> None:
        self.end_block()
        if tag.name in ("li", "dd", "dt", "tr", "td", "th") and self.page.containers[self._stack[-1]].name == tag.name:
            self._close(tag.name)
        if len(self._stack) < _DEEPEST:
            self.page.containers.append(Container(tag.name, self._stack[-1], tag))
            self._stack.append(len(self.page.containers) - 1)
            self._open_names[tag.name] = self._open_names.get(tag.name, 0) + 1

    def _close(self, name: str) -> None:
        self.end_block()
        # An end tag that nothing opened must not cost a search of the whole stack.
        while self._open_names.get(name, 0):
            closed = self.page.containers[self._stack.pop()].name
            self._open_names[closed] -= 1
            if closed == name:
                return

    def _is_left_out(self, tag: Tag) -> bool:
        if tag.name in ("html", "body", "main", "article"):
            return False
        if tag.name in _NO_TEXT or "hidden" in tag.attributes or tag.get("aria-hidden") == "true":
            return True
        if _HIDING.search(tag.get("style")[:1000]):
            return True
        names = f"{tag.get('class')[:1000]} {tag.get('id')[:100]}".lower().split()
        clutter = tag.name in _BESIDE or tag.get("role") in _CLUTTER_ROLES or not _CLUTTER.isdisjoint(names)
        return self._drop_clutter and clutter


class _LineCounter:
    """Line numbers of rising offsets, each newline counted once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._seen = 0
        self._line = 1

    def at(self, position: int) -> int:
        self._line += self._source.count("\n", self._seen, position)
        self._seen = max(self._seen, position)
        return self._line
