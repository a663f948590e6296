"""Every kind of fault, as often as one likes; each returns a `Toll` of what it has cost."""

import errno
import random
import shutil
import subprocess
import traceback
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count as counting

from harness import sync
from harness.disks import CuttableDisk, FaultyDisk, FullDisk, mounted, read_only
from harness.kills import killed, limited
from harness.mutants import SEED, faults_of, mutants
from harness.terminal import PROGRAM, PROJECT, environment
from harness.toll import tolling

from quizapp.history.events import BURY, REVIEW, Event
from quizapp.history.fold import fold
from quizapp.store.atomic import write_atomically
from quizapp.store.deckfile import parse_deck
from quizapp.store.deckwriter import write_deck
from quizapp.store.eventlines import line_of
from quizapp.store.journal import Journal, read_journals
from quizapp.store.settings import Settings, save_settings

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAY = 20454
ARTICLE = PROJECT / "seeds" / "sco-summit.md"
EVERYTHING = (
    ["decks"],
    ["due", "--json"],
    ["check"],
    ["inbox"],
    ["study", "--plain"],
    ["study", "--plain", "--unsaved"],
    ["quiz", "--plain"],
    ["scores"],
    ["undo"],
    ["inbox", "accept", "rivers"],
    ["generate", str(ARTICLE)],
    [],
)
"""Every command once."""
CALLS = ("open", "write", "sync", "sync_folder", "truncate", "replace", "make_folder")


def kills(folder, count):
    """SIGKILL, two writers."""
    with tolling("SIGKILL, two writers on one journal") as toll:
        acknowledged, complaints = killed(folder / "journal", count)
        toll.count = count
        toll.hold(folder / "journal", acknowledged)
        if complaints:
            toll.went_wrong(complaints)
    return toll


def size_limits(folder, count):
    """RLIMIT_FSIZE: the write that reaches it is short, the next one fails."""
    with tolling("short writes (RLIMIT_FSIZE)") as toll:
        acknowledged, complaints = limited(folder, count)
        toll.count = count
        toll.hold(folder, acknowledged)
        if complaints:
            toll.went_wrong(complaints)
    return toll


def power_cuts(folder, count, *, lazy=False, seed=20260101):
    """A power cut after each history of up to twelve answers; a ``lazy`` disk forgets to sync."""
    with tolling("power cut, the mutant without fsync" if lazy else "power cut") as toll:
        chance = random.Random(seed)
        for run in range(count):
            journals, disk = folder / str(run) / "journal", CuttableDisk(lazy=lazy)
            windows = [Journal(journals, device, disk=disk) for device in ("laptop", "laptop", "phone")]
            acknowledged = [
                chance.choice(windows).append(BURY, {"card": "c"}, NOW, 1).id for _ in range(chance.randint(1, 12))
            ]
            disk.after_cut(journals, folder / f"{run} after", chance)
            toll.hold(folder / f"{run} after", acknowledged)
            toll.count += 1
    return toll


def cuts_of_replaced_files(folder, count):
    """A power cut after a file was replaced: it is wholly the last one."""
    with tolling("power cut after a deck was replaced") as toll:
        chance = random.Random(7)
        for run in range(count):
            below, disk = folder / str(run), CuttableDisk()
            below.mkdir(parents=True)
            texts = [bytes([65 + number]) * 100 for number in range(chance.randint(1, 4))]
            for text in texts:
                write_atomically(below / "x.yaml", text, disk)
            disk.after_cut(below, folder / f"{run} after", chance)
            toll.count += 1
            toll.lost += (folder / f"{run} after" / "x.yaml").read_bytes() != texts[-1]
    return toll


def failing_calls(folder, codes=(errno.EIO, errno.ENOSPC)):
    """Each call that a day's writing makes fails in turn, once and for ever, until none is left to fail."""
    with tolling("nth open, write, fsync, rename … fails") as toll:
        for call in CALLS:
            for code in codes:
                for for_ever in (False, True):
                    for number in counting(1):
                        disk = FaultyDisk(call, number, code, for_ever=for_ever, at_most=60)
                        below = folder / f"{call} {code} {for_ever} {number}"
                        _day_of_writing(below, disk, toll)
                        if disk.calls < number:
                            break
                        toll.count += 1
    return toll


def full_disks(folder, count):
    """A disk that has room for so many bytes, each time some more."""
    with tolling("full disk, at each of its bytes") as toll:
        for room in range(0, count * 7, 7):
            _day_of_writing(folder / str(room), FullDisk(room), toll)
            toll.count += 1
    return toll


