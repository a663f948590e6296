from datetime import UTC, datetime, timedelta, timezone

import pytest

from quizapp.history.events import DeviceId, Event, EventId, milliseconds


def event(**data):
    return Event(EventId("e"), "review", DeviceId("d"), 1, datetime(2026, 1, 1, tzinfo=UTC), 20454, data)


@pytest.mark.parametrize(("value", "text"), [("a", "a"), (3, "3"), (True, "True"), (("a", "b"), "('a', 'b')")])
def test_any_datum_can_be_read_as_text(value, text):
    assert event(x=value).text("x") == text


@pytest.mark.parametrize(("value", "number"), [(3, 3), ("4", 4), (True, 1), ("x", 0), ("", 0), (("1",), 0)])
def test_any_datum_can_be_read_as_a_number(value, number):
    assert event(x=value).number("x") == number


@pytest.mark.parametrize(("value", "texts"), [(("a", "b"), ("a", "b")), ("a", ("a",)), (3, ("3",))])
def test_any_datum_can_be_read_as_texts(value, texts):
    assert event(x=value).texts("x") == texts


def test_what_is_missing_is_empty():
    assert (event().text("x"), event().number("x"), event().texts("x")) == ("", 0, ())


def test_times_are_cut_to_what_the_file_holds():
    t = datetime(2026, 1, 1, 12, 0, 0, 123_999, tzinfo=timezone(timedelta(hours=5)))
    assert milliseconds(t) == datetime(2026, 1, 1, 7, 0, 0, 123_000, tzinfo=UTC)
    assert milliseconds(t).tzinfo is UTC
