from pathlib import Path

import pytest

from quizapp.errors import QuizError
from quizapp.library.editor import editor_command

DECK = Path("a deck.yaml")


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({}, ["vi", "+7", "a deck.yaml"]),
        ({"EDITOR": "nano"}, ["nano", "+7", "a deck.yaml"]),
        ({"EDITOR": "nano", "VISUAL": "emacs -nw"}, ["emacs", "-nw", "+7", "a deck.yaml"]),
        ({"EDITOR": "/usr/bin/code"}, ["/usr/bin/code", "--wait", "--goto", "a deck.yaml:7"]),
        ({"EDITOR": "hx"}, ["hx", "a deck.yaml:7"]),
        ({"EDITOR": "subl -n"}, ["subl", "-n", "--wait", "a deck.yaml:7"]),
        ({"EDITOR": "  "}, ["vi", "+7", "a deck.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_way(environ, command):
    assert editor_command(environ, DECK, 7) == command


def test_without_a_line_the_file_is_opened_at_its_top():
    assert editor_command({"EDITOR": "nano"}, DECK) == ["nano", "a deck.yaml"]


def test_what_is_no_command_is_refused():
    with pytest.raises(QuizError, match="EDITOR is no command"):
        editor_command({"EDITOR": "vi 'x"}, DECK)
