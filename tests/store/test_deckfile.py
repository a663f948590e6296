import random
from pathlib import Path

import pytest

from quizapp.cards.model import Item, Source
from quizapp.errors import QuizError
from quizapp.store.deckfile import parse_deck, read_deck

WHOLE = """\
title: The SCO summit in Astana          # a comment
description: What was decided
tags: [news, asia]
source: {title: A paper, url: https://example.org/x, author: Someone, date: 2024-07-04}
cards:
- What is the capital of Kazakhstan?: Astana
- question: Which country became the SCO's tenth member in July 2024?
  answer: Belarus
  accept: [Republic of Belarus]
  wrong: [Mongolia, Turkey, Afghanistan]
  quote: "…the sentence it comes from…"
  context: |
    The paragraph
    around it.
  hint: h
  note: n
  tags: [members]
  id: sco-10
  rule: fact
  doubt: none
  source: {title: Another}
- cloze: The SCO was founded in {{2001::year}} in {{Shanghai}}.
- question: Name Beijing's "three evils".
  answers: [separatism, terrorism, extremism]
  ordered: false
- question: Name the first two of them.
  answers: [separatism, terrorism]
  ordered: true
- question: Turkey
  answer: Ankara
  reverse: true
- Turkey: Ankara
  reverse: yes
"""


def parsed(text, file="d.yaml"):
    return parse_deck(text.encode(), file)


def refusal(text):
    with pytest.raises(QuizError) as caught:
        parsed(text)
    return [str(problem) for problem in caught.value.problems]


def problems_of(data):
    try:
        return parse_deck(data, "d.yaml").problems
    except QuizError as error:
        return error.problems


def card(text):
    """Read one card between two good ones; the good ones must be there whatever it says."""
    read = parsed(f"title: T\ncards:\n- before: b\n{text}\n- after: a\n")
    kept = [item.question for item in read.deck.items]
    assert kept[0] == "before"
    assert kept[-1] == "after"
    return read


def problem(text):
    read = card(text)
    assert len(read.deck.items) == 2
    assert len(read.problems) == 1
    return str(read.problems[0])


def test_every_key_of_the_format_is_read():
    read = parsed(WHOLE)
    deck = read.deck
    assert read.problems == read.advice == ()
    assert (deck.title, deck.description, deck.tags) == (
        "The SCO summit in Astana",
        "What was decided",
        ("news", "asia"),
    )
    assert deck.source == Source("A paper", "https://example.org/x", "Someone", "2024-07-04")
    assert deck.items == (
        Item("What is the capital of Kazakhstan?", "Astana"),
        Item(
            "Which country became the SCO's tenth member in July 2024?",
            "Belarus",
            accept=("Republic of Belarus",),
            wrong=("Mongolia", "Turkey", "Afghanistan"),
            quote="…the sentence it comes from…",
            context="The paragraph\naround it.",
            hint="h",
            note="n",
            tags=("members",),
            id="sco-10",
            rule="fact",
            doubt="none",
            source=Source("Another"),
        ),
        Item(cloze="The SCO was founded in {{2001::year}} in {{Shanghai}}."),
        Item('Name Beijing\'s "three evils".', answers=("separatism", "terrorism", "extremism")),
        Item("Name the first two of them.", answers=("separatism", "terrorism"), ordered=True),
        Item("Turkey", "Ankara", reverse=True),
        Item("Turkey", "Ankara", reverse=True),
    )
    assert [item.line for item in deck.items] == [6, 7, 22, 23, 26, 29, 32]
    assert all(item.column == 3 for item in deck.items)


