"""The parts of marking by themselves: letters, numbers and dates, slips."""

import subprocess
import sys

import pytest

from quizapp.cards.marking.folding import as_it_stands, folded_letters, foldings, has_words, plain, unmarked
from quizapp.cards.marking.measures import measure_at
from quizapp.cards.marking.slips import are_other_words, is_plural, slips
from quizapp.cards.marking.tokens import readings


def meaning(text):
    found = measure_at(plain(text), 0)
    return found and (*found.tokens, *found.other_tokens)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("40 %", ("=40", "@percent")),
        ("1,234,567.5", ("=2469135/2",)),
        ("1'000", ("=1000",)),
        ("1,2", ("=6/5",)),
        (".5", ("=1/2",)),
        ("half a dozen", ("=6",)),
        ("two and a half million", ("=2500000",)),
        ("three quarters", ("=3/4",)),
        ("minus two", ("=-2",)),
        ("4/7/2024", ("date:2024-7-4", "date:2024-4-7")),
        ("25/12/2024", ("date:2024-12-25",)),
        ("12/25/2024", ("date:2024-12-25",)),
        ("2024 July 4", ("date:2024-7-4",)),
        ("12:30:05", ("time:12:30:5",)),
        ("12 am", ("time:0:0:0",)),
        ("10^-3", ("=1/1000",)),
        ("the", None),
        ("007", None),
        ("1.2.3", None),
        ("2/0", None),
        ("0^-1", None),
        ("9" * 50, None),
        ("10^99", None),
        ("25 pm", ("=25",)),
        ("31/31/2024", ("=31",)),
        ("halves", None),
        ("thirds", None),
        ("a", None),
        ("one hundred and", ("=100",)),
        ("zero and a half", ("=1/2",)),
        ("someone and a half", None),
        ("minus tenth", None),
    ],
)
def test_what_a_number_means(text, tokens):
    assert meaning(text) == tokens


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("`x`", "x"),
        ("``a`b``", "``a`b``"),
        ("**bold** text", "bold text"),
        ("*it* _is_", "it is"),
        ("a * b * c", "a * b * c"),
        ("snake_case_name", "snake_case_name"),
        ("**", "**"),
        ("2**3**4", "2**3**4"),
    ],
)
def test_markup_around_words_is_taken_off(text, bare):
    assert unmarked(text) == bare


def test_folding_letter_by_letter_keeps_every_letter_in_its_place():
    for text in ("Straße Ærø", "ﬁ", "İstanbul", "e\u0301"):
        assert len(folded_letters(text)) == len(text)


def test_the_forms_of_a_text():
    assert list(foldings("MÜNCHEN")) == ["munchen", "muenchen"]
    assert as_it_stands("  a\u0301 \n b ") == "á b"
    assert (has_words("++"), has_words("+1"), has_words("é")) == (False, True, True)


@pytest.mark.parametrize(
    ("wanted", "typed", "number"),
    [
        ("kazakhstan", "kazakstan", 1),  # codespell:ignore kazakstan
        ("kyrgyzstan", "kyrgistan", 2),
        ("harbor", "habror", 1),
        ("harbor", "harb", 0),
        ("berlin", "merlin", 0),
        ("paris", "pariss", 0),
        ("casual", "causal", 0),
        ("nitrate", "nitrite", 0),
        ("mitochondrion", "metachondrian", 0),
    ],
)
def test_slips_are_counted(wanted, typed, number):
    assert slips(wanted, typed) == number


def test_words_that_look_alike():
    assert are_other_words("hypertension", "hypotension")
    assert are_other_words("chilena", "chileno")
    assert not are_other_words("harbor", "harbour")


@pytest.mark.parametrize("pair", ["wolf/wolves", "knife/knives", "city/cities", "bus/buses", "woman/women", "cat/cats"])
def test_regular_plurals(pair):
    one, many = pair.split("/")
    assert is_plural(one, many)
    assert is_plural(many, one)


@pytest.mark.parametrize("pair", ["new/news", "cat/car", "be/bes", "mean/means"])
def test_what_is_no_plural(pair):
    assert not is_plural(*pair.split("/"))


def test_numerals_of_the_romans_count_after_a_word_only():
    assert readings("World War II")[0][-1].means(readings("World War 2")[0][-1])
    assert readings("II")[0][0].also == ()
    assert readings("vitamin D")[0][-1].also == ()


def test_one_text_may_be_read_in_two_ways():
    assert [reading[0].text for reading in readings("Müller")] == ["muller", "mueller"]


def test_nothing_of_the_machinery_is_loaded_before_an_answer_is_marked():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, quizapp.cards.marking; print([m for m in sys.modules if 'rapidfuzz' in m])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"
