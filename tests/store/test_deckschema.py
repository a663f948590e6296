"""The schema that editors use says the same as the reader."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.cli.main import main
from quizapp.errors import QuizError
from quizapp.store.deckfile import parse_deck
from quizapp.store.deckschema import SCHEMA_FILE, deck_schema, schema_text

jsonschema = pytest.importorskip("jsonschema")
DECKS = Path(__file__).parents[2] / "decks"
MODELINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}\n"


class Core(yaml.SafeLoader):
    """Reads as an editor does: by YAML 1.2, where `no` is a text and `12:30` no number."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", "^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", "^[-+]?[0-9]+$", "-+0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", yaml.resolver.re.compile(pattern), list(first))


@pytest.fixture(scope="module")
def validator():
    schema = deck_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def accepts(validator, text):
    return not list(validator.iter_errors(yaml.load(text, Core)))  # noqa: S506 - a safe loader of our own


def reads(text):
    try:
        return not parse_deck(text.encode(), "d.yaml").problems
    except QuizError:
        return False


def test_the_file_beside_the_samples_is_the_schema():
    assert (DECKS / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text(deck_schema())


def test_the_command_prints_it(capsys):
    assert main(["check", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == deck_schema()


@pytest.mark.parametrize("path", sorted(DECKS.glob("*.yaml")), ids=lambda path: path.stem)
def test_it_takes_the_samples_and_those_written_by_hand_name_it(validator, path):
    text = path.read_text(encoding="utf-8")
    assert accepts(validator, text)
    assert text.startswith(MODELINE) is ("rule:" not in text)


@pytest.mark.parametrize(
    "card",
    [
        "[a, b]",
        "only a text",
        "{question: q}",
        "{answer: a}",
        "{question: q, answer: a, answers: [b]}",
        "{cloze: 'a {{b}}', answer: b}",
        "{question: q, answer: [a]}",
        "{question: q, answer: {a: b}}",
        "{question: q, answer: a, anwser: b}",
        "{question: q, answer: a, reverse: perhaps}",
        "{question: q, answer: a, source: x}",
        "{question: q, answer: a, source: {page: 1}}",
        "{question: q, answer: a, wrong: {b: c}}",
        "{hint: h, note: n}",
        "{}",
    ],
)
def test_what_the_reader_refuses_it_marks(validator, card):
    text = f"title: T\ncards:\n- before: b\n- {card}\n"
    assert not reads(text)
    assert not accepts(validator, text)


@pytest.mark.parametrize("text", ["cards: []", "title: T", "title: T\ncards: {}", "title: T\ncards: []\nauthor: x"])
def test_so_it_is_with_the_heading(validator, text):
    assert not reads(text)
    assert not accepts(validator, text)


SCALARS = st.sampled_from(["a", "no", "12:30", "007", "1e3", "true", "null", "2024-07-04", '"x: y"', "-5", "~"])
KEYS = st.sampled_from(
    ["question", "answer", "answers", "cloze", "accept", "ordered", "reverse", "hint", "tags", "source", "Turkey", "id"]
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3).map(lambda texts: f"[{', '.join(texts)}]"))
CARDS = st.dictionaries(KEYS, st.one_of(VALUES, st.just("'{{a}}'"), st.just("{title: t, date: 2024}")), max_size=4)


@given(st.lists(CARDS, max_size=3))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_reader_takes_it_takes(validator, cards):
    entries = "".join(f"- {{{', '.join(f'{key}: {value}' for key, value in card.items())}}}\n" for card in cards)
    text = f"title: T\ncards:\n{entries}" if entries else "title: T\ncards: []\n"
    if reads(text):
        assert accepts(validator, text)
