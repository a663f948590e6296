"""Parsing many decks for the first time with a second process, which begins at the other end of the list.

Both keep each deck that they have parsed where the other finds it. If the second process cannot be
started or ends early, the first one does all of the work.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_WORTH_IT = 1_000_000
"""Bytes of decks; to start a process takes as long as to parse about half of that."""


class ParseAhead:
    """A second process that parses decks, as long as this is open."""

    def __init__(self, folder: Path, paths: Sequence[Path]) -> None:
        """Parse decks that were never parsed, from the last one on, and keep them in ``folder``."""
        self._helper: subprocess.Popen[bytes] | None = None
        if not (paths and sys.executable) or (os.cpu_count() or 1) < 2 or _size(paths) < _WORTH_IT:
            return
        told = b"\0".join(map(os.fsencode, (folder, *reversed(paths))))
        command = [sys.executable, "-c", f"from {__name__} import work; work()"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        try:
            self._helper = subprocess.Popen(  # noqa: S603 - this very program
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
            )
            if self._helper.stdin:
                self._helper.stdin.write(told)
                self._helper.stdin.close()
        except OSError:
            self.close()

    def close(self) -> None:
        """End the second process; nothing is half written by that."""
        if self._helper is not None:
            self._helper.kill()
            self._helper.wait()
            self._helper = None


def work() -> None:
    """Parse the decks named on standard input until one is met that has been parsed since."""
    from quizapp.errors import QuizError  # noqa: PLC0415 - this is for the second process
    from quizapp.store.collecting import uncollected  # noqa: PLC0415 - likewise
    from quizapp.store.deckcache import DeckCache  # noqa: PLC0415 - likewise; it knows this module

    folder, *paths = map(Path, map(os.fsdecode, sys.stdin.buffer.read().split(b"\0")))
    reader = DeckCache(folder)
    for path in paths:
        if reader.knows(path):
            return
        try:
            with uncollected():
                reader.read(path)
        except QuizError:
            # The first process will find out, and tell.
            continue


def _size(paths: Sequence[Path]) -> int:
    total = 0
    for path in paths:
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total
