import pytest

from quizapp.reading.inline import inline_text
from quizapp.reading.markdown import looks_like_markdown, markdown_blocks

ARTICLE = """# The lake #

A paragraph that is
wrapped with *care and
emphasis* in it.

Below
-----

> A quotation, which goes
> on here.

- First item of a list
- Second item, which is
  wrapped

  and goes on.

Out of the list again.

    indented code

```python
fenced = "code"
```

| a | b |
|---|---|
| 1 | 2 |

[ref]: https://example.org "x"
[^1]: A footnote that nobody asked for.
    Its second line.

Before <!-- a comment
over lines --> after.

***
Last **bold** words are here.
"""


def test_article():
    blocks, notices = markdown_blocks(ARTICLE.split("\n"))
    assert [(block.kind.value, block.text, block.line) for block in blocks] == [
        ("heading", "The lake", 1),
        ("paragraph", "A paragraph that is wrapped with care and emphasis in it.", 3),
        ("heading", "Below", 7),
        ("paragraph", "A quotation, which goes on here.", 10),
        ("paragraph", "First item of a list", 13),
        ("paragraph", "Second item, which is wrapped", 14),
        ("paragraph", "and goes on.", 17),
        ("paragraph", "Out of the list again.", 19),
        ("paragraph", "Before after.", 35),
        ("paragraph", "Last bold words are here.", 39),
    ]
    assert notices == ("left out: a table", "left out: code")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**bold** *it* _it_ ***both*** ~~gone~~", "bold it it both gone"),
        ("snake_case_name, 2 * 3 * 4", "snake_case_name, 2 * 3 * 4"),
        ("a **lone mark", "a **lone mark"),
        ("[text](https://x.y/z_(w) 'title')", "text"),
        ("[text][ref] [text][]", "text text"),
        ("[not a link] stays", "[not a link] stays"),
        ("![alt](picture.png)picture", "picture"),
        ("[![alt](a.png)](b) x", "x"),
        ("`code *kept*` and ``more``", "code *kept* and more"),
        (r"\*literal\* \[x\]", "*literal* [x]"),
        ("fish &amp; chips &#8211; £5", "fish & chips – £5"),
        ("a<br>b <span class='x'>c</span>", "ab c"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("see <https://example.org> now", "see now"),
        ("a claim[^1].", "a claim."),
        ("“**quoted**”", "“quoted”"),
        ("un*frigging*believable", "unfriggingbelievable"),
    ],
)
def test_inline(marked, plain):
    assert inline_text(marked) == plain


@pytest.mark.parametrize("mark", ["*a ", "_a* ", "[", "![", "[a](", "<a ", "`a", "\\", "~~", "[x](a(b"])
def test_marks_without_end_take_no_time(mark):
    assert isinstance(inline_text(mark * 20_000), str)


def test_signs_of_markdown():
    assert looks_like_markdown("# Title\n\nText.")
    assert looks_like_markdown("A [link](https://example.org).")
    assert not looks_like_markdown("The #1 team, 3 * 4 = 12.\n\nMore.")
