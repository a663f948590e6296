import pytest

from quizapp.reading.dates import date_line, iso_date, valid_iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-07-04", "2024-07-04"),
        ("2024-07-04T10:15:00+02:00", "2024-07-04"),
        ("2024/07/04", "2024-07-04"),
        ("4 July 2024", "2024-07-04"),
        ("4th of July, 2024", "2024-07-04"),
        ("July 4, 2024", "2024-07-04"),
        ("Sept. 30, 1999", "1999-09-30"),
        ("Thursday 04 Jul 2024 10:00", "2024-07-04"),
        ("04/07/2024", ""),
        ("2024-02-30", ""),
        ("30 February 2024", ""),
        ("4 July", ""),
        ("July 2024", ""),
        ("", ""),
        ("4 Julyish 2024", ""),
    ],
)
def test_iso_date(text, expected):
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "4 July 2024",
        "Published: Thursday, July 4, 2024 at 10:15 AM EDT",
        "Updated 2024-07-04T10:15:00Z",
        "(4 July 2024)",
    ],
)
def test_line_that_is_only_a_date(line):
    assert date_line(line) == "2024-07-04"


@pytest.mark.parametrize(
    "line", ["On 4 July 2024 the summit ended.", "The Astana summit of 4 July 2024", "July 4, 2024 " * 20]
)
def test_line_that_says_more(line):
    assert date_line(line) == ""


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("2024-07-04", True),
        ("2024-7-4", False),
        ("2024-13-01", False),
        ("\u0662024-07-04", False),
        ("x2024-07-04", False),
    ],
)
def test_valid_iso(text, valid):
    assert valid_iso(text) is valid
