"""Studying as a state machine: which card is asked, whether its answer shows, which cards come back.

A session is a frozen value. Each event (`answer`, `reveal`, `grade`, `skip`, `bury`, `suspend`, `flag`)
gives a new one, and, where something happened to a card, a `Step` that says what there is to record;
`undo` gives back the value from before the last step. Nothing here reads a clock: ``now`` is an aware
datetime argument.

A card that is to be seen again today (graded Again, or still in its learning steps) comes back when its
time has come, or earlier when nothing else is left to ask.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from quizapp.cards.marking import Outcome
from quizapp.cards.model import Card, CardId
from quizapp.history.events import Grade
from quizapp.memory.model import NEW
from quizapp.memory.ways import Grades, Way, proposed_grade
from quizapp.sessions.asking import TURNED_OVER, USUAL, Asked, Manner, put, reply_to
from quizapp.sessions.reply import Reply
from quizapp.sessions.returns import Return, due, due_next, soonest
from quizapp.sessions.steps import Answered, Aside, Edited, Flagged, PutAside, Step
from quizapp.sessions.task import Task, Timetable

LONGEST_ANSWER_MS = 300_000
"""Five minutes: more than that at one card is time away from the desk, not time spent answering."""
CRAMMED_AGAIN = timedelta(minutes=1)
"""After which a card missed in cramming comes back."""
OFFERED = {Grades.FOUR: tuple(Grade), Grades.TWO: (Grade.AGAIN, Grade.GOOD)}
"""The grades there are to choose from."""


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
    manner: Manner = USUAL
    position: int = 0
    """How many of ``tasks`` have been asked or are being asked."""
    current: Task | None = None
    """The task being asked; None once the session is over."""
    asked: Asked = TURNED_OVER
    """How it is put to the user."""
    returning: tuple[Return, ...] = ()
    """Answered, but to be asked again today."""
    revealed: bool = False
    """The answer of the current card is shown."""
    reply: Reply | None = None
    """What was typed or chosen for the current card."""
    repeat: bool = False
    """The current card has been answered in this session before."""
    step: Step | Edited | None = None
    """What led here from ``previous``."""
    asked_at: datetime | None = field(default=None, compare=False)
    """When the current card was put to the user: not part of what the state is, only of how long it took."""
    previous: "StudySession | None" = field(default=None, compare=False, repr=False)
    """The session before ``step``."""
    renewed: Mapping[CardId, Card] = field(default_factory=dict, compare=False, repr=False)
    """What cards have become that were edited since the session began, by the names they had."""

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

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades there are to choose from."""
        return OFFERED[Grades.TWO if self.manner.cram else self.manner.grades]

    @property
    def proposed(self) -> Grade:
        """The grade that is given unless the user says otherwise."""
        return proposed_grade(self.asked.way, self.reply.outcome) if self.reply else Grade.GOOD

    @property
    def may_be_right(self) -> bool:
        """A typed answer was marked wrong, and the user may know better."""
        reply = self.reply
        return reply is not None and bool(reply.given) and not reply.right and self.asked.way is Way.TYPED

    @property
    def leech(self) -> bool:
        """The current card has been forgotten too often."""
        return self.manner.is_leech(self._asked())

    def intervals(self, now: datetime) -> Mapping[Grade, str]:
        """Return for each grade how long the current card would stay away; nothing where that does not change."""
        if self.manner.cram:
            return dict.fromkeys(self.grades, "")
        known = self.timetable.intervals(self._asked(), now)
        return {grade: known[grade] for grade in self.grades}

    def answer(self, given: str) -> "StudySession":
        """Mark what was typed or chosen, and show the answer."""
        task = self._asked()
        if self.revealed:
            raise ValueError("an answer is given before it is shown")
        return replace(self, revealed=True, reply=reply_to(task, self.asked, given))

    def was_right(self) -> "StudySession":
        """Take the answer given as right after all."""
        if self.reply is None or not self.may_be_right:
            raise ValueError("no typed answer was marked wrong")
        return replace(self, reply=Reply(self.reply.given, Outcome.RIGHT))

    def reveal(self) -> "StudySession":
        """Show the answer."""
        self._asked()
        return replace(self, revealed=True)

    def grade(self, grade: Grade, now: datetime) -> tuple["StudySession", Answered]:
        """Grade the current card, whose answer must be shown, and go on to the next."""
        task = self._asked()
        if not self.revealed:
            raise ValueError("a card is graded only once its answer is shown")
        cram = self.manner.cram
        memory = (task.memory or NEW) if cram else self.timetable.after(task, grade, now)
        via = self.asked.way if self.reply else Way.FLIP
        answered = Answered(task, grade, memory, self._ms(now), via, self.repeat, self.reply, cram)
        crammed_at = now + CRAMMED_AGAIN if grade is Grade.AGAIN else None
        back_at = crammed_at if cram else memory.due_at
        again = (Return(back_at, replace(task, memory=memory)),) if back_at else ()
        return self._next(answered, self.returning + again, now), answered

    def put_aside(self, how: Aside, now: datetime) -> tuple["StudySession", PutAside]:
        """Take the current card out of the session without an answer, and go on to the next."""
        aside = PutAside(self._asked(), how)
        return self._next(aside, self.returning, now), aside

    def flag(self, on: bool) -> tuple["StudySession", Flagged]:
        """Flag the current card, or take its flag away; it stays where it is."""
        flagged = Flagged(self._asked(), on)
        return replace(self, step=flagged, previous=self), flagged

    def undo(self, now: datetime) -> tuple["StudySession", Step | Edited] | None:
        """Return the session from before the last step, and that step; None when there was none."""
        if self.previous is None or self.step is None:
            return None
        if isinstance(self.step, Edited):
            return replace(self.previous, asked_at=self.asked_at), self.step
        since = self.asked_at if isinstance(self.step, Flagged) else now
        return _renewed(replace(self.previous, asked_at=since), self.renewed), self.step

    def with_card(self, card: Card) -> "StudySession":
        """Return the session with the current card as it has been edited."""
        was = self._asked().card.id
        renewed = {old: card if now.id == was else now for old, now in self.renewed.items()}
        session = _renewed(self, {**renewed, was: card})
        return session if session.revealed or session.current is None else _putting(session, session.current)

    def edited(self, card: Card) -> tuple["StudySession", Edited]:
        """Change the current card to what it has become in its file; it stays where it is."""
        edited = Edited(self._asked(), card)
        return replace(self.with_card(card), step=edited, previous=self), edited

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
            if not isinstance(session.step, Edited):
                yield session.step
            session = session.previous

    def _next(self, step: Step, returning: tuple[Return, ...], now: datetime) -> "StudySession":
        """Return the session that asks the next card: one that is due again, a fresh one, or one due soon."""
        moved = replace(
            self,
            returning=returning,
            revealed=False,
            reply=None,
            repeat=False,
            step=step,
            asked_at=now,
            previous=self,
            current=None,
        )
        back = due(returning, now)
        if back is None and self.position < len(self.tasks):
            return _putting(replace(moved, position=self.position + 1), self.tasks[self.position])
        back = back or due_next(returning, step.task)
        if back is None:
            return moved
        others = tuple(waiting for waiting in returning if waiting is not back)
        return _putting(replace(moved, returning=others, repeat=back.repeat), back.task)


