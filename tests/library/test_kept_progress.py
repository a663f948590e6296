"""What is kept of the fold is the fold: whatever happened, and whatever has become of the cache."""

import os
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


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


@given(
    st.randoms(use_true_random=False), st.lists(st.integers(0, 12), min_size=1, max_size=5), st.sampled_from([1, 500])
)
@settings(max_examples=150, deadline=None)
def test_what_is_kept_and_gone_on_from_equals_a_fold_from_nothing(tmp_path_factory, chance, steps, many):
    home = Home(tmp_path_factory.mktemp("home"))
    was, progress_module._MANY = progress_module._MANY, many
    try:
        number = 0
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
            days = [
                (day, done_on(day, (past.reviews for past in anew.past.cards.values()))) for day in range(20454, 20458)
            ]
            assert [(day, kept.done_on(day)) for day, _ in days] == days
    finally:
        progress_module._MANY = was


def journal(home, number=30, seed=1):
    chance = random.Random(seed)
    events = [happened(chance, place) for place in range(number)]
    home.write(events)
    home.settle()
    return events


def test_a_damaged_cache_is_made_anew(home):
    journal(home)
    home.open()
    whole = home.cache.read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        place = chance.randrange(len(whole))
        flipped = whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]
        home.cache.write_bytes(chance.choice((whole[:place], flipped, whole + b"x")))
        assert same(home.open(), home.from_nothing())
        assert home.cache.read_bytes() == whole


def test_a_journal_that_was_changed_where_it_had_been_read_is_read_anew(home):
    """A hand has changed a device: as many bytes as before, and the end as it was."""
    events = [happened(random.Random(3), place) for place in range(30)]
    home.write(events)
    home.open()
    file = home.folder / "one-2026.yaml"
    text = file.read_text()
    changed = text.replace('"dev": "one"', '"dev": "own"', 3)
    assert changed != text
    with file.open("r+") as opened:
        opened.write(changed)
    assert same(home.open(), home.from_nothing())


def test_lines_that_are_not_as_the_program_writes_them_are_kept_too(home):
    journal(home)
    (home.folder / "two-2026.yaml").write_text(
        "<<<<<<< HEAD\n"
        f"- id: '{99:032x}'\n  kind: review\n  dev: two\n  n: 1\n  t: '2026-01-01T09:00:00Z'\n  day: 20454\n"
        f"  card: '{CARDS[1]}'\n  grade: 4\n"
        "- not an event\n"
    )
    (home.folder / "three-2026.yaml").write_text(
        f'- {{id: "{98:032x}", kind: review, dev: three, n: 1, t: "2026-01-01T09:00:00Z", day: 20454, '
        f'card: "{CARDS[1]}", grade: 4}}'
    )
    home.settle()
    for _ in range(3):
        assert same(home.open(), home.from_nothing())


def test_a_torn_last_line_is_told_until_it_is_whole(home):
    journal(home)
    last = line_of(happened(random.Random(9), 77))
    file = home.folder / "one-2026.yaml"
    with file.open("ab") as opened:
        opened.write(last[:40])
    home.settle()
    for _ in range(2):
        assert same(home.open(), home.from_nothing())
        assert sum("incomplete" in problem.message for problem in home.open().problems) == 1
    with file.open("ab") as opened:
        opened.write(last[40:])
    assert same(home.open(), home.from_nothing())
    assert not any("incomplete" in problem.message for problem in home.open().problems)


def test_of_two_events_with_one_id_the_lower_wins_in_whatever_order_they_come(home):
    low, high = happened(random.Random(1), 5), happened(random.Random(2), 5)
    if line_of(low) > line_of(high):
        low, high = high, low
    for first, second in ((low, high), (high, low)):
        for file in home.folder.iterdir():
            file.unlink()
        home.write([first])
        home.settle()
        home.open()
        window = home.open()
        home.write([second], "two-2026.yaml")
        window.catch_up()
        assert same(window, home.from_nothing())
        home.settle()
        assert same(home.open(), home.from_nothing())
        assert same(home.open(), home.from_nothing())


def test_what_one_device_undoes_is_not_what_another_kept(home):
    journal(home)
    home.open("one")
    assert same(home.open("two"), home.from_nothing("two"))


def test_many_undone_one_after_the_other_reach_what_is_no_longer_at_hand(home):
    chance = random.Random(4)
    reviews = (happened(chance, place) for place in range(4000))
    home.write([event for event in reviews if event.kind == kinds.REVIEW and event.number("grade")][:900])
    home.settle()
    home.open()
    kept, anew = home.open(), home.from_nothing()
    for number in range(300):
        event = kept.last_undoable()
        assert event == anew.last_undoable()
        void = [(kinds.VOID, {"target": str(event.id)})]
        day = number % 5 + 20454
        kept.append(void, START + timedelta(days=9), day)
        anew.catch_up()
    assert same(kept, anew)


def test_an_answer_shows_at_once_in_all_that_is_kept_up(home):
    journal(home)
    home.open()
    kept = home.open()
    card = CardId(CARDS[2])
    for grade in (3, 3, 1):
        kept.append([(kinds.REVIEW, {"card": card, "grade": grade, "ms": 700, "via": "flip"})], START, 20454)
        assert same(kept, home.from_nothing())


def test_a_cache_that_cannot_be_written_stops_nothing(home):
    journal(home)
    home.cache.parent.write_text("a file where the folder should be")
    assert same(home.open(), home.from_nothing())


def test_numbers_beyond_all_measure_are_read_all_the_same(home):
    journal(home)
    data = {"card": CARDS[0], "grade": 3, "ms": 900, "via": "flip"}
    for number, day in enumerate((10**30, -(10**30), 2**62), 80):
        home.write([Event(EventId(f"{number:032x}"), kinds.REVIEW, DeviceId("one"), number, START, day, data)])
        home.settle()
        assert same(home.open(), home.from_nothing())
        assert same(home.open(), home.from_nothing())


@pytest.mark.parametrize("seed", range(5))
def test_what_is_recorded_one_by_one_equals_a_fold_from_nothing(home, seed):
    chance = random.Random(seed)
    journal(home, seed=seed)
    home.open()
    progress = home.open()
    for number in range(40):
        told = happened(chance, 1000 + number)
        kind = chance.choice((kinds.REVIEW, kinds.REVIEW, told.kind.replace("of-tomorrow", kinds.REVIEW)))
        data = {**told.data, "grade": chance.randint(1, 4), "card": chance.choice(CARDS)}
        moment = START + timedelta(minutes=5000 * chance.randint(0, 1) + number)
        progress.append([(kind, data)], moment, 20454 + (moment - START).days)
        if number % 4 == 0:
            assert same(progress, home.from_nothing())
    assert same(home.open(), home.from_nothing())
