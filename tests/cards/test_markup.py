import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.markup import Run, Style, runs, unmarked

CODE, STRONG, EMPHASIS = frozenset({Style.CODE}), frozenset({Style.STRONG}), frozenset({Style.EMPHASIS})
PLAIN = frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [Run(0, "plain", PLAIN)]),
        ("use `x` here", [Run(0, "use ", PLAIN), Run(5, "x", CODE), Run(7, " here", PLAIN)]),
        ("**bold** move", [Run(2, "bold", STRONG), Run(8, " move", PLAIN)]),
        ("an *old* and _new_ one", None),
        ("**use `a*b*c`**", [Run(2, "use ", STRONG), Run(7, "a*b*c", STRONG | CODE)]),
    ],
)
def test_markup_gives_stretches_their_styles(text, expected):
    found = list(runs(text))
    assert expected is None or found == expected
    assert {"*", "`"}.isdisjoint("".join(run.text for run in found if Style.CODE not in run.styles))


@pytest.mark.parametrize(
    "text",
    ["__init__", "2*3*4", "snake_case_name", "* not this", "**", "a ** b", "`", "5 * 3 * 1", "_", "*args, **kwargs"],
)
def test_what_is_written_so_by_accident_is_text(text):
    assert list(runs(text)) == [Run(0, text, PLAIN)]
    assert unmarked(text) == text


@given(st.text("ab *_`", max_size=24))
def test_every_stretch_stands_in_the_text_where_it_says_and_in_order(text):
    found = list(runs(text))
    assert all(text[run.start : run.start + len(run.text)] == run.text for run in found)
    assert [run.start for run in found] == sorted({run.start for run in found})
    assert unmarked(text) == "".join(run.text for run in found)
