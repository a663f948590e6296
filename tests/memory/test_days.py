from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.memory.days import date_of, start_of, study_day

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "Australia/Lord_Howe", "UTC"]
).map(ZoneInfo)
TIMES = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
ROLLOVERS = st.integers(0, 23)


def test_a_day_ends_at_the_rollover_hour():
    assert study_day(datetime(2026, 1, 1, 9, tzinfo=UTC), BERLIN) == 20454
    assert study_day(datetime(2026, 1, 2, 2, 59, tzinfo=UTC), BERLIN) == 20454
    assert study_day(datetime(2026, 1, 2, 3, 0, tzinfo=UTC), BERLIN) == 20455


def test_a_day_is_named_by_the_date_it_began_on():
    assert date_of(20454) == date(2026, 1, 1)
    assert date_of(0) == date(1970, 1, 1)


@given(TIMES, ZONES, ROLLOVERS)
@settings(deadline=None)
def test_every_moment_lies_within_its_day(now, zone, rollover):
    day = study_day(now, zone, rollover)
    assert start_of(day, zone, rollover) <= now < start_of(day + 1, zone, rollover)


@given(st.integers(7500, 33000), ZONES, ROLLOVERS)
@settings(deadline=None)
def test_a_day_begins_once(day, zone, rollover):
    start = start_of(day, zone, rollover)
    assert study_day(start, zone, rollover) == day
    assert study_day(start - timedelta(microseconds=1), zone, rollover) == day - 1


@pytest.mark.parametrize("hour", [0, 2, 4])
def test_days_of_23_and_25_hours_are_one_day_each(hour):
    for changed in (date(2026, 3, 29), date(2026, 10, 25)):
        days = {
            study_day(
                datetime(changed.year, changed.month, changed.day, 12, tzinfo=BERLIN) + n * timedelta(days=1),
                BERLIN,
                hour,
            )
            for n in (-1, 0, 1)
        }
        assert len(days) == 3


@given(
    st.datetimes(timezones=st.just(UTC)),
    st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    ROLLOVERS,
)
@settings(deadline=None)
def test_no_clock_is_too_wild(now, zone, rollover):
    assert isinstance(study_day(now, zone, rollover), int)


@pytest.mark.parametrize("zone", [timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])
def test_the_ends_of_the_calendar_hold(zone):
    for edge in (datetime.min.replace(tzinfo=zone), datetime.max.replace(tzinfo=zone)):
        day = study_day(edge, timezone(timedelta(hours=9)))
        assert start_of(day, zone).tzinfo is zone


@given(st.integers(-(10**12), 10**12))
def test_days_outside_of_the_calendar_are_its_ends(day):
    assert date.min <= date_of(day) <= date.max
    assert start_of(day, BERLIN).tzinfo is BERLIN
