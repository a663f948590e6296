"""What the tests of the second half share: decks from paragraphs, and the articles at hand."""

from pathlib import Path

from quizapp.generate import make
from quizapp.reading.document import Block, BlockKind, Document

ARTICLES = Path(__file__).parents[2].parent / "shared"
"""Development articles, beside the repository; what needs them skips itself where they are absent."""

NEWS = tuple(
    """
Norlandic President Ida Holm and Estmark's chancellor, Otto Reyes, signed the Treaty of Ulm in the town hall of Ulm on Thursday. The treaty bans the dumping of waste in Lake Orla.
The Lake Orla Commission (LOC), founded in 1998, has twelve members. It claims to protect around 40% of Lake Orla's shores.
"A lake has no borders," said Mara Lind, the head of the Orla Institute, who has studied the lake since 1987.
Estmark was criticised by Norland for its support of the dam at Vell. The dam cost 3 million crowns.
""".strip().splitlines()  # noqa: E501 - a paragraph a line, as in a file
)
"""A short news text of our own, with a little of everything."""


def document(*paragraphs, date="", title="A lake and its treaty"):
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, line) for line, text in enumerate(paragraphs, 1))
    return Document(title, blocks, date)


def article_document(path):
    """Read one development article as a plain file: a title line, then paragraphs."""
    title, *lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return document(*lines, title=title)


def articles():
    found = sorted((ARTICLES / "articles").glob("*.txt")) + sorted((ARTICLES / "seed").glob("article.txt"))
    return [path for path in found if path.is_file()]


def generated(article):
    return make.from_article(article, None, lambda _what, _share: None)
