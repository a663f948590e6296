import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.errors import QuizError
from quizapp.store.home import (
    Home,
    cache_folder,
    config_folder,
    deck_paths,
    device_id,
    home_folder,
    is_conflict_copy,
    write_once,
)


def test_the_home_is_chosen_or_named_or_the_platforms(tmp_path):
    named = {"QUIZAPP_HOME": str(tmp_path / "named"), "XDG_DATA_HOME": str(tmp_path / "data")}
    assert home_folder(tmp_path / "chosen", named) == tmp_path / "chosen"
    assert home_folder(None, named) == tmp_path / "named"
    assert home_folder(None, {**named, "QUIZAPP_HOME": ""}) == tmp_path / "data" / "quizapp"
    assert home_folder(None, {}).name == "quizapp"
    assert home_folder(Path("~/x"), {}) == Path.home() / "x"


def test_what_belongs_to_the_device_is_elsewhere(tmp_path):
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_CACHE_HOME": str(tmp_path / "k")}
    assert config_folder(environ) == tmp_path / "c" / "quizapp"
    assert cache_folder(environ) == tmp_path / "k" / "quizapp"
    assert config_folder({}).name == cache_folder({}).name == "quizapp"


def test_a_home_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(QuizError, match="the home is a file"):
        home_folder(tmp_path / "file", {})
    with pytest.raises(QuizError, match="no such user"):
        home_folder(Path("~nobody-of-this-name/x"), {})


def test_the_parts_of_a_home(tmp_path):
    home = Home(tmp_path, "abcd", tmp_path / "cache")
    parts = (home.decks, home.inbox, home.journal, home.schedule, home.settings_file)
    expected = ["decks", "inbox", "journal", "schedule/abcd", "settings.yaml"]
    assert [str(part.relative_to(tmp_path)) for part in parts] == expected


def test_a_device_keeps_its_random_name(tmp_path):
    name = device_id(tmp_path / "config")
    assert re.fullmatch("[0-9a-f]{10}", name)
    assert device_id(tmp_path / "config") == name
    assert device_id(tmp_path / "other") != name
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["device.yaml"]


def test_windows_that_start_together_get_one_name(tmp_path):
    program = (
        "import sys, pathlib; from quizapp.store.home import device_id; print(device_id(pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "config")]
    windows = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert len({window.communicate(timeout=60)[0] for window in windows}) == 1


def test_what_is_written_once_stays(tmp_path, monkeypatch):
    write_once(tmp_path / "x", b"first")
    write_once(tmp_path / "x", b"second")
    assert (tmp_path / "x").read_bytes() == b"first"

    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr("quizapp.store.home.os.link", no_links)
    write_once(tmp_path / "y", b"without links")
    assert (tmp_path / "y").read_bytes() == b"without links"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_device_name_that_is_none_is_one_line(tmp_path):
    (tmp_path / "device.yaml").write_text("garbage")
    with pytest.raises(QuizError, match="no device name; delete the file"):
        device_id(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(QuizError) as caught:
        device_id(tmp_path / "file")
    assert len(caught.value.problems) == 1


def test_decks_are_found_in_a_fixed_order(tmp_path):
    names = ["b.yaml", "a/z.yaml", "a/b/c.yaml", "a.yaml"]
    for name in [*names, ".hidden.yaml", ".git/x.yaml", "x.yml", "x.yaml.tmp"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [str(path.relative_to(tmp_path)) for path in deck_paths(tmp_path)] == [
        "a/b/c.yaml",
        "a/z.yaml",
        "a.yaml",
        "b.yaml",
    ]
    assert deck_paths(tmp_path / "none") == []
    with pytest.raises(QuizError):
        deck_paths(tmp_path / "a.yaml")


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("sco.yaml", False),
        ("conflict in asia.yaml", False),
        ("sco.sync-conflict-20260101-090000-ABCDEFG.yaml", True),
        ("sco (conflicted copy 2026-01-01).yaml", True),
        ("sco (Ann's conflicted copy).yaml", True),
    ],
)
def test_conflict_copies_are_known_by_their_names(name, is_copy):
    assert is_conflict_copy(Path(name)) is is_copy
