import os
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.errors import QuizError
from quizapp.history.events import BURY, REVIEW, Event
from quizapp.store.eventlines import line_of
from quizapp.store.journal import Journal, read_journals
from quizapp.store.journalreader import JournalReader

DAY = 20454


@pytest.fixture
def events(now):
    return [
        Event(f"{n:032x}", REVIEW, "laptop", n, now + timedelta(seconds=n), DAY, {"card": f"c{n}", "question": text})
        for n, text in enumerate(["plain", "é", "😀", '"', "\\", "\n- {", "#", "'", "x" * 300, "last"], start=1)
    ]


@pytest.fixture
def whole(events):
    return b"".join(map(line_of, events))


def read(folder, data, name="laptop-2026.yaml"):
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_bytes(data)
    return read_journals(folder)


def test_a_writer_goes_on_after_every_cut(tmp_path, events, whole, now):
    path = tmp_path / "laptop-2026.yaml"
    for cut in range(0, len(whole), 17):
        path.write_bytes(whole[:cut])
        added = Journal(tmp_path, "laptop").append(BURY, {}, now, DAY)
        found, _ = read_journals(tmp_path)
        complete = whole[:cut].count(b"\n") + (whole[cut : cut + 1] == b"\n")
        assert found == [*events[:complete], added]
        assert added.n in {complete + 1, complete + 2}


def test_nothing_there_is_nothing_read(tmp_path):
    assert read_journals(tmp_path / "none") == ([], ())
    assert read(tmp_path, b"") == ([], ())


@pytest.mark.parametrize(
    "name",
    [
        "laptop-2026.sync-conflict-20260101-090000-ABCDEFG.yaml",
        "laptop-2026 (conflicted copy 2026-01-01).yaml",
        "laptop-2026 2.yaml",
        "below/laptop-2026.yaml",
    ],
)
def test_copies_that_a_sync_has_put_aside_count(tmp_path, events, whole, name):
    other = replace(events[0], id="f" * 32)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(whole + line_of(other))
    found, problems = read(tmp_path, whole)
    assert {event.id for event in found} == {event.id for event in [*events, other]}
    assert not problems


def test_other_files_do_not_count(tmp_path, whole):
    for name in ("x.yaml.tmp", ".x.yaml", "x.txt", "x.yml"):
        (tmp_path / name).write_bytes(whole)
    assert read_journals(tmp_path) == ([], ())


def test_both_sides_of_a_merge_are_read(tmp_path, events):
    parts = [line_of(event) for event in events]
    data = b"<<<<<<< HEAD\n" + parts[0] + b"||||||| base\n=======\n" + parts[1] + b">>>>>>> other\n" + parts[2]
    found, problems = read(tmp_path, data)
    assert found == events[:3]
    assert [problem.line for problem in problems] == [1, 3, 4, 6]
    assert all("merge marker" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"garbage\n", "no event"),
        (b"- {\n", "no event"),
        (b"\xff\xfe\n", "no event"),
        (b"- 3\n", "no event"),
        (b"- [a]\n", "no event"),
        (b"- {}\n", "without 'kind'"),
        (b'- {"v": 1, "kind": "review"}\n', "without 'id'"),
        (b'- {"kind": ["review"]}\n', "kind or time"),
        (b'- {"v": "x", "kind": "review"}\n', "version or kind"),
        (b'- {"kind": "review", "id": "a", "dev": "b", "n": 1, "t": "x", "day": 1}\n', "kind or time"),
        (b'- {"kind": "review", "id": "a", "dev": "b", "n": 1, "t": "2026-01-01T00:00:00", "day": 1}\n', "no zone"),
        (b'- {"kind": "review", "id": "a", "dev": "b", "n": 1, "t": "0001-01-01T00:00:00+12:00", "day": 1}\n', "time"),
        (
            b'- {"kind": "review", "id": "a", "dev": "b", "n": "1", "t": "2026-01-01T00:00:00Z", "day": 1}\n',
            "id, dev, n or day",
        ),
        (
            b'- {"kind": "review", "id": "", "dev": "b", "n": 1, "t": "2026-01-01T00:00:00Z", "day": 1}\n',
            "id, dev, n or day",
        ),
        (b"- " + b"[" * 100_000 + b"\n", "no event"),
        (b'- {"n": ' + b"9" * 10_000 + b"}\n", "without 'kind'"),
        (b'- {"a": "b"}, {"a": "b"}\n', "no event"),
    ],
    ids=range(17),
)
def test_a_line_that_is_no_event_is_named_and_passed_over(tmp_path, events, bad, said):
    data = line_of(events[0]) + line_of(events[2]) + bad + line_of(events[1])
    found, problems = read(tmp_path, data)
    assert found == [events[0], events[2], events[1]]
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"{tmp_path}/laptop-2026.yaml:3:1: ")
    assert said in problems[0].message
    assert (tmp_path / "laptop-2026.yaml").read_bytes() == data


def test_nul_bytes_of_a_disk_are_said_and_cost_nothing_else(tmp_path, events):
    lines = [line_of(event) for event in events]
    found, problems = read(tmp_path, lines[0] + b"\0" * 12061 + b"\n" + lines[1] + b"\0" * 5 + lines[2] + b"\0" * 7)
    assert found == events[:3]
    assert [problem.line for problem in problems] == [2, 4, 5]
    assert "12061 NUL" in problems[0].message


