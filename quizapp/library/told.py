"""Where a card stands in a few words, and the card as a session would ask it."""

from quizapp.library.library import Library
from quizapp.library.search import Hit
from quizapp.memory.intervals import days_text
from quizapp.memory.model import Phase
from quizapp.sessions.task import Task


def task_of(library: Library, hit: Hit) -> Task:
    """Return a card that was found as a session would ask it."""
    deck = hit.deck
    return Task(hit.card, deck.title, library.memory_of(hit.card, deck), deck.heading.source, deck.place)


def standing(library: Library, hit: Hit) -> str:
    """Return in a word or two when a card comes back; a ``*`` says that it is flagged."""
    past = library.progress.past.of(hit.card.id)
    flag = "* " if past.flagged else ""
    if past.suspended:
        return f"{flag}suspended"
    memory = library.memory_of(hit.card, hit.deck)
    if memory is None or memory.phase is Phase.NEW:
        return f"{flag}new"
    days = memory.due_day - library.today
    return f"{flag}today" if days <= 0 or memory.in_steps else f"{flag}in {days_text(days)}"
