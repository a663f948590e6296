"""What there is to record of a study step, a quiz answer, and taking one back."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.cards.model import Card, CardId, Item
from quizapp.history import events as kinds
from quizapp.history.events import Datum, Event
from quizapp.sessions.steps import Answered, Aside, Flagged, Step
from quizapp.store.disk import random_hex

if TYPE_CHECKING:
    from quizapp.cards.kinship import Told
    from quizapp.sessions.quiz import Marked, QuizSession

Happened = tuple[str, Mapping[str, Datum]]
"""The kind of an event and its data."""

_ASIDE = {Aside.BURIED: kinds.BURY, Aside.SUSPENDED: kinds.SUSPEND}


def of_step(step: Step, first: bool) -> Happened | None:
    """Return what to record of a study step; None for a card that was only skipped or crammed.

    A card's ``first`` event carries its question and answer, so that its past can be told when its
    file is gone.
    """
    told = _about(step.card, first)
    if isinstance(step, Flagged):
        return kinds.FLAG, {**told, "on": step.on}
    if isinstance(step, Answered):
        if step.crammed:
            return None
        told |= {"grade": int(step.grade), "ms": step.ms, "via": str(step.via)}
        if step.reply and (other := step.confused_with):
            told |= {"given": step.reply.given, "other": str(other.id)}
        return kinds.REVIEW, told
    return (_ASIDE[step.how], told) if step.how in _ASIDE else None


def _about(card: Card, first: bool) -> dict[str, Datum]:
    told: dict[str, Datum] = {"card": str(card.id)}
    return {**told, "question": card.question, "answer": card.answer} if first else told


def of_suspend(card: Card, on: bool, first: bool) -> Happened:
    """Return what to record when a card is suspended, or no longer."""
    return (kinds.SUSPEND if on else kinds.UNSUSPEND), _about(card, first)


def of_reset(card: Card) -> Happened:
    """Return what to record when a card starts over."""
    return kinds.RESET, {"card": str(card.id)}


def of_deleted_item(place: str, at: int, item: Item, cards: Sequence[Card], text: str) -> Happened:
    """Return what to record when an entry of the deck at ``place`` is deleted.

    ``at`` tells which of the deck's entries it was, from 0, and ``text`` how a file says it.
    """
    return kinds.DELETE, {
        "at": at,
        "place": place,
        "card": str(cards[0].id),
        "cards": tuple(str(card.id) for card in cards),
        "question": item.question or cards[0].filled,
        "answer": cards[0].answer,
        "item": text,
    }


def of_deleted_deck(place: str, title: str, file: str) -> Happened:
    """Return what to record when the deck at ``place`` is deleted; ``file`` is its name in the bin."""
    return kinds.DELETE, {"place": place, "title": title, "file": file}


def of_void(event: Event) -> Happened:
    """Return what to record when an event is taken back."""
    return kinds.VOID, {"target": str(event.id)}


def of_redate(event: Event, right: Event) -> Happened:
    """Return what to record when an event gets the date of another one."""
    return kinds.REDATE, {"target": str(event.id), "at": right.t.isoformat(), "on": right.day}


def of_link(old: CardId, new: "Card | Told") -> Happened:
    """Return what to record when the past of one card goes on as another's."""
    return kinds.LINK, {"old": str(old), "new": str(new.id), "question": new.question, "answer": new.answer}


def of_apart(old: CardId, new: CardId) -> Happened:
    """Return what to record when a user says that two cards are two."""
    return kinds.APART, {"old": str(old), "new": str(new)}


def of_move(old: str, new: str) -> Happened:
    """Return what to record when a deck that stood at one place stands at another."""
    return kinds.MOVE, {"old": old, "new": new}


def of_quiz_start(quiz: str, session: "QuizSession") -> Happened:
    """Return what to record when the first question of a quiz is answered."""
    return kinds.QUIZ_START, {
        "quiz": quiz,
        "decks": session.decks,
        "places": session.places,
        "questions": len(session.questions),
        "mode": str(session.terms.kind),
    }


def of_quiz_answer(quiz: str, marked: "Marked") -> Happened:
    """Return what to record of one answer."""
    card = marked.question.card
    told: dict[str, Datum] = {
        "quiz": quiz,
        "card": str(card.id),
        "question": card.question,
        "answer": card.answer,
        "choices": marked.question.choices,
        "given": marked.given,
        "verdict": str(marked.outcome),
        "ms": marked.ms,
    }
    if marked.question.claim:
        told["claim"] = marked.question.claim
    if marked.late:
        told["late"] = True
    if marked.grade:
        told["grade"] = int(marked.grade)
    if marked.reply.other:
        told["other"] = str(marked.reply.other.id)
    return kinds.QUIZ_ANSWER, told


def of_quiz_review(marked: "Marked", first: bool) -> Happened | None:
    """Return what to record for the schedule of a quiz's card; None where the answer does not count for it."""
    if marked.grade is None:
        return None
    card = marked.question.card
    return kinds.REVIEW, {
        **_about(card, first),
        "grade": int(marked.grade),
        "ms": marked.ms,
        "via": str(marked.question.way),
    }


def of_quiz_end(quiz: str, session: "QuizSession") -> Happened:
    """Return what to record when the last question of a quiz is answered."""
    return kinds.QUIZ_END, {"quiz": quiz, "right": session.score.right, "total": session.score.total}


def new_quiz_id() -> str:
    """Return 128 random bits that name a quiz."""
    return random_hex(16)
