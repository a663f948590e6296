from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.history import events as kinds
from quizapp.history.clocks import misdated
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def review(number, day, dev="a", **data):
    t = START + timedelta(days=day)
    data = {"card": "A", "grade": 3, **data}
    return Event(EventId(f"{dev}{number:031x}"), kinds.REVIEW, DeviceId(dev), number, t, 20454 + day, data)


def wrong(*days):
    events = [review(number, day) for number, day in enumerate(days)]
    return [(event.n, right.n) for event, right in misdated(events[::-1])]


def test_a_date_far_ahead_or_far_back_is_the_wrong_one():
    assert wrong(0, 1, 900, 2, 3) == [(2, 1)]
    assert wrong(0, 1, -900, 2, 3) == [(2, 1)]
    assert wrong(900, 1, 2, 3) == [(0, 1)]
    assert wrong(0, 0, 1, 1) == []


def test_devices_have_clocks_of_their_own():
    assert list(misdated([review(1, 5), review(2, 0, dev="b")])) == []


def test_a_clock_that_is_set_back_by_seconds_is_not_wrong():
    early = review(1, 0)
    late = Event(EventId("late"), kinds.REVIEW, DeviceId("a"), 2, START - timedelta(seconds=30), 20454, {})
    assert list(misdated([early, late])) == []


def redate(event, number, at, on):
    data = {"target": event.id, "at": at.isoformat(), "on": on}
    return Event(EventId(f"redate {number}"), kinds.REDATE, DeviceId("a"), 90 + number, START, 20454, data)


def test_an_event_that_was_dated_anew_counts_on_its_new_day():
    first, far = review(1, 0), review(2, 900)
    told = [first, far, redate(far, 1, START + timedelta(hours=1), 20454)]
    reviews = fold(told).of("A").reviews
    assert [(review.day, review.t) for review in reviews] == [(20454, START), (20454, START + timedelta(hours=1))]
    assert list(misdated(told)) == []


def test_the_first_new_date_counts_and_a_new_date_can_be_taken_back():
    far = review(2, 900)
    one, two = redate(far, 1, START, 20454), redate(far, 2, START + timedelta(days=1), 20455)
    assert fold([far, one, two]).of("A").reviews[0].day == 20454
    undone = Event(EventId("void"), kinds.VOID, DeviceId("a"), 99, START, 20454, {"target": one.id})
    assert fold([far, one, two, undone]).of("A").reviews[0].day == 20455


@given(st.lists(st.integers(-3, 3), max_size=12))
def test_what_is_not_wrong_stands_in_the_order_it_was_written(days):
    events = [review(number, day) for number, day in enumerate(days)]
    bad = {event.id for event, _ in misdated(events)}
    times = [event.t for event in events if event.id not in bad]
    assert times == sorted(times)
    assert len(bad) < max(len(events), 1)
