"""A quiz as a state machine: questions drawn once, answers marked one by one, a score at the end.

A quiz is a frozen value; `answer` and `proceed` give the next one. Which questions are drawn, and in
which order, follows from a seed. Nothing here reads a clock: ``now`` is an aware datetime argument.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from quizapp.cards.choices import choices
from quizapp.cards.identity import item_key
from quizapp.cards.marking import Outcome, Verdict, mark
from quizapp.cards.model import Card, Source


class QuizKind(StrEnum):
    """How the questions of a quiz are answered."""

    CHOICE = "choice"
    """By choosing one of several options; cards without enough wrong options are left out."""
    TYPED = "typed"
    """By typing."""
    MIXED = "mixed"
    """Some of each."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked in a quiz."""

    card: Card
    deck: str
    """The title of its deck."""
    deck_source: Source = field(default_factory=Source)
    place: str = ""
    """Where its deck stands; wrong options are drawn from candidates of the same place."""

    @property
    def source(self) -> Source:
        """Where the card comes from: its own source, or else its deck's."""
        return self.card.item.source or self.deck_source


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz."""

    card: Card
    deck: str
    choices: tuple[str, ...] = ()
    """The options as shown, the right one among them; empty when the answer is typed."""
    source: Source = field(default_factory=Source)
    others: tuple[str, ...] = field(default=(), repr=False)
    """The answers of the other cards of the deck: what may be one of them is no slip of the pen."""
    place: str = ""
    """Where its deck stands."""

    @property
    def mode(self) -> QuizKind:
        """How it is answered: `QuizKind.CHOICE` or `QuizKind.TYPED`."""
        return QuizKind.CHOICE if self.choices else QuizKind.TYPED


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer and what became of it: what the journal records of a question."""

    question: Question
    given: str
    """The option chosen or the text typed; empty when the user passed."""
    outcome: Outcome
    verdict: Verdict | None
    """How a typed answer compares with what was wanted; None when an option was chosen or nothing given."""
    ms: int
    """From question to answer."""

    @property
    def right(self) -> bool:
        """The answer counts: right, or right but for a slip of the pen."""
        return self.outcome is not Outcome.WRONG


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
    kind: QuizKind
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

    def answer(self, given: str, now: datetime) -> tuple["QuizSession", Marked]:
        """Mark an answer to the current question; the state then shows the mark."""
        question = self.current
        if question is None or self.marking:
            raise ValueError("there is no question waiting for an answer")
        spent = (now - (self.asked_at or now)) // timedelta(milliseconds=1)
        marked = _marked(question, given, max(spent, 0))
        return replace(self, answers=(*self.answers, marked), marking=True), marked

    def proceed(self, now: datetime) -> "QuizSession":
        """Go on from the mark just seen to the next question, or to the end."""
        if not self.marking:
            raise ValueError("the current question has not been answered")
        return replace(self, marking=False, asked_at=now)

    def retry(self, now: datetime) -> "QuizSession":
        """Return a quiz for practice on the questions that were missed, in another order."""
        missed = [marked.question for marked in self.misses]
        random.Random(f"{self.seed} again").shuffle(missed)
        return begin(missed, self.kind, now, seed=self.seed, practice=True)


def begin(
    questions: Iterable[Question], kind: QuizKind, now: datetime, *, seed: str = "", practice: bool = False
) -> QuizSession:
    """Begin a quiz on ``questions``, in their order."""
    return QuizSession(tuple(questions), kind, practice=practice, seed=seed, asked_at=now)


def draw(candidates: Iterable[Candidate], number: int, kind: QuizKind, seed: str) -> tuple[Question, ...]:
    """Draw up to ``number`` questions (all there are if it is 0), the same for the same seed.

    Cards of one item (gaps of a sentence, both directions) are drawn together only when there are not
    enough others, since one gives the other's answer away. Fewer come back when a quiz by choice has
    not enough cards with options.
    """
    pool = tuple(candidates)
    chance = random.Random(seed)
    questions = _asked(_siblings_apart(chance.sample(pool, len(pool))), pool, kind, chance, seed)
    return tuple(islice(questions, number or None))


def _siblings_apart(shuffled: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the first of each item before the second of any."""
    seen: Counter[str] = Counter()

    def turn(candidate: Candidate) -> int:
        key = item_key(candidate.card.item)
        seen[key] += 1
        return seen[key]

    return sorted(shuffled, key=turn)


def _asked(
    order: Iterable[Candidate], pool: Sequence[Candidate], kind: QuizKind, chance: random.Random, seed: str
) -> Iterator[Question]:
    cards = _by_deck(pool)
    answers = {place: tuple(dict.fromkeys(card.answer for card in members)) for place, members in cards.items()}
    for candidate in order:
        typed = kind is QuizKind.TYPED or (kind is QuizKind.MIXED and chance.random() < 0.5)
        options = () if typed else choices(candidate.card, cards[candidate.place], seed)
        if options or kind is not QuizKind.CHOICE:
            others = answers[candidate.place]
            yield Question(candidate.card, candidate.deck, options, candidate.source, others, candidate.place)


def _by_deck(pool: Iterable[Candidate]) -> dict[str, list[Card]]:
    cards: dict[str, list[Card]] = {}
    for candidate in pool:
        cards.setdefault(candidate.place, []).append(candidate.card)
    return cards


def _marked(question: Question, given: str, ms: int) -> Marked:
    if question.choices or not given.strip():
        outcome = Outcome.RIGHT if given == question.card.answer else Outcome.WRONG
        return Marked(question, given, outcome, None, ms)
    verdict = mark(question.card, given, others=question.others)
    return Marked(question, given, verdict.outcome, verdict, ms)
