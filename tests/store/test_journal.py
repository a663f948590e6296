import errno
import fcntl
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.history.events import BURY, QUIZ_ANSWER, REVIEW, SUSPEND, Event
from quizapp.store.eventlines import event_of, fields_of, line_of
from quizapp.store.journal import Journal, read_journals

DAY = 20454


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "journal"


@pytest.fixture
def journal(folder):
    return Journal(folder, "laptop")


def lines(folder, name="laptop-2026.yaml"):
    return (folder / name).read_bytes().splitlines()


def test_the_line_is_the_one_that_is_promised(folder, now):
    journal = Journal(folder, "laptop", new_id=lambda: "0f" * 16)
    journal.append(REVIEW, {"card": "c", "grade": 3, "ms": 5120, "via": "typed"}, now, DAY)
    (line,) = lines(folder)
    head = '- {"v": 1, "id": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", "kind": "review", "dev": "laptop", "n": 1, '
    tail = '"t": "2026-01-01T09:00:00.123Z", "day": 20454, "card": "c", "grade": 3, "ms": 5120, "via": "typed"}'
    assert line.decode() == head + tail


def test_events_read_back_as_they_were(journal, folder, now):
    made = [
        journal.append(
            REVIEW, {"card": "c", "grade": 3, "question": 'a "q"\n\\ud83d 😀 \x7f\x00\u2028é', "answer": ""}, now, DAY
        ),
        *journal.append_all([(SUSPEND, {"card": "c"}), (QUIZ_ANSWER, {"choices": ("a", "😀"), "on": True})], now, DAY),
    ]
    assert read_journals(folder) == (made, ())
    assert [event.n for event in made] == [1, 2, 3]
    assert len({event.id for event in made}) == 3


def test_a_local_time_is_kept_in_utc(journal, folder, now):
    event = journal.append(BURY, {}, now.astimezone(ZoneInfo("Asia/Almaty")) + timedelta(microseconds=999), DAY)
    assert event.t == now
    assert read_journals(folder)[0] == [event]


datum = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple),
)
names = st.text("abcdefgh", min_size=2, max_size=8)


@given(st.dictionaries(names, datum, max_size=4), st.integers(0, 10**9))
def test_any_data_stands_on_one_ascii_line_that_yaml_reads(data, number):
    event = Event("1" * 32, REVIEW, "laptop", number, datetime(2026, 1, 1, tzinfo=UTC), DAY, data)
    line = line_of(event)
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert event_of(fields_of(line), {}) == event
    (entry,) = yaml.load(line, Loader=yaml.CSafeLoader)
    assert {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }.items() >= data.items()


def test_a_lone_surrogate_does_not_break_the_line():
    event = Event("1" * 32, REVIEW, "laptop", 1, datetime(2026, 1, 1, tzinfo=UTC), DAY, {"given": "a\ud800b"})
    assert event_of(fields_of(line_of(event)), {}).text("given") == "a\ufffdb"


def test_numbers_go_on_after_a_restart_and_beside_another_window(folder, now):
    first, second = Journal(folder, "laptop"), Journal(folder, "laptop")
    numbers = [
        first.append(BURY, {}, now, DAY).n,
        second.append(BURY, {}, now, DAY).n,
        first.append(BURY, {}, now, DAY).n,
    ]
    next_year = Journal(folder, "laptop").append(BURY, {}, now + timedelta(days=365), DAY)
    assert [*numbers, next_year.n] == [1, 2, 3, 4]
    assert next_year.n == 4
    assert len(lines(folder, "laptop-2027.yaml")) == 1
    assert Journal(folder, "phone").append(BURY, {}, now, DAY).n == 1


def test_the_last_number_is_found_before_a_very_long_line(folder, now):
    Journal(folder, "laptop").append(BURY, {}, now, DAY)
    Journal(folder, "laptop").append(REVIEW, {"question": "x" * 200_000}, now, DAY)
    assert Journal(folder, "laptop").append(BURY, {}, now, DAY).n == 3


