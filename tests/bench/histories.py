"""Histories by chance, kept and folded from nothing: ``python tests/bench/histories.py [COUNT]``, else 10,000 of them.

Each grows step by step, with conflict copies, journals of two devices, voids, links and quizzes; after each
step what was kept and gone on from must equal a fold from nothing. Exits 1 at the first that does not.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from harness.histories import Home, goes_on_as_from_nothing


def main(count):
    """Let so many histories go on, and tell how many steps were equal."""
    began, steps = time.perf_counter(), 0
    for seed in range(count):
        chance = random.Random(seed)
        grows = [chance.randint(0, 12) for _ in range(chance.randint(1, 5))]
        with tempfile.TemporaryDirectory() as folder:
            try:
                goes_on_as_from_nothing(Home(Path(folder)), chance, grows, chance.choice((1, 500)))
            except AssertionError:
                print(f"history {seed} is not what a fold from nothing makes of it")
                return False
        steps += len(grows)
    print(
        f"{count:,} histories, {steps:,} steps, all equal to a fold from nothing; {time.perf_counter() - began:.0f} s"
    )
    return True


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
