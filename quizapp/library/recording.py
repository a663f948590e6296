"""What there is to record of a study step, a quiz answer, and taking one back."""

import secrets
from collections.abc import Mapping

from quizapp.cards.model import Card, CardId
from quizapp.history import events as kinds
from quizapp.history.events import Datum, Event
from quizapp.sessions.quiz import Marked, QuizSession
from quizapp.sessions.study import Answered, Aside, Step

Happened = tuple[str, Mapping[str, Datum]]
"""The kind of an event and its data."""

_ASIDE = {Aside.BURIED: kinds.BURY, Aside.SUSPENDED: kinds.SUSPEND}


def of_step(step: Step, first: bool) -> Happened | None:
    """Return what to record of a study step; None for a card that was only skipped.

    A card's ``first`` event carries its question and answer, so that its past can be told when its
    file is gone.
    """
    told: dict[str, Datum] = {"card": str(step.card.id)}
    if first:
        told |= {"question": step.card.question, "answer": step.card.answer}
    if isinstance(step, Answered):
        return kinds.REVIEW, {**told, "grade": int(step.grade), "ms": step.ms, "via": step.via}
    return (_ASIDE[step.how], told) if step.how in _ASIDE else None


def of_void(event: Event) -> Happened:
    """Return what to record when an event is taken back."""
    return kinds.VOID, {"target": str(event.id)}


def of_link(old: CardId, new: CardId) -> Happened:
    """Return what to record when the past of one card goes on as another's."""
    return kinds.LINK, {"old": str(old), "new": str(new)}


def of_apart(old: CardId, new: CardId) -> Happened:
    """Return what to record when a user says that two cards are two."""
    return kinds.APART, {"old": str(old), "new": str(new)}


def of_move(old: str, new: str) -> Happened:
    """Return what to record when a deck that stood at one place stands at another."""
    return kinds.MOVE, {"old": old, "new": new}


def of_flag(card: Card, on: bool) -> Happened:
    """Return what to record when a card is flagged, or no longer."""
    return kinds.FLAG, {"card": str(card.id), "on": on}


def of_quiz_start(quiz: str, session: QuizSession) -> Happened:
    """Return what to record when the first question of a quiz is answered."""
    return kinds.QUIZ_START, {
        "quiz": quiz,
        "decks": session.decks,
        "places": session.places,
        "questions": len(session.questions),
        "mode": str(session.kind),
    }


def of_quiz_answer(quiz: str, marked: Marked) -> Happened:
    """Return what to record of one answer."""
    card = marked.question.card
    return kinds.QUIZ_ANSWER, {
        "quiz": quiz,
        "card": str(card.id),
        "question": card.question,
        "answer": card.answer,
        "choices": marked.question.choices,
        "given": marked.given,
        "verdict": str(marked.outcome),
        "ms": marked.ms,
    }


def of_quiz_end(quiz: str, session: QuizSession) -> Happened:
    """Return what to record when the last question of a quiz is answered."""
    return kinds.QUIZ_END, {"quiz": quiz, "right": session.score.right, "total": session.score.total}


def new_quiz_id() -> str:
    """Return 128 random bits that name a quiz."""
    return secrets.token_hex(16)
