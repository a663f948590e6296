"""Histories made by chance, the journals that hold them, and what two programs must agree on about them."""

import os
import random
from datetime import UTC, datetime, timedelta

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold
from quizapp.library import progress as progress_module
from quizapp.library.progress import Progress
from quizapp.memory.queue import done_on
from quizapp.memory.scheduler import Scheduler
from quizapp.store.eventlines import line_of
from quizapp.store.journal import Journal

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
CARDS = [f"{number:016x}{number:016x}" for number in range(4)] + ["odd card"]
SCHEDULER = Scheduler()
KINDS = [
    *[kinds.REVIEW] * 6,
    *[kinds.VOID] * 3,
    *[kinds.LINK] * 2,
    *(kinds.SUSPEND, kinds.UNSUSPEND, kinds.BURY, kinds.FLAG, kinds.RESET, kinds.MOVE),
    *(kinds.QUIZ_START, kinds.QUIZ_ANSWER, kinds.QUIZ_END, "of-tomorrow"),
]


def happened(chance, number):
    """Return the event with a number of a history made by chance."""
    kind = chance.choice(KINDS)
    data = {
        "card": chance.choice(CARDS),
        "grade": chance.randint(0, 4),
        "ms": chance.choice((0, 900, 5000)),
        "on": True,
    }
    if kind in {kinds.LINK, kinds.MOVE}:
        data = {"old": chance.choice(CARDS), "new": chance.choice(CARDS)}
    elif kind == kinds.VOID:
        data = {"target": f"{chance.randint(0, number):032x}"}
    elif kind in {kinds.QUIZ_START, kinds.QUIZ_ANSWER, kinds.QUIZ_END}:
        data |= {"quiz": chance.choice("xy"), "verdict": chance.choice(("right", "wrong")), "right": 1, "total": 2}
    if chance.random() < 0.1:
        data["question"] = "Où?"
    minutes = chance.randint(0, 5000)
    moment = START + timedelta(minutes=minutes)
    device = chance.choice(("one", "two"))
    return Event(EventId(f"{number:032x}"), kind, DeviceId(device), number, moment, 20454 + minutes // 1440, data)


class Home:
    """Journals in a folder, and a cache beside it."""

    def __init__(self, folder):
        self.folder = folder / "journal"
        self.cache = folder / "cache" / "past"
        self.folder.mkdir()

    def open(self, device="one"):
        return Progress(Journal(self.folder, DeviceId(device)), SCHEDULER, self.cache)

    def from_nothing(self, device="one"):
        return Progress(Journal(self.folder, DeviceId(device)), SCHEDULER)

    def write(self, events, name="one-2026.yaml"):
        with (self.folder / name).open("ab") as file:
            file.writelines(map(line_of, events))

    def settle(self, ago=100):
        """Let the last change of every journal be some time ago."""
        for file in self.folder.iterdir():
            then = file.stat().st_mtime - ago
            os.utime(file, (then, then))


def same(one, other):
    """Say whether two have learned the same."""
    days = range(20450, 20460)
    return (
        one.past == other.past
        and one.past.quizzes == other.past.quizzes
        and sorted(map(str, one.problems)) == sorted(map(str, other.problems))
        and [one.done_on(day) for day in days] == [other.done_on(day) for day in days]
        and one.pace == other.pace
        and one.last_undoable() == other.last_undoable()
        and [one.stand_of(CardId(card)) for card in CARDS[:4]] == [other.stand_of(CardId(card)) for card in CARDS[:4]]
        and [one.past.of(CardId(card)) for card in CARDS] == [other.past.of(CardId(card)) for card in CARDS]
        and [one.memory_of(CardId(card), SCHEDULER) for card in CARDS[:4]]
        == [
            SCHEDULER.replay(reviews) if (reviews := other.past.of(CardId(card)).reviews) else None
            for card in CARDS[:4]
        ]
    )


def journal(home, number=30, seed=1):
    chance = random.Random(seed)
    events = [happened(chance, place) for place in range(number)]
    home.write(events)
    home.settle()
    return events


def goes_on_as_from_nothing(home, chance, steps, many):
    """Let a history grow by ``steps`` events at a time; after each what is kept must be what a fold from nothing is.

    ``many`` events more have what is kept written anew.
    """
    was, progress_module._MANY = progress_module._MANY, many
    number = 0
    try:
        for step in steps:
            events = [happened(chance, number + place) for place in range(step)]
            number += step
            home.write(events, chance.choice(["one-2026.yaml", "two-2026.yaml"]))
            if events and chance.random() < 0.3:
                home.write(events[:2], "one-2026.sync-conflict.yaml")
            if chance.random() < 0.5:
                home.settle()
            kept, anew = home.open(), home.from_nothing()
            assert same(kept, anew)
            assert fold(kept.past.parts.events()) == anew.past
            for day in range(20454, 20458):
                done = done_on(day, (past.reviews for past in anew.past.cards.values()))
                assert kept.done_on(day) == done
    finally:
        progress_module._MANY = was
