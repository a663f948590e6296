"""How cards are answered, and what an answer that a program has marked says about memory."""

from enum import StrEnum

from quizapp.cards.marking import Outcome
from quizapp.cards.model import Card
from quizapp.history.events import Grade

LONGEST_TYPED = 48
"""Characters of an answer that one may be asked to type; a longer one is turned over instead."""


class Way(StrEnum):
    """The way in which one card is answered; the journal keeps it with the answer."""

    FLIP = "flip"
    """The card is turned over and graded by the user."""
    TYPED = "typed"
    CHOICE = "choice"


class StudyBy(StrEnum):
    """How the cards of a session are answered."""

    FLIP = "flip"
    TYPED = "typed"
    CHOICE = "choice"
    """Where a card has enough wrong answers to choose from; the others are turned over."""
    MIXED = "mixed"
    """Each card in turn, as far as its answer allows."""


class Grades(StrEnum):
    """How many grades there are to choose from."""

    FOUR = "four"
    """Again, hard, good, easy."""
    TWO = "two"
    """Wrong and right."""


class QuizKind(StrEnum):
    """How the questions of a quiz are answered."""

    CHOICE = "choice"
    """By choosing one of several options; cards without enough wrong options are left out."""
    TYPED = "typed"
    """By typing."""
    TRUE_FALSE = "true-false"
    """By calling an answer true or false."""
    MATCHING = "matching"
    """By finding for each of several questions its answer among theirs."""
    MIXED = "mixed"
    """Some of each."""


class Feedback(StrEnum):
    """When a quiz tells right and wrong."""

    AT_ONCE = "at-once"
    AT_END = "at-end"


def may_be_typed(card: Card) -> bool:
    """Say whether a card's answer is short enough, on one line, to be asked for letter by letter."""
    return "\n" not in card.answer and all(len(answer) <= LONGEST_TYPED for answer in card.answers)


def way_for(card: Card, by: StudyBy, reviews: int, *, has_choices: bool) -> Way:
    """Return how a card is answered that has been answered ``reviews`` times.

    Where ways are mixed a card is turned over first, then its answer is recognised, then recalled
    letter by letter, and so on in turn.
    """
    match by:
        case StudyBy.CHOICE:
            return Way.CHOICE if has_choices else Way.FLIP
        case StudyBy.TYPED:
            return Way.TYPED if may_be_typed(card) else Way.FLIP
        case StudyBy.MIXED:
            fitting = [Way.FLIP, *[Way.CHOICE] * has_choices, *[Way.TYPED] * may_be_typed(card)]
            return fitting[reviews % len(fitting)]
        case _:
            return Way.FLIP


def proposed_grade(way: Way, outcome: Outcome) -> Grade:
    """Return the grade that a marked answer speaks for; to recognise is easier than to recall."""
    if outcome is Outcome.WRONG:
        return Grade.AGAIN
    return Grade.HARD if way is Way.CHOICE else Grade.GOOD
