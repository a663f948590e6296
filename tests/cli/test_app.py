import pytest
from textual.app import App

from quizapp.cli import app as command
from quizapp.tui.app import QuizApp


@pytest.fixture
def screen(monkeypatch):
    """Let the app run without a terminal; what it would do first is the test's to say."""

    def begin_with(act):
        monkeypatch.setattr(command, "is_terminal", lambda _: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setattr(QuizApp, "run", lambda self, **_: App.run(self, headless=True, size=(80, 24)))
        monkeypatch.setattr(QuizApp, "on_mount", act)

    return begin_with


@pytest.mark.parametrize("arguments", [[], ["rivers"], ["study", "rivers"], ["quiz"]])
def test_app_opens_and_ends(quizapp, rivers, screen, arguments):
    opened = []

    def look(self):
        opened.append(self._opening)
        self.call_after_refresh(self.exit)

    screen(look)
    ended = quizapp(*arguments)
    assert (ended.code, ended.err) == (0, "")
    (opening,) = opened
    words = {"rivers"} & set(arguments)
    assert set(opening.decks if opening else ()) == words


def test_mishap_on_the_screen_is_one_line(screen, rivers, tmp_path, monkeypatch, capsys):
    def fall(_):
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr("platformdirs.user_log_path", lambda *_arguments, **_options: tmp_path)
    screen(fall)
    assert command.run([], None) == 1
    captured = capsys.readouterr()
    assert captured.err == f"quizapp: something went wrong inside; the details are in {tmp_path / 'mishaps.log'}\n"
    assert "Traceback" not in captured.out
    assert "nobody foresaw this" in (tmp_path / "mishaps.log").read_text()


def test_unknown_deck_does_not_open_the_app(quizapp, rivers, screen):
    screen(lambda _: pytest.fail("the app was opened"))
    for arguments in (["lakes"], ["study", "lakes"], ["quiz", "lakes"]):
        assert quizapp(*arguments).code == 1


def test_terminal_that_can_do_nothing(quizapp, rivers, screen, monkeypatch):
    screen(lambda _: pytest.fail("the app was opened"))
    monkeypatch.setenv("TERM", "dumb")
    ended = quizapp()
    assert (ended.code, len(ended.problems)) == (1, 1)


def test_theme_chosen_in_the_app_is_there_the_next_time(quizapp, rivers, screen):
    seen = []

    def choose(self):
        seen.append(self.theme)
        self.action_switch_register()
        self.call_after_refresh(self.exit)

    screen(choose)
    assert [quizapp("rivers").code, quizapp("rivers").code] == [0, 0]
    assert len(set(seen)) == 2
