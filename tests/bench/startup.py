"""How long commands take from Enter to their last line: ``python tests/bench/startup.py [TIMES]``.

Each runs in a process of its own on a home with the sample decks; the best of some runs counts, since
all that other programs can do is slow it down. An interpreter that does nothing is the yardstick.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
COMMANDS = {
    "an idle interpreter": ["-c", "pass"],
    "quizapp --help": ["-m", "quizapp", "--help"],
    "quizapp due --count": ["-m", "quizapp", "due", "--count"],
    "quizapp decks": ["-m", "quizapp", "decks"],
    "quizapp check": ["-m", "quizapp", "check"],
    "quizapp study --plain, one card": ["-m", "quizapp", "study", "--plain", "--unsaved", "--cards", "1"],
    "importing the app": ["-c", "import quizapp.tui.app"],
}


def environment(folder):
    """Return an environment whose home and settings are in ``folder``."""
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    return {**os.environ, **own, "QUIZAPP_HOME": str(folder / "home"), "PYTHONPATH": str(PROJECT)}


def seconds(arguments, environ):
    """Return how long one run takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environ, input=b"\n3\n", capture_output=True, check=True)
    return time.perf_counter() - began


def main(times):
    """Print the best and the median of ``times`` runs of each command, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        environ = environment(Path(folder))
        seconds(COMMANDS["quizapp decks"], environ)
        for name, arguments in COMMANDS.items():
            taken = [1000 * seconds(arguments, environ) for _ in range(times)]
            print(f"{name:<32} best {min(taken):5.0f} ms   median {statistics.median(taken):5.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
