import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.tui.markdown import LONGEST_COLOURED, rendered


def styled(content, text):
    """Return the styles that the first occurrence of a text has."""
    start = content.plain.index(text)
    return {str(span.style) for span in content.spans if span.start <= start and span.end >= start + len(text)}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one `code` and **strong**", "one code and strong"),
        ("# no heading alone", "# no heading alone"),
        ("- 5", "- 5"),
        ("> 3", "> 3"),
        ("a heading\n## Below\ntext", "a heading\nBelow\ntext"),
        ("two:\n- one\n  * two", "two:\n• one\n  • two"),
        ("he said\n> that", "he said\n▌ that"),
        ("see [the page](https://x.org/a_b_c)", "see the page (https://x.org/a_b_c)"),
        ("![a map](maps/x.png)", "a map (maps/x.png)"),
        ("The […](1998) one", "The […](1998) one"),
        ("list[int](x)", "list[int](x)"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("a\n\nb", "a\n\nb"),
        ("t\n```\nx = 1", "t\n▏ x = 1"),
        ("t\n| a | bb |\n|---|----|\n| ccc | d |", "t\na    bb\n───────\nccc  d "),
    ],
)
def test_markup_is_shown_and_text_stays_text(text, shown):
    assert rendered(text).plain == shown


def test_code_is_coloured_by_its_language_and_plain_without_one():
    fenced = "Look:\n```python\ndef f(): return 'x'\n```\nWhat is it?"
    told = rendered(fenced)
    assert told.plain == "Look:\n▏ def f(): return 'x'\nWhat is it?"
    assert styled(told, "def") != styled(told, "'x'")
    assert not styled(rendered(fenced.replace("python", "")), "def")
    unknown = rendered(fenced.replace("python", "no-such-language"))
    assert styled(unknown, "def") == styled(unknown, "'x'")


def test_code_too_long_to_colour_is_shown_as_it_is():
    code = "x = 1\n" * (LONGEST_COLOURED // 6 + 1)
    assert rendered(f"```python\n{code}```").plain.count("x = 1") == LONGEST_COLOURED // 6 + 1


def test_what_is_marked_is_found_behind_markup_and_on_later_lines():
    text = "The *old* town\n- of **Brno** here"
    told = rendered(text, [(text.index("Brno"), text.index("Brno") + 4)])
    assert told.plain == "The old town\n• of Brno here"
    assert any("on $marker" in style for style in styled(told, "Brno"))
    assert not any("on $marker" in style for style in styled(told, "town"))


@given(st.text("ab `*_#>|-[]()\n1.~", max_size=60))
def test_no_text_is_refused_and_no_letter_is_lost(text):
    told = rendered(text).plain
    assert all(told.count(letter) >= text.count(letter) for letter in "ab") or "```" in text or "~~~" in text
