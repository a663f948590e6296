"""Whatever stands where a file should be, and whatever the program is started in: a line, never a traceback."""

import os

import pytest
from harness.faults import commands
from harness.terminal import ALT_SCREEN, PROGRAM, Terminal, environment
from harness.toll import tolling

DECK = b"title: Rivers\ncards:\n- Cairo?: the Nile\n- {question: Vienna?, answer: the Danube, wrong: [a, b, c]}\n"
LOOKS = [["decks"], ["inbox"], ["check"], ["study", "--plain"], ["quiz", "--plain"], ["undo"]]


def _folder(path):
    path.mkdir()


def _huge(path):
    with path.open("wb") as file:
        file.truncate(2**33)


BAD = {
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "folder": _folder,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "circle of links": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
    "endless device": lambda path: path.symlink_to("/dev/zero"),
    "huge": _huge,
    "UTF-16": lambda path: path.write_bytes(DECK.decode().encode("utf-16")),
    "Latin-1": lambda path: path.write_bytes(DECK.replace(b"Cairo", b"Caf\xe9")),
    "NULs": lambda path: path.write_bytes(b"\0" * 5000),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.fixture
def root(tmp_path):
    """A folder with a home of one good deck."""
    (tmp_path / "home" / "decks").mkdir(parents=True)
    (tmp_path / "home" / "decks" / "good.yaml").write_bytes(DECK)
    (tmp_path / "home" / "settings.yaml").write_text("version: 1\n")
    return tmp_path


def put(bad, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    BAD[bad](path)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(
    "where", ["home/decks/x.yaml", "home/journal/other-2026.yaml", "home/settings.yaml", "config/quizapp/device.yaml"]
)
def test_in_the_place_of_a_file_of_the_home(root, bad, where):
    if (bad, where) == ("huge", "home/journal/other-2026.yaml"):
        pytest.skip("a journal may be as large as it likes")
    put(bad, root / where)
    look = LOOKS[(sorted(BAD).index(bad) + len(where)) % len(LOOKS)]
    with tolling(bad) as toll:
        commands([look], environment(root), toll, seconds=20)
    assert toll.nothing, toll.first


@pytest.mark.parametrize("bad", BAD)
def test_named_by_the_user(root, bad):
    path = root / "named.yaml"
    put(bad, path)
    named = [["check", path], ["study", "--plain", path], ["generate", path, "-o", root / "out.yaml"]]
    named = named[sorted(BAD).index(bad) % 3 :][:1]
    with tolling(bad) as toll:
        commands([*named, ["--home", path, "decks"]], environment(root), toll, seconds=20)
    assert toll.nothing, toll.first


@pytest.mark.parametrize(
    "word",
    [b"\xff\xfe.yaml", b"\xff", b"x" * 300 + b"/", b"x" * 5000 + b".yaml", b"~nobody/x.yaml", b"", b"/", b"./.yaml"],
)
def test_a_word_that_is_no_path(root, word):
    with tolling("words") as toll:
        commands([["decks", word], ["--home", word, "check", word]], environment(root), toll)
    assert toll.nothing, toll.first


def test_a_file_name_in_no_encoding(root):
    odd = os.fsencode(root / "home" / "decks") + b"/odd\xff.yaml"
    with open(odd, "wb") as file:  # noqa: PTH123 - no path of text names it
        file.write(DECK)
    with tolling("names") as toll:
        commands(
            [["decks", "--json"], ["study", "--plain"], ["quiz", "--plain", odd], ["undo"]], environment(root), toll
        )
    assert toll.nothing, toll.first


@pytest.mark.parametrize("home", [None, "", "/nonexistent", "/dev/null", "relative"])
def test_without_a_sound_home(root, home):
    environ = environment(root)
    for name in list(environ):
        if name.startswith(("XDG_", "QUIZAPP")) or name == "HOME":
            del environ[name]
    if home is not None:
        environ["HOME"] = home
    with tolling("HOME") as toll:
        commands([["decks", "--folder"], ["check", str(root)]], environ, toll)
    assert toll.nothing, toll.first


def test_in_a_folder_that_is_gone(root, monkeypatch):
    gone = root / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with tolling("gone") as toll:
        commands(
            [["decks"], ["decks", "./x.yaml"], ["check", "."], ["study", "--plain", "x.yaml"]], environment(root), toll
        )
    assert toll.nothing, toll.first


@pytest.mark.parametrize(
    ("size", "more"),
    [
        ((5, 20), {}),
        ((1, 1), {}),
        ((0, 0), {}),
        ((24, 80), {"NO_COLOR": "1"}),
        ((24, 80), {"TERM": "xyzzy"}),
        ((24, 80), {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ((24, 80), {"COLUMNS": "-5", "LINES": "x"}),
    ],
    ids=["20x5", "1x1", "no size", "NO_COLOR", "odd TERM", "ASCII", "odd COLUMNS"],
)
def test_the_app_in_an_odd_terminal(root, size, more):
    screen = Terminal([], environment(root, **more), size=size)
    screen.wait_for(ALT_SCREEN)
    for keys in (b" ", b" ", b"3", b"q", b"z", b"\r", b"a", b"\r"):
        screen.type(keys)
        screen.settle()
    screen.type(b"\x11")
    assert screen.ended() == 0
    assert b"went wrong" not in screen.out


@pytest.mark.parametrize("stream", ["2>/dev/null", ">/dev/null", "</dev/null"])
def test_the_app_needs_all_of_a_terminal(root, stream):
    screen = Terminal(["-c", f'"$0" -m quizapp {stream}', PROGRAM[0]], environment(root), program=["sh"])
    assert screen.ended() == 1
    assert ALT_SCREEN not in screen.out


def test_a_terminal_that_can_do_nothing(root):
    screen = Terminal([], environment(root, TERM="dumb"))
    assert screen.ended() == 1
    assert b"needs a terminal" in screen.out