def test_data_may_not_take_the_name_of_what_every_event_has(journal, now):
    with pytest.raises(ValueError, match="named"):
        journal.append(BURY, {"id": "x"}, now, DAY)


def test_a_torn_tail_is_closed_off_before_the_next_line(journal, folder, now):
    first = journal.append(BURY, {"card": "a"}, now, DAY)
    with (folder / "laptop-2026.yaml").open("ab") as file:
        file.write(b'- {"v": 1, "id": "torn')
    second = journal.append(BURY, {"card": "b"}, now, DAY)
    events, problems = read_journals(folder)
    assert events == [first, second]
    assert len(problems) == 1
    assert problems[0].line == 2


def test_a_short_write_is_gone_on_with(folder, now, faulty):
    event = Journal(folder, "laptop", disk=faulty("none", at_most=7)).append(REVIEW, {"card": "c"}, now, DAY)
    assert read_journals(folder) == ([event], ())


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("failing", [("write", 1), ("write", 3), ("sync", 1), ("open", 1)])
def test_what_fails_is_taken_back_and_said(folder, now, faulty, failing, code):
    kept = Journal(folder, "laptop").append(BURY, {"card": "kept"}, now, DAY)
    before = (folder / "laptop-2026.yaml").read_bytes()
    journal = Journal(folder, "laptop", disk=faulty(*failing, code, at_most=20))
    with pytest.raises(QuizError) as caught:
        journal.append(BURY, {"card": "lost"}, now, DAY)
    assert len(caught.value.problems) == 1
    assert "the answer is not saved: " in str(caught.value)
    assert (folder / "laptop-2026.yaml").read_bytes() == before
    again = journal.append(BURY, {"card": "again"}, now, DAY)
    assert read_journals(folder) == ([kept, again], ())
    assert again.n == 2


def test_a_disk_that_stays_broken_keeps_what_was_there(folder, now, faulty):
    kept = Journal(folder, "laptop").append(BURY, {"card": "kept"}, now, DAY)
    journal = Journal(folder, "laptop", disk=faulty("write", 2, for_ever=True, at_most=20))
    for _ in range(3):
        with pytest.raises(QuizError):
            journal.append(BURY, {"card": "lost"}, now, DAY)
    assert read_journals(folder) == ([kept], ())


def test_several_events_of_one_moment_are_all_or_none(folder, now, faulty):
    journal = Journal(folder, "laptop", disk=faulty("write", 5, at_most=50))
    with pytest.raises(QuizError):
        journal.append_all([(BURY, {"card": "a"}), (BURY, {"card": "b"})], now, DAY)
    assert read_journals(folder) == ([], ())


def test_the_names_of_file_and_folder_are_synced_once_by_each_window(folder, now, faulty):
    folder.mkdir(parents=True)
    for _ in range(2):
        disk = faulty("sync_folder", 99)
        journal = Journal(folder, "laptop", disk=disk)
        journal.append(BURY, {}, now, DAY)
        journal.append(BURY, {}, now, DAY)
        assert disk.calls == 2


def test_an_event_whose_files_name_is_not_safe_is_not_saved(folder, now, faulty):
    folder.mkdir(parents=True)
    journal = Journal(folder, "laptop", disk=faulty("sync_folder"))
    with pytest.raises(QuizError):
        journal.append(BURY, {"card": "a"}, now, DAY)
    event = journal.append(BURY, {"card": "b"}, now, DAY)
    assert read_journals(folder) == ([event], ())


def test_every_append_is_synced_before_it_returns(folder, now, faulty):
    disk = faulty("sync", 99)
    journal = Journal(folder, "laptop", disk=disk)
    for number in range(1, 5):
        journal.append(BURY, {}, now, DAY)
        assert disk.calls == number


