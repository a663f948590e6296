import random
from dataclasses import replace

import pytest

from quizapp.cards.model import Item, Source
from quizapp.errors import QuizError
from quizapp.store.cardedit import card_edited
from quizapp.store.deckfile import parse_deck

from .handmade import WORDS, handmade


def items(data):
    read = parse_deck(data, "x.yaml")
    assert read.problems == ()
    return read.deck.items


def some_edit(item, chance):
    """Return an item that differs from another in one or more keys."""
    text = " ".join(chance.choices([*WORDS, "two\nlines", "12:30", "\u00fc", "'", '"'], k=chance.randint(1, 9)))
    edits = {
        "accept": (*item.accept, text),
        "wrong": (text, *item.wrong[1:]),
        "note": text,
        "hint": "" if item.hint else text,
        "tags": item.tags[1:],
        "source": Source(title=text, url="http://x.org/#a", date="2024-07-04"),
        "answer" if item.answer else "quote": text,
        "cloze" if item.cloze else "question": f"{{{{{text}}}}} is so" if item.cloze else text,
    }
    if chance.random() < 0.1:
        return Item(question="Another kind of card?", answers=("one", text), ordered=True, tags=item.tags)
    chosen = chance.sample(sorted(edits), chance.choice([1, 1, 1, 2, 3]))
    return replace(item, **{name: edits[name] for name in chosen})


def hold_to_one_card(seed):
    """Edit one card of a generated file; no byte outside of it may change, and it must read as wanted."""
    deck = handmade(seed)
    chance = random.Random(f"edit {seed}")
    before = items(deck.data)
    place = chance.randrange(len(before))
    wanted = some_edit(before[place], chance)
    written = card_edited(deck.data, "x.yaml", before[place], wanted)
    assert items(written) == (*before[:place], wanted, *before[place + 1 :])
    head, tail = deck.around(place)
    assert written.startswith(head)
    assert written.endswith(tail)
    return deck.data, written


@pytest.mark.parametrize("hundred", range(10))
def test_an_edit_changes_the_bytes_of_its_card_only(hundred):
    for seed in range(100 * hundred, 100 * hundred + 100):
        hold_to_one_card(seed)


@pytest.mark.parametrize("seed", range(30))
def test_an_edit_can_be_edited_back(seed):
    deck = handmade(seed)
    before = items(deck.data)
    data = deck.data
    for item in before:
        wanted = some_edit(item, random.Random(seed))
        data = card_edited(card_edited(data, "x.yaml", item, wanted), "x.yaml", wanted, item)
    assert items(data) == before


DECK = """\
title: Rivers   # and streams
cards:
# the first
- Which river flows through Cairo?:   the Nile  # the white one
  accept: [Nile,  'White Nile'] # more?
- question: |
    Which river flows through
    Paris?
  answer: "Seine"
"""


def edited(text, place, **changes):
    data = text.encode()
    item = parse_deck(data, "x.yaml").deck.items[place]
    return card_edited(data, "x.yaml", item, replace(item, **changes)).decode()


def test_a_value_is_written_in_the_style_of_the_one_it_replaces():
    assert edited(DECK, 0, answer="the Blue Nile") == DECK.replace(":   the Nile  #", ":   the Blue Nile  #")
    assert edited(DECK, 1, answer="la Seine") == DECK.replace('"Seine"', '"la Seine"')
    assert edited(DECK, 1, question="Which river\nis it?") == DECK.replace(
        "    Which river flows through\n    Paris?", "    Which river\n    is it?"
    )


def test_one_more_text_in_a_list_leaves_the_others_as_they_are():
    assert edited(DECK, 0, accept=("Nile", "White Nile", "Nil, al")) == DECK.replace(
        "'White Nile'] #", "'White Nile', \"Nil, al\"] #"
    )


def test_a_key_that_was_not_there_is_put_below_the_one_it_usually_follows():
    assert edited(DECK, 1, accept=("Sequana",)) == DECK + "  accept: [Sequana]\n"


def test_a_key_with_nothing_to_say_any_more_is_taken_out():
    assert edited(DECK, 0, accept=()) == DECK.replace("  accept: [Nile,  'White Nile'] # more?\n", "")


def test_a_card_of_another_kind_is_written_anew_in_its_place():
    new = edited(DECK, 1, question="", answer="", cloze="The {{Seine}} flows through Paris.")
    assert new == DECK[: DECK.index("- question")] + "- cloze: The {{Seine}} flows through Paris.\n"


def test_a_broken_card_beside_it_stays_as_it_is():
    broken = "- oh: no: this\n"
    text = DECK.replace("# the first\n", broken)
    assert edited(text, 0, answer="Nile") == text.replace("the Nile", "Nile")


def test_of_two_cards_that_are_alike_the_one_at_the_line_is_edited():
    text = "title: T\ncards:\n- a: b\n- c: d\n- a: b\n"
    assert edited(text, 2, answer="x") == "title: T\ncards:\n- a: b\n- c: d\n- a: x\n"


def test_a_card_that_is_not_there_any_more_is_refused():
    with pytest.raises(QuizError, match=r"x\.yaml:7: the card was changed or removed"):
        card_edited(DECK.encode(), "x.yaml", Item(question="What?", answer="this", line=7), Item())


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"answer": ""}, "answer"), ({"question": " "}, "question"), ({"answers": ("a",)}, "answer")],
)
def test_a_card_that_no_file_can_hold_is_refused_with_the_reason(changes, told):
    with pytest.raises(QuizError, match=told):
        edited(DECK, 1, **changes)


def test_what_would_act_on_a_terminal_is_made_inert():
    assert "\x1b" not in edited(DECK, 1, answer="\x1b[31mred")
