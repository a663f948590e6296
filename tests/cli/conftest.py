import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.cli.main import main

DECK = """\
title: Rivers
source: {title: A book of rivers, date: 2024-07-04}
cards:
- question: Which river flows through Vienna?
  answer: the Danube
  accept: [Danube]
  wrong: [the Rhine, the Elbe, the Oder]
  quote: The Danube flows through Vienna, Bratislava and Budapest.
  hint: It ends in the Black Sea.
- Which river flows through Cairo?: the Nile
- question: Name the rivers of Mesopotamia.
  answers: [Tigris, Euphrates]
- cloze: The Seine flows through {{Paris}}.
"""


@dataclass
class Ended:
    code: int
    out: str
    err: str

    @property
    def problems(self):
        return self.err.splitlines()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own, and every other folder the program might write to."""
    root = tmp_path / "home"
    monkeypatch.setenv("QUIZAPP_HOME", str(root))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return root


@pytest.fixture
def rivers(home):
    """A home with one deck, so that the samples stay out of the way."""
    (home / "decks").mkdir(parents=True)
    (home / "settings.yaml").write_text("version: 1\n")
    path = home / "decks" / "rivers.yaml"
    path.write_text(DECK)
    return path


@pytest.fixture
def quizapp(home, capsys, monkeypatch):
    """Run a command in this process, with ``typed`` as what the user types."""

    def run(*arguments, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert "went wrong inside" not in captured.err, captured.err
        return Ended(code, captured.out, captured.err)

    return run


@pytest.fixture
def journal(home):
    """The text of all journals."""
    return lambda: "".join(path.read_text() for path in sorted((home / "journal").glob("*.yaml")))


@pytest.fixture(scope="session")
def project():
    return Path(__file__).resolve().parent.parent.parent
