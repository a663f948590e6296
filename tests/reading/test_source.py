import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from quizapp.errors import QuizError
from quizapp.reading.read import read_document
from quizapp.reading.source import SIZE_LIMIT

SENTENCE = "The lake froze over in January, and people walked to the island.\n"


def refusal(path):
    with pytest.raises(QuizError) as caught:
        read_document(path)
    assert len(caught.value.problems) == 1
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_missing_file(tmp_path):
    path = tmp_path / "none.txt"
    assert refusal(path) == f"{path}: no such file; check the path"


def test_folder(tmp_path):
    assert "a folder" in refusal(tmp_path)


@pytest.mark.parametrize("data", [b"", b"  \n\n\t ", b"\xef\xbb\xbf", b"---\ntitle: x\n---\n"])
def test_nothing_in_it(tmp_path, data):
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    assert "empty" in refusal(path) or "no running text" in refusal(path)


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "not a file" in refusal(path)


def test_device():
    assert "not a file" in refusal(Path("/dev/zero"))


def test_too_large(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * (SIZE_LIMIT // 5 + 1))
    assert "larger than 5 MB" in refusal(path)


def test_unreadable(tmp_path, monkeypatch):
    path = tmp_path / "locked.txt"
    path.write_text(SENTENCE)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("quizapp.reading.source.os.open", refuse)
    assert "may not be read" in refusal(path)


def test_path_that_cannot_be():
    assert "cannot be read" in refusal(Path("a\0b.txt"))


def test_name_that_acts_on_the_terminal(tmp_path):
    assert "\x1b" not in refusal(tmp_path / "a\x1b[31m.txt")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(SENTENCE.encode())))
    document = read_document(Path("-"))
    assert document.file == "standard input"
    assert document.paragraphs[0].text == SENTENCE.strip()


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal(Path("-")) == "standard input: closed; give a file, or pipe the article in"
