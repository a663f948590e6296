"""Sitting down to a quiz: which cards are asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.insight.misses import confusions
from quizapp.library import recording
from quizapp.library.selection import EVERYTHING, Selection, selected
from quizapp.library.shelf import chosen
from quizapp.library.sittings import resolver
from quizapp.memory.model import Memory, Phase
from quizapp.memory.ways import Feedback
from quizapp.sessions import quiz as quizzes
from quizapp.sessions.questions import Candidate, draw
from quizapp.sessions.quiz import QuizSession, Terms

if TYPE_CHECKING:
    from quizapp.library.library import Library


def quiz_session(
    library: "Library", words: Iterable[str], terms: Terms, selection: Selection = EVERYTHING
) -> QuizSession:
    """Draw a quiz on some decks, or on all; it is over at once when there is nothing to ask."""
    seed = recording.new_quiz_id()
    past = library.progress.past
    cards = selected(chosen(library.shelf, words), selection, past)
    resolved = resolver(library, cards)
    mistaken = confusions(past, cards)
    pool = [
        Candidate(
            card,
            deck.title,
            deck.heading.source,
            deck.place,
            _is_due(library.memory_of(card, deck), library),
            tuple(other.answer for other in resolved(mistaken.get(past.name_of(card.id), ()))),
        )
        for deck, card in cards.values()
        if not past.of(card.id).suspended
    ]
    questions = draw(pool, terms.number, terms.kind, seed, {deck.place: deck.cards for deck, _ in cards.values()})
    return quizzes.begin(questions, terms, library.now(), seed=seed)


def usual_terms(library: "Library", words: Iterable[str]) -> Terms:
    """Return what a quiz on some decks, or on all, is like by the settings. Raises QuizError."""
    settings = library.settings_for(words)
    return Terms(
        settings.quiz_questions,
        settings.quiz_kind,
        settings.quiz_seconds,
        at_end=settings.quiz_feedback is Feedback.AT_END,
        feeds=settings.quiz_feeds_schedule,
    )


def _is_due(memory: Memory | None, library: "Library") -> bool:
    """Say whether a card that has been learned is due, so that an answer tells how well it is remembered."""
    if memory is None or memory.phase is Phase.NEW:
        return False
    return memory.in_steps or memory.due_day <= library.today
