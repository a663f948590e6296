import pytest

from quizapp.errors import QuizError
from quizapp.reading.document import BlockKind
from quizapp.reading.read import read_document
from quizapp.text import acting_characters

BODY = "The lake froze over on Thursday, and people walked to the island.\n"


@pytest.fixture
def article(tmp_path):
    def write(text, name="the-frozen_lake.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_front_matter(article):
    matter = "title: \"Ice: a 'report'\"\ndate: 4 July 2024\nauthor: Jane Doe\nsource: https://x.y\ntags:\n  - a"
    path = article(f"---\n{matter}\n---\n\n{BODY}")
    document = read_document(path)
    assert (document.title, document.date) == ("Ice: a 'report'", "2024-07-04")
    assert (document.author, document.url) == ("Jane Doe", "https://x.y")
    assert [(block.text, block.line) for block in document.blocks] == [(BODY.strip(), 10)]
    assert document.notices == ()


@pytest.mark.parametrize("text", [f"---\n\n{BODY}", f"---\n{BODY}---\n{BODY}", f"---\ntitle: x\n{BODY}"])
def test_rule_that_only_looks_like_front_matter(article, text):
    assert read_document(article(text)).blocks[-1].text.endswith(BODY.strip())


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (f"# Marked title\n\n{BODY}", "a.md", "Marked title"),
        (f"Marked title\n===\n\n{BODY}", "a.md", "Marked title"),
        (f"Will the ice hold?\n\n{BODY}", "a.txt", "Will the ice hold?"),
        (f"Ice on the lake\n\n{BODY}", "a.txt", "Ice on the lake"),
        (f"4 July 2024\n\nIce on the lake\n\n{BODY}", "a.txt", "Ice on the lake"),
        (BODY, "the-frozen_lake.txt", "the frozen lake"),
        (f"<h1>Ice on the lake</h1><p>{BODY}</p>", "a.html", "Ice on the lake"),
        (f"<!DOCTYPE html><h1>Ice on the lake</h1><p>{BODY}</p>", "a", "Ice on the lake"),
        (f"# Marked title\n\n{BODY}", "a", "Marked title"),
    ],
)
def test_title(article, text, name, title):
    document = read_document(article(text, name))
    assert document.title == title
    assert [block.text for block in document.blocks] == [BODY.strip()]


def test_heading_of_a_section_is_no_title(article):
    document = read_document(article(f"{BODY}\nWhat comes next\n\n{BODY}"))
    assert document.title == "the frozen lake"
    assert [block.kind.value for block in document.blocks] == ["paragraph", "heading", "paragraph"]


def test_title_below_byline_and_date(article):
    document = read_document(article(f"By Jane Doe\n\n4 July 2024\n\nIce on the lake\n\n{BODY}"))
    assert (document.title, document.author, document.date) == ("Ice on the lake", "Jane Doe", "2024-07-04")


def test_given_title_and_date_go_first(article):
    path = article(f"---\ntitle: Ice\ndate: 2023-01-01\n---\nIce\n\n{BODY}")
    document = read_document(path, title="  Other\x1b title ", date="2024-07-04")
    assert (document.title, document.date) == ("Other\ufffd title", "2024-07-04")
    assert document.blocks[0].kind is BlockKind.HEADING


@pytest.mark.parametrize("date", ["4 July 2024", "2024-02-30", "yesterday", "2024-7-4"])
def test_bad_date_is_one_clear_line(article, date):
    with pytest.raises(QuizError) as caught:
        read_document(article(BODY), date=date)
    assert str(caught.value) == f"{date!r} is not a date; write it as 2024-07-04"


def test_date_line_and_byline_are_taken_out(article):
    text = f"Ice on the lake\n\nBy Jane Doe and John Roe\n\nPublished: Thursday, July 4, 2024, 10:15 AM\n\n{BODY}"
    document = read_document(article(text))
    assert (document.author, document.date) == ("Jane Doe and John Roe", "2024-07-04")
    assert [block.text for block in document.blocks] == [BODY.strip()]


def test_unreadable_date_is_noticed(article):
    document = read_document(article(f"---\ndate: 04/07/24\n---\n{BODY}"))
    assert document.date == ""
    assert "'04/07/24'" in document.notices[0]


def test_all_text_is_inert(article):
    page = f"<title>a&#27;b</title><meta name=author content='x&#x202e;y'><p>{BODY}&#155;&#27;]52;c;x&#7;</p>"
    document = read_document(article(page, "a.html"))
    for text in (document.title, document.author, *(block.text for block in document.blocks)):
        assert not acting_characters(text)


def test_plain_text_keeps_its_stars(article):
    assert read_document(article("It was *the* lake, as in **all** years.\n")).blocks[0].text.startswith("It was *the*")


def test_line_ends_make_no_difference(article):
    text = f"Ice on the lake\n\n{BODY}\nNew ice\n\n{BODY}"
    first = read_document(article(text, "a.txt"))
    second = read_document(article(text.replace("\n", "\r\n"), "a.txt"))
    assert first == second


def test_endless_lines_are_refused(article):
    with pytest.raises(QuizError, match="endless lines"):
        read_document(article("a\n" * 100_001))
