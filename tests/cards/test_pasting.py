import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.model import Item
from quizapp.cards.pasting import pasted

NILE = Item(question="Which river flows through Cairo?", answer="the Nile")
SEINE = Item(question="Which river flows through Paris?", answer="the Seine")


@pytest.mark.parametrize(
    "text",
    [
        "Which river flows through Cairo?\tthe Nile\nWhich river flows through Paris?\tthe Seine\n",
        "Which river flows through Cairo?\t\tthe Nile\r\n\r\nWhich river flows through Paris? :: the Seine",
        "question\tanswer\nWhich river flows through Cairo?\tthe Nile\nWhich river flows through Paris?\tthe Seine",
        "Back\tFront\nthe Nile\tWhich river flows through Cairo?\nthe Seine\tWhich river flows through Paris?",
        "Q: Which river flows through Cairo?\nA: the Nile\n\nq: Which river flows through Paris?\na: the Seine",
        "Q:\nWhich river flows through Cairo?\nANSWER: the Nile\nq: Which river flows through Paris?\nA:\nthe Seine",
        (
            "| Question | Answer |\n|:---|---:|\n| Which river flows through Cairo? | the Nile |\n"
            "| Which river flows through Paris? | the Seine |"
        ),
    ],
)
def test_all_ways_to_write_two_cards(text):
    items, problems = pasted(text)
    assert (items, problems) == ((NILE, SEINE), ())


def test_more_columns_by_name_or_in_their_usual_order():
    assert pasted("a\tb\tthink\tso it is")[0] == (Item(question="a", answer="b", hint="think", note="so it is"),)
    assert pasted("tags\tquestion\tanswer\tpage\nx, y\ta\tb\t12")[0] == (
        Item(question="a", answer="b", tags=("x", "y")),
    )


def test_a_line_with_gaps_is_a_sentence_and_a_bar_can_stand_in_a_table():
    assert pasted("The Seine flows through {{Paris}}.")[0] == (Item(cloze="The Seine flows through {{Paris}}."),)
    assert pasted("| which sign pipes? | \\| |")[0] == (Item(question="which sign pipes?", answer="|"),)


def test_answers_go_on_over_lines():
    assert pasted("Q: Name two.\nA: one\n   two\nQ: x\nA: y")[0][0].answer == "one\ntwo"


@pytest.mark.parametrize(
    ("text", "lines", "cards"),
    [
        ("a\tb\nonly one\nc\td", [2], 2),
        ("hello\nQ: a\nA: b", [1], 1),
        ("Q: a\nQ: b\nA: c\nA: d", [1], 1),
        ("\n\n\tb", [3], 0),
    ],
)
def test_what_is_no_card_is_told_by_its_line(text, lines, cards):
    items, problems = pasted(text)
    assert [problem.line for problem in problems] == lines
    assert len(items) == cards


@given(st.text(st.sampled_from("QA:|\t\n {}-x\\\x85\u2028"), max_size=60))
def test_any_text_gives_cards_that_say_something(text):
    items, problems = pasted(text)
    assert all(item.cloze or (item.question.strip() and item.answer.strip()) for item in items)
    assert bool(items or problems) == bool(text.strip()) or "|" in text or "-" in text
