"""Every way the program can end from outside: Ctrl-C at any moment, output that nobody takes."""

import signal
import subprocess
import sys

import pytest
from harness.terminal import PROGRAM, environment

from quizapp.cli import start

INTERRUPTED = """\
import os, signal, sys
left = int(sys.argv.pop(1))
class Interrupt:
    def find_spec(self, *_):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
from quizapp.cli.start import main
sys.meta_path.insert(0, Interrupt())
code = main()
print("imports", -left)
sys.exit(code)
"""


@pytest.fixture
def environ(tmp_path):
    (tmp_path / "home" / "decks").mkdir(parents=True)
    (tmp_path / "home" / "decks" / "rivers.yaml").write_text(
        "title: Rivers\ncards:\n- Cairo?: the Nile\n- Wien?: Donau\n"
    )
    (tmp_path / "home" / "settings.yaml").write_text("version: 1\n")
    return environment(tmp_path)


def ended(program, arguments, environ, **streams):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(
        [*program, *arguments],
        env=environ,
        check=False,
        timeout=60,
        # Whoever runs the tests in the background has let Ctrl-C be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **streams,
    )


def test_ctrl_c_while_the_program_is_being_loaded(environ):
    program = [sys.executable, "-c", INTERRUPTED]
    # The first run parses what the others find kept, and so imports more than they do.
    _, whole = (ended(program, ["0", "decks"], environ) for _ in range(2))
    imports = int(whole.stdout.split()[-1])
    assert imports > 20
    for number in range(1, imports, max(1, imports // 12)):
        quiet = ended(program, [str(number), "decks"], environ)
        assert quiet.stderr == b"", number
        assert quiet.returncode in (-signal.SIGINT, 130), number


def test_ctrl_c_after_all_is_done_says_nothing(environ):
    program = (
        "import os, signal, sys\nfrom quizapp.cli.start import main\nmain()\nos.kill(os.getpid(), signal.SIGINT)\n"
    )
    late = ended([sys.executable, "-c", program], ["decks"], environ)
    assert (late.returncode, late.stderr) == (-signal.SIGINT, b"")


def test_ctrl_c_is_for_the_foreground_only(environ):
    program = "import os, signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n" + INTERRUPTED
    unheard = ended([sys.executable, "-c", program], ["30", "decks"], environ)
    assert (unheard.returncode, unheard.stderr) == (0, b"")


def test_an_interruption_where_python_cannot_raise_is_made_anew(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_args, **_options: tmp_path)
    mishap = type("Mishap", (), {"exc_value": KeyboardInterrupt()})
    with pytest.raises(KeyboardInterrupt):
        start._keep(mishap)
    start._keep(type("Mishap", (), {"exc_value": ValueError("lost\x1b")}))
    assert "ValueError: lost\ufffd" in (tmp_path / "mishaps.log").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's own")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["decks", "--help"],
        ["decks"],
        ["check", "--json"],
        ["study", "--plain"],
        ["undo", "-h"],
    ],
    ids=" ".join,
)
def test_a_full_disk_behind_standard_output_is_one_line(environ, arguments, buffered):
    environ |= {"PYTHONUNBUFFERED": buffered}
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        refused = ended(PROGRAM, arguments, environ, stdout=full, input=b"\n3\n" * 9)
    assert refused.returncode == 1
    assert refused.stderr == b"standard output: the disk is full; free some space\n"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's own")
@pytest.mark.parametrize(("arguments", "code"), [(["check", "none"], 1), (["--bad"], 2), (["decks"], 0)])
def test_a_full_disk_behind_standard_error_changes_nothing(environ, arguments, code):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        assert ended(PROGRAM, arguments, environ, stderr=full).returncode == code


@pytest.mark.parametrize(
    "arguments", ["decks", "check --json", "--help", "decks --help", "study --plain", "quiz --plain", "generate --help"]
)
def test_a_reader_who_has_enough_hears_nothing_more(environ, arguments):
    command = f"yes 1 | head -99 | '{sys.executable}' -m quizapp {arguments} | head -1"
    done = ended(["sh", "-c", command], [], environ)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_typed_text_in_a_broken_encoding_is_a_key_without_meaning(environ):
    done = ended(PROGRAM, ["study", "--plain"], environ, input=b"\xff\xfe\n\n3\n\n3\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"means nothing here" in done.stdout
    assert b"2 answers." in done.stdout
