import os
import subprocess
import sys

import pytest

from quizapp.cli import main as entry
from quizapp.cli.main import COMMANDS, main
from quizapp.errors import Problem, QuizError


def test_help_names_every_command(quizapp):
    for arguments in (["--help"], ["-h"], ["help"]):
        ended = quizapp(*arguments)
        assert ended.code == 0
        assert all(f"  {command} " in ended.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(quizapp, command):
    ended = quizapp(command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"usage: quizapp {command}")
    assert ended.out == quizapp("help", command).out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--hepl"], "quizapp: unknown option --hepl; did you mean --help?"),
        (
            ["generate"],
            "quizapp generate: the following arguments are required: ARTICLE; see `quizapp generate --help`",
        ),
        (["study", "--cards", "0", "--plain"], "quizapp study: argument --cards: '0' is not a whole number from 1 up;"),
        (["quiz", "--kind", "x"], "quizapp quiz: argument --kind: invalid choice"),
        (["decks", "--home"], "quizapp: --home needs a folder; write --home DIR"),
        (["study", "--unsaved"], "quizapp study: --unsaved needs --plain"),
    ],
)
def test_wrong_usage_is_one_line(quizapp, arguments, line):
    ended = quizapp(*arguments)
    assert ended.code == 2
    assert ended.problems[0].startswith(line)
    assert len(ended.problems) == 1


def test_mistyped_command_is_recognised(quizapp, rivers):
    ended = quizapp("genrate", "article.txt")
    assert (ended.code, ended.err) == (1, "there is no command or deck 'genrate'; did you mean `quizapp generate`?\n")


def test_unknown_deck_is_told_before_the_screen_is_taken(quizapp, rivers):
    ended = quizapp("Rivres")
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert "did you mean `Rivers`?" in ended.err


def test_app_needs_a_terminal(quizapp, rivers):
    ended = quizapp("rivers")
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert "--plain" in ended.err


def test_home_may_be_named_anywhere(quizapp, rivers, monkeypatch, home):
    monkeypatch.delenv("QUIZAPP_HOME")
    for arguments in (["--home", home, "due", "--count"], ["due", f"--home={home}", "--count"]):
        assert quizapp(*arguments).out == "4\n"


def raising(error):
    def run(*_arguments, **_options):
        raise error

    return run


def test_problems_are_lines_on_standard_error(capsys, monkeypatch):
    problems = (Problem("a.yaml", 3, 1, "first\x1b", "do this"), Problem("b.yaml", message="second"))
    monkeypatch.setattr(entry, "_run", raising(QuizError(*problems)))
    assert main([]) == 1
    assert capsys.readouterr().err == "a.yaml:3:1: first\ufffd; do this\nb.yaml: second\n"


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (SystemExit(2), 2), (SystemExit(), 0)])
def test_quiet_ends(capsys, monkeypatch, error, code):
    monkeypatch.setattr(entry, "_run", raising(error))
    assert main([]) == code
    assert capsys.readouterr().err == ""


def test_mishap_is_one_line_and_a_log(capsys, monkeypatch, home, tmp_path):
    log = tmp_path / "state" / "mishaps"
    log.mkdir(parents=True)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_args, **_options: log)
    monkeypatch.setattr(entry, "_run", raising(RuntimeError("first\nsecond\x1b[31m")))
    assert main([]) == 1
    line = capsys.readouterr().err
    path = log / "mishaps.log"
    assert (
        line
        == f"quizapp: something went wrong inside (RuntimeError: first second\ufffd[31m); the details are in {path}\n"
    )
    assert "Traceback" in path.read_text()


def test_mishap_that_cannot_be_kept(capsys, monkeypatch, home):
    monkeypatch.setattr("platformdirs.user_log_path", raising(PermissionError(13, "Permission denied")))
    monkeypatch.setattr(entry, "_run", raising(RuntimeError("x")))
    assert main([]) == 1
    assert "could not be kept (Permission denied)" in capsys.readouterr().err


def command(*arguments):
    return [sys.executable, "-m", "quizapp", *arguments]


def test_closed_pipe_ends_quietly(home, rivers, project):
    with subprocess.Popen(
        command("decks"), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 141


def test_closed_standard_streams(home, rivers, project):
    shell = f'"{sys.executable}" -m quizapp {{}}'
    for arguments in ("decks >&-", "study --plain <&-", "decks 2>&- >/dev/null"):
        ended = subprocess.run(
            ["sh", "-c", shell.format(arguments)], cwd=project, capture_output=True, text=True, check=False
        )
        assert (ended.returncode, ended.stderr) == (0, "")


def test_terminal_without_unicode(home, rivers, project):
    rivers.write_text("title: Flüsse — 河\ncards:\n- Wien?: Donau\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command("decks"), cwd=project, capture_output=True, text=True, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Fl?sse ? ?" in ended.stdout
