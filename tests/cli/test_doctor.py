import json
import shutil

import pytest

GOOD = (
    '- {"v": 1, "id": "%s", "kind": "review", "dev": "%s", "n": %d, "t": "2026-01-%02dT09:00:00.000Z", "day": 20454, '
    '"card": "%s", "grade": 3, "ms": 900, "via": "flip", "question": "%s", "answer": "the Nile"}'
)
QUESTION = "Which river flows through Cairo?"


def line(name, number, *, day=1, card="c1", dev="other", question="Gone?"):
    return GOOD % (name, dev, number, day, card, question)


def other(kind, name, **data):
    head = {"v": 1, "id": name, "kind": kind, "dev": "other", "n": 50, "t": "2026-01-09T09:00:00.000Z", "day": 20462}
    return "- " + json.dumps({**head, **data})


def written(home, *lines, name="other-2026.yaml", end="\n"):
    path = home / "journal" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + end)
    return path


FAULTS = {
    "a torn last line": (
        lambda home: written(home, line("a", 1), line("b", 2)[:60], end=""),
        "journal/other-2026.yaml:2:1: the last line is incomplete",
    ),
    "a line that is no event": (
        lambda home: written(home, line("a", 1), "- {oh", line("b", 2)),
        "journal/other-2026.yaml:2:1: a line that is no event",
    ),
    "bytes that a disk has lost": (
        lambda home: written(home, line("a", 1), "\0\0\0" + line("b", 2)),
        "journal/other-2026.yaml:2:1: 3 NUL bytes",
    ),
    "a merge left unfinished in a journal": (
        lambda home: written(home, line("a", 1), "<<<<<<< HEAD", line("b", 2)),
        "journal/other-2026.yaml:2:1: a merge marker",
    ),
    "one id for two events": (
        lambda home: written(home, line("a", 1), line("a", 2)),
        "journal/other-2026.yaml:2:1: another event has the same id, in other-2026.yaml:1",
    ),
    "a clock that was wrong": (
        lambda home: written(home, line("a", 1, day=2), line("b", 2, day=28), line("c", 3, day=3), line("d", 4, day=4)),
        "journal/other-2026.yaml:2:1: the clock was wrong: dated 2026-01-28 09:00",
    ),
    "something taken back that is nowhere": (
        lambda home: written(home, line("a", 1), other("void", "b", target="never")),
        "journal/other-2026.yaml:2:1: it takes back an event that is in no journal",
    ),
    "an event of tomorrow": (
        lambda home: written(home, line("a", 1), other("dream", "b")),
        "journal/other-2026.yaml:2:1: 1 event is of a kind that this version does not know",
    ),
    "a link to nowhere": (
        lambda home: written(home, line("a", 1), other("link", "b", old="c8", new="c9")),
        "journal/other-2026.yaml:2:1: a link to a card that is in no deck",
    ),
    "a conflict copy of a journal": (
        lambda home: written(home, line("a", 1), name="other-2026.sync-conflict-20260101-090000-ABC.yaml"),
        "journal/other-2026.sync-conflict-20260101-090000-ABC.yaml: a conflict copy",
    ),
    "a broken deck": (
        lambda home: (home / "decks" / "odd.yaml").write_text("title: Odd\ncards: [\n"),
        "decks/odd.yaml:3:1: ",
    ),
    "a card with a mistake": (
        lambda home: (home / "decks" / "odd.yaml").write_text("title: Odd\ncards:\n- question: What?\n"),
        "decks/odd.yaml:3:3: a card without an answer",
    ),
    "a merge left unfinished in a deck": (
        lambda home: (home / "decks" / "odd.yaml").write_text("title: Odd\ncards:\n<<<<<<< HEAD\n- a: b\n"),
        "decks/odd.yaml:3:1: a merge of two versions was left unfinished",
    ),
    "a conflict copy of a deck": (
        lambda home: shutil.copy(home / "decks" / "rivers.yaml", home / "decks" / "rivers (conflicted copy).yaml"),
        "decks/rivers (conflicted copy).yaml: a conflict copy",
    ),
    "a conflict copy of the settings": (
        lambda home: (home / "settings.sync-conflict-1.yaml").write_text("version: 1\n"),
        "settings.sync-conflict-1.yaml: a conflict copy",
    ),
    "a setting that means nothing": (
        lambda home: (home / "settings.yaml").write_text("version: 1\ncolour: red\n"),
        "settings.yaml:2:1: unknown setting `colour`",
    ),
    "a setting for no deck": (
        lambda home: (home / "settings.yaml").write_text("version: 1\ndecks: {lakes: {retention: 0.9}}\n"),
        "settings.yaml: `decks` names lakes",
    ),
    "a broken deck in the inbox": (
        lambda home: ((home / "inbox").mkdir(), (home / "inbox" / "new.yaml").write_text("cards: []\n")),
        "inbox/new.yaml:1:1: the deck has no title",
    ),
    "a write that was cut short": (
        lambda home: (home / "decks" / ".rivers.yaml.1234.tmp").write_text("title"),
        "decks/.rivers.yaml.1234.tmp: left over from a write",
    ),
    "a deleted deck whose file is gone": (
        lambda home: written(home, other("delete", "a", place="lakes", title="Lakes", file="lakes-1.yaml")),
        ".bin/lakes-1.yaml: the deck lakes was deleted",
    ),
}