def truncations(folder, events):
    """A journal cut at every one of its bytes; a writer goes on after the cut."""
    with tolling("journal cut at every byte") as toll:
        texts = ["plain", "é", "😀", '"', "\\", "\n- {", "#", "'", "x" * 300, "last"]
        made = [
            Event(
                f"{n:032x}", REVIEW, "laptop", n, NOW + timedelta(seconds=n), DAY, {"card": f"c{n}", "question": text}
            )
            for n, text in zip(range(1, events + 1), texts * (events // len(texts) + 1), strict=False)
        ]
        whole = b"".join(map(line_of, made))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "laptop-2026.yaml"
        for cut in range(len(whole) + 1):
            path.write_bytes(whole[:cut])
            toll.count += 1
            with toll.telling():
                found, problems = read_journals(folder)
                bare_end = whole[cut : cut + 1] == b"\n"
                complete = whole[:cut].count(b"\n") + bare_end
                torn = cut > 0 and not bare_end and whole[cut - 1 : cut] != b"\n"
                toll.acknowledged += complete
                toll.lost += found != made[:complete] or len(problems) != torn
                toll.lost += torn and (problems[0].line != complete + 1 or "incomplete" not in problems[0].message)
    return toll


def interleavings(folder, count):
    """Three devices, clocks that jump, a sync in any order: in the end all know the same, and all of it."""
    with tolling("clocks and syncs of three devices") as toll:
        chance = random.Random(count)
        for seed in range(count):
            below = folder / str(seed)
            toll.count += 1
            with toll.telling():
                devices, acknowledged = sync.interleaved(below, seed)
                fresh = fold(read_journals(chance.choice(devices).folder)[0])
                remembered = [sync.memories(device) for device in devices]
                for device, memories in zip(devices, remembered, strict=True):
                    past = device.progress.past
                    toll.hold_events(past.parts.events(), acknowledged)
                    toll.lost += past != fresh or past.quizzes != fresh.quizzes or memories != remembered[0]
                toll.lost += any(map(sync.impossible, remembered[0].values()))
            shutil.rmtree(below, ignore_errors=True)
    return toll


def mutated_decks(count, seed=1):
    """Decks with bytes flipped, cut, moved: each is read or refused, with places and remedies."""
    with tolling("mutated decks") as toll:
        assert not faults_of(SEED.encode(), thorough=True)
        for data in mutants(count, seed):
            toll.count += 1
            try:
                wrong = faults_of(data, thorough=toll.count % 10 == 1)
            except Exception:  # noqa: BLE001 - counting them is the point
                toll.went_wrong(f"{data!r}\n{traceback.format_exc()}")
                continue
            toll.lost += len(wrong)
            toll.first = toll.first or (f"{data!r}\n{wrong}" if wrong else "")
    return toll


def commands(arguments_of_each, environ, toll, typed=b"\n3\n\n3\nq\n", seconds=30):
    """Run commands as a user would; whatever they say, it is no traceback and no mishap."""
    for arguments in arguments_of_each:
        toll.count += 1
        try:
            done = subprocess.run(
                [*PROGRAM, *arguments], env=environ, input=typed, capture_output=True, timeout=seconds, check=False
            )
        except subprocess.TimeoutExpired:
            toll.went_wrong(f"{arguments}: does not end")
            continue
        said = done.stdout + done.stderr
        untold = [bad for bad in (b"Traceback", b"went wrong inside", b"Exception ignored") if bad in said]
        if untold or done.returncode not in (0, 1, 2):
            toll.went_wrong(f"{arguments}: {done.returncode} {said[-2000:]!r}")


def read_only_home(folder, count):
    """Every command in a home where nothing can be written."""
    with tolling("read-only home, every command") as toll:
        _home_at(folder / "home")
        with read_only(folder / "home") as possible:
            if possible:
                for _ in range(count):
                    commands(EVERYTHING, environment(folder), toll)
    return toll


def real_full_disk(folder, count):
    """Every command in a home on a real disk without room; what is there stays as it is."""
    with tolling("full disk (tmpfs), every command") as toll:
        disk = folder / "disk"
        disk.mkdir()
        _home_at(folder / "home")
        with mounted(disk, "64k") as possible:
            if possible:
                fill(disk, folder / "home")
                for _ in range(count):
                    commands(EVERYTHING, environment(folder, QUIZAPP_HOME=str(disk)), toll)
                toll.lost += (disk / "decks" / "rivers.yaml").read_text() != SEED
    return toll


def fill(disk, home):
    """Copy a home to a small disk and use up the room that is left."""
    shutil.copytree(home, disk, dirs_exist_ok=True)
    with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(b"x" * 100)


def _home_at(home):
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "rivers.yaml").write_text(SEED)


def _day_of_writing(folder, disk, toll):
    """Answer, save settings and a deck; what was acknowledged is there, each file wholly old or wholly new."""
    journals, settings, deck = folder / "journal", folder / "settings.yaml", folder / "decks" / "x.yaml"
    old = parse_deck(SEED.encode(), "x.yaml").deck
    kept = [Journal(journals, "laptop").append(BURY, {"card": "kept"}, NOW, DAY).id]
    save_settings(settings, Settings())
    write_deck(deck, old)
    before = settings.read_bytes(), deck.read_bytes()
    journal = Journal(journals, "laptop", disk=disk)
    for number in range(3):
        with toll.telling():
            kept.append(journal.append(BURY, {"card": f"c{number}"}, NOW, DAY).id)
    with toll.telling():
        save_settings(settings, Settings(new_per_day=7), disk)
    with toll.telling():
        write_deck(deck, type(old)(title="new", items=old.items[:1]), disk=disk)
    with toll.telling():
        write_atomically(folder / "schedule" / "laptop" / "x.yaml", b"due: never\n", disk)
    kept.append(Journal(journals, "laptop").append(BURY, {"card": "after"}, NOW, DAY).id)
    toll.hold(journals, kept)
    for path, was in zip((settings, deck), before, strict=True):
        now = path.read_bytes()
        toll.lost += now != was and b"new" not in now
    toll.lost += parse_deck(deck.read_bytes(), "x.yaml").deck.title not in (old.title, "new")
    toll.lost += bool([path for path in folder.rglob("*") if path.name.endswith(".tmp")])
