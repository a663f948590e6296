"""A real program on a real pseudo-terminal, and what of its bytes is not its own."""

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PROGRAM = [sys.executable, "-m", "quizapp"]
ALT_SCREEN = b"\x1b[?1049h"
_NOT_PASSED_ON = {"PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES"}
"""What would change how a program prints, or how large it takes its terminal to be."""


def environment(folder, **more):
    """Return an environment in which everything the program keeps is below ``folder``."""
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    base = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    plain = {"QUIZAPP_HOME": str(folder / "home"), "PYTHONPATH": str(PROJECT), "TERM": "xterm-256color"}
    return {**base, **own, **plain, **more}


class Terminal:
    """A program on a terminal of its own; ``out`` is every byte it has written there."""

    def __init__(self, arguments, environ, size=(40, 120), program=PROGRAM, cwd=None):
        self._user, its_side = pty.openpty()
        fcntl.ioctl(its_side, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        # What is typed must not be taken for what the program writes.
        modes = termios.tcgetattr(its_side)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(its_side, termios.TCSANOW, modes)
        self.program = subprocess.Popen(
            [*program, *arguments],
            stdin=its_side,
            stdout=its_side,
            stderr=its_side,
            env=environ,
            cwd=cwd,
            start_new_session=True,
        )
        os.close(its_side)
        self.out = b""

    def type(self, keys):
        os.write(self._user, keys)

    def wait_for(self, text, after=0, seconds=30):
        """Read until ``text``, or what fits it if it is a pattern, stands in what was written after a place."""
        pattern = text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
        end = time.monotonic() + seconds
        while not pattern.search(self.out[after:]) and time.monotonic() < end and self._read():
            pass
        assert pattern.search(self.out[after:]), f"{text!r} was not seen in {self.out[after:][-2000:]!r}"

    def settle(self):
        """Read until nothing is written for a moment, in which the program was not at work either."""
        while self._read(0.15) or self._works():
            pass

    def ended(self, seconds=60):
        """Read to the end; return the exit code."""
        end = time.monotonic() + seconds
        while self._read(1.0):
            assert time.monotonic() < end, f"it does not end: {self.out[-2000:]!r}"
        code = self.program.wait(30)
        os.close(self._user)
        return code

    def close(self):
        """Close the terminal, as a user closes a window; the program is not sent a signal."""
        os.close(self._user)

    def __del__(self):
        """Leave no program behind when a test fails."""
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()

    def _works(self):
        """Say whether the program wants the processor, as far as the system tells; on a busy machine it may wait."""
        try:
            return Path(f"/proc/{self.program.pid}/stat").read_text().rpartition(")")[2].split()[0] in "RD"
        except OSError:
            return False

    def _read(self, seconds=1.0):
        if not select.select([self._user], [], [], seconds)[0]:
            return self.program.poll() is None and seconds == 1.0
        with contextlib.suppress(OSError):  # Linux says so when the other side is closed
            data = os.read(self._user, 65536)
            self.out += data
            return bool(data)
        return False


# What Textual and a progress bar write of their own accord: styles, places, modes, the shape of the mouse pointer.
_OWN = re.compile(rb"\x1b\[[0-9;]*[mHKA]|\x1b\[\?[0-9;]+(?:[hl]|\$p)|\x1b\[[<>]?[0-9]*u|\x1b\]22;[a-z-]*\x07")
_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def acting(out, *, app=False):
    """Return what in ``out`` would act on a terminal, each once; the app's own sequences are left out."""
    return set(_ACTING.findall((_OWN.sub(b"", out) if app else out).decode("utf-8", "replace")))