def test_many_bad_lines_are_counted_not_listed(tmp_path, whole):
    found, problems = read(tmp_path, whole * 20 + b"garbage\n" * 150)
    assert len(found) == 200
    assert len(problems) == 21
    assert "150 lines" in problems[-1].message


def test_unknown_kinds_and_newer_versions_are_kept_with_one_notice(tmp_path, events):
    later = [
        line_of(replace(events[1], kind="dream")),
        line_of(replace(events[2], v=2)),
        line_of(replace(events[3], v=9)),
    ]
    data = line_of(events[0]) + b"".join(later)
    found, problems = read(tmp_path, data)
    assert found == [events[0]]
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"{tmp_path}/laptop-2026.yaml:2:1: 3 events are of a kind")
    assert Journal(tmp_path, "laptop").append(BURY, {}, events[0].t, DAY).n == 5


def test_data_of_the_future_is_kept_as_text(tmp_path, events):
    line = line_of(events[0]).replace(
        b'"card": "c1"', b'"card": "c1", "x": 1.5, "y": null, "z": {"a": [1]}, "w": [1, "a"]'
    )
    found, problems = read(tmp_path, line)
    assert dict(found[0].data) == {
        "card": "c1",
        "x": "1.5",
        "y": "",
        "z": '{"a": [1]}',
        "w": ("1", "a"),
        "question": "plain",
    }
    assert not problems


def test_what_a_person_or_another_program_has_made_of_it_is_read(tmp_path, events, whole):
    assert read(tmp_path, b"\xef\xbb\xbf# mine\n---\n\n" + whole.replace(b"\n", b"\r\n")) == (events, ())
    entry = "- id: {0.id!r}\n  kind: review\n  dev: laptop\n  n: {0.n}\n  t: '{0.t}'\n  day: {0.day}\n"
    entry += "  card: {0.data[card]}\n"
    block = "".join(entry.format(event) for event in events)
    found, problems = read(tmp_path, block.encode())
    assert [(event.id, event.n, event.t, event.text("card")) for event in found] == [
        (event.id, event.n, event.t, event.text("card")) for event in events
    ]
    assert not problems


def test_only_what_is_new_is_read_again(tmp_path, now):
    reader = JournalReader(tmp_path / "journal")
    assert reader.changed()
    assert reader.read().restarted
    assert not reader.changed()
    journal, other = Journal(tmp_path / "journal", "laptop"), Journal(tmp_path / "journal", "phone")
    for window in (journal, other, journal, other):
        event = window.append(REVIEW, {"card": "c"}, now, DAY)
        assert reader.changed()
        reading = reader.read()
        assert (reading.events, reading.problems, reading.restarted) == ([event], (), False)
        assert not reader.changed()
    assert reader.read().events == []


def test_a_line_in_the_making_is_read_when_it_is_whole(tmp_path, events):
    path = tmp_path / "laptop-2026.yaml"
    lines = [line_of(event) for event in events]
    path.write_bytes(lines[0])
    reader = JournalReader(tmp_path)
    reader.read()
    with path.open("ab") as file:
        file.write(lines[1][:40])
        file.flush()
        assert reader.read().events == []
        file.write(lines[1][40:-1])
        file.flush()
        assert reader.read().events == [events[1]]
        file.write(b"\n" + lines[2])
        file.flush()
        reading = reader.read()
        assert reading.events == [events[1], events[2]]
        assert not reading.restarted
        assert not reading.problems


@pytest.mark.parametrize("change", ["shrunk", "replaced", "gone", "rewritten"])
def test_a_file_that_is_not_as_it_was_means_reading_all(tmp_path, events, change):
    path, other = tmp_path / "laptop-2026.yaml", tmp_path / "phone-2026.yaml"
    lines = [line_of(event) for event in events]
    path.write_bytes(b"".join(lines[:3]))
    other.write_bytes(lines[4])
    reader = JournalReader(tmp_path)
    reader.read()
    match change:
        case "shrunk":
            os.truncate(path, len(lines[0]))
        case "replaced":
            copy = tmp_path / "copy"
            copy.write_bytes(lines[0])
            copy.replace(path)
        case "gone":
            path.write_bytes(lines[0])
            other.unlink()
            other = None
        case "rewritten":
            path.write_bytes(lines[0] + b"".join(lines[5:9]))
    assert reader.changed()
    reading = reader.read()
    assert reading.restarted
    fresh = JournalReader(tmp_path).read()
    assert reading.events == fresh.events
    assert not reader.changed()


def test_a_million_of_one_block_or_of_many_are_the_same(tmp_path, events):
    lines = [line_of(replace(events[n % 3 and n % 10], n=n)) for n in range(9000)]
    assert sum(map(len, lines)) > 1 << 20
    found, problems = read(tmp_path, b"".join(lines))
    assert [event.n for event in found] == list(range(9000))
    assert not problems


def test_a_folder_that_cannot_be_read_is_one_line(tmp_path):
    (tmp_path / "x.yaml").mkdir()
    assert read_journals(tmp_path) == ([], ())
    (tmp_path / "broken.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(QuizError) as caught:
        read_journals(tmp_path)
    assert len(caught.value.problems) == 1
