import errno
import os
import stat

import pytest

from quizapp.errors import QuizError
from quizapp.store.atomic import digest_of, write_atomically
from quizapp.store.disk import make_folders

OLD, NEW = b"old", b"new content"


def only_files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_made_and_replaced(tmp_path):
    path = tmp_path / "a" / "b" / "x.yaml"
    write_atomically(path, OLD)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert only_files(tmp_path) == ["x.yaml"]


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path):
    target = tmp_path / "real" / "x.yaml"
    write_atomically(target, OLD)
    target.chmod(0o640)
    link = tmp_path / "x.yaml"
    link.symlink_to(target)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_file_that_is_another_by_now_is_left_alone(tmp_path):
    path = tmp_path / "x.yaml"
    write_atomically(path, OLD, was="")
    was = digest_of(OLD)
    path.write_bytes(b"by someone else")
    for digest in (was, ""):
        with pytest.raises(QuizError, match="changed meanwhile"):
            write_atomically(path, NEW, was=digest)
    assert path.read_bytes() == b"by someone else"
    assert only_files(tmp_path) == ["x.yaml"]
    path.unlink()
    with pytest.raises(QuizError, match="changed meanwhile"):
        write_atomically(path, NEW, was=was)
    assert not path.exists()


def test_a_new_file_has_the_usual_mode(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "x", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["open", "write", "sync", "replace"])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_when_a_call_fails_the_file_is_as_it_was(tmp_path, faulty, call, code):
    path = tmp_path / "x.yaml"
    write_atomically(path, OLD)
    with pytest.raises(QuizError) as caught:
        write_atomically(path, NEW, faulty(call, code=code))
    assert str(caught.value).startswith(f"{path}: could not be saved: the disk ")
    assert path.read_bytes() == OLD
    assert only_files(tmp_path) == ["x.yaml"]


def test_when_the_folder_cannot_be_synced_it_is_said(tmp_path, faulty):
    with pytest.raises(QuizError, match="could not be saved"):
        write_atomically(tmp_path / "x.yaml", NEW, faulty("sync_folder"))


def test_short_writes_are_gone_on_with(tmp_path, faulty):
    write_atomically(tmp_path / "x", NEW, faulty("none", at_most=2))
    assert (tmp_path / "x").read_bytes() == NEW


@pytest.mark.parametrize("number", range(1, 7))
def test_every_single_write_may_fail(tmp_path, faulty, number):
    path = tmp_path / "x"
    write_atomically(path, OLD)
    disk = faulty("write", number, at_most=2)
    with pytest.raises(QuizError):
        write_atomically(path, NEW, disk)
    assert path.read_bytes() == OLD


def test_what_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "loop").symlink_to("loop")
    for path, said in (
        (tmp_path, "it is a folder, not a file"),
        (tmp_path / "file" / "x", "a part of the path is a file, not a folder"),
        (tmp_path / "file" / "y" / "x", "a part of the path is a file"),
        (tmp_path / "loop", "the link leads in a circle"),
    ):
        with pytest.raises(QuizError) as caught:
            write_atomically(path, NEW)
        assert len(caught.value.problems) == 1
        assert f"could not be saved: {said}" in str(caught.value)
    assert (tmp_path / "file").read_bytes() == OLD


def test_a_file_its_owner_has_locked_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "x"
    write_atomically(path, OLD)
    path.chmod(0o444)
    monkeypatch.setattr("quizapp.store.atomic.os.access", lambda *_: False)
    with pytest.raises(QuizError, match="permission denied"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_folders_are_made_one_by_one_and_synced(tmp_path, faulty):
    disk = faulty("sync_folder", 99)
    make_folders(tmp_path / "a" / "b" / "c", disk)
    assert disk.calls == 3
    with pytest.raises(OSError, match="Read-only"):
        make_folders(tmp_path / "d", faulty("make_folder", code=errno.EROFS))
