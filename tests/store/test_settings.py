from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, given
from hypothesis import settings as checks
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.memory.ways import Feedback, Grades, QuizKind, StudyBy
from quizapp.store.config import Config, config_file, load_config, save_config
from quizapp.store.settings import Settings, load_settings, save_settings, settings_schema

HAND_MADE = """\
# my settings
retention:   0.95   # high
future: {a: b}
parameters:
- 1
# about the rollover
rollover: 77
new_per_day:
# end"""

shares = st.floats(0.7, 0.99)
any_own = st.fixed_dictionaries(
    {"new_per_day": st.integers(0, 9999)},
    optional={
        "retention": shares,
        "study_by": st.sampled_from(StudyBy),
        "quiz_kind": st.sampled_from(QuizKind),
        "quiz_feedback": st.sampled_from(Feedback),
        "quiz_feeds_schedule": st.booleans(),
    },
)
any_settings = st.builds(
    Settings,
    retention=shares,
    decks=st.dictionaries(st.text(st.characters(exclude_categories=["C", "Z"])), any_own, max_size=3),
    new_per_day=st.integers(0, 9999),
    reviews_per_day=st.integers(0, 99999),
    rollover=st.integers(0, 23),
    study_by=st.sampled_from(StudyBy),
    grades=st.sampled_from(Grades),
    leech_lapses=st.integers(0, 99),
    quiz_feeds_schedule=st.booleans(),
    parameters=st.just(()) | st.lists(st.floats(-100, 100), min_size=21, max_size=21).map(tuple),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "settings.yaml"


def test_no_file_is_every_default(path):
    assert load_settings(path) == (Settings(), ())


@given(any_settings, any_settings)
@checks(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_is_saved_is_loaded_in_a_new_file_and_an_old_one(path, first, second):
    path.unlink(missing_ok=True)
    for settings in (first, second):
        save_settings(path, settings)
        assert load_settings(path) == (settings, ())
        kept = path.with_name("kept")
        assert load_settings(path, kept) == load_settings(path, kept) == (settings, ())


def test_a_new_file_explains_itself(path):
    save_settings(path, Settings(retention=0.85))
    text = path.read_text()
    assert yaml.safe_load(text) == {"version": 1, "retention": 0.85}
    assert "# New cards a day (0 to 9999)\n# new_per_day: 20\n" in text
    uncommented = text.replace("# new_per_day", "new_per_day").replace("# parameters", "parameters")
    path.write_text(uncommented)
    assert load_settings(path) == (Settings(retention=0.85), ())


def test_what_has_no_effect_is_said_with_its_place(path):
    path.parent.mkdir()
    path.write_text(HAND_MADE)
    found, problems = load_settings(path)
    assert found == Settings(retention=0.95)
    assert [str(problem).removeprefix(f"{path}:").split(";")[0] for problem in problems] == [
        "3:1: unknown setting `future`",
        "5:1: `parameters` must be a list of 21 numbers",
        "7:11: `rollover` must be a whole number from 0 to 23",
        "8:13: `new_per_day` must be a whole number from 0 to 9999",
    ]


def test_saving_changes_only_the_values_that_differ(path):
    path.parent.mkdir()
    path.write_text(HAND_MADE)
    found, _ = load_settings(path)
    parameters = tuple(float(number) for number in range(21))
    save_settings(path, replace(found, retention=0.8, parameters=parameters, new_per_day=5, reviews_per_day=7))
    numbers = ", ".join(map(str, range(21)))
    assert path.read_text() == (
        f"# my settings\nretention: 0.8   # high\nfuture: {{a: b}}\nparameters: [{numbers}]\n# about the rollover\n"
        "rollover: 77\nnew_per_day: 5\n# end\nreviews_per_day: 7\n"
    )


def test_saving_the_same_changes_nothing(path):
    path.parent.mkdir()
    path.write_text(HAND_MADE)
    save_settings(path, load_settings(path)[0])
    assert path.read_text() == HAND_MADE


def test_a_layout_that_cannot_be_edited_is_left_alone(path):
    path.parent.mkdir()
    path.write_text("{retention: 0.9}\n")
    save_settings(path, Settings(retention=0.8))
    assert path.read_text() == "{retention: 0.8}\n"
    with pytest.raises(QuizError):
        save_settings(path, Settings(rollover=3))
    assert path.read_text() == "{retention: 0.8}\n"


def test_a_newer_version_is_named_and_kept(path):
    path.parent.mkdir()
    path.write_text("version: 7\nretention: 0.8\nshiny: yes\n")
    found, problems = load_settings(path)
    assert found.retention == 0.8
    assert "newer version (7); update quizapp" in str(problems[0])
    save_settings(path, replace(found, retention=0.9))
    assert path.read_text() == "version: 7\nretention: 0.9\nshiny: yes\n"


@pytest.mark.parametrize("value", ["nan", ".inf", "1e999", "0.5", "-1", "0.9.0", "[0.9]", "{a: b}", "'x'", "", "９"])  # noqa: RUF001 - a digit that is no number here
def test_a_value_that_is_none_keeps_the_default(path, value):
    path.parent.mkdir()
    path.write_text(f"retention: {value}\n")
    found, problems = load_settings(path)
    assert found == Settings()
    assert (problems[0].line, len(problems)) == (1, 1)


@pytest.mark.parametrize(
    "text", ["a: b: c", "- a", "text", "a: &x b", "retention: 0.9\nretention: 0.8", "\0", "<<<<<<< a"]
)
def test_a_file_that_is_no_settings_is_refused_and_not_overwritten(path, text):
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(QuizError) as caught:
        load_settings(path)
    assert caught.value.problems[0].line
    with pytest.raises(QuizError):
        save_settings(path, Settings())
    assert path.read_text() == text


def test_a_folder_instead_of_the_file_is_one_line(path):
    path.mkdir(parents=True)
    for attempt in (lambda: load_settings(path), lambda: save_settings(path, Settings())):
        with pytest.raises(QuizError, match="it is a folder, not a file"):
            attempt()


def test_a_failing_disk_leaves_the_settings_as_they_were(path, faulty):
    save_settings(path, Settings())
    before = path.read_bytes()
    with pytest.raises(QuizError):
        save_settings(path, Settings(rollover=3), faulty("sync"))
    assert path.read_bytes() == before


def test_looks_are_of_the_device(tmp_path):
    path = config_file(tmp_path)
    config = Config(theme="no")
    save_config(path, config)
    assert load_config(path) == (config, ())
    assert yaml.safe_load(path.read_text())["theme"] == "no"


DECKS_OF_ONES_OWN = """\
new_per_day: 9
decks:            # mine
    asia/rivers:
        # slowly
        new_per_day: 5   # five
        study_by: typed
    lakes:
        retention: 0.95
# end
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("own", "before", "after"),
    [
        ({"asia/rivers": {"new_per_day": 7}}, "new_per_day: 5 ", "new_per_day: 7 "),
        ({"asia/rivers": {"study_by": None}}, "        study_by: typed\n", ""),
        ({"lakes": {"retention": None}}, "    lakes:\n        retention: 0.95\n", ""),
        ({"lakes": {"quiz_kind": QuizKind.TYPED}}, "0.95\n", "0.95\n        quiz_kind: typed\n"),
        ({"on": {"new_per_day": 0}}, "0.95\n", '0.95\n    "on":\n      new_per_day: 0\n'),
    ],
)
def test_what_is_said_of_one_deck_changes_by_itself(path, own, before, after, ending):
    path.parent.mkdir()
    path.write_bytes(DECKS_OF_ONES_OWN.replace("\n", ending).encode())
    found, problems = load_settings(path)
    assert not problems
    decks = {name: {**found.decks.get(name, {}), **own.get(name, {})} for name in (*found.decks, *own)}
    kept = {name: {key: value for key, value in each.items() if value is not None} for name, each in decks.items()}
    wanted = replace(found, decks={name: each for name, each in kept.items() if each})
    save_settings(path, wanted)
    assert path.read_bytes().decode() == DECKS_OF_ONES_OWN.replace(before, after).replace("\n", ending)
    assert load_settings(path) == (wanted, ())


def test_the_last_thing_said_of_decks_goes_with_their_heading(path):
    path.parent.mkdir()
    path.write_text("decks:\n  lakes:\n    retention: 0.95\nnew_per_day: 9\n")
    save_settings(path, Settings(new_per_day=9))
    assert path.read_text() == "new_per_day: 9\n"


def test_decks_in_braces_are_written_out_when_they_change(path):
    path.parent.mkdir()
    path.write_text("decks: {lakes: {retention: 0.95}} # mine\nnew_per_day: 9\n")
    found, _ = load_settings(path)
    save_settings(path, replace(found, decks={"lakes": {"retention": 0.95, "new_per_day": 1}}))
    assert path.read_text() == "decks:\n  lakes:\n    retention: 0.95\n    new_per_day: 1 # mine\nnew_per_day: 9\n"


def test_each_thing_said_of_a_deck_that_cannot_be_is_told_where_it_stands_and_the_others_count(path):
    path.parent.mkdir()
    path.write_text("decks:\n  lakes:\n    retention: 2\n    new_per_day: 3\n    rollover: 4\n  rivers: 5\n")
    found, problems = load_settings(path)
    assert found.decks == {"lakes": {"new_per_day": 3}}
    assert [str(problem).removeprefix(f"{path}:").split(" must")[0].split(" is no")[0] for problem in problems] == [
        "3:16: `retention`",
        "5:15: `rollover`",
        "6:11: `rivers`",
    ]
    save_settings(path, replace(found, decks={"lakes": {"new_per_day": 4}}))
    assert "new_per_day: 4\n    rollover: 4\n" in path.read_text()


def test_what_this_version_does_not_know_of_a_deck_is_not_lost(path):
    path.parent.mkdir()
    path.write_text("decks: {lakes: {retention: 0.95, shiny: yes}}\n")
    found, _ = load_settings(path)
    with pytest.raises(QuizError, match="cannot be saved in this layout"):
        save_settings(path, replace(found, decks={"lakes": {"retention": 0.95, "new_per_day": 1}}))
    assert "shiny: yes" in path.read_text()


def test_the_schema_takes_what_is_written_and_marks_what_is_wrong(path):
    validator = pytest.importorskip("jsonschema").Draft202012Validator(settings_schema())
    save_settings(path, Settings(retention=0.8, decks={"asia": {"study_by": StudyBy.TYPED, "new_per_day": 3}}))
    assert not list(validator.iter_errors(yaml.safe_load(path.read_text())))
    for wrong in ({"retention": 2}, {"decks": {"asia": {"study_by": "sung"}}}, {"decks": {"asia": {"rollover": 3}}}):
        assert list(validator.iter_errors(wrong))


@given(any_settings)
@checks(max_examples=40, deadline=None)
def test_what_is_kept_of_settings_is_what_their_file_says(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("home")
    path, cache = folder / "settings.yaml", folder / "cache" / "settings"
    assert load_settings(path, cache) == (Settings(), ())
    save_settings(path, value)
    anew = load_settings(path)
    for _ in range(2):
        assert repr(load_settings(path, cache)) == repr(anew)
    path.write_bytes(path.read_bytes() + b"rollover: 7\n" if value.rollover == 4 else b"rollover: 7\n")
    assert load_settings(path, cache)[0].rollover == load_settings(path)[0].rollover
    whole = cache.read_bytes()
    cache.write_bytes(whole[:-3])
    assert repr(load_settings(path, cache)) == repr(load_settings(path))


def test_settings_with_a_mistake_are_told_of_each_time(tmp_path):
    path, cache = tmp_path / "settings.yaml", tmp_path / "cache"
    path.write_text(HAND_MADE)
    assert load_settings(path, cache)[1] == load_settings(path, cache)[1] == load_settings(path)[1] != ()
