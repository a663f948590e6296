"""What a user types to find cards: words, and ``deck:``, ``tag:``, ``is:`` and ``answer:``."""

import re
from dataclasses import dataclass
from enum import StrEnum

from quizapp.cards.searching import search_form
from quizapp.errors import Problem

_TERM = re.compile(r'(?P<no>-?)(?:(?P<key>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))\s*')


class About(StrEnum):
    """What a term of a query is about: the part of a card or of its state that it is looked for in."""

    TEXT = "text"
    """Anything written on the card."""
    DECK = "deck"
    """Its deck's title, or where the deck stands."""
    TAG = "tag"
    """Its own tags and those of its deck."""
    ANSWER = "answer"
    STATE = "is"


class State(StrEnum):
    """What ``is:`` can ask for."""

    DUE = "due"
    """To be asked today, were there no daily limits: due for review, or still being learned."""
    NEW = "new"
    SUSPENDED = "suspended"
    LEECH = "leech"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing wanted, or with ``wanted`` off one thing not wanted."""

    about: About
    text: str
    """Folded: without case and accents."""
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """What a user wants to find; a card must fit every term."""

    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What in it means nothing; such a term fits no card."""


def parsed(text: str) -> Query:
    """Read a query. Anything can be typed, so that half of a word finds something already.

    Words stand alone or in quotes, ``-`` before one excludes it, and a key that is none is a word.
    """
    terms: list[Term] = []
    for match in _TERM.finditer(text.strip()):
        about, words = _meant(match["key"] or "", match["bare"] if match["quoted"] is None else match["quoted"])
        if words:
            terms.append(Term(about, search_form(words), wanted=not match["no"]))
    return Query(tuple(terms), tuple(_problem(term) for term in terms if _means_nothing(term)))


def states_meant(word: str) -> tuple[State, ...]:
    """Return the states that a word after ``is:`` begins; its first letters are enough."""
    return tuple(state for state in State if state.startswith(word))


def _meant(key: str, words: str) -> tuple[About, str]:
    """Return what a term is about, and its words; a key that means nothing is part of the words."""
    known = {str(about) for about in About if about is not About.TEXT}
    if key.lower() in known:
        return About(key.lower()), words
    return About.TEXT, f"{key}:{words}" if key else words


def _means_nothing(term: Term) -> bool:
    return term.about is About.STATE and not states_meant(term.text)


def _problem(term: Term) -> Problem:
    states = ", ".join(f"is:{state}" for state in State)
    return Problem(message=f"`is:{term.text[:20]}` means nothing", remedy=f"write one of {states}")