def begin(tasks: Iterable[Task], timetable: Timetable, now: datetime, manner: Manner = USUAL) -> StudySession:
    """Begin a session on ``tasks``, which name each card once and stand in the order of asking.

    A card whose learning step is not over yet is asked once it is, or when nothing else is left.
    """
    ready: list[Task] = []
    waiting: list[Return] = []
    for task in tasks:
        step_end = task.memory.due_at if task.memory and not manner.cram else None
        if step_end is None or step_end <= now:
            ready.append(task)
        else:
            waiting.append(Return(step_end, task, repeat=False))
    if not ready and (first := soonest(waiting)):
        waiting.remove(first)
        ready = [first.task]
    session = StudySession(
        timetable,
        tasks=(*(back.task for back in waiting), *ready),
        manner=manner,
        position=len(waiting) + len(ready[:1]),
        returning=tuple(waiting),
        asked_at=now,
    )
    return _putting(session, ready[0]) if ready else session


def _putting(session: StudySession, task: Task) -> StudySession:
    return replace(session, current=task, asked=put(task, session.manner))


def _renewed(session: StudySession, renewed: Mapping[CardId, Card]) -> StudySession:
    """Return the session with the cards that have been edited since."""
    if not renewed:
        return session

    def now(task: Task) -> Task:
        return replace(task, card=renewed[task.card.id]) if task.card.id in renewed else task

    return replace(
        session,
        tasks=tuple(map(now, session.tasks)),
        current=now(session.current) if session.current else None,
        returning=tuple(replace(back, task=now(back.task)) for back in session.returning),
        renewed=renewed,
    )