def snapshot(home):
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_sound_home_has_nothing_to_tell(quizapp, rivers):
    ended = quizapp("doctor")
    assert (ended.code, ended.out, ended.err) == (0, "no problem, no open question\n", "")


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_with_its_place_and_nothing_is_changed(quizapp, rivers, home, fault):
    seed, told = FAULTS[fault]
    seed(home)
    before = snapshot(home)
    ended = quizapp("doctor")
    assert ended.code == 1
    assert f"{home}/{told}" in ended.out
    assert snapshot(home) == before
    assert json.loads(quizapp("doctor", "--json").out)["problems"]


def test_what_can_be_mended_is_mended_after_a_copy_was_kept(quizapp, rivers, home, journal):
    quizapp("study", "--plain", "--cards", "1", typed="\n4\n")
    (own,) = (home / "journal").iterdir()
    text = own.read_text()
    damaged = text.replace("\n", "\n- {oh\n<<<<<<< HEAD\n", 1) + text.splitlines()[0][:40]
    own.write_text(damaged)
    (home / "journal" / f"{own.stem}.sync-conflict-1.yaml").write_text(text)
    (home / "decks" / ".x.tmp").write_text("")
    shutil.copy(rivers, rivers.with_name("rivers (conflicted copy).yaml"))
    assert quizapp("doctor").code == 1
    ended = quizapp("doctor", "--fix")
    assert ended.code == 0, ended.out
    assert own.read_text() == text
    copies = {path.read_text() for path in (home / ".backups" / "doctor").iterdir()}
    assert {damaged, text, "", rivers.read_text()} <= copies
    assert sorted(path.name for path in home.rglob("*conflict*") if ".backups" not in path.parts) == []


def test_the_journals_of_other_devices_are_left_to_them(quizapp, rivers, home):
    path = written(home, line("a", 1), "- {oh")
    before = path.read_bytes()
    assert quizapp("doctor", "--fix").code == 1
    assert path.read_bytes() == before


def test_a_look_leaves_it_to_the_next_command_to_follow_an_edit(quizapp, rivers, journal):
    quizapp("study", "--plain", typed="\n4\n" * 4)
    before = journal()
    rivers.write_text(rivers.read_text().replace("flows through Cairo", "flows through the city of Cairo"))
    assert "1 open question" in quizapp("doctor").out
    assert journal() == before
    assert json.loads(quizapp("due", "--json").out)["new"] == 0
    assert '"kind": "link"' in journal()
    assert "no open question" in quizapp("doctor").out


def test_events_of_a_wrong_clock_are_dated_anew(quizapp, rivers, home):
    FAULTS["a clock that was wrong"][0](home)
    ended = quizapp("doctor", "--redate")
    assert "1 event dated anew" in ended.out
    assert ended.code == 0
    assert quizapp("doctor").code == 0


def test_open_questions_are_listed_and_answered(quizapp, rivers, home):
    written(home, line("a", 1, question="Which river flows through all of Cairo?"))
    ended = quizapp("doctor")
    assert ended.code == 0
    assert (
        f"{rivers}:10:3: this may be the card answered once as “Which river flows through all of Cairo?”" in ended.out
    )
    assert quizapp("doctor", "--ask", typed="\n").out.count("open question") == 1
    assert "no open question" in quizapp("doctor", "--ask", typed="y\n").out
    assert json.loads(quizapp("due", "--json").out)["new"] == 3


def test_a_question_answered_with_no_is_not_asked_again(quizapp, rivers, home):
    written(home, line("a", 1, question="Which river flows through all of Cairo?"))
    quizapp("doctor", "--ask", typed="n\n")
    assert "no open question" in quizapp("doctor").out
    assert json.loads(quizapp("due", "--json").out)["new"] == 4
