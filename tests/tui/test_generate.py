import asyncio
import os
import subprocess
import sys

import pytest
from textual.widgets import Input, TextArea

from quizapp.errors import QuizError
from quizapp.library.making import Making
from quizapp.tui.widgets.path_input import completions

BRIDGE = """The new bridge

2024-05-08

The Halvik Bridge Authority (HBA) was founded in Oslo in 1987. The Norwegian prime minister, Greta Holm, opened the new
Halvik Bridge on Wednesday, and the company that built the bridge employed 1,200 workers for six years.
"""


async def until(user, place):
    """Wait for a place to be reached by the work of another process."""
    for _ in range(600):
        if user.place == place:
            break
        await asyncio.sleep(0.05)
    await user.settle()


async def test_a_pasted_article_becomes_cards_in_the_inbox(driven, app, home):
    async with driven(app) as user:
        await user.press("m")
        assert user.place == "GenerateScreen"
        user.app.screen.query_one(TextArea).load_text(BRIDGE)
        await user.press("ctrl+s")
        await until(user, "InboxScreen")
        assert user.shows("The new bridge", "made.", "Accept")
    assert [path.name for path in (home / "inbox").iterdir()] == ["the-new-bridge.yaml"]


async def test_a_file_is_opened_by_its_completed_path_and_the_stages_are_shown(driven, app, tmp_path, monkeypatch):
    (tmp_path / "halvik.txt").write_text(BRIDGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    seen = []

    def run(making, tell):
        for what, share in (("reading the article", 0.0), ("looking for facts", 0.6)):
            tell(what, share)
        seen.append(making._article.path)
        raise QuizError.of("no card could be made of it safely", "try a longer text")

    monkeypatch.setattr(Making, "run", run)
    async with driven(app) as user:
        await user.press("m", *"hal", "tab")
        assert user.app.screen.query_one("#path", Input).value == "halvik.txt"
        await user.press("enter")
        assert user.shows("✗ no card could be made of it safely")
        assert user.place == "GenerateScreen"
    assert seen == ["halvik.txt"]


async def test_the_work_is_stopped_by_escape_and_a_second_one_leaves(driven, app, home):
    async with driven(app) as user:
        await user.press("m")
        user.app.screen.query_one(TextArea).load_text(BRIDGE)
        user.app.screen.action_start()
        for _ in range(200):
            await asyncio.sleep(0.02)
            if user.app.screen._making._helper is not None:
                break
        await user.pilot.pause()
        assert user.shows("reading the article") or user.shows("loading the language model")
        user.app.screen.action_leave()
        await user.app.workers.wait_for_complete()
        await user.settle()
        assert user.shows("Stopped. Nothing was made.")
        await user.press("escape")
        assert user.place == "InboxScreen"
    assert not (home / "inbox").exists()


async def test_nothing_to_make_cards_from_is_told(driven, app):
    async with driven(app) as user:
        await user.press("m", "ctrl+s")
        assert user.shows("Name a file, or paste the article's text.")


async def test_a_file_that_is_not_there_is_told(driven, app):
    async with driven(app) as user:
        await user.press("m", *"/no/such", "enter")
        assert user.shows("/no/such: no such file")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_it_fits_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("m")
        assert user.shows("Generate cards from an article", "File", "Back")


def test_paths_are_completed_by_name(tmp_path):
    for name in ("alpha.txt", "alpine.md", ".hidden", "beta"):
        (tmp_path / name).touch()
    (tmp_path / "alps").mkdir()
    assert completions(f"{tmp_path}/al") == [f"{tmp_path}/{name}" for name in ("alpha.txt", "alpine.md", "alps/")]
    assert completions(f"{tmp_path}/.") == [f"{tmp_path}/.hidden"]
    assert completions(f"{tmp_path}/none/x") == completions("~nobody-of-that-name/") == []


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_the_helper_starts_where_standard_error_has_no_descriptor():
    probe = """
import io, sys
class NoDescriptor(io.StringIO):
    def fileno(self): return -1
if __name__ == "__main__":
    sys.stderr = NoDescriptor()
    from quizapp.generate.helper import Helper
    from quizapp.generate.product import Wish
    helper = Helper(Wish())
    helper._start()
    helper.stop()
"""
    subprocess.run([sys.executable, "-c", probe], check=True)
