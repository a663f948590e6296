"""Writing out, for people and scripts, when the cards of a deck come back."""

from collections.abc import Callable, Iterable, Iterator

from quizapp.cards.model import Card
from quizapp.library.shelf import Shelved
from quizapp.memory.days import date_of
from quizapp.memory.model import Memory
from quizapp.store.home import Home
from quizapp.store.schedule import ScheduleRow, write_schedule

MemoryOf = Callable[[Card, Shelved], Memory | None]


def write_schedules(home: Home, decks: Iterable[Shelved], memory_of: MemoryOf) -> None:
    """Write the schedule file of each deck. Raises QuizError."""
    for deck in decks:
        write_schedule(home, deck.place, _rows(deck, memory_of))


def _rows(deck: Shelved, memory_of: MemoryOf) -> Iterator[ScheduleRow]:
    for card in deck.cards:
        memory = memory_of(card, deck)
        if memory is not None:
            due = date_of(memory.due_day)
            yield ScheduleRow(due, card.question, memory.stability, memory.difficulty, str(memory.phase))
