import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.store import filechange
from quizapp.store.filechange import change_files, take_back

CONTENTS = st.dictionaries(st.sampled_from("abc"), st.none() | st.binary(max_size=9), min_size=1)
slow = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def put(folder, contents):
    for path in folder.iterdir():
        path.unlink()
    for name, data in contents.items():
        if data is not None:
            (folder / name).write_bytes(data)


@slow
@given(before=CONTENTS, wanted=CONTENTS)
def test_a_change_taken_back_leaves_no_trace(tmp_path, before, wanted):
    put(tmp_path, before)
    was = held(tmp_path)
    change = change_files({tmp_path / name: data for name, data in wanted.items()})
    assert held(tmp_path) == {name: data for name, data in {**before, **wanted}.items() if data is not None}
    take_back(change)
    assert held(tmp_path) == was


@slow
@given(before=CONTENTS, wanted=CONTENTS, fails=st.integers(0, 3))
def test_a_change_that_fails_at_any_file_changes_none(tmp_path, before, wanted, fails):
    put(tmp_path, before)
    was = held(tmp_path)
    count = iter(range(9))

    def fail_once(path, data, disk, real=filechange._put):
        if next(count) == fails:
            raise QuizError.of("full")
        real(path, data, disk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filechange, "_put", fail_once)
        if fails < len(wanted):
            with pytest.raises(QuizError, match="full"):
                change_files({tmp_path / name: data for name, data in wanted.items()})
            assert held(tmp_path) == was


def test_what_was_changed_since_stays(tmp_path):
    path = tmp_path / "a"
    change = change_files({path: b"one"})
    path.write_bytes(b"two")
    with pytest.raises(QuizError, match="changed since"):
        take_back(change)
    assert path.read_bytes() == b"two"
