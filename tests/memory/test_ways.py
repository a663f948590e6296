import pytest

from quizapp.cards.identity import cards_of
from quizapp.cards.marking import Outcome
from quizapp.cards.model import Item
from quizapp.history.events import Grade
from quizapp.memory.ways import StudyBy, Way, proposed_grade, way_for


def card(answer="Astana", **keys):
    return cards_of(Item(question="Capital of Kazakhstan?", answer=answer, **keys))[0]


LONG = card("A treaty of six states that none of them has kept for longer than a year")


@pytest.mark.parametrize("by", StudyBy)
def test_a_card_without_choices_whose_answer_is_long_is_turned_over(by):
    assert {way_for(LONG, by, reviews, has_choices=False) for reviews in range(4)} == {Way.FLIP}


def test_mixed_ways_take_turns_from_the_easiest_on():
    ways = [way_for(card(), StudyBy.MIXED, reviews, has_choices=True) for reviews in range(6)]
    assert ways == [Way.FLIP, Way.CHOICE, Way.TYPED] * 2
    assert way_for(LONG, StudyBy.MIXED, 1, has_choices=True) is Way.CHOICE
    assert way_for(card(), StudyBy.MIXED, 1, has_choices=False) is Way.TYPED


@pytest.mark.parametrize(("by", "way"), [(StudyBy.TYPED, Way.TYPED), (StudyBy.CHOICE, Way.CHOICE)])
def test_one_way_is_kept_to(by, way):
    assert {way_for(card(), by, reviews, has_choices=True) for reviews in range(3)} == {way}


@pytest.mark.parametrize(
    ("way", "outcome", "grade"),
    [
        (Way.TYPED, Outcome.RIGHT, Grade.GOOD),
        (Way.TYPED, Outcome.CLOSE, Grade.GOOD),
        (Way.TYPED, Outcome.WRONG, Grade.AGAIN),
        (Way.CHOICE, Outcome.RIGHT, Grade.HARD),
        (Way.CHOICE, Outcome.WRONG, Grade.AGAIN),
    ],
)
def test_what_is_recognised_counts_for_less_than_what_is_recalled(way, outcome, grade):
    assert proposed_grade(way, outcome) is grade
