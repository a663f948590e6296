"""Studying as a state machine: which card is asked, whether its answer shows, which cards come back.

A session is a frozen value. Each event (`reveal`, `grade`, `skip`, `bury`, `suspend`) gives a new one,
and, where something happened to a card, a `Step` that says what there is to record; `undo` gives back
the value from before the last step. Nothing here reads a clock: ``now`` is an aware datetime argument.

A card that is to be seen again today (graded Again, or still in its learning steps) comes back when its
time has come, or earlier when nothing else is left to ask.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.cards.model import Card
from quizapp.history.events import Grade
from quizapp.memory.scheduler import Memory
from quizapp.sessions.task import Task, Timetable

FLIP = "flip"
"""The card was turned over and graded by the user; the other ways of an answer are ``typed`` and ``choice``."""

LONGEST_ANSWER_MS = 300_000
"""Five minutes: more than that at one card is time away from the desk, not time spent answering."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A card was graded: what the journal records of it."""

    task: Task
    """As it was asked, with the memory from before."""
    grade: Grade
    memory: Memory
    """After the grade."""
    ms: int
    """From question to grade, at most `LONGEST_ANSWER_MS`."""
    via: str = FLIP
    repeat: bool = False
    """The card had been answered in this session before."""

    @property
    def card(self) -> Card:
        """The card that was graded."""
        return self.task.card


class Aside(StrEnum):
    """The ways of putting a card aside without an answer."""

    SKIPPED = "skipped"
    """Not in this session; nothing is recorded, it stays due."""
    BURIED = "buried"
    """Not until the next study day."""
    SUSPENDED = "suspended"
    """Not until it is taken back."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """A card left the session without an answer."""

    task: Task
    how: Aside

    @property
    def card(self) -> Card:
        """The card that was put aside."""
        return self.task.card


Step = Answered | PutAside
"""What happened to a card, and what `StudySession.undo` takes back."""


@dataclass(frozen=True, slots=True)
class Return:
    """A card that is to be asked again in this session."""

    due_at: datetime
    task: Task
    repeat: bool = True
    """It has been answered in this session; not so for a card that was in its steps when the session began."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session is; the two always add up to the cards it began with."""

    done: int
    """Cards that do not come back in this session."""
    left: int
    """Cards still to be asked, the current one and those that come back among them."""

    @property
    def share(self) -> float:
        """The part that is done, from 0 to 1; an empty session is done."""
        return self.done / total if (total := self.done + self.left) else 1.0


