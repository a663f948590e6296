"""SIGKILL, the largest file size allowed, and other ends that a process cannot see coming.

Run as a program, this file forks writers that share one journal, and ends them; a process that has no
threads may fork as often as it likes, which a test's may not.
"""

import json
import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.store.journal import Journal

WRITERS = 2


def killed(folder, kills, seed=1):
    """Have two writers write to the journals in ``folder`` until SIGKILL, so often; return what was acknowledged."""
    return _apart("kill", folder, kills, seed)


def limited(folder, limits):
    """Have a writer write under a file size limit, so often, each larger; return what was acknowledged."""
    return _apart("limit", folder, limits, 0)


def _apart(how, folder, count, seed):
    """Do it in a process of its own; return the ids acknowledged, and what the writers complained of."""
    command = [sys.executable, __file__, how, str(folder), str(count), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": _PATH})
    return json.loads(done.stdout), done.stderr


_PATH = str(Path(__file__).resolve().parent.parent.parent)


def _kill_writers(folder, kills, seed):
    chance = random.Random(seed)
    acknowledged = []
    for _ in range(kills):
        writers = [_forked(lambda tell: _write_on(folder, tell)) for _ in range(WRITERS)]
        # A kill after the first acknowledgement at the earliest, so that every kill can cost something.
        while not any(select.select([pipe for _, pipe in writers], [], [], 5)[0]):
            pass
        time.sleep(chance.random() * 0.02)
        for process, _ in writers:
            os.kill(process, signal.SIGKILL)
        acknowledged += [name for writer in writers for name in _told_by(*writer)]
    return acknowledged


def _limit_writers(folder, limits, _):
    acknowledged = []
    for number in range(limits):
        below = Path(folder, str(number))
        limit = 40 + 7 * number

        def write(tell, below=below, limit=limit):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            _write_on(below, tell)

        acknowledged += _told_by(*_forked(write))
    return acknowledged


def _forked(work):
    ours, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return process, ours
    try:
        os.close(ours)
        work(lambda name: os.write(theirs, f"{name}\n".encode()))
    except QuizError:
        pass
    except BaseException:  # noqa: BLE001 - the child of a fork has nobody else to tell it
        traceback.print_exc()
    finally:
        os._exit(0)


def _told_by(process, pipe):
    """Return what a writer has said whole, once it is gone."""
    with open(pipe, "rb") as told:  # noqa: PTH123 - a descriptor
        lines = told.read().splitlines(keepends=True)
    os.waitpid(process, 0)
    return [line[:-1].decode() for line in lines if line.endswith(b"\n")]


def _write_on(folder, tell):
    journal = Journal(Path(folder), "laptop")
    while True:
        tell(journal.append("review", {"card": "c" * 60, "grade": 3}, datetime.now(UTC), 1).id)


if __name__ == "__main__":
    _how, _folder, _count, _seed = sys.argv[1:]
    _ways = {"kill": _kill_writers, "limit": _limit_writers}
    json.dump(_ways[_how](_folder, int(_count), int(_seed)), sys.stdout)
