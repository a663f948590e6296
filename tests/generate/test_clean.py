import pytest

from quizapp.generate.brackets import kind_of
from quizapp.generate.clean import clean, is_junk

FIRST = "The ferry left the harbour at dawn with forty passengers on board."
SECOND = "Nobody on the quay could say when the boat would be back."


def texts(cleaned):
    return [line.text.text for line in cleaned.lines]


def plains(cleaned):
    return [line.plain.text for line in cleaned.lines]


@pytest.mark.parametrize(
    "junk",
    [
        "To see in video", "source site-40", "Click here to read our newsletter.", "Read more: a ferry came back",
        "Reuters contributed to this report.", "(Reporting by Ann Other; Editing by Some Body)", "press@example.org",
        "https://example.org/ferry", "Photo: the harbour at dawn", "By Ann Other", "© 2024 The Daily Quay",
        "Updated 4 July 2024, 10:20", "Subscribe to our newsletter", "* * *", "All rights reserved.",
        "The harbour of Kell at dawn. (AP Photo/Ann Other)", "Advertisement",
    ],
)  # fmt: skip
def test_lines_of_the_page_are_dropped(document, junk):
    assert texts(clean(document(FIRST, junk, SECOND))) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "text", [FIRST, "He paid $3.5 million.", '"We go," she said.', "See what the report says about it."]
)
def test_running_text_is_no_junk(text):
    assert not is_junk(text)


def test_headings_are_context(document):
    lines = clean(document(FIRST, "# On the quay", SECOND, "A short line", FIRST)).lines
    assert [line.heading for line in lines] == ["", "On the quay", "A short line"]


def test_a_torn_sentence_end_is_cut(document):
    torn = "The boat became the tenth member on Monday.e member of the fleet. Nobody waved."
    assert plains(clean(document(torn))) == ["The boat became the tenth member on Monday. Nobody waved."]


def test_a_missing_blank_is_put_in(document):
    assert plains(clean(document("The boat left.Nobody waved."))) == ["The boat left. Nobody waved."]


@pytest.mark.parametrize(
    "text",
    [
        "The site ferry.example.com says that fares rose by 3.5 percent.",
        "Sailings start at 8 a.m. and end at 6 p.m. on weekdays.",
        "The U.S. captain, i.e. the older one, wrote to crew@example.org about it.",
        "J.K. Stone lives in No.5, e.g. behind the quay.",
        "The file list.txt was sent to www.example.org/fares.html at once.",
        "He waited … and waited ... for the Node.js course of Booking.com to end.",
    ],
)
def test_dots_that_belong_stay(document, text):
    assert plains(clean(document(text))) == [text]


def test_ligatures_and_invisible_characters_are_mended(document):
    line = clean(document("The ﬁrst di\u00adﬃcult trip was ﬂat.")).lines[0]
    assert line.text.text == "The first difficult trip was flat."


def test_quotes_are_straight_for_the_parse_and_curly_in_the_quotation(document):
    line = clean(document("“We can’t go,” she said — twice.")).lines[0]
    assert line.plain.text == '"We can\'t go," she said – twice.'
    assert line.quoted(0, len(line.plain.text))[0] == "“We can’t go,” she said — twice."


@pytest.mark.parametrize(
    ("inside", "before", "kind"),
    [
        ("ASC", "the Alpine Shipping Council", "acronym"),
        ("OPCW", "the Organisation for the Prohibition of Chemical Weapons", "acronym"),
        ("Gross Domestic Product", "its GDP", "expansion"),
        ("salt, fish and timber", "three goods", "list"),
        ("he meant the captain", "the man", "aside"),
        ("Ann", "Captain", "aside"),
    ],
)
def test_brackets_are_told_apart(inside, before, kind):
    assert kind_of(inside, before) == kind


def test_brackets_are_lifted_out_and_quoted_again(document):
    source = "The Alpine Shipping Council (ASC) met (in Kell), the member(s) said."
    line = clean(document(source)).lines[0]
    assert line.plain.text == "The Alpine Shipping Council met, the member(s) said."
    assert [(each.text, each.kind) for each in line.lifted] == [("ASC", "acronym"), ("in Kell", "aside")]
    assert line.quoted(0, len(line.plain.text)) == (source, 0, len(source))


@pytest.mark.parametrize("dateline", ["KELL — ", "KELL (Reuters) - ", "KELL, July 4 (Reuters) — ", "PORT KELL -- "])
def test_a_dateline_is_cut_and_kept_as_the_place(document, dateline):
    cleaned = clean(document(dateline + FIRST))
    assert texts(cleaned) == [FIRST]
    assert cleaned.place in ("Kell", "Port Kell")


def test_offsets_reproduce_every_quotation(read):
    sources = (
        "KELL — “We can’t go,” said the captain of the Alpine Shipping Council (ASC). Nobody waved (or cried).",
        "The fares rose by 3.5 percent on Monday.e fares rose. The crew (Ann, Bob and Cid) stayed at home.",
    )
    article = read(*sources)
    assert len(article.sentences) == 4
    for sentence in article.sentences:
        assert not sentence.mended
        assert article.document.blocks[sentence.block].text[sentence.start : sentence.end] == sentence.text


def test_a_mended_quotation_says_so(read):
    sentence = read("The ﬁrst boat left the harbour.").sentences[0]
    assert sentence.mended
    assert sentence.text == "The first boat left the harbour."


def test_a_very_long_text_is_cut_with_a_notice(document):
    cleaned = clean(document(*[FIRST * 200] * 12))
    assert cleaned.notices == ("only the first 10,000 words were read",)
    assert all(len(line.plain.text) <= 6_000 for line in cleaned.lines)


@pytest.mark.parametrize(
    "noise", ['"' * 10_000, "(" * 5_000, "a" * 100_000, "a." * 20_000, "\U0001f600" * 5_000, "-" * 20_000]
)
def test_hostile_runs_are_cut(document, noise):
    cleaned = clean(document(f"{FIRST} {noise} {SECOND}"))
    assert plains(cleaned) == [f"{FIRST} {SECOND}"]


def test_a_hyphen_may_stand_inside_what_an_acronym_spells():
    assert kind_of("ISA", "the International Sea-Ice Association") == "acronym"
    assert kind_of("APEC", "the Asia-Pacific Economic Cooperation") == "acronym"