@dataclass(frozen=True, slots=True)
class StudySession:
    """A session at one moment. Begin with `begin`; every event returns the next one."""

    timetable: Timetable
    tasks: tuple[Task, ...]
    """All tasks it began with: those whose step was not over first, then the others in the order of asking."""
    position: int = 0
    """How many of ``tasks`` have been asked or are being asked."""
    current: Task | None = None
    """The task being asked; None once the session is over."""
    returning: tuple[Return, ...] = ()
    """Answered, but to be asked again today."""
    revealed: bool = False
    """The answer of the current card is shown."""
    repeat: bool = False
    """The current card has been answered in this session before."""
    step: Step | None = None
    """What led here from ``previous``."""
    asked_at: datetime | None = field(default=None, compare=False)
    """When the current card was put to the user: not part of what the state is, only of how long it took."""
    previous: "StudySession | None" = field(default=None, compare=False, repr=False)
    """The session before ``step``."""

    @property
    def over(self) -> bool:
        """Nothing is left to ask."""
        return self.current is None

    @property
    def progress(self) -> Progress:
        """How many cards are done and how many are left."""
        left = len(self.tasks) - self.position + len(self.returning) + (self.current is not None)
        return Progress(len(self.tasks) - left, left)

    @property
    def steps(self) -> list[Step]:
        """Everything that happened to a card in this session, first to last."""
        return list(self._steps_back())[::-1]

    def intervals(self, now: datetime) -> Mapping[Grade, str]:
        """Return for each grade how long the current card would stay away."""
        return self.timetable.intervals(self._asked(), now)

    def reveal(self) -> "StudySession":
        """Show the answer."""
        self._asked()
        return replace(self, revealed=True)

    def grade(self, grade: Grade, now: datetime, via: str = FLIP) -> tuple["StudySession", Answered]:
        """Grade the current card, whose answer must be shown, and go on to the next."""
        task = self._asked()
        if not self.revealed:
            raise ValueError("a card is graded only once its answer is shown")
        memory = self.timetable.after(task, grade, now)
        answered = Answered(task, grade, memory, self._ms(now), via, self.repeat)
        again = (Return(memory.due_at, replace(task, memory=memory)),) if memory.due_at else ()
        return self._next(answered, self.returning + again, now), answered

    def put_aside(self, how: Aside, now: datetime) -> tuple["StudySession", PutAside]:
        """Take the current card out of the session without an answer, and go on to the next."""
        aside = PutAside(self._asked(), how)
        return self._next(aside, self.returning, now), aside

    def skip(self, now: datetime) -> tuple["StudySession", PutAside]:
        """Leave the current card out of this session."""
        return self.put_aside(Aside.SKIPPED, now)

    def bury(self, now: datetime) -> tuple["StudySession", PutAside]:
        """Leave the current card until the next study day."""
        return self.put_aside(Aside.BURIED, now)

    def suspend(self, now: datetime) -> tuple["StudySession", PutAside]:
        """Leave the current card until the user takes it back."""
        return self.put_aside(Aside.SUSPENDED, now)

    def undo(self, now: datetime) -> tuple["StudySession", Step] | None:
        """Return the session from before the last step, and that step; None when there was none."""
        if self.previous is None or self.step is None:
            return None
        return replace(self.previous, asked_at=now), self.step

    def usual_ms(self) -> int:
        """Return the median time of an answer in this session in milliseconds; 0 before the first."""
        times = sorted(step.ms for step in self._steps_back() if isinstance(step, Answered))
        return times[len(times) // 2] if times else 0

    def _asked(self) -> Task:
        if self.current is None:
            raise ValueError("the session is over")
        return self.current

    def _ms(self, now: datetime) -> int:
        spent = (now - (self.asked_at or now)) // timedelta(milliseconds=1)
        return min(max(spent, 0), LONGEST_ANSWER_MS)

    def _steps_back(self) -> Iterator[Step]:
        session: StudySession | None = self
        while session is not None and session.step is not None:
            yield session.step
            session = session.previous

    def _next(self, step: Step, returning: tuple[Return, ...], now: datetime) -> "StudySession":
        """Return the session that asks the next card: one that is due again, a fresh one, or one due soon."""
        moved = replace(
            self,
            returning=returning,
            revealed=False,
            repeat=False,
            step=step,
            asked_at=now,
            previous=self,
            current=None,
        )
        back = _due(returning, now)
        if back is None and self.position < len(self.tasks):
            return replace(moved, current=self.tasks[self.position], position=self.position + 1)
        back = back or _due_soonest(returning, step.task)
        if back is None:
            return moved
        others = tuple(waiting for waiting in returning if waiting is not back)
        return replace(moved, current=back.task, returning=others, repeat=back.repeat)


def begin(tasks: Iterable[Task], timetable: Timetable, now: datetime) -> StudySession:
    """Begin a session on ``tasks``, which name each card once and stand in the order of asking.

    A card whose learning step is not over yet is asked once it is, or when nothing else is left.
    """
    ready: list[Task] = []
    waiting: list[Return] = []
    for task in tasks:
        step_end = task.memory.due_at if task.memory else None
        if step_end is None or step_end <= now:
            ready.append(task)
        else:
            waiting.append(Return(step_end, task, repeat=False))
    first = ready[0] if ready else None
    if first is None and waiting:
        soonest = min(waiting, key=lambda back: back.due_at)
        waiting.remove(soonest)
        ready, first = [soonest.task], soonest.task
    return StudySession(
        timetable,
        tasks=(*(back.task for back in waiting), *ready),
        position=len(waiting) + len(ready[:1]),
        current=first,
        returning=tuple(waiting),
        asked_at=now,
    )


def _due(returning: tuple[Return, ...], now: datetime) -> Return | None:
    return _soonest(waiting for waiting in returning if waiting.due_at <= now)


def _due_soonest(returning: tuple[Return, ...], just_asked: Task) -> Return | None:
    """Return the card due soonest, but the one just asked only if there is no other."""
    return _soonest(waiting for waiting in returning if waiting.task.card.id != just_asked.card.id) or _soonest(
        returning
    )


def _soonest(returning: Iterable[Return]) -> Return | None:
    return min(returning, key=lambda waiting: waiting.due_at, default=None)