@pytest.mark.parametrize(
    "text", ["No", "yes", "~", "null", "12:30", "007", "1e3", "2001", "2001-13-45", "=", "a\tb", "'tis so'"]
)
def test_an_answer_is_what_was_typed(text):
    assert card(f"- question: q\n  answer: {text}").deck.items[1].answer == text.strip("'")
    assert card(f"- q: {text}").deck.items[1].answer == text.strip("'")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- question: q\n  answer:", "d.yaml:5:10: the answer is empty; write it"),
        ('- question: q\n  answer: " "', "d.yaml:5:11: the answer is empty"),
        ("- question: q\n  answer: #1 fan", "d.yaml:5:10: the answer is empty; the # starts a comment"),
        ("- question:\n  answer: a", "d.yaml:4:12: the question is empty"),
        ("- cloze:", "d.yaml:4:9: the cloze is empty"),
        ("- cloze: no gap", "d.yaml:4:10: a cloze without a gap; mark what is left out"),
        ("- cloze: a {{b}}\n  answer: b", "d.yaml:4:3: a card with both cloze and answer"),
        ("- question: q", "d.yaml:4:3: a card without an answer"),
        ("- answer: a", "d.yaml:4:3: a card without a question"),
        ("- question: q\n  answer: a\n  answers: [b]", "d.yaml:4:3: a card with both answer and answers"),
        ("- question: q\n  answers: []", "d.yaml:5:12: `answers` is empty"),
        ("- question: q\n  answers: [a, '']", "d.yaml:5:16: an empty text in `answers`"),
        ("- question: q\n  answer: a\n  reverse: maybe", "d.yaml:6:12: `reverse` must be true or false"),
        ("- question: q\n  answer: a\n  source: x", "d.yaml:6:11: `source` must be a mapping"),
        ("- question: q\n  answer: a\n  wrong: {a: b}", "d.yaml:6:10: `wrong` must be a list"),
        ("- question: q\n  answer: a\n  wrong: [[a]]", "d.yaml:6:11: `wrong` begins with `[`"),
        ("- question: q\n  anser: a", "d.yaml:5:3: unknown key `anser`; did you mean `answer`?"),
        ("- a: b\n  reverse: true\n  hnt: c", None),
        ("- question: q\n  answer: a\n  answer: b", "d.yaml:6:3: `answer` is here twice, first in line 5"),
        ("- question: q\n  answer: {a}", "d.yaml:5:11: `answer` begins with `{` and is read as a mapping"),
        ("- question: q\n  answer: [1]", "d.yaml:5:11: `answer` begins with `[` and is read as a list"),
        ("- question: q\n  answer:\n  - a", "d.yaml:6:3: `answer` must be one text, not a list"),
        ("- q:\n  - a", "d.yaml:5:3: `answer` must be one text, not a list; write answers: for several"),
        ("- question: q\n  answer: *p", "d.yaml:5:11: `*p` is read as an alias"),
        ("- question: q\n  answer: @x", "d.yaml:5:11: a text that begins with `@`"),
        ("- question: q\n  answer: a: b", "d.yaml:5:12: a text with `: ` in it must be quoted"),
        ("- question: q\n  answer: 'tis", "d.yaml:5:11: a quotation mark (') is opened and never closed"),
        ('- question: q\n  answer: "a', 'd.yaml:5:11: a quotation mark (") is opened and never closed'),
        ('- question: q\n  answer: "\\e[31m"', "d.yaml:5:11: the text holds a control character (U+001B)"),
        ("- question: q\n  answer: a\x07", "d.yaml:5:12: an invisible control character (U+0007)"),
        ("- text", "d.yaml:4:3: a card must be a mapping, not a text; write it as question: answer"),
        ("- a:b", "d.yaml:4:3: a card must be a mapping, not a text; put a space after the colon"),
        ("- a {{b}}", "d.yaml:4:3: a card must be a mapping, not a text; write cloze:"),
        ("- [a]", "d.yaml:4:3: a card must be a mapping, not a list"),
        ("-", "d.yaml:4:2: an empty card"),
        ("- ? [a]\n  : b", "d.yaml:4:5: a key must be one text"),
        ("- <<: b", "d.yaml:4:3: the merge key `<<`"),
    ],
)
def test_a_bad_card_is_left_out_and_said(text, said):
    if said is None:
        assert len(card(text).problems) == 2
    else:
        assert problem(text).startswith(said)


