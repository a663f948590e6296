"""From a page of HTML to its article: which container holds it, and which of its blocks are text."""

from quizapp.errors import QuizError
from quizapp.reading.document import Block, BlockKind
from quizapp.reading.draft import Draft
from quizapp.reading.htmlmeta import PageFacts, page_facts
from quizapp.reading.htmlpage import HEADINGS, Container, Page, PageBlock, TooMuchMarkupError, read_page
from quizapp.reading.shape import looks_like_heading

_ENOUGH = 200
"""A page with fewer characters of text may have lost its article to a misleading class name."""
_MOST = 0.6
"""The article's container holds at least this share of the page's text."""
_TELLING_SHARE = 0.4
"""A container that says it is the article is believed from this share on."""
_WALKED_INTO = frozenset(["html", "body", "main", "article", "section", "div", "center", "td", "tr", "tbody", "table"])


def html_draft(source: str, file: str) -> Draft:
    """Return the article of a page.

    Raises:
        QuizError: the page holds no running text, or endless markup.
    """
    try:
        return _draft(source, file)
    except TooMuchMarkupError as error:
        raise QuizError.of("far more markup than an article has", "save its text in a .txt file", file) from error


def _draft(source: str, file: str) -> Draft:
    page = read_page(source)
    blocks = _article_blocks(page)
    if _size(blocks) < _ENOUGH:
        whole = read_page(source, drop_clutter=False)
        more = _article_blocks(whole)
        if _size(more) > 2 * _size(blocks):
            page, blocks = whole, more
    if not any(block.kind is BlockKind.PARAGRAPH for block in blocks):
        raise QuizError.of("no article text found in the page", "save its text in a .txt file", file)
    facts = page_facts(page)
    title = _title(facts, page)
    return Draft(
        blocks=tuple(
            Block(block.kind, block.text, block.line)
            for block in blocks
            if block.kind is not BlockKind.HEADING or block.text.casefold() != title.casefold()
        ),
        title=title,
        date=facts.date,
        author=facts.author,
        url=facts.url,
    )


def _article_blocks(page: Page) -> list[PageBlock]:
    chosen = _article_container(page)
    inside: list[bool] = []
    in_header: list[bool] = []
    for index, container in enumerate(page.containers):
        parent = container.parent
        inside.append(index == chosen or (parent >= 0 and inside[parent]))
        in_header.append(container.name == "header" or (parent >= 0 and in_header[parent]))
    return [
        block
        for block in page.blocks
        if inside[block.container]
        and _is_text(block)
        and (block.kind is BlockKind.HEADING or not in_header[block.container])
    ]


def _article_container(page: Page) -> int:
    """Return the index of the lowest container that holds most of the text, or says it is the article."""
    sizes = [0] * len(page.containers)
    for block in page.blocks:
        if block.kind is BlockKind.PARAGRAPH and _is_text(block):
            sizes[block.container] += len(block.text)
    for index in range(len(sizes) - 1, 0, -1):
        sizes[page.containers[index].parent] += sizes[index]
    telling = max(
        (index for index, container in enumerate(page.containers) if _says_article(container)),
        key=lambda index: (sizes[index], index),
        default=0,
    )
    if telling and sizes[telling] >= _TELLING_SHARE * sizes[0]:
        return telling
    lowest = 0
    for index, container in enumerate(page.containers):
        if container.parent == lowest and container.name in _WALKED_INTO and sizes[index] >= _MOST * sizes[0]:
            lowest = index
    return lowest


def _says_article(container: Container) -> bool:
    tag = container.tag
    return container.name == "article" or (tag is not None and tag.get("itemprop") == "articleBody")


def _is_text(block: PageBlock) -> bool:
    words = len(block.text.split())
    if 2 * block.linked > len(block.text) or not any(character.isalpha() for character in block.text):
        return False
    if block.name in HEADINGS or block.name in ("p", "blockquote"):
        return True
    if block.name in ("td", "th"):
        return words >= 20
    return words >= 8 and not looks_like_heading(block.text)


def _size(blocks: list[PageBlock]) -> int:
    return sum(len(block.text) for block in blocks if block.kind is BlockKind.PARAGRAPH)


def _title(facts: PageFacts, page: Page) -> str:
    """Return the headline: the page's first heading if the meta data agree, else what they say."""
    first = next((block.text for block in page.blocks if block.name == "h1"), "")
    if first and (not facts.title or first.casefold() in facts.title.casefold()):
        return first
    return facts.title or first or facts.window_title
