import pytest
from textual.content import Content

from quizapp.tui.widgets.lines import bar, counted, minutes, spread


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (20, "left           right"),
        (12, "left   right"),
        (11, "left  right"),
        (10, "left"),
        (3, "le…"),
        (0, ""),
    ],
)
def test_a_spread_line_keeps_its_right_end_as_long_as_there_is_room(width, line):
    assert spread(Content("left"), Content("right"), width).plain == line


def test_a_long_left_end_is_cut():
    assert spread(Content("a long left end"), Content("right"), 14).plain == "a long…  right"


@pytest.mark.parametrize(("share", "drawn"), [(0, "────"), (0.01, "━───"), (0.5, "━━──"), (0.99, "━━━─"), (1, "━━━━")])
def test_a_bar_is_empty_only_at_the_start_and_full_only_at_the_end(share, drawn):
    assert bar(share, 4).plain == drawn


@pytest.mark.parametrize(
    ("milliseconds", "told"),
    [(0, "<1 min"), (59_999, "<1 min"), (60_000, "1 min"), (3_540_000, "59 min"), (4_800_000, "1 h 20 min")],
)
def test_time_is_told_as_people_say_it(milliseconds, told):
    assert minutes(milliseconds) == told


def test_things_are_counted_with_their_noun():
    assert [counted(1, "card"), counted(2_000, "card"), counted(0, "quiz", "quizzes")] == [
        "1 card",
        "2,000 cards",
        "0 quizzes",
    ]
