"""Foreign text on a real terminal: whatever a home, an article or a user brings, no byte of it acts."""

import re

import pytest
from harness.hostile import ACTING, BRACKETS, LITERAL, PAYLOADS, READABLE, build, name
from harness.terminal import ALT_SCREEN, Terminal, acting, environment

from quizapp.cli import mishaps

PROMPT = re.compile(rb"(?:Answer\?|Grade\?.*:|Your \w+.*:) $")
CARD_KEYS = [b" ", b"o", b"3"]
PASTED = f"\x1b[200~{ACTING}{BRACKETS}\x1b[201~".encode()
ARTICLE = (
    f"""\
The bridge at Halvik {READABLE} {PAYLOADS["OSC 52 to the clipboard"]} {BRACKETS}

By {READABLE} {BRACKETS} Reporter

Mayor Ida Holm {READABLE} opened the {PAYLOADS["C1 CSI"]} new bridge {BRACKETS} in Halvik in 2021.
Halvik was founded in 1854 by King Otto. The bridge, called {BRACKETS}, is 1,200 metres long.
"""
    + "\nThe bridge carries the road that leads from the harbour to the old town and the hills behind it.\n" * 30
)


@pytest.fixture
def environ(tmp_path):
    """The environment that leads to a home in which everything is hostile."""
    (tmp_path / f"article{name(ACTING)}[x]{{y}}.txt").write_text(ARTICLE)
    return environment(tmp_path, QUIZAPP_HOME=str(build(tmp_path)))


def article(tmp_path):
    return next(str(path) for path in tmp_path.iterdir() if path.name.startswith("article"))


def test_there_are_enough_payloads_and_each_is_noticed():
    assert len(PAYLOADS) >= 13
    for payload in PAYLOADS.values():
        assert acting(payload.encode())
        assert acting(b"\x1b[1;31m" + payload.encode() + b"\x1b[0m\x1b[5;5H", app=True)
    assert not acting(b"\x1b[1;31mred\x1b[0m\x1b[5;5H\x1b[?25l\x1b]22;default\x07\r\n\t", app=True)


@pytest.mark.parametrize(
    ("arguments", "typed", "shows"),
    [
        (["decks"], [], False),
        (["decks", "--json"], [], True),
        (["decks", "--folder"], [], False),
        (["due"], [], True),
        (["due", "--json"], [], True),
        (["check"], [], False),
        (["check", "--json"], [], True),
        (["inbox"], [], True),
        (["inbox", "waiting"], [], True),
        (["inbox", "--json"], [], True),
        (["inbox", "accept", "waiting"], [], False),
        (["inbox", "reject", "waiting", "1"], [], False),
        (["study", "--plain"], [b"h", b"", b"3", b"", b"1", b"@", b"", b"3", b"\xff[/]", b"q"], True),
        (["quiz", "--plain", "--questions", "0"], [*[b"1"] * 5, b"q"], True),
        (["scores"], [], True),
        (["scores", f"T {READABLE} {BRACKETS}"], [], True),
        (["undo"], [], True),
        ([f"nothing{name(ACTING)} {BRACKETS}"], [], True),
        (["check", f"none{name(ACTING)} {BRACKETS}"], [], True),
        (["decks", f"--bad{name(ACTING)} {BRACKETS}"], [], True),
        (["inbox", "accept", f"no{name(ACTING)} {BRACKETS}"], [], True),
        (["study", "--plain", "--cards", f"{name(ACTING)} {BRACKETS}"], [], True),
        (["--home", f"/dev/null/{name(ACTING)} {BRACKETS}", "decks"], [], True),
        (["generate", f"none{name(ACTING)} {BRACKETS}"], [], True),
        (["generate", "ARTICLE", "-o", "-", "--explain"], [], True),
        (["generate", "ARTICLE", "--title", f"t{name(ACTING)} {BRACKETS}"], [], False),
        (["generate", "ARTICLE", "--date", f"d{name(ACTING)} {BRACKETS}"], [], True),
    ],
    ids=range(27),
)
def test_commands(environ, tmp_path, arguments, typed, shows):
    arguments = [article(tmp_path) if argument == "ARTICLE" else argument for argument in arguments]
    terminal = Terminal(arguments, environ)
    for line in typed:
        terminal.wait_for(PROMPT, after=len(terminal.out))
        terminal.type(line + b"\n")
    assert terminal.ended() in (0, 1, 2)
    assert not acting(terminal.out, app=arguments[0] == "generate")
    assert b"went wrong inside" not in terminal.out
    assert b"Traceback" not in terminal.out
    if shows:
        assert LITERAL.encode() in terminal.out


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        ([], [b"?", b"q", b"j", b"/", b"Study", PASTED, b"\x1b"]),
        (["study"], [b"h", *CARD_KEYS, b"@", *CARD_KEYS * 3, b"u", b"*", b"q"]),
        (["quiz"], [b"\r", *[b"1", PASTED, b"\r", b"\r"] * 4, b"m"]),
        (["study", "broken[].yaml/none"], []),
    ],
    ids=["home", "study", "quiz", "refused"],
)
def test_screens(environ, arguments, keys):
    screen = Terminal(arguments, environ)
    if keys:
        screen.wait_for(ALT_SCREEN)
        screen.settle()
    for key in keys:
        screen.type(key)
        screen.settle()
    if keys:
        screen.type(b"\x11")
    assert screen.ended() == (0 if keys else 1)
    assert not acting(screen.out, app=True)
    assert b"went wrong inside" not in screen.out
    drawn = re.sub(rb"\x1b\[[0-9;]*m", b"", screen.out)
    assert drawn.count(b"[@click=app.quit]m[/]") or not keys


def test_the_log_of_mishaps_is_inert(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_args, **_options: tmp_path)
    mishaps.told(ValueError(f"{ACTING} {BRACKETS}"))
    kept = (tmp_path / "mishaps.log").read_bytes()
    assert not acting(kept)
    assert LITERAL.encode() in kept
