import re
import time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.cards.cloze import BLANK, escaped, gaps, plain_text, unescaped, with_blanks

MARKED = "The SCO was founded in {{2001::year}} in {{Shanghai}}."
SIGNS = st.text(st.sampled_from("{}\\:c1 ab"), max_size=30)


def test_each_gap_has_its_answer_and_its_hint():
    assert [(gap.answer, gap.hint) for gap in gaps(MARKED)] == [("2001", "year"), ("Shanghai", "")]
    assert [MARKED[gap.start : gap.end] for gap in gaps(MARKED)] == ["{{2001::year}}", "{{Shanghai}}"]


def test_a_blank_shows_its_hint_or_dots_and_the_other_gaps_are_filled_in():
    assert with_blanks(MARKED, frozenset({0})) == "The SCO was founded in [year] in Shanghai."
    assert with_blanks(MARKED, frozenset({1})) == f"The SCO was founded in 2001 in {BLANK}."
    assert plain_text(MARKED) == "The SCO was founded in 2001 in Shanghai."


def test_ankis_form_is_read():
    found = gaps("{{c1::Lima}} is the capital of {{c2::Peru::country}}, {{c1::truly}}.")
    assert [(gap.group, gap.answer, gap.hint) for gap in found] == [
        ("1", "Lima", ""),
        ("2", "Peru", "country"),
        ("1", "truly", ""),
    ]


@pytest.mark.parametrize(
    ("marked", "answers", "text"),
    [
        (r"\{\{not a gap\}\}", [], "{{not a gap}}"),
        (r"\{{{x}}\}", ["x"], "{x}"),
        (r"a \\{{x}}", ["x"], "a \\x"),
        (r"{{a\}b}}", ["a}b"], "a}b"),
        (r"{{a\}}} end", ["a}"], "a} end"),
        (r"{{std\:\:cout}}", ["std::cout"], "std::cout"),
        (r"{{C:\\}}", ["C:\\"], "C:\\"),
        ("{{a {b} c}}", ["a {b} c"], "a {b} c"),
        ("{{ a }}", ["a"], "a"),
        ("{{a\nb}}", ["a\nb"], "a\nb"),
        ("{{}}", [], "{{}}"),
        ("{{open", [], "{{open"),
        ("{{a {{b}}", ["b"], "{{a b"),
        ("{one}", [], "{one}"),
        (r"n \d", [], r"n \d"),
        ("{{x::}}", ["x"], "x"),
    ],
)
def test_braces_backslashes_and_colons(marked, answers, text):
    assert [gap.answer for gap in gaps(marked)] == answers
    assert plain_text(marked) == text


@given(st.text())
def test_escaped_text_is_read_as_it_was(text):
    assert unescaped(escaped(text)) == text
    assert plain_text(escaped(text)) == text
    assert gaps(escaped(text)) == []


@given(SIGNS, SIGNS.filter(str.strip), SIGNS, SIGNS)
def test_any_text_can_stand_around_and_in_a_gap(before, answer, hint, after):
    assume(not re.fullmatch(r"c\d+", answer))  # reads as Anki's number of a gap
    marked = f"{escaped(before)}{{{{{escaped(answer)}::{escaped(hint)}}}}}{escaped(after)}"
    (gap,) = gaps(marked)
    assert (gap.answer, gap.hint) == (answer.strip(), hint.strip())
    assert plain_text(marked) == before + answer.strip() + after


@given(SIGNS)
def test_any_text_can_be_read(marked):
    found = gaps(marked)
    assert all(one.end <= other.start for one, other in pairwise(found))
    shown = with_blanks(marked, frozenset(range(len(found))))
    assert shown.count(BLANK) >= sum(not gap.hint for gap in found)


@settings(max_examples=5)
@given(st.sampled_from(["{{", "{{a", "{{a::", "{{c1::", "\\", "{{a}", "}}"]))
def test_hostile_text_is_read_in_time(piece):
    began = time.process_time()
    gaps(piece * 20_000)
    assert time.process_time() - began < 1
