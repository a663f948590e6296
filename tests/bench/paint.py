"""How long from a key to its paint, and from the start to the first frame: ``python tests/bench/paint.py [N]``.

The app and a bare Textual app that swaps one Static run in turn on a terminal of their own, and what
comes out of it is read. N keys of each kind are timed (100 by default); every answer is on the disk
before the next card shows. The app starts with 10,000 cards and 100,000 answers behind it.
"""

import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

DECKS, CARDS, ANSWERS = 10, 1_000, 100_000
STARTS = 7
SIZE = (24, 80)
PATIENCE = 60
SPACE, GOOD = b" ", b"4"


def bare():
    """Run an app that swaps one Static at each key."""
    from textual.app import App  # noqa: PLC0415 - what is measured begins with its own imports
    from textual.widgets import Static  # noqa: PLC0415 - as above

    class Bare(App):
        count = 0

        def compose(self):
            yield Static("number 0 shown")

        def on_key(self):
            self.count += 1
            self.query_one(Static).update(f"number {self.count} shown")

    Bare().run()


def studying(home):
    """Run the app on a session of new cards."""
    from quizapp.cli.main import main  # noqa: PLC0415 - as above

    sys.exit(main(["--home", home, "study", "keys"]))


def at_home(home):
    """Run the app on its decks."""
    from quizapp.cli.main import main  # noqa: PLC0415 - as above

    sys.exit(main(["--home", home]))


class Terminal:
    """A program on a pseudo terminal."""

    def __init__(self, *arguments, environ):
        self.began = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, __file__, *arguments], environ)  # noqa: S606 - this very file
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        self.seen = b""

    def until(self, *marks):
        """Read until one of some texts comes out; return the seconds since the last key or the start."""
        end = time.perf_counter() + PATIENCE
        while not any(mark in self.seen for mark in marks):
            if not select.select([self.descriptor], [], [], max(end - time.perf_counter(), 0))[0]:
                raise SystemExit(f"nothing like {marks} came out: {self.seen[-2000:]!r}")
            self.seen += os.read(self.descriptor, 65536)
        return time.perf_counter() - self.began

    def press(self, key, *marks):
        """Press a key once the screen is at rest; return the seconds until its paint comes out."""
        while select.select([self.descriptor], [], [], 0.05)[0]:
            os.read(self.descriptor, 65536)
        self.seen = b""
        self.began = time.perf_counter()
        os.write(self.descriptor, key)
        return self.until(*marks)

    def memory(self):
        """Return the most memory the program has had, in MiB."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

    def close(self):
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def furnish(home, keys):
    """Write a home with many cards and answers, and one deck of new cards to press keys on."""
    from quizapp.cards.identity import cards_of  # noqa: PLC0415 - as above
    from quizapp.cards.model import Item  # noqa: PLC0415 - as above

    (home / "decks").mkdir(parents=True)
    (home / "journal").mkdir()
    (home / "settings.yaml").write_text("version: 1\nnew_per_day: 9999\n")
    cards = []
    for deck in range(DECKS):
        items = [Item(question=f"What is {deck} and {number}?", answer=f"Answer {number}") for number in range(CARDS)]
        cards += [cards_of(item)[0] for item in items]
        lines = [f"- question: {item.question}\n  answer: {item.answer}\n" for item in items]
        (home / "decks" / f"deck{deck}.yaml").write_text(f"title: Deck {deck}\ncards:\n{''.join(lines)}")
    lines = [f"- question: number {number} asked\n  answer: so it is\n" for number in range(1, keys + 20)]
    (home / "decks" / "keys.yaml").write_text(f"title: Keys\ncards:\n{''.join(lines)}")
    start = datetime.now(UTC) - timedelta(days=ANSWERS // 1000 + 20)
    with (home / "journal" / "bench-2026.yaml").open("w") as journal:
        for number in range(ANSWERS):
            moment = start + timedelta(minutes=1.4 * number)
            event = {"v": 1, "id": f"{number:032x}", "kind": "review", "dev": "bench", "n": number}
            event["t"] = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            event |= {"day": moment.date().toordinal() - 719163, "card": cards[number * 7 % len(cards)].id}
            event |= {"grade": 3, "ms": 4000, "via": "flip"}
            journal.write(f"- {json.dumps(event)}\n")


def keys_of_bare(times, environ):
    """Return the seconds that each key takes in the bare app."""
    terminal = Terminal("bare", environ=environ)
    terminal.until(b"number 0")
    taken = [terminal.press(SPACE, b"%d shown" % number, b"%d" % number) for number in range(1, times + 1)]
    terminal.close()
    return taken


def keys_of_app(times, home, environ):
    """Return the seconds from Space to the answer, and from a grade to the next card."""
    terminal = Terminal("studying", str(home), environ=environ)
    terminal.until(b"asked")
    reveal, grade = [], []
    for _ in range(times):
        reveal.append(terminal.press(SPACE, b"Again"))
        grade.append(terminal.press(GOOD, b"show the answer"))
    terminal.close()
    return reveal, grade


def syncs(times, folder):
    """Return the seconds that the disk takes to keep each of some lines."""
    taken = []
    with (folder / "line").open("ab", buffering=0) as file:
        for _ in range(times):
            time.sleep(0.05)
            began = time.perf_counter()
            file.write(b"x" * 300 + b"\n")
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - began)
    return taken


def start(arguments, mark, environ):
    """Return the seconds until the first frame, and the memory that it took."""
    terminal = Terminal(*arguments, environ=environ)
    taken, memory = terminal.until(mark), terminal.memory()
    terminal.close()
    return taken, memory


def told(name, taken, yardstick=None):
    """Print the median and the worst hundredth in milliseconds, and how they compare."""
    middle, worst = statistics.median(taken), sorted(taken)[int(0.99 * (len(taken) - 1))]
    ratio = f"   {middle / statistics.median(yardstick):4.2f} × the bare app" if yardstick else ""
    print(f"{name:<34} median {1000 * middle:7.1f} ms   99% {1000 * worst:7.1f} ms{ratio}")


def main(times):
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        own = {f"XDG_{name}_HOME": f"{folder}/{name.lower()}" for name in ("CONFIG", "CACHE", "STATE", "DATA")}
        environ = {**os.environ, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(PROJECT)}
        home = Path(folder) / "home"
        furnish(home, times)
        start(["at_home", str(home)], b"Deck 9", environ)
        swaps = keys_of_bare(times, environ)
        reveal, grade = keys_of_app(times, home, environ)
        told("the disk: one line kept", syncs(times, Path(folder)))
        told("bare: key to paint", swaps)
        told("reveal: key to paint", reveal, swaps)
        told("grade, saved: key to next card", grade, swaps)
        plain = [start(["bare"], b"number 0", environ) for _ in range(STARTS)]
        full = [start(["at_home", str(home)], b"Deck 9", environ) for _ in range(STARTS)]
        first, frames = [taken for taken, _ in plain], [taken for taken, _ in full]
        told("bare: start to first frame", first)
        told("app: start to the decks", frames, first)
        least, most = (statistics.median(memory for _, memory in each) for each in (plain, full))
        print(f"memory: bare {least:.0f} MiB, app {most:.0f} MiB, {most / least:.2f} × as much")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            bare()
        case ["studying", folder]:
            studying(folder)
        case ["at_home", folder]:
            at_home(folder)
        case arguments:
            main(int(arguments[0]) if arguments else 100)
