"""Foreign text on a real terminal: whatever a home holds, no byte of it acts."""

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

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
MARKUP = "[/][@click=app.bell]m[/x]"
ACTING = "\x1b]52;c;cHdu\x07\x9b31m\u202e\x1b]0;pwn\x07"
# A text with controls is refused where a deck is read; these are what a deck may bring to a screen.
IN_YAML = r"\u202E\u2066\u2069\u2028" + MARKUP
REFUSED = r"\e]52;c;cHdu\a\x9b31m\u202E\e]0;pwn\a" + MARKUP
# What only the payload has: Textual writes escapes of its own, but never these.
FORBIDDEN = [b"\x1b]52", b"\x1b]0;", b"\x07", *map(str.encode, "\x9b\u202e\u2066\u2069\u2028")]

DECK = f"""\
title: "T {IN_YAML}"
description: "D {IN_YAML}"
tags: ["t {IN_YAML}"]
source: {{title: "S {IN_YAML}", author: "A {IN_YAML}", url: "U {IN_YAML}", date: "{IN_YAML}"}}
cards:
- question: "Q {IN_YAML}"
  answer: "answer {IN_YAML}"
  wrong: ["w1 {IN_YAML}", "w2 {IN_YAML}", "w3 {IN_YAML}"]
  accept: ["also {IN_YAML}"]
  quote: "The quote has the answer {IN_YAML} in it."
  context: "Before. The quote has the answer {IN_YAML} in it. After."
  hint: "H {IN_YAML}"
  note: "N {IN_YAML}"
  tags: ["c {IN_YAML}"]
  rule: "r {IN_YAML}"
  doubt: "d {IN_YAML}"
- cloze: "C {IN_YAML} has {{{{a gap {IN_YAML}::L {IN_YAML}}}}} in it."
- question: "List {IN_YAML}"
  answers: ["one {IN_YAML}", "two {IN_YAML}"]
- question: "F {IN_YAML}"
  answer: "B {IN_YAML}"
  reverse: true
- question: "half {IN_YAML}"
  "key {REFUSED}": x
- question: "refused {REFUSED}"
  answer: "{REFUSED}"
"""
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""By which Textual itself asks for the shape of the mouse pointer."""
CARD_KEYS = [b" ", b"o", b"3"]


@pytest.fixture
def folders(tmp_path):
    """A home whose every text, name and line is hostile; the environment that leads to it."""
    home = tmp_path / f"home{ACTING.replace('/', '')}"
    decks = home / "decks" / f"group{ACTING}"
    decks.mkdir(parents=True)
    (home / "inbox").mkdir()
    (home / "journal").mkdir()
    (decks / f"evil{ACTING}.yaml").write_text(DECK)
    (home / "inbox" / "waiting.yaml").write_text(DECK)
    (home / "decks" / f"broken{ACTING}.yaml").write_text(f"title: x\ncards:\n- {{ {ACTING}{MARKUP}\n")
    (home / "settings.yaml").write_text(f'version: 1\n"k {IN_YAML}": 1\nretention: "{IN_YAML}"\n')
    (home / "journal" / f"other{ACTING}-2026.yaml").write_text(f'- {{"v": 1, "id": "{ACTING}\n')
    environ = {**os.environ, "QUIZAPP_HOME": str(home), "PYTHONPATH": str(PROJECT), "TERM": "xterm-256color"}
    environ |= {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    return environ


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, arguments, environ, size=(40, 120)):
        self._user, its_side = pty.openpty()
        fcntl.ioctl(its_side, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-m", "quizapp", *arguments], stdin=its_side, stdout=its_side, stderr=its_side, env=environ
        )
        os.close(its_side)
        self.out = b""

    def type(self, keys):
        os.write(self._user, keys)

    def wait_for(self, text, after=0, seconds=30):
        """Read until ``text`` stands in what was written after a place."""
        end = time.monotonic() + seconds
        while text not in self.out[after:]:
            assert time.monotonic() < end, f"{text!r} was not seen in {self.out[after:]!r}"
            if not self._read():
                break
        assert text in self.out[after:]

    def settle(self):
        """Read until nothing is written for a moment."""
        while self._read(0.15):
            pass

    def ended(self):
        while self._read(60):
            pass
        os.close(self._user)
        return self._program.wait(30)

    def _read(self, seconds=1.0):
        if not select.select([self._user], [], [], seconds)[0]:
            return self._program.poll() is None and seconds == 1.0
        with contextlib.suppress(OSError):  # Linux says so when the other side is closed
            data = os.read(self._user, 65536)
            self.out += data
            return bool(data)
        return False


def assert_inert(out):
    assert not [acting for acting in FORBIDDEN if acting in out]


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["decks"], b""),
        (["decks", "--json"], b""),
        (["decks", "--folder"], b""),
        (["due"], b""),
        (["check"], b""),
        (["inbox"], b""),
        (["inbox", "waiting"], b""),
        (["inbox", "accept", "waiting"], b""),
        (["inbox", "reject", "waiting"], b""),
        (["study", "--plain"], b"h\n\n3\n\n1\n@\n" + b"\n3\n" * 12 + b"q\n"),
        (["quiz", "--plain", "--questions", "0"], b"x\x1b]52;c;x\n" + b"1\n" * 12 + b"q\n"),
        (["scores", "--json"], b""),
        (["nothing" + ACTING], b""),
        (["check", "none" + ACTING], b""),
        (["decks", "--bad" + ACTING], b""),
        (["generate", "none" + ACTING], b""),
    ],
    ids=lambda value: " ".join(value).partition("\x1b")[0] if isinstance(value, list) else "",
)
def test_commands(folders, arguments, typed):
    # Typed text comes from a pipe, so that the terminal's own echo is not taken for the program's.
    ended = subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments], input=typed, capture_output=True, env=folders, check=False
    )
    out = ended.stdout + ended.stderr
    assert b"\x1b" not in out
    assert_inert(out)
    assert b"went wrong inside" not in out
    assert b"Traceback" not in out
    if arguments[0] in ("study", "quiz", "due", "inbox") and "reject" not in arguments:
        assert MARKUP.encode() in out


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        ([], [b"?", b"q", b"/", b"Study", b"\x1b"]),
        (["study"], [b"h", *CARD_KEYS, b"@", *CARD_KEYS * 3]),
        (["quiz"], [b"\r", *[b"1", b"x", b"\r", b"\r"] * 4, b"m"]),
    ],
    ids=["home", "study", "quiz"],
)
def test_screens(folders, arguments, keys):
    screen = Terminal(arguments, folders)
    screen.wait_for(b"\x1b[?1049h")
    screen.wait_for(MARKUP.encode(), after=len(screen.out))
    for key in keys:
        screen.type(key)
        screen.settle()
    screen.type(b"\x11")
    assert screen.ended() == 0
    assert_inert(POINTER.sub(b"", screen.out))
    assert screen.out.count(MARKUP.encode()) > 2
    assert b"went wrong inside" not in screen.out
