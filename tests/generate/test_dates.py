from datetime import date

import pytest

from quizapp.generate.dates import day_of, document_date, month_and_year, written

THURSDAY = "2024-07-04"


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("The league met on Thursday in Kell.", ("Thursday", "4 July 2024")),
        ("The league met on Friday in Kell.", ("Friday", "28 June 2024")),
        ("The league met last Thursday in Kell.", ("last Thursday", "27 June 2024")),
        ("The league will meet on Friday in Kell.", ("Friday", "5 July 2024")),
        ("The league met late Wednesday in Kell.", ("late Wednesday", "3 July 2024")),
        ("The league met yesterday in Kell.", ("yesterday", "3 July 2024")),
        ("The league will meet tomorrow in Kell.", ("tomorrow", "5 July 2024")),
        ("The league was founded last year in Kell.", ("last year", "2023")),
        ("The league will grow next year.", ("next year", "2025")),
        ("The league grew this month.", ("this month", "July 2024")),
        ("The league met last month in Kell.", ("last month", "June 2024")),
        ("The league met in September.", ("September", "September 2023")),
        ("The league met last August in Kell.", ("last August", "August 2023")),
        ("The league will meet in March.", ("March", "March 2025")),
        ("The league met on March 5 in Kell.", ("March 5", "5 March 2024")),
        ("The league met on 30 June in Kell.", ("30 June", "30 June 2024")),
        ("The term of the league ends on Sept. 30.", ("Sept. 30", "30 September 2024")),
        ("The league ended the aid beginning July 20.", ("July 20", "20 July 2024")),
        ("The league refused to sign papers in mid-October.", ("mid-October", "mid-October 2023")),
        ("The league was founded six years ago.", ("six years ago", "about 2018")),
        ("The league met three days ago in Kell.", ("three days ago", "1 July 2024")),
    ],
)
def test_a_relative_date_is_resolved_against_the_date_of_the_article(read, meanings, sentence, meaning):
    assert meanings(read(sentence, date=THURSDAY)) == [meaning]


@pytest.mark.parametrize(
    "sentence",
    [
        "The league met last week in Kell.",
        "The league has grown in recent years.",
        "The league is now larger than before.",
        "The league will meet next Monday.",
        "The league will meet in the next ten days.",
        "The league met a few years ago.",
        "The league is larger today.",
    ],
)
def test_what_names_no_single_day_abstains(read, meanings, sentence):
    assert [meaning for _, meaning in meanings(read(sentence, date=THURSDAY))] == [None]


@pytest.mark.parametrize("sentence", ["The league met on Thursday.", "The league grew last year.", "It met on May 3."])
def test_without_the_date_of_the_article_nothing_is_resolved(read, meanings, sentence):
    assert all(meaning is None for _, meaning in meanings(read(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The league was founded in 2001.",
        "The league met on Tuesday 8th April, 2014 in Kell.",
        "The league met on 3 May 2019 in Kell.",
        "The league met in June 2009 in Kell.",
        "The league may meet in Kell.",
        "The league has been in power for 30 years.",
    ],
)
def test_a_date_that_says_all_is_no_reference(read, meanings, sentence):
    assert meanings(read(sentence, date=THURSDAY)) == []


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("4 July 2024", THURSDAY),
        ("July 4, 2024", THURSDAY),
        ("Thursday, July 4, 2024", THURSDAY),
        ("Published on 4th July 2024", THURSDAY),
        ("2024-07-04", THURSDAY),
        ("31 February 2024", ""),
        ("The league met on 4 July 2024 and then went home for the rest of the year.", ""),
    ],
)
def test_the_date_of_the_article_may_stand_in_a_line_of_its_own(document, line, iso):
    assert document_date(document(line, "The league met in Kell.")) == iso


def test_the_readers_date_comes_first(document):
    assert document_date(document("4 July 2024", date="2020-01-01")) == "2020-01-01"


def test_dates_are_written_out():
    day = day_of("2024-07-04")
    assert day == date(2024, 7, 4)
    assert (written(day), month_and_year(day)) == ("4 July 2024", "July 2024")
    assert day_of("soon") is None
