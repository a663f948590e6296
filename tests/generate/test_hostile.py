"""Text that no editor would print: a deck or a clear refusal, in good time, and nothing odd on a card."""

import time
import unicodedata

import pytest

from quizapp.errors import QuizError
from quizapp.generate.make import Generator
from quizapp.reading.read import read_document

NEWS = "Mayor Ida Holm opened the new bridge in Halvik in 2021. Halvik was founded in 1854 and has 12,000 people."
SECONDS = 30
"""Far more than any of these takes on an idle machine."""

_PEOPLE = [f"President Ida{chr(97 + n)} Holm{n} opened the Bridge of Vell{n} in {1900 + n}." for n in range(26)]

HOSTILE = {
    "one line": f"{NEWS} " * 60,
    "no punctuation": "the mayor of the town said that the bridge is open and " * 100,
    "all capitals": f"{NEWS} ".upper() * 10,
    "mixed scripts": f"{NEWS} Мэр открыл мост. 市長は橋を開いた。 افتتح العمدة الجسر. " * 10,
    "emoji": "Mayor Ida Holm 🎉 opened 👨‍👩‍👧‍👦 the bridge 🇳🇴 in Halvik in 2021. " * 20,
    "control characters": "Mayor Ida Holm\x1b[31m opened the \x07bridge\u202e in \u0085Halvik\x08 in 2021. " * 20,
    "quotation marks": '"' * 1000 + NEWS + "“" * 1000 + f' "A gift" said {NEWS}',
    "quoted pieces": 'The mayor said "the bridge" is "a gift" to "the town" in 2021. ' * 40,
    "open parentheses": "(" * 2000 + NEWS,
    "open asides": "The mayor (Ida (Holm " * 200 + NEWS,
    "a long sentence": "The mayor of " + "the river of the town and " * 300 + "opened the bridge in 2021. " + NEWS,
    "a long word": "a" * 50_000 + f" {NEWS}",
    "stops": "." * 5000 + f" {NEWS}",
    "commas": "The mayor, " * 300 + NEWS,
    "hyphens": "The well-" * 300 + NEWS,
    "nothing but names": " ".join(_PEOPLE * 3),
    "braces": NEWS.replace("bridge", "{{bridge}} {a} \\{ }}") * 10,
}


@pytest.fixture(scope="module")
def generator():
    return Generator()


@pytest.mark.parametrize("name", HOSTILE)
def test_an_answer_or_a_refusal(generator, tmp_path, name):
    path = tmp_path / "hostile.txt"
    path.write_bytes(HOSTILE[name].encode())
    began = time.monotonic()
    deck, problems = _answer(generator, path)
    assert all("\n" not in str(problem) for problem in problems)
    assert len(problems) == (deck is None)
    assert time.monotonic() - began < SECONDS
    for item in deck.items if deck else ():
        shown = (item.question, item.answer, item.cloze, item.quote, item.context, *item.accept, *item.wrong)
        assert not [text for text in shown if any(unicodedata.category(letter) == "Cc" for letter in text)]
        assert not [text for text in shown if any(mark in text for mark in "\u202a\u202b\u202c\u202d\u202e")]


def _answer(generator, path):
    """Return (the deck, no problem) or (None, why there is none)."""
    try:
        return generator.make(read_document(path)).deck, ()
    except QuizError as refused:
        return None, refused.problems
