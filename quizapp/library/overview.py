"""How it is going: all that statistics tell of one home, in one value."""

from dataclasses import dataclass

from quizapp.cards.model import CardId
from quizapp.insight.activity import Worked, activity, longest_streak, streak, worked
from quizapp.insight.forecast import forecast
from quizapp.insight.hardest import Hard, hardest
from quizapp.insight.pace import Pace
from quizapp.insight.retention import Retention, retention
from quizapp.library.library import DeckInfo, Library
from quizapp.memory.model import Memory

MONTH = 30
AHEAD = 30
"""How many days of the forecast are told."""
HARDEST = 10


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is to tell on one study day."""

    today: int
    """The study day that all is told of."""
    cards: int
    seen: int
    """Cards answered at least once."""
    streak: int
    """Days in a row, up to today."""
    longest_streak: int
    days: dict[int, Worked]
    """What was done on each study day on which anything was."""
    done_today: Worked
    month: Worked
    """The last 30 days together, today included."""
    pace: Pace
    wanted: float
    """The share of cards that the settings want known."""
    true: Retention
    """What was known in the last 30 days."""
    ever: Retention
    """What was known since the first day."""
    ahead: tuple[int, ...]
    """How many cards come back today and on each day after; new cards are not among them."""
    new: int
    """New cards that wait to be asked for the first time."""
    quizzed: tuple[DeckInfo, ...]
    """The decks that had a quiz."""
    hardest: tuple[Hard, ...]


def overview(library: Library) -> Overview:
    """Return how it is going in an open home."""
    past, today = library.progress.past, library.today
    reviews = [card.reviews for card in past.cards.values()]
    days = activity((review for each in reviews for review in each), past.quizzes)
    memories = _memories(library)
    known = {card: memory for card, memory in memories.items() if memory is not None}
    open_ones = {card for card in memories if not past.of(card).suspended}
    return Overview(
        today=today,
        cards=len(memories),
        seen=len(known),
        streak=streak(days, today),
        longest_streak=longest_streak(days),
        days=days,
        done_today=days.get(today, Worked()),
        month=worked(days, today - MONTH + 1, today),
        pace=library.pace(),
        wanted=library.settings.retention,
        true=retention(reviews, today - MONTH + 1, today),
        ever=retention(reviews, 0, today),
        ahead=forecast((memory.due_day for card, memory in known.items() if card in open_ones), today, AHEAD),
        new=len(open_ones - known.keys()),
        quizzed=tuple(deck for deck in library.decks() if deck.score.taken),
        hardest=hardest(past.cards, known, HARDEST),
    )


def _memories(library: Library) -> dict[CardId, Memory | None]:
    """Return every card on the shelf, by the name its past is kept under; None for one never answered."""
    past = library.progress.past
    found: dict[CardId, Memory | None] = {}
    for deck in library.shelf.decks:
        for number, card in enumerate(deck.kept.card_ids):
            seen = past.of(card).reviews
            found.setdefault(past.name_of(card), library.memory_of(deck.kept.card(number), deck) if seen else None)
    return found
