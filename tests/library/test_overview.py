import pytest

from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.looks import Looks
from quizapp.library.overview import overview
from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms
from quizapp.store.config import load_config


def study(library, grades):
    session = library.study()
    for grade in grades:
        session, answered = session.reveal().grade(Grade(grade), library.now())
        library.record(answered)


def test_a_new_home_has_everything_ahead_of_it(house):
    told = overview(house.open())
    assert (told.cards, told.seen, told.new, told.streak) == (10, 0, 10, 0)
    assert told.true.share is None
    assert not any(told.ahead)
    assert told.hardest == told.quizzed == ()


def test_what_was_done_is_told(house):
    library = house.open()
    study(library, [1, 3, 3, 4])
    house.clock.forward(days=1)
    study(library, [3])
    session = library.quiz(["capitals"], Terms(2, QuizKind.TYPED))
    for _ in range(2):
        session, marked = session.answer("nothing of the kind", library.now())
        library.record_quiz(session, marked)
        session = session.proceed(library.now())
    told = overview(library)
    assert told.streak == told.longest_streak == 2
    assert told.month.answers == 7
    assert told.done_today.answers == 3
    assert told.seen + told.new == told.cards
    assert (told.hardest[0].misses, told.hardest[0].answers) in {(1, 1), (1, 2)}
    assert [deck.title for deck in told.quizzed] == ["Capitals"]
    assert sum(told.ahead) <= told.seen


def test_a_setting_written_as_text_counts_at_once_and_is_kept(house):
    library = house.open()
    file = library.home.settings_file
    file.write_text("# mine\nnew_per_day: 20   # enough\nreviews_per_day: 7\n")
    library = house.open()
    assert library.due().new == 8
    library.change_setting("new_per_day", "3")
    assert library.due().new == 3
    assert file.read_text() == "# mine\nnew_per_day: 3   # enough\nreviews_per_day: 7\n"
    library.change_setting("decks", "{Capitals: {retention: 0.8}}")
    assert house.open().settings.decks == {"Capitals": {"retention": 0.8}}
    library.reset_setting("new_per_day")
    assert library.settings.new_per_day == 20


@pytest.mark.parametrize(("name", "text"), [("new_per_day", "many"), ("retention", "2"), ("decks", "[")])
def test_a_value_that_will_not_do_is_refused_and_nothing_is_written(house, name, text):
    library = house.open()
    with pytest.raises(QuizError, match=name):
        library.change_setting(name, text)
    assert not library.home.settings_file.exists()


def test_another_retention_moves_due_days_at_once(house):
    library = house.open()
    study(library, [4])
    before = sum(n * count for n, count in enumerate(overview(library).ahead))
    library.change_setting("retention", "0.99")
    assert sum(n * count for n, count in enumerate(overview(library).ahead)) < before


def test_looks_are_kept_and_a_broken_file_is_never_written_over(tmp_path):
    path = tmp_path / "config.yaml"
    looks = Looks.at(path)
    looks.change("keys", '{study.undo: "U,ctrl+z"}')
    looks.change("reduce_motion", "true")
    looks.keep(theme="nord")
    config, problems = load_config(path)
    assert (config.keys, config.reduce_motion, config.theme, problems) == ({"study.undo": "U,ctrl+z"}, True, "nord", ())
    looks.reset("theme")
    assert load_config(path)[0].theme == ""
    path.write_text("theme: [")
    looks = Looks.at(path)
    assert looks.problems
    looks.keep(theme="nord")
    assert path.read_text() == "theme: ["
