"""Faults in full numbers: ``python tests/bench/faults.py [SHARE]``, 1 for all of them, 0.01 for a look.

Prints a table: what struck and how often, answers that were acknowledged, those of them lost or doubled (and
files that are neither wholly old nor wholly new), errors that are not told as problems, seconds. Exits 1 if
anything was lost, doubled or untold, or if the disk that forgets to sync was not found out.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from harness import faults

COUNTED = {
    "kills": (faults.kills, 1000),
    "limits": (faults.size_limits, 1000),
    "cuts": (faults.power_cuts, 5000),
    "replaced": (faults.cuts_of_replaced_files, 5000),
    "full": (faults.full_disks, 2000),
    "truncations": (faults.truncations, 100),
    "interleavings": (faults.interleavings, 10_000),
    "read-only": (faults.read_only_home, 10),
    "tmpfs": (faults.real_full_disk, 10),
}


def main(share):
    """Let every fault strike, a ``share`` of its full number."""
    print(f"{'what':<42}{'count':>8}{'answers':>9}{'lost':>6}{'doubled':>9}{'tracebacks':>12}{'seconds':>9}")
    with tempfile.TemporaryDirectory() as folder:
        fine = [
            _tell(work(_below(folder, name), max(1, int(count * share)))) for name, (work, count) in COUNTED.items()
        ]
        fine.append(_tell(faults.failing_calls(_below(folder, "calls"))))
        fine.append(_tell(faults.mutated_decks(max(1, int(100_000 * share)))))
        mutant = faults.power_cuts(_below(folder, "lazy"), max(20, int(1000 * share)), lazy=True)
        _tell(mutant)
    return all(fine) and mutant.lost > 0


def _below(folder, name):
    path = Path(folder, name)
    path.mkdir()
    return path


def _tell(toll):
    numbers = f"{toll.count:>8,}{toll.acknowledged:>9,}{toll.lost:>6,}{toll.doubled:>9,}{toll.tracebacks:>12,}"
    print(f"{toll.what:<42}{numbers}{toll.seconds:>9.1f}", flush=True)
    if toll.first:
        print(toll.first, file=sys.stderr)
    return toll.nothing


if __name__ == "__main__":
    sys.exit(not main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
