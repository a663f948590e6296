import time
from datetime import UTC, datetime

import pytest

from quizapp.library.zone import local_zone


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(("month", "hour"), [(1, 13), (7, 14)])
def test_summer_time_is_that_of_the_day_and_not_of_today(month, hour):
    noon = datetime(2026, month, 15, 12, tzinfo=UTC)
    local = noon.astimezone(local_zone())
    assert local.hour == hour
    assert local.astimezone(UTC) == noon
    assert bool(local.dst()) is (month == 7)
