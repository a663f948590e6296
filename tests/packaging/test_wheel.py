"""What a user gets who has the wheel and not the project's folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    built = subprocess.run(build, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr + built.stdout
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed, code, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(installed), "QUIZAPP_HOME": str(tmp_path / "home")}
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        environment[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
    ended = subprocess.run(
        [sys.executable, *code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def packaged(pattern):
    return {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "quizapp").rglob(pattern)}


def test_every_module_and_data_file_is_in_it(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert packaged("*.py") <= names
    assert packaged("*.tcss") <= names
    assert packaged("*.txt") <= names
    assert "quizapp/tui/app.tcss" in names
    assert {f"quizapp/decks/{path.name}" for path in (PROJECT / "decks").iterdir()} <= names


def test_nothing_else_is_in_it(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"quizapp"}


def test_it_runs_without_the_project(installed, tmp_path):
    where = run(installed, ["-c", "import quizapp; print(quizapp.__file__)"], tmp_path)
    assert where.strip() == str(installed / "quizapp" / "__init__.py")
    assert run(installed, ["-m", "quizapp", "--version"], tmp_path) == "quizapp 0.1.0\n"
    decks = run(installed, ["-m", "quizapp", "decks"], tmp_path)
    assert all(path.stem in decks for path in (PROJECT / "decks").glob("*.yaml"))


SCREEN = """
import asyncio
from quizapp.library.library import Library
from quizapp.tui.app import QuizApp

async def main():
    library = Library.open()
    library.set_up()
    app = QuizApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print(type(app.screen).__name__, app.screen.query_one("#invitation").region.height > 0, bool(app.css_path))
        print(app.stylesheet.has_source(str(app.css_path[0])))

asyncio.run(main())
"""
GAZETTEER = """
from quizapp.cards.choices import choices
from quizapp.cards.identity import cards_in
from quizapp.cards.model import Deck, Item
(card,) = cards_in(Deck("x", (Item("What is the capital of Kazakhstan?", "Astana"),)))
print(len(choices(card, [])))
"""


def test_its_app_opens_with_its_looks_and_its_gazetteer_answers(installed, tmp_path):
    assert run(installed, ["-c", SCREEN], tmp_path).split() == ["HomeScreen", "True", "True", "True"]
    assert run(installed, ["-c", GAZETTEER], tmp_path) == "4\n"


def test_console_script(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "quizapp = quizapp.cli.start:main" in archive.read(name).decode()
