"""What is known about one card, in words: where it stands, how well it is remembered, every answer it had."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.history.past import CardPast
from quizapp.memory.days import date_of
from quizapp.memory.intervals import days_text
from quizapp.memory.model import Memory
from quizapp.memory.ways import Way
from quizapp.sessions.task import Task

if TYPE_CHECKING:
    from quizapp.library.library import Library

Fact = tuple[str, str]
"""A name, and what there is to say under it."""

_WAYS = {Way.TYPED: "typed", Way.CHOICE: "chosen"}


def facts(library: "Library", task: Task) -> Iterator[Fact]:
    """Yield what is known about a card now."""
    past = library.progress.past.of(task.card.id)
    yield "deck", task.deck
    if task.card.item.tags:
        yield "tags", ", ".join(task.card.item.tags)
    if marks := ", ".join(_marks(past, library.today)):
        yield "marks", marks
    if task.memory is None or task.new:
        yield "memory", "new, never answered"
    else:
        known = library.timetable.scheduler_for(task.place).retrievability(task.memory, library.today)
        yield from _remembered(task.memory, known, library.today)


def answers(library: "Library", task: Task) -> Iterator[Fact]:
    """Yield when a card was answered and how well it was known, the last answer first."""
    for review in reversed(library.progress.past.of(task.card.id).reviews):
        told = [review.grade.name.capitalize()]
        if review.ms:
            told.append(f"{review.ms / 1000:.0f} s")
        if review.via in _WAYS:
            told.append(_WAYS[Way(review.via)])
        yield review.t.astimezone(library.zone).strftime("%Y-%m-%d %H:%M"), ", ".join(told)


def _marks(past: CardPast, today: int) -> Iterator[str]:
    if past.flagged:
        yield "flagged"
    if past.suspended:
        yield "suspended"
    if past.buried_on == today:
        yield "not before tomorrow"


def _remembered(memory: Memory, known: float, today: int) -> Iterator[Fact]:
    lapses = f", forgotten {memory.lapses}×" if memory.lapses else ""
    yield "memory", f"{memory.phase}{lapses}"
    yield "known now", f"{known:.0%}"
    yield "stability", f"{days_text(max(round(memory.stability), 1))}, after which it is known with 90%"
    yield "difficulty", f"{memory.difficulty:.1f} of 10"
    days = memory.due_day - today
    yield "due", f"{'today' if days <= 0 else f'in {days_text(days)}'}, {date_of(memory.due_day)}"
