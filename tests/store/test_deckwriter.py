import json
import string
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.model import Deck, Item, Source
from quizapp.errors import QuizError
from quizapp.store.atomic import digest_of
from quizapp.store.deckfile import parse_deck, read_deck
from quizapp.store.deckwriter import deck_text, write_deck
from quizapp.store.yamltext import is_bare, quoted, scalar
from quizapp.text import inert

TRICKY = [
    *"No yes on off y N true False null ~ nan .inf 12:30 007 0x1F 1e3 1_000 2001-01-01".split(),
    *"= << <<: - ? : # {} [] | > % @ ` ! & *".split(),
    *(
        "C #",
        "#1 fan",
        "a: b",
        "a:",
        ": b",
        "- a",
        "? a",
        "[1]",
        "{a}",
        "*p",
        "&a",
        "!t",
        "'tis",
        '"so"',
        "a\tb",
        "a\nb",
        " a",
        "a ",
        "a  b",
    ),
    *(
        "\\",
        "\\n",
        '"',
        "é",
        "😀",
        "\ufeff",
        "\x85",
        "\u2028",
        "\xa0",
        "\u200b",
        "\x1b[31m",
        "\0",
        "\ud800",
        "\uffff",
        "---",
        "...",
        "--- a",
    ),
    *(
        "1,000",
        "a, b",
        "https://a.b/c?d=e#f",
        "{{a::b}}",
        "question",
        "x" * 2000,
        "What is it?: so",
        "a\r\nb",
        "Infinity",
        "NONE",
        "a:b",
        "a::",
    ),
]
anything = st.one_of(
    st.sampled_from(TRICKY),
    st.text(max_size=30),
    st.text(string.ascii_letters + " :#,-?'\"[]{}&*!|>%@`\\\n\t", max_size=20),
)
texts = anything.filter(lambda text: inert(text).strip())
lists = st.lists(texts, max_size=4).map(tuple)
sources = st.builds(Source, anything, anything, anything, anything)
extras = {
    "accept": lists,
    "wrong": lists,
    "quote": anything,
    "context": anything,
    "hint": anything,
    "note": anything,
    "tags": lists,
    "rule": anything,
    "doubt": anything,
    "source": st.none() | sources.filter(lambda source: source != Source()),
    "ordered": st.booleans(),
    "reverse": st.booleans(),
}
items = st.one_of(
    st.builds(Item, question=texts, answer=texts),
    st.builds(Item, question=texts, answer=texts, **extras),
    st.builds(Item, question=texts, answers=st.lists(texts, min_size=1, max_size=4).map(tuple), **extras),
    st.builds(Item, cloze=texts.map(lambda text: f"{text} {{{{gap}}}}"), **extras),
)
decks = st.builds(Deck, texts, st.lists(items, max_size=4).map(tuple), anything, lists, sources, st.booleans())


def made_inert(value):
    match value:
        case str():
            return inert(value)
        case tuple():
            return tuple(map(made_inert, value))
        case Item() | Deck() | Source():
            return replace(value, **{name: made_inert(getattr(value, name)) for name in value.__slots__})
        case _:
            return value


@given(decks)
def test_a_written_deck_reads_as_the_same_deck(deck):
    read = parse_deck(deck_text(deck).encode(), "d.yaml")
    assert read.deck == made_inert(deck)
    assert read.problems == read.advice == ()


@given(decks)
def test_another_reader_of_yaml_sees_texts_and_the_same(deck):
    text = deck_text(deck)
    found = yaml.safe_load(text)
    assert found["title"] == inert(deck.title)
    for item, entry in zip(deck.items, found["cards"], strict=True):
        for name, value in entry.items():
            if name not in {"ordered", "reverse", "source"}:
                assert all(isinstance(part, str) for part in (value if isinstance(value, list) else [value]))
        assert inert(item.question) in {*entry, entry.get("question", "")}


@given(decks)
def test_writing_is_deterministic_and_one_scalar_is_one_line(deck):
    text = deck_text(deck)
    assert text == deck_text(made_inert(deck))
    assert all(line.isprintable() or "\xa0" in line or ascii(line) != line for line in text.split("\n"))
    assert all(line.lstrip(" -").strip() for line in text.splitlines())


@given(anything)
def test_a_bare_text_is_a_text_in_every_schema(text):
    if is_bare(text):
        assert text[0].isalpha()
        for value in (scalar(text), scalar(text, in_brackets=True)):
            assert yaml.load(value, Loader=yaml.CSafeLoader) == text
    elif "\ud800" not in text:
        assert yaml.safe_load(quoted(inert(text))) == inert(text)


def test_quoted_text_of_json_is_json():
    for text in TRICKY:
        assert json.loads(quoted(inert(text))) == inert(text)


def test_the_layout_is_for_reading():
    deck = Deck(
        "The SCO summit: Astana",
        (
            Item("What is the capital of Kazakhstan?", "Astana"),
            Item("id", "no"),
            Item(
                "When?",
                "12:30",
                accept=("half past twelve", "12.30"),
                wrong=tuple(f"a rather long choice {n}" for n in "abcde"),
            ),
            Item(
                "Turkey",
                "Ankara",
                reverse=True,
                quote='"It is," he said.',
                source=Source(url="https://example.org/a?b=c"),
            ),
            Item(cloze="The SCO was founded in {{2001::year}} in {{Shanghai}}."),
            Item('Name the "three evils".', answers=("separatism", "terrorism"), ordered=True),
        ),
        tags=("news", "asia"),
        source=Source("A paper", date="2024-07-04"),
    )
    assert (
        deck_text(deck)
        == """\
title: "The SCO summit: Astana"
tags: [news, asia]
source:
  title: A paper
  date: "2024-07-04"
cards:
- What is the capital of Kazakhstan?: Astana
- question: id
  answer: "no"
- question: When?
  answer: "12:30"
  accept: [half past twelve, "12.30"]
  wrong:
  - a rather long choice a
  - a rather long choice b
  - a rather long choice c
  - a rather long choice d
  - a rather long choice e
- question: Turkey
  answer: Ankara
  reverse: true
  quote: "\\"It is,\\" he said."
  source:
    url: https://example.org/a?b=c
- cloze: The SCO was founded in {{2001::year}} in {{Shanghai}}.
- question: Name the "three evils".
  answers: [separatism, terrorism]
  ordered: true
"""
    )


def test_a_deck_that_no_file_can_hold_is_refused():
    for item in (
        Item("q"),
        Item("", "a"),
        Item(cloze="none"),
        Item("q", "a", accept=("",)),
        Item("q", "a", answers=("b",)),
    ):
        with pytest.raises(QuizError):
            deck_text(Deck("T", (item,)))
    with pytest.raises(QuizError):
        deck_text(Deck(" ", (Item("q", "a"),)))


def test_write_deck_makes_its_folders_and_returns_the_digest(tmp_path):
    path = tmp_path / "asia" / "sco.yaml"
    deck = Deck("T", (Item("q", "a"),))
    assert write_deck(path, deck) == digest_of(path.read_bytes()) == read_deck(path).digest
    assert read_deck(path).deck == deck


def test_a_file_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "sco.yaml"
    deck = Deck("T", (Item("q", "a"),))
    was = write_deck(path, deck, was="")
    write_deck(path, replace(deck, title="U"), was=was)
    with pytest.raises(QuizError, match="changed meanwhile"):
        write_deck(path, deck, was=was)
    with pytest.raises(QuizError, match="changed meanwhile"):
        write_deck(path, deck, was="")
    assert read_deck(path).deck.title == "U"