def test_independent_problems_come_all_at_once():
    read = parsed('title: T\ncards:\n- a: b: c\n- question: "d\n- e: f\n- g: *h\n- x: y\n\tz: z\n- q:\n- last: one\n')
    assert [(each.line, each.column) for each in read.problems] == [(3, 7), (4, 13), (6, 6), (8, 1), (9, 5)]
    assert [item.question for item in read.deck.items] == ["e", "last"]
    assert [item.line for item in read.deck.items] == [5, 10]


def test_an_id_is_given_once():
    read = parsed("title: T\ncards:\n- {question: a, answer: b, id: x}\n- {question: c, answer: d, id: x}\n")
    assert len(read.deck.items) == 1
    assert "already that of the card in line 3" in str(read.problems[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "d.yaml:1:1: the file is empty"),
        ("# only\n", "d.yaml:1:1: the file is empty"),
        ("text", "d.yaml:1:1: this is no deck"),
        ("- a: b\n", "d.yaml:1:1: this is no deck"),
        ("title: T\n", "d.yaml:1:1: the deck has no `cards`"),
        ("title: T\ncards: x\n", "d.yaml:2:8: `cards` must be a list"),
        ("title: T\ntitle: U\ncards:\n- a: b\n", "d.yaml:2:1: `title` is here twice"),
        ("title: T\ncards:\n- a: b\ncards:\n- c: d\n", "d.yaml:4:1: `cards` is here twice"),
        ("title: a: b\ncards:\n- c: d\n", "d.yaml:1:9: a text with `: ` in it"),
        ("title: T\ncards:\n- a: b\n<<<<<<< x\n- c: d\n=======\n>>>>>>> y\n", "d.yaml:4:1: a merge of two versions"),
    ],
)
def test_a_file_that_is_no_deck_is_refused(text, said):
    assert refusal(text)[0].startswith(said)


def test_a_broken_heading_is_told_with_the_broken_cards():
    assert [line.split(": ")[0] for line in refusal("title: a: b\ncards:\n- c: d: e\n")] == ["d.yaml:1:9", "d.yaml:3:7"]


def test_a_deck_without_a_title_has_its_files_name():
    read = parsed("cards:\n- a: b\n", "some/where/sco.yaml")
    assert read.deck.title == "sco"
    assert "the deck has no title" in str(read.problems[0])


def test_an_unknown_heading_key_costs_no_card():
    read = parsed("title: T\ncolour: red\ncards:\n- a: b\n")
    assert len(read.deck.items) == 1
    assert "unknown key `colour`" in str(read.problems[0])


def test_an_empty_deck_is_a_deck():
    assert parsed("title: T\ncards: []\n").deck.items == ()


def test_one_text_is_a_list_of_one():
    assert card("- question: q\n  answer: a\n  accept: b, c").deck.items[1].accept == ("b, c",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- q: C #", "d.yaml:4:8: the text ends before the # in: - q: C #"),
        ("- q: the #1 fan", "d.yaml:4:10: the text ends before the #"),
        ("- q: a  # a comment", None),
        ('- q: "C" # said', None),
        ('- q: "a #b"', None),
        ("- question: q\n  answer: a\n  accept: [1,000, 2]", "d.yaml:6:12: `1,000` in a list is two texts"),
        ("- question: q\n  answer: a\n  accept: [1, 000]", None),
        ("- q: 1,000", None),
    ],
)
def test_advice_that_only_the_text_shows(text, said):
    advice = [str(each) for each in card(text).advice]
    assert len(advice) == (0 if said is None else 1)
    if said:
        assert advice[0].startswith(said)


