import io
from types import SimpleNamespace

import pytest

from quizapp.cli import terminal
from quizapp.cli.terminal import how_far


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def errors(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "_A_WHILE", 0.0)
    monkeypatch.setattr(terminal, "_OFTEN", 0.0)
    return stream


def test_a_line_says_how_far_it_is_and_is_gone_at_the_end(errors):
    with how_far("reading decks") as told:
        told(1, 3)
        told(2, 3)
    assert errors.getvalue() == "\rreading decks: 1 of 3\rreading decks: 2 of 3\r                     \r"


def test_what_is_quickly_done_is_not_told(errors, monkeypatch):
    monkeypatch.setattr(terminal, "_A_WHILE", 60.0)
    with how_far("reading decks") as told:
        told(1, 3)
    assert errors.getvalue() == ""


def test_an_interruption_leaves_no_line_behind(errors):
    def interrupted():
        with how_far("reading decks") as told:
            told(1, 3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert errors.getvalue().endswith("\r                     \r")


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_pipes_and_simple_terminals_see_nothing(errors, monkeypatch, term):
    monkeypatch.setenv("TERM", term)
    if term == "xterm":
        monkeypatch.setattr(terminal, "sys", SimpleNamespace(stderr=(errors := io.StringIO())))
    with how_far("reading decks") as told:
        told(1, 3)
    assert errors.getvalue() == ""
