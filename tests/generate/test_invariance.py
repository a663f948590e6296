"""What must make no difference to a deck: how the same article was typed, broken and decorated."""

import re
from pathlib import Path

import pytest

from quizapp.generate.make import Generator
from quizapp.reading.read import read_document

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.md"))
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@pytest.fixture(scope="module")
def generator():
    return Generator()


@pytest.fixture(scope="module")
def cards(generator, tmp_path_factory):
    """The cards of a text as (question, answer), quotation marks straight."""
    known = {}

    def of(text):
        if text not in known:
            path = tmp_path_factory.mktemp("article") / "article.md"
            path.write_bytes(text.encode())
            items = generator.make(read_document(path)).deck.items
            known[text] = [
                tuple(part.translate(STRAIGHT) for part in (one.question or one.cloze, one.answer, *one.answers))
                for one in items
            ]
        return known[text]

    return of


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def text(request):
    return request.param.read_text(encoding="utf-8")


def _curled(text):
    """Return ``text`` with curly marks for straight ones, apart from its front matter."""
    head, body = _parts(text)
    body = re.sub(r'(?<![^\s(\[—–])"', "“", body).replace('"', "”")
    return head + body.replace("'", "’")


def _parts(text):
    """Return (front matter with title, all below)."""
    matter = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    end = matter.end() if matter else 0
    return text[:end], text[end:]


def _paragraphs(text):
    head, body = _parts(text)
    return head, body.strip("\n").split("\n\n")


def _with_junk(text):
    head, paragraphs = _paragraphs(text)
    paragraphs.insert(2, "To see in video")
    paragraphs.append("Share this article")
    return head + "\n" + "\n\n".join(paragraphs) + "\n"


VARIANTS = {
    "straight marks": lambda text: text.translate(STRAIGHT),
    "curly marks": lambda text: _curled(text.translate(STRAIGHT)),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no end of line at the end": lambda text: text.rstrip("\n"),
    "blanks at the ends of lines": lambda text: re.sub(r"(?<=[.,\w])\n", "  \n", _parts(text)[1]).join(
        [_parts(text)[0], ""]
    ),
    "more empty lines": lambda text: _parts(text)[0] + re.sub(r"\n\n", "\n\n\n\n", _parts(text)[1]),
    "a byte order mark": lambda text: "\ufeff" + text,
    "junk lines": _with_junk,
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_cards(cards, text, variant):
    assert cards(VARIANTS[variant](text)) == cards(text)


def test_a_deck_says_nothing_that_only_a_deleted_paragraph_said(cards, text):
    """Later cards may change: a name may lose its full form, and room in the deck goes to others.

    What must hold is that no card quotes what is gone, and that each is made of what is left.
    """
    head, paragraphs = _paragraphs(text)
    for place in range(1, len(paragraphs)):
        gone = paragraphs[place]
        rest = "\n\n".join(paragraphs[:place] + paragraphs[place + 1 :])
        words = set(re.findall(r"[A-Z]\w+|\d\w*", gone)) - set(re.findall(r"\w+", head + rest))
        for card in cards(f"{head}\n{rest}\n"):
            assert words.isdisjoint(re.findall(r"\w+", " ".join(card))), (gone, card)
