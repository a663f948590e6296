"""Our store beside Anki's, on the same cards: ``python tests/bench/store_anki.py [DECKS] [CARDS] [ANSWERS]``.

Both run in turn in one run and on one disk; medians are compared, since all that other programs can do
is slow things down. The defaults are 100 decks of 1,000 cards and 1,000,000 answers.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from parts import ankihome, homes

from quizapp.history.events import Grade
from quizapp.library.library import Library

HERE = Path(__file__).resolve().parent
TIMES = 7
TYPED = ("nos mako", "deck", "what is", "bédo zu", "kaké", "ruze tiwo", "xyz")
OURS = """
from pathlib import Path
from quizapp.library.library import Library
library = Library.open(Path({home!r}))
print(library.study().current.card.question)
"""
WALK = """
import pathlib, yaml
for path in sorted(pathlib.Path({home!r}).rglob("deck*.yaml")):
    parser = yaml.CLoader(path.read_text(encoding="utf-8"))
    while parser.check_event():
        parser.get_event()
"""
PARSE = """
from pathlib import Path
from quizapp.library.shelf import read_shelf
read_shelf(Path({home!r}) / "decks", cache=Path({cache!r}))
"""


def environment(folder):
    """Return an environment in which everything of ours is in ``folder``.

    Python keeps what it compiles there, as it does for whatever is installed.
    """
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, **compiled, "PYTHONPATH": str(HERE.parent.parent)}


def seconds(code, environ):
    """Return how long a process of its own takes for ``code``, or for a file of this folder and its arguments."""
    arguments = ["-c", code] if isinstance(code, str) else code
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def largest():
    """Return the most memory that any process of this run has had, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def bare_sync(folder):
    """Return how long the disk takes for one line, written and waited for."""
    taken = []
    with (folder / "bare").open("ab", buffering=0) as file:
        for _ in range(200):
            began = time.perf_counter()
            file.write(b"x" * 250 + b"\n")
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - began)
    return median(taken)


def cards_for_anki(library):
    """Return the decks of a home as `ankihome.build` wants them."""
    found = []
    for deck in library.shelf.decks:
        stands = [library.progress.stand_of(card.id).memory for card in deck.cards]
        rows = [
            (
                card.question,
                card.answer,
                card.item.quote,
                memory and memory.due_day,
                memory and memory.due_day - memory.last_day,
            )
            for card, memory in zip(deck.cards, stands, strict=True)
        ]
        found.append((deck.name, rows))
    return found


def answering(library, times):
    """Return how long each of some answers takes to be on the disk, once the answer has been shown as the app does."""
    session = library.study()
    taken = []
    while len(taken) < times and not session.over:
        _ = session.current.confused
        session, step = session.reveal().grade(Grade.GOOD, datetime.now(UTC))
        began = time.perf_counter()
        library.record(step)
        taken.append(time.perf_counter() - began)
    return taken


def keystrokes(search):
    """Return how long a search takes after each key, typing what is typed."""
    taken = []
    for text in TYPED * 5:
        for end in range(1, len(text) + 1):
            began = time.perf_counter()
            search(text[:end])
            taken.append(time.perf_counter() - began)
    return sorted(taken)


def row(name, ours, theirs, unit="ms", factor=1000):
    """Print a line of the table."""
    print(f"{name:<44} {factor * ours:9.2f} {factor * theirs:9.2f} {unit:<3} {ours / theirs:6.2f}", flush=True)


def main(decks, cards, answers):
    """Print the table."""
    today = int(time.time() // 86400)
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        folder = Path(name)
        home, environ, collection = folder / "home", environment(folder), folder / "anki" / "collection.anki2"
        texts = homes.write_decks(home, decks, cards)
        given = homes.write_answers(home, texts, answers, today)
        (home / "settings.yaml").write_text("version: 1\n")
        for path in home.rglob("*.yaml"):
            os.utime(path, (time.time() - 60,) * 2)
        print(f"{decks} decks, {decks * cards:,} cards, {given:,} answers")
        ours = OURS.format(home=str(home))
        walks, parses = [], []
        for number in range(3):
            walks.append(seconds(WALK.format(home=str(home)), environ))
            parses.append(seconds(PARSE.format(home=str(home), cache=str(folder / f"parse{number}")), environ))
        first = seconds(ours, environ)
        print(f"from nothing, decks and history: {first:.1f} s, {largest():.0f} MB")
        os.environ.update(environ)
        library = Library.open(home)
        collection.parent.mkdir()
        ankihome.build(collection, cards_for_anki(library), today)
        print(f"{'':<44} {'ours':>9} {'Anki':>9}      ratio")
        mine, theirs = [], []
        for _ in range(TIMES):
            mine.append(seconds(ours, environ))
            theirs.append(seconds([str(HERE / "parts" / "ankihome.py"), str(collection)], environ))
        row("a fresh process to the first due card", median(mine), median(theirs))
        idle = median(seconds("pass", environ) for _ in range(TIMES))
        print(f"of which an interpreter that does nothing: {1000 * idle:.0f} ms")
        col = ankihome.opened(collection)
        mine, theirs = [], []
        for _ in range(8):
            mine += answering(library, 12)
            theirs += [ankihome.answer(col) for _ in range(12)]
        row("record an answer (Anki's and a bare fdatasync)", median(mine), median(theirs) + bare_sync(folder))
        typed = keystrokes(library.search), keystrokes(col.find_cards)
        row("search, each keystroke, median", median(typed[0]), median(typed[1]))
        row("search, each keystroke, 99 of 100", *(times[len(times) * 99 // 100] for times in typed))
        words = [[], []]
        for word in ("nos", "makoze", "bédo", "zubi", "What") * 5:
            for place, search in enumerate((library.search, col.find_cards)):
                began = time.perf_counter()
                search(word)
                words[place].append(time.perf_counter() - began)
        row("search a word", median(words[0]), median(words[1]))
        row("parse all decks the first time (bare walk)", median(parses), median(walks), "s", 1)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    main(*map(int, [*wanted, *("100", "1000", "1000000")[len(wanted) :]]))
