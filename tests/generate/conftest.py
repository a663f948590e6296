"""The model is loaded once; texts are read as a plain file of paragraphs would be."""

import pytest

from quizapp.generate.analyse import read_article
from quizapp.generate.article import Abstention
from quizapp.generate.parse import load_model
from quizapp.reading.document import Block, BlockKind, Document


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def document():
    """Make a document of paragraphs; one that starts with ``# `` is a heading."""

    def make(*paragraphs, date="", title="A title"):
        blocks = tuple(
            Block(BlockKind.HEADING, text[2:], line)
            if text.startswith("# ")
            else Block(BlockKind.PARAGRAPH, text, line)
            for line, text in enumerate(paragraphs, 1)
        )
        return Document(title, blocks, date)

    return make


@pytest.fixture(scope="session")
def read(nlp, document):
    """Read paragraphs as an article."""

    def make(*paragraphs, date="", title="A title"):
        return read_article(document(*paragraphs, date=date, title=title), nlp)

    return make


@pytest.fixture(scope="session")
def meanings():
    """What the references of an article mean: (as in the source, as in a card, or None where it abstains)."""

    def of(article):
        found = {}
        for (paragraph, _), reference in sorted(article.references.items()):
            sentence = next(s for s in article.sentences if s.paragraph == paragraph)
            text = sentence.span.doc[reference.start : reference.end].text
            meaning = None if isinstance(reference.meaning, Abstention) else reference.meaning.text
            found[paragraph, reference.start] = (text, meaning)
        return [found[place] for place in sorted(found)]

    return of


@pytest.fixture(scope="session")
def entity():
    """Find an entity of an article by any of its names."""

    def find(article, name):
        found = [each for each in article.entities if name == each.name or name in each.aliases]
        assert len(found) == 1, [each.name for each in article.entities]
        return found[0]

    return find