def test_a_lock_that_is_not_given_back_means_a_file_of_ones_own(journal, folder, now):
    journal._patience = 0.05
    first = journal.append(BURY, {}, now, DAY)
    with (folder / "laptop-2026.yaml").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = journal.append(BURY, {}, now, DAY)
    started = time.monotonic()
    third = journal.append(BURY, {}, now, DAY)
    assert time.monotonic() - started < 1
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert all(name.startswith("laptop-") and name.endswith(".yaml") for name in names)
    events, problems = read_journals(folder)
    assert sorted(events, key=lambda event: event.n) == [first, second, third]
    assert not problems


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_means_a_file_of_ones_own(journal, folder, now, monkeypatch, code):
    def no_locks(*_):
        raise OSError(code, "no locks")

    monkeypatch.setattr("quizapp.store.journal.fcntl.flock", no_locks)
    made = [journal.append(BURY, {}, now, DAY), journal.append(BURY, {}, now, DAY)]
    assert sorted(read_journals(folder)[0], key=lambda event: event.n) == made


def test_a_file_replaced_by_a_sync_is_opened_anew(journal, folder, now):
    first = journal.append(BURY, {"card": "a"}, now, DAY)
    path = folder / "laptop-2026.yaml"
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    second = journal.append(BURY, {"card": "b"}, now, DAY)
    path.unlink()
    third = journal.append(BURY, {"card": "c"}, now, DAY)
    assert [first.n, second.n, third.n] == [1, 2, 3]
    assert read_journals(folder) == ([third], ())


def test_threads_of_one_window_do_not_mix_lines(journal, folder, now):
    threads = [
        threading.Thread(target=lambda: [journal.append(BURY, {}, now, DAY) for _ in range(10)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    events, problems = read_journals(folder)
    assert sorted(event.n for event in events) == list(range(1, 41))
    assert not problems


def test_a_home_that_cannot_be_written_says_so_before_the_first_card(tmp_path, now, faulty):
    (tmp_path / "file").touch()
    for journal in (
        Journal(tmp_path / "file", "laptop"),
        Journal(tmp_path / "file" / "journal", "laptop"),
        Journal(tmp_path / "new" / "journal", "laptop", disk=faulty("make_folder", code=errno.EROFS)),
        Journal(tmp_path / "new" / "journal", "laptop", disk=faulty("open", code=errno.EACCES)),
    ):
        with pytest.raises(QuizError) as caught:
            journal.check()
        assert len(caught.value.problems) == 1
        assert "answers cannot be saved: " in str(caught.value)
    with pytest.raises(QuizError, match="the answer is not saved"):
        Journal(tmp_path / "file", "laptop").append(BURY, {}, now, DAY)


def test_the_check_leaves_nothing_behind(journal, folder):
    journal.check()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_line(journal, folder, now):
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    try:
        with pytest.raises(QuizError, match="permission denied"):
            journal.append(BURY, {}, now, DAY)
    finally:
        folder.chmod(0o700)


def test_events_with_a_mark_are_found_without_reading_the_others(tmp_path):
    journal = Journal(tmp_path, "one")
    marked = [
        journal.append("suspend", {"card": f"{n}", "with": "0123456789abcdef"}, datetime(2026, 3, 1, tzinfo=UTC), DAY)
        for n in range(3)
    ]
    journal.append("suspend", {"card": "x"}, datetime(2026, 3, 1, tzinfo=UTC), DAY)
    Journal(tmp_path, "two").append(
        "suspend", {"card": "y", "with": "0123456789abcdef"}, datetime(2026, 3, 1, tzinfo=UTC), DAY
    )
    (tmp_path / "one-1999.yaml").write_text("")
    (tmp_path / "one-2000.yaml").write_text("- 0123456789abcdef\n")
    assert journal.events_with("0123456789abcdef") == marked
    assert journal.events_with("fedcba9876543210") == []
