from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item
from quizapp.cards.succession import successors

TURKEY = Item(question="Turkey", answer="Ankara", reverse=True)
WATER = Item(cloze="Water boils at {{100}} and freezes at {{0}}.")


def told(old, new):
    return [(was.gap or was.direction, now.gap or now.direction) for was, now in successors(old, new)]


def test_directions_stay_what_they_are():
    assert told(TURKEY, replace(TURKEY, answer="Angora")) == [("", ""), ("reverse", "reverse")]
    assert told(TURKEY, replace(TURKEY, reverse=False)) == [("", "")]


def test_gaps_with_one_text_stay_that_gap_and_the_others_follow_in_order():
    new = Item(cloze="Water freezes at {{0}} and boils at {{100 °C}}.")
    assert told(WATER, new) == [("0#1", "0#1"), ("100#1", "100 °C#1")]


def test_a_gap_that_is_closed_has_no_successor():
    assert told(WATER, Item(cloze="Water boils at 100 and freezes at {{0}}.")) == [("0#1", "0#1")]


def test_a_card_of_another_kind_goes_on_as_its_first_card():
    assert told(Item(question="Water", answer="100"), WATER) == [("", "100#1")]


ITEMS = st.one_of(
    st.builds(Item, question=st.sampled_from("ab"), answer=st.sampled_from("cd"), reverse=st.booleans()),
    st.builds(Item, question=st.just("q"), answers=st.just(("a", "b"))),
    st.lists(st.sampled_from(["x", "y"]), min_size=1, max_size=3).map(
        lambda gaps: Item(cloze=" ".join(f"{{{{{gap}}}}}" for gap in gaps))
    ),
)


@given(ITEMS, ITEMS)
def test_no_card_has_two_successors_and_none_goes_on_twice(old, new):
    pairs = list(successors(old, new))
    assert len({was.id for was, _ in pairs}) == len({now.id for _, now in pairs}) == len(pairs)
    assert len(pairs) == min(len(cards_of(old)), len(cards_of(new)))
