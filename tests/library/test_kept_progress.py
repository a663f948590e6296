"""What is kept of the fold is the fold: whatever happened, and whatever has become of the cache."""

import random
from datetime import timedelta

import pytest
from harness.histories import CARDS, START, Home, goes_on_as_from_nothing, happened, journal, same
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.store.eventlines import line_of


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


@given(
    st.randoms(use_true_random=False), st.lists(st.integers(0, 12), min_size=1, max_size=5), st.sampled_from([1, 500])
)
@settings(max_examples=150, deadline=None)
def test_what_is_kept_and_gone_on_from_equals_a_fold_from_nothing(tmp_path_factory, chance, steps, many):
    goes_on_as_from_nothing(Home(tmp_path_factory.mktemp("home")), chance, steps, many)


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
