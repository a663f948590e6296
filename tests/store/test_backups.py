from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.history.events import DeviceId
from quizapp.store.backups import back_up, folder_of, worth_keeping
from quizapp.store.home import Home

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path, DeviceId("abcd"), tmp_path / "cache")


def copies(home, place="geo/rivers"):
    return sorted(path.name for path in folder_of(home, place).iterdir())


def test_a_deck_is_copied_at_most_every_half_hour(home):
    assert back_up(home, "geo/rivers", b"one", NOW).read_bytes() == b"one"
    assert back_up(home, "geo/rivers", b"two", NOW + timedelta(minutes=29)) is None
    assert back_up(home, "geo/rivers", b"three", NOW + timedelta(minutes=31)).read_bytes() == b"three"
    assert copies(home) == ["20260302T090000Z-abcd.yaml", "20260302T093100Z-abcd.yaml"]


def test_what_else_is_in_the_folder_stays(home):
    folder = folder_of(home, "geo/rivers")
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("mine")
    back_up(home, "geo/rivers", b"one", NOW)
    assert "mine.yaml" in copies(home)


def test_decks_outside_the_home_of_one_name_have_folders_of_their_own(home):
    assert folder_of(home, "/a/rivers.yaml") != folder_of(home, "/b/rivers.yaml")
    assert folder_of(home, "/a/rivers.yaml").parent == home.backups


def test_years_of_daily_work_leave_a_few_dozen_copies(home):
    for day in range(800):
        back_up(home, "geo/rivers", b"x", NOW + timedelta(days=day))
    assert 20 <= len(copies(home)) <= 34


TIMES = st.lists(st.integers(0, 60 * 24 * 900).map(lambda minutes: NOW - timedelta(minutes=minutes)), max_size=60)


@given(TIMES)
def test_what_is_fresh_stays_and_thinning_twice_is_thinning_once(times):
    kept = worth_keeping(times, NOW)
    assert kept <= set(times)
    assert {time for time in times if NOW - time < timedelta(days=2)} <= kept
    assert worth_keeping(kept, NOW) == kept
    if times:
        assert max(times) in kept


def test_folders_are_below_the_home(home):
    assert folder_of(home, "rivers") == Path(home.root) / ".backups" / "rivers"