def test_line_ends_of_other_systems_are_counted():
    for end in ("\r\n", "\r"):
        read = parsed(f"title: T{end}cards:{end}- a: b{end}- c:{end}- e: f: g{end}")
        assert read.deck.items == (Item("a", "b"),)
        assert [each.line for each in read.problems] == [4, 5]


def test_reading_a_file(tmp_path):
    path = tmp_path / "sco.yaml"
    path.write_text(WHOLE)
    found = read_deck(path)
    assert (found.path, found.name, len(found.deck.items), found.problems) == (path, "sco", 7, ())
    path.write_text(WHOLE + "# more\n")
    assert read_deck(path).digest != found.digest
    assert read_deck(path).deck == found.deck


def test_a_file_that_cannot_be_read_is_one_line(tmp_path):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    for path, said in (
        (tmp_path / "none.yaml", "not found"),
        (tmp_path, "it is a folder, not a file"),
        (tmp_path / "loop.yaml", "the link leads in a circle"),
        (tmp_path / ("x" * 300), "the name is too long"),
        (Path("/dev/zero"), "it is no ordinary file"),
    ):
        with pytest.raises(QuizError) as caught:
            read_deck(path)
        assert len(caught.value.problems) == 1
        assert str(caught.value).startswith(f"{path}: {said}")


def test_mutants_of_a_deck_are_read_or_refused_with_a_place():
    chance = random.Random(20260101)
    pieces = [
        "\n",
        " ",
        "  ",
        "\t",
        ": ",
        ":",
        "- ",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "{{",
        "&a ",
        "*a",
        "!t ",
        "|",
        ">",
        "%",
    ]
    pieces += [
        "@",
        "`",
        "?",
        ",",
        "\\",
        "\0",
        "\x1b",
        "\x85",
        "\u2028",
        "<<: ",
        "---\n",
        "...\n",
        "<<<<<<< x\n",
        "\r",
        "\ufeff",
        "é😀",
    ]
    for _ in range(3000):
        text = WHOLE
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(text))
            text = text[:start] + chance.choice([*pieces, ""]) + text[start + chance.choice([0, 0, 1, 3, 40]) :]
        for each in problems_of(text.encode()):
            assert each.line >= 1, text
            assert each.column >= 1, text
            assert each.message, text
            assert each.line <= len(text.splitlines()) + 2, text


def test_torn_bytes_are_read_or_refused():
    chance = random.Random(7)
    data = WHOLE.encode()
    for _ in range(1000):
        mutant = bytearray(data[: chance.randrange(len(data))])
        for _ in range(chance.randint(0, 3)):
            if mutant:
                mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        assert all(each.file == "d.yaml" and each.line for each in problems_of(bytes(mutant)))


def test_a_deck_may_ask_for_strictness():
    read = parse_deck(b"title: t\nstrict: yes\ncards:\n- a: b\n- strict: not lenient\n", "d.yaml")
    assert read.deck.strict
    assert [item.question for item in read.deck.items] == ["a", "strict"]


def test_all_that_is_wrong_is_told_at_once_and_nothing_twice():
    read = parsed(
        "title: T\nauthor: A\ncards:\n- question: ''\n  answer: ''\n  hnt: h\n  wrong: {a: b}\n"
        "- cloze: ''\n  answer: a\n- qestion: q\n  answer: a\n- a: b\n"
    )
    assert [(problem.line, problem.column) for problem in read.problems] == [
        (2, 1),
        (4, 13),
        (5, 11),
        (6, 3),
        (7, 10),
        (8, 3),
        (8, 10),
        (10, 3),
    ]
    assert all(problem.remedy for problem in read.problems)
    assert [item.question for item in read.deck.items] == ["a"]


def test_a_misspelt_cards_key_is_named_beside_the_missing_one():
    assert [text.partition(";")[0] for text in refusal("title: T\ncard:\n- a: b\n")] == [
        "d.yaml:1:1: the deck has no `cards`",
        "d.yaml:2:1: unknown key `card`",
    ]
