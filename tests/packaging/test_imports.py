"""What a command brings into memory: static contracts cannot see imports inside functions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
ENGLISH = """---
date: 2024-05-08
---

The Halvik Bridge Authority (HBA) was founded in Oslo in 1987. The Norwegian prime minister, Greta Holm, opened the new
Halvik Bridge on Wednesday, and the company that built the bridge employed 1,200 workers for six years.
"""

PROBE = """
import sys
from quizapp.cli.main import main
code = main({arguments!r})
assert code == {code}, code
print("loaded:", *(name for name in {heavy!r} if name in sys.modules))
"""


@pytest.fixture
def loaded(tmp_path):
    """Run a command in a process of its own; return which of some packages it has imported."""

    def run(arguments, heavy, code=0):
        environment = {**os.environ, "QUIZAPP_HOME": str(tmp_path / "home"), "PYTHONPATH": str(PROJECT)}
        for name in ("CONFIG", "CACHE", "STATE", "DATA"):
            environment[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
        probe = PROBE.format(arguments=[str(each) for each in arguments], heavy=heavy, code=code)
        ended = subprocess.run(
            [sys.executable, "-c", probe], env=environment, input="", capture_output=True, text=True, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.splitlines()[-1].split()[1:]

    return run


@pytest.mark.parametrize("arguments", [["--help"], ["study", "--help"], ["--nonsense"]])
def test_help_needs_nothing(loaded, arguments):
    code = 2 if arguments == ["--nonsense"] else 0
    assert loaded(arguments, ["textual", "spacy", "fsrs", "rich"], code) == []


@pytest.mark.parametrize(
    "arguments",
    [["decks"], ["decks", "--json"], ["due", "--count"], ["scores"], ["inbox"], ["check"], ["study", "--plain"]],
)
def test_lists_need_neither_screen_nor_language_model(loaded, arguments):
    assert loaded(arguments, ["textual", "spacy", "numpy", "lemminflect"]) == []


@pytest.mark.parametrize("arguments", [["decks"], ["scores"], ["inbox"], ["check"]])
def test_lists_of_a_new_home_need_no_scheduler(loaded, arguments):
    assert loaded(arguments, ["fsrs"]) == []


def test_what_was_kept_needs_no_parser(loaded):
    for _ in range(2):  # the first run writes the settings, which the second one parses
        loaded(["study", "--plain", "--unsaved"], [])
    assert loaded(["due", "--count"], ["yaml", "rapidfuzz"]) == []


def test_missing_article_needs_no_language_model(loaded, tmp_path):
    assert loaded(["generate", tmp_path / "none.txt"], ["spacy", "textual"], code=1) == []


def test_generating_needs_no_screen(loaded, tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert "spacy" in loaded(["generate", tmp_path / "a.txt", "-o", "-"], ["textual", "fsrs", "spacy"])


def test_screens_need_no_language_model():
    probe = """
import importlib, pkgutil, sys
import quizapp.tui
for module in pkgutil.walk_packages(quizapp.tui.__path__, "quizapp.tui."):
    importlib.import_module(module.name)
print(*(name for name in ("spacy", "numpy") if name in sys.modules))
"""
    ended = subprocess.run([sys.executable, "-c", probe], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.split()) == (0, []), ended.stderr
