from quizapp.reading.document import BlockKind
from quizapp.reading.plain import joined, plain_blocks


def blocks(text):
    return [(block.kind.value, block.text, block.line) for block in plain_blocks(text.split("\n"))]


def test_paragraphs_by_blank_lines():
    assert blocks("One sentence here.\n\n\nTwo  of\tthem.") == [
        ("paragraph", "One sentence here.", 1),
        ("paragraph", "Two of them.", 4),
    ]


def test_hard_wrapped_lines_are_joined():
    text = "The river rose by two metres in\na single night, and the well-\nknown bridge was closed.\n"
    assert blocks(text) == [
        ("paragraph", "The river rose by two metres in a single night, and the well-known bridge was closed.", 1)
    ]


def test_long_lines_are_paragraphs_of_their_own():
    long = "word " * 40 + "end."
    assert [text for _, text, _ in blocks(f"{long}\n{long}\nShort one.")] == [long, long, "Short one."]


def test_heading_alone_and_heading_on_top():
    text = "New member\n\nThe club took in a new member on Monday, its\nchairman said, and two more are waiting.\n\n"
    text += "What comes next\nThe club will meet again in the spring of the\ncoming year."
    kinds = [(kind, line) for kind, _, line in blocks(text)]
    assert kinds == [("heading", 1), ("paragraph", 3), ("heading", 6), ("paragraph", 7)]


def test_wrapped_first_line_is_no_heading():
    text = "The club that nobody knew about until last\nMonday took in a new member."
    assert [kind for kind, _, _ in blocks(text)] == ["paragraph"]


def test_quotations_and_questions_are_text():
    assert [kind for kind, _, _ in blocks("“We won.”\n\nWho won?\n\nThey said:")] == [BlockKind.PARAGRAPH] * 3


def test_joined_keeps_words_apart():
    assert joined(["one ", " two-", "three -", "four-", "Five"]) == "one two-three - four- Five"
