"""The app on a terminal that does what terminals should not do."""

import signal

import pytest
from harness.terminal import ALT_SCREEN, Terminal, environment

DECK = "title: Rivers\ncards:\n- Cairo?: the Nile\n- {question: Vienna?, answer: the Danube, wrong: [a, b, c]}\n"


@pytest.fixture
def root(tmp_path):
    """A folder with a home of one good deck."""
    (tmp_path / "home" / "decks").mkdir(parents=True)
    (tmp_path / "home" / "decks" / "good.yaml").write_text(DECK)
    (tmp_path / "home" / "settings.yaml").write_text("version: 1\n")
    return tmp_path


def test_keys_that_are_no_text_are_passed_over(root):
    screen = Terminal([], environment(root))
    screen.wait_for(ALT_SCREEN)
    screen.settle()
    for keys in (
        b"\x80",
        b"\xe9",
        b"\xff\xfe",
        b"\x1b[200~\xff\x1b[201~",
        b"\x1b[999;999R",
        b"\x1b]11;ffff\x07",
        b"\0",
        b"?",
    ):
        screen.type(keys)
        screen.settle()
    screen.wait_for(b"Study what is due in this deck")
    screen.type(b"\x11")
    assert screen.ended() == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 0)])
def test_a_signal_leaves_the_terminal_as_it_was(root, number, code):
    screen = Terminal([], environment(root))
    screen.wait_for(ALT_SCREEN)
    screen.settle()
    screen.program.send_signal(number)
    assert screen.ended() in (code, 130)
    assert screen.out.rfind(b"\x1b[?1049l") > screen.out.rfind(ALT_SCREEN)
    assert b"Traceback" not in screen.out


def test_a_terminal_that_was_closed_takes_the_app_with_it(root):
    screen = Terminal([], environment(root))
    screen.wait_for(ALT_SCREEN)
    screen.settle()
    screen.close()
    assert screen.program.wait(60) > 0


def test_ctrl_c_tells_how_to_leave(root):
    screen = Terminal([], environment(root))
    screen.wait_for(ALT_SCREEN)
    screen.settle()
    screen.type(b"\x03")
    screen.wait_for(b"Ctrl+Q quits")
    screen.type(b"\x11")
    assert screen.ended() == 0
