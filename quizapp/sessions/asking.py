"""How the cards of a session are put to the user: turned over, chosen or typed, and graded."""

from dataclasses import dataclass

from quizapp.memory.model import LEECH_LAPSES
from quizapp.memory.ways import Grades, StudyBy, Way, way_for
from quizapp.sessions.reply import Reply, chosen_reply, typed_reply
from quizapp.sessions.task import Task


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for a whole session."""

    by: StudyBy = StudyBy.FLIP
    grades: Grades = Grades.FOUR
    cram: bool = False
    """Cards are practised and the schedule stays as it is: what is known is done, what is not comes back."""
    leech_lapses: int = LEECH_LAPSES
    """A card forgotten this often wants other words; 0 for never."""
    seed: str = ""
    """Decides the order of options."""

    def is_leech(self, task: Task) -> bool:
        """Say whether a card has been forgotten so often that it takes more time than it gives."""
        return 0 < self.leech_lapses <= task.lapses


@dataclass(frozen=True, slots=True)
class Asked:
    """How one card is put to the user."""

    way: Way = Way.FLIP
    choices: tuple[str, ...] = ()
    """What there is to choose from; empty unless the card is answered by choice."""


USUAL = Manner()
TURNED_OVER = Asked()


def put(task: Task, manner: Manner) -> Asked:
    """Return how a card is put to the user now."""
    by = task.by or manner.by
    if by in (StudyBy.FLIP, StudyBy.TYPED):
        return Asked(way_for(task.card, by, task.reviews, has_choices=False))
    from quizapp.cards.choices import choices  # noqa: PLC0415 - brings the gazetteer; a card turned over needs none

    mistaken = (card.answer for card in task.confused)
    options = choices(task.card, task.peers(), f"{manner.seed}{task.reviews}", mistaken)
    way = way_for(task.card, by, task.reviews, has_choices=bool(options))
    return Asked(way, options if way is Way.CHOICE else ())


def reply_to(task: Task, asked: Asked, given: str) -> Reply:
    """Return how an answer to a card is marked."""
    if asked.way is Way.CHOICE:
        return chosen_reply(task.card, given, given == task.card.answer, task.peers())
    return typed_reply(task.card, given, task.peers())
