"""A quiz as a state machine: questions drawn once, answers marked one by one, a score at the end.

A quiz is a frozen value; `answer` and `proceed` give the next one. Nothing here reads a clock: ``now``
is an aware datetime argument.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from quizapp.cards.marking import Outcome, Verdict
from quizapp.history.events import Grade
from quizapp.memory.ways import QuizKind, proposed_grade
from quizapp.sessions.questions import Question
from quizapp.sessions.reply import Reply, chosen_reply, typed_reply

GRACE_MS = 700
"""After the time is up an answer is still taken for so long: keys and clocks are not in step."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a quiz is to be like."""

    number: int = 10
    """How many questions; 0 for all there are."""
    kind: QuizKind = QuizKind.MIXED
    seconds: int = 0
    """The time for each question; 0 for as long as it takes."""
    at_end: bool = False
    """Nothing is said about right and wrong before the end."""
    feeds: bool = False
    """An answer counts for the schedule where the card is due."""


USUAL_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer and what became of it: what the journal records of a question."""

    question: Question
    reply: Reply
    ms: int
    """From question to answer."""
    late: bool = False
    """The time was up; whatever was given counts as wrong."""
    grade: Grade | None = None
    """What it counts as for the schedule of its card, if for anything."""

    @property
    def right(self) -> bool:
        """The answer counts."""
        return self.reply.right

    @property
    def given(self) -> str:
        """The option chosen or the text typed; empty when the user passed."""
        return self.reply.given

    @property
    def outcome(self) -> Outcome:
        """Right, right but for a slip of the pen, or wrong."""
        return self.reply.outcome

    @property
    def verdict(self) -> Verdict | None:
        """How a typed answer compares with what was wanted."""
        return self.reply.verdict


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the questions of a quiz were answered rightly."""

    right: int
    total: int

    @property
    def percent(self) -> int:
        """The score in whole percent; 0 for a quiz without questions."""
        return round(100 * self.right / self.total) if self.total else 0

    def __str__(self) -> str:
        """Return it as a reader would write it."""
        return f"{self.right}/{self.total}"


@dataclass(frozen=True, slots=True)
class QuizSession:
    """A quiz at one moment; `begin` it, then `answer` and `proceed` in turn until it is `over`."""

    questions: tuple[Question, ...]
    terms: Terms = USUAL_TERMS
    answers: tuple[Marked, ...] = ()
    """One for each question answered so far, in order."""
    marking: bool = False
    """The last answer is being shown with its mark; `proceed` goes on."""
    practice: bool = False
    """Missed questions asked again: no score is kept."""
    seed: str = ""
    """What the questions and their order were drawn with."""
    asked_at: datetime | None = field(default=None, compare=False)
    """When the current question was put to the user."""

    @property
    def decks(self) -> tuple[str, ...]:
        """The titles of the decks asked, each once, in the order of their first question."""
        return tuple(dict.fromkeys(question.deck for question in self.questions))

    @property
    def places(self) -> tuple[str, ...]:
        """Where the decks asked stand, each once, in the order of their first question."""
        return tuple(dict.fromkeys(question.place for question in self.questions))

    @property
    def number(self) -> int:
        """The number of the question on the screen, from 1; of the last one when the quiz is over."""
        return min(len(self.answers) + (not self.marking), len(self.questions))

    @property
    def current(self) -> Question | None:
        """The question on the screen, answered or not; None once the quiz is over."""
        return None if self.over else self.questions[self.number - 1]

    @property
    def over(self) -> bool:
        """Every question is answered and the last mark has been seen."""
        return len(self.answers) == len(self.questions) and not self.marking

    @property
    def score(self) -> Score:
        """The score over all questions; those not answered yet count as not right."""
        return Score(sum(marked.right for marked in self.answers), len(self.questions))

    @property
    def misses(self) -> tuple[Marked, ...]:
        """The answers that were wrong, in the order of asking."""
        return tuple(marked for marked in self.answers if not marked.right)

    @property
    def round(self) -> tuple[Marked, ...]:
        """The answers given so far to the current round of pairs."""
        question = self.current
        if question is None or not question.group:
            return ()
        place = question.group.index(question.card.question)
        return self.answers[len(self.answers) - place - self.marking : len(self.answers)]

    def seconds_left(self, now: datetime) -> int | None:
        """Return how many seconds there are left for the current question; None when time does not count."""
        if not self.terms.seconds or self.marking or self.over:
            return None
        return max(-(-(self.terms.seconds * 1000 - self._ms(now)) // 1000), 0)

    def time_up(self, given: str) -> tuple["QuizSession", Marked]:
        """Take what there was of an answer at the moment when the time was up."""
        if self.asked_at is None:
            raise ValueError("nobody has been asked yet")
        return self.answer(given, self.asked_at + timedelta(seconds=self.terms.seconds))

    def answer(self, given: str, now: datetime) -> tuple["QuizSession", Marked]:
        """Mark an answer to the current question; the state then shows the mark, or asks the next one."""
        question = self.current
        if question is None or self.marking:
            raise ValueError("there is no question waiting for an answer")
        marked = self._marked(question, given, self._ms(now))
        answered = replace(self, answers=(*self.answers, marked))
        if self.terms.at_end:
            return replace(answered, asked_at=now), marked
        return replace(answered, marking=True), marked

    def proceed(self, now: datetime) -> "QuizSession":
        """Go on from the mark just seen to the next question, or to the end."""
        if not self.marking:
            raise ValueError("the current question has not been answered")
        return replace(self, marking=False, asked_at=now)

    def retry(self, now: datetime) -> "QuizSession":
        """Return a quiz for practice on the questions that were missed, in another order."""
        missed = [replace(marked.question, group=()) for marked in self.misses]
        random.Random(f"{self.seed} again").shuffle(missed)
        return begin(missed, replace(self.terms, at_end=False, feeds=False), now, seed=self.seed, practice=True)

    def _ms(self, now: datetime) -> int:
        return max((now - (self.asked_at or now)) // timedelta(milliseconds=1), 0)

    def _marked(self, question: Question, given: str, ms: int) -> Marked:
        late = bool(self.terms.seconds) and ms > self.terms.seconds * 1000 + GRACE_MS
        reply = Reply(given, Outcome.WRONG) if late else _reply(question, given)
        counts = self.terms.feeds and question.due
        return Marked(question, reply, ms, late, proposed_grade(question.way, reply.outcome) if counts else None)


def begin(
    questions: Iterable[Question], terms: Terms, now: datetime, *, seed: str = "", practice: bool = False
) -> QuizSession:
    """Begin a quiz on ``questions``, in their order."""
    return QuizSession(tuple(questions), terms, practice=practice, seed=seed, asked_at=now)


def _reply(question: Question, given: str) -> Reply:
    if not question.choices:
        return typed_reply(question.card, given, question.peers)
    peers = () if question.claim or question.group else question.peers
    return chosen_reply(question.card, given, given == question.wanted, peers)
