import pytest

from quizapp.errors import QuizError
from quizapp.reading.htmlarticle import html_draft
from quizapp.reading.htmltokens import Raw, Tag, Text, tokens

PAGE = """<!doctype html>
<html lang="en"><head>
<title>Ice on the lake | The Paper</title>
<meta property="og:title" content="Ice on the lake &amp; under it">
<meta name=author content="By Jane Doe">
<meta property="article:published_time" content="2024-01-12T10:00:00Z">
<link rel="canonical" href="https://example.org/ice">
<script>if (a<b) { document.write("<p>never</p>") }</script><style>p { color: red }</style>
<body><header><a href="/">The Paper</a><p>All the news about our lake since 1901.</p></header>
<nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<main><article><header><h1>Ice on the lake &amp; under it</h1></header>
<p class="byline">By Jane Doe</p>
<p>The lake froze over on <b>Thursday</b>, for the first time in
   ten&nbsp;years,<br>and a <a href="/x">hundred</a> people walked on it.
<p>Nobody was hurt.<sup class="reference">[1]</sup>
<h2>Under the ice</h2>
<figure><img src="ice.jpg"><figcaption>A picture of ice on a lake in winter, seen from above.</figcaption></figure>
<div>The fish stay near the bottom, where the water is warmest.</div>
<ul><li>Perch and pike are seen there more often than trout.
<li><a href="/q">Read all about the fish of our lakes</a></ul>
<div class="share-buttons">Share this article with all of your friends today.</div>
<aside><p>Subscribe to our newsletter, which comes out on Fridays.</p></aside>
<p style="display: none">A hidden sentence that nobody reads.</p>
</article></main>
<footer><p>All rights reserved by the owners of this paper.</p></footer></body></html>
"""


def texts(page):
    return [block.text for block in html_draft(page, "f").blocks]


def test_article_of_a_page():
    assert texts(PAGE) == [
        "The lake froze over on Thursday, for the first time in ten years, and a hundred people walked on it.",
        "Nobody was hurt.",
        "Under the ice",
        "The fish stay near the bottom, where the water is warmest.",
        "Perch and pike are seen there more often than trout.",
    ]


def test_what_the_page_says_of_itself():
    draft = html_draft(PAGE, "f")
    assert (draft.title, draft.author, draft.url) == (
        "Ice on the lake & under it",
        "Jane Doe",
        "https://example.org/ice",
    )
    assert draft.date == "2024-01-12T10:00:00Z"
    assert draft.blocks[0].line == 13


def test_linked_data_and_window_title():
    page = """<title>A very cold lake - The Paper</title><script type="application/ld+json">
    {"@graph": [{"@type": "Person", "name": "X"}, {"@type": "NewsArticle", "headline": "Cold lake",
    "datePublished": "2024-01-12", "author": [{"name": "Jane"}, {"name": "John"}]}]}</script><p>It is cold today.</p>"""
    draft = html_draft(page, "f")
    assert (draft.title, draft.date, draft.author) == ("Cold lake", "2024-01-12", "Jane, John")
    assert html_draft("<title>A very cold lake - The Paper</title><p>It is cold.</p>", "f").title == "A very cold lake"


def test_time_element_dates_the_page():
    assert html_draft('<p>It is cold.</p><time datetime="2024-01-12">x</time>', "f").date == "2024-01-12"


def test_page_without_paragraph_tags():
    first, second = "The lake froze over on Thursday for the first time.", "Nobody was hurt on that day at all."
    assert texts(f"<body><form id=all>{first}<br><br>{second}</form>") == [first, second]


def test_article_inside_what_is_named_clutter():
    page = "<div class=social><p>" + "The lake froze over on Thursday. " * 10 + "</p></div><p>Hello.</p>"
    assert texts(page)[0].startswith("The lake froze")


def test_teasers_beside_the_article_are_left_out():
    body = "<p>" + "The lake froze over on Thursday. " * 10 + "</p>"
    page = f"<div id=a>{body * 3}</div><div id=b><p>Another story that is told elsewhere in full.</p></div>"
    assert len(texts(page)) == 3


@pytest.mark.parametrize("page", ["<html></html>", "<p><a href=x>Only a link that is long enough</a></p>", "<script>x"])
def test_page_without_text(page):
    with pytest.raises(QuizError, match="no article text"):
        html_draft(page, "f")


def test_endless_markup_is_refused():
    with pytest.raises(QuizError, match="more markup"):
        html_draft("<p>Text.</p>" + "<b>" * 500_001, "f")


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<![",
        "<div>",
        "</div>",
        "<",
        '<a b="',
        "<a b='",
        "<!--",
        "<script>",
        "&#1",
        "<li>",
        "</",
        "<a =",
        "<table>",
    ],
)
def test_pieces_without_end_take_no_time(piece):
    assert texts("<p>The lake froze over.</p>" + piece * 20_000)[0].startswith("The lake froze over.")


def test_references_that_cannot_be():
    page = "<p>A &#" + "9" * 6000 + "; b &#x" + "f" * 50 + "; c &#" + "0" * 5000 + "65; &amp; d</p>"
    assert texts(page) == ["A \ufffd b \ufffd c \ufffd & d"]


def test_tokens():
    found = list(tokens('a<B x=1 Y="2 > 1" z>b</b><!-- c --><script>1<2</SCRIPT >d < e'))
    assert [token.text for token in found if isinstance(token, Text)] == ["a", "b", "d ", "<", " e"]
    assert [(tag.name, tag.closing, tag.attributes) for tag in found if isinstance(tag, Tag)] == [
        ("b", False, {"x": "1", "y": "2 > 1", "z": ""}),
        ("b", True, {}),
    ]
    assert [raw.text for raw in found if isinstance(raw, Raw)] == ["1<2"]
