from datetime import timedelta

import pytest

from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.selection import Selection, StudyWish
from quizapp.memory.queue import Counts
from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms
from quizapp.sessions.steps import Aside


def study(library, clock, *grades, words=()):
    """Answer the first cards of a session with ``grades``; return the session after them."""
    session = library.study(words)
    for grade in grades:
        clock.forward(seconds=5)
        session, answered = session.reveal().grade(grade, clock())
        library.record(answered)
    return session


def test_decks_are_listed_by_group_and_name_with_what_is_due(house):
    decks = house.open().decks()
    assert [(deck.group, deck.name, deck.title, deck.cards) for deck in decks] == [
        ("", "capitals", "Capitals", 7),
        ("science", "water", "Water", 3),
    ]
    assert decks[0].counts == Counts(new=6, learning=0, due=0)
    assert decks[1].counts == Counts(new=2, learning=0, due=0)


def test_what_was_answered_is_there_when_the_home_is_opened_again(house):
    study(house.open(), house.clock, Grade.GOOD, Grade.EASY, words=["capitals"])
    again = house.open()
    assert again.decks(["capitals"])[0].counts == Counts(new=4, learning=1, due=0)
    house.clock.forward(days=30)
    assert again.due(["capitals"]) == Counts(new=4, learning=1, due=1)


def test_the_first_answer_to_a_card_tells_what_was_asked(house):
    library = house.open()
    session = study(library, house.clock, Grade.AGAIN, words=["capitals"])
    first = session.steps[0]
    past = library.progress.past.of(first.card.id)
    assert (past.question, past.answer) == (first.card.question, first.card.answer)


def test_undo_takes_back_one_step_after_another_and_those_of_earlier_sessions(house):
    study(house.open(), house.clock, Grade.GOOD, Grade.GOOD, words=["capitals"])
    library = house.open()
    assert library.undo() is not None
    assert library.undo() is not None
    assert library.undo() is None
    assert house.open().decks(["capitals"])[0].counts == Counts(new=6, learning=0, due=0)


def test_undo_of_a_skip_leaves_the_answer_before_it_alone(house):
    library = house.open()
    session = study(library, house.clock, Grade.EASY, words=["capitals"])
    session, step = session.put_aside(Aside.SKIPPED, house.clock())
    library.record(step)
    assert library.undo() is None
    assert library.decks(["capitals"])[0].counts.new == 5
    assert library.undo() is not None
    assert library.decks(["capitals"])[0].counts.new == 6


def test_two_windows_on_one_home_see_each_others_answers(house):
    one, two = house.open(), house.open()
    study(one, house.clock, Grade.EASY, words=["capitals"])
    assert two.decks(["capitals"])[0].counts.new == 6
    two.refresh()
    assert two.decks(["capitals"])[0].counts.new == 5


def test_undo_leaves_the_answers_of_another_device_alone(house):
    study(house.open("laptop"), house.clock, Grade.EASY, words=["capitals"])
    other = house.open("desktop")
    assert other.undo() is None
    assert other.decks(["capitals"])[0].counts.new == 5


def test_buried_cards_are_away_until_the_day_ends_at_four_and_suspended_ones_for_good(house):
    library = house.open()
    session = library.study(["water"])
    session, step = session.put_aside(Aside.BURIED, house.clock())
    library.record(step)
    session, step = session.put_aside(Aside.SUSPENDED, house.clock())
    library.record(step)
    # Of the cloze, its other gap steps in for the one that was put aside.
    before = library.decks(["water"])[0].counts.new
    house.clock.forward(hours=19)
    assert library.decks(["water"])[0].counts.new == min(before + 1, 2)


def test_daily_limits_hold_over_all_decks(house):
    (house.folder / "home" / "settings.yaml").write_text("version: 1\nnew_per_day: 3\n")
    library = house.open()
    assert library.due() == Counts(new=3, learning=0, due=0)
    study(library, house.clock, Grade.EASY, Grade.EASY, words=["capitals"])
    assert library.due() == Counts(new=1, learning=0, due=0)


def test_a_session_can_be_on_a_tag_and_have_a_length(house):
    library = house.open()
    assert {task.card.item.question for task in library.study((), StudyWish(Selection(tag="asia"))).tasks} == {"Turkey"}
    assert {task.deck for task in library.study((), StudyWish(Selection(tag="chemistry"))).tasks} == {"Water"}
    assert len(library.study((), StudyWish(at_most=2)).tasks) == 2


def test_a_deck_may_want_more_retention_than_the_others(house):
    (house.folder / "home" / "settings.yaml").write_text("version: 1\ndecks: {Capitals: {retention: 0.97}}\n")
    library = house.open()
    study(library, house.clock, Grade.EASY, words=["capitals"])
    study(library, house.clock, Grade.EASY, words=["water"])
    due = {}
    for deck in library.shelf.decks:
        due[deck.name] = [memory.due_day for card in deck.cards if (memory := library.memory_of(card, deck))]
    assert max(due["capitals"]) < max(due["water"])


def test_schedules_are_written_for_the_decks_that_a_session_touched(house):
    library = house.open()
    study(library, house.clock, Grade.EASY, words=["water"])
    library.write_schedules()
    written = sorted(path.relative_to(library.home.schedule).as_posix() for path in library.home.schedule.rglob("*"))
    assert written == ["science", "science/water.yaml"]
    assert "due: 2026-03-1" in (library.home.schedule / "science" / "water.yaml").read_text()


def test_a_quiz_and_its_score_are_kept(house):
    library = house.open()
    session = library.quiz(["capitals"], Terms(3, QuizKind.TYPED))
    for number in range(3):
        given = session.current.card.answer if number else "no idea"
        session, marked = session.answer(given, house.clock())
        library.record_quiz(session, marked)
        session = session.proceed(house.clock())
    score = house.open().decks(["capitals"])[0].score
    assert score.taken == 1
    assert score.last == pytest.approx(2 / 3)


def test_scores_stay_with_a_deck_whose_title_or_file_changes(house):
    library = house.open()
    session = library.quiz(["capitals"], Terms(1, QuizKind.TYPED))
    session, marked = session.answer(session.current.card.answer, house.clock())
    library.record_quiz(session, marked)
    decks = library.home.decks
    text = (decks / "capitals.yaml").read_text().replace("title: Capitals", "title: Cities")
    (decks / "capitals.yaml").unlink()
    house.write("geo/towns.yaml", text)
    house.write("namesake.yaml", "title: Capitals\ncards:\n- What?: this\n")
    assert {deck.place: deck.score.taken for deck in house.open().decks()} == {
        "geo/towns": 1,
        "namesake": 0,
        "science/water": 0,
    }


def test_two_decks_of_one_title_have_scores_and_settings_of_their_own(house):
    (house.folder / "home" / "settings.yaml").write_text(
        "version: 1\ndecks: {geo/capitals: {retention: 0.97}, Capitals: {retention: 0.8}}\n"
    )
    house.write("geo/capitals.yaml", "title: Capitals\ncards:\n- What is the capital of Chad?: N'Djamena\n")
    library = house.open()
    session = library.quiz(["geo/capitals"], Terms(1, QuizKind.TYPED))
    session, marked = session.answer("no idea", house.clock())
    library.record_quiz(session, marked)
    assert {deck.place: deck.score.taken for deck in library.decks() if deck.title == "Capitals"} == {
        "capitals": 0,
        "geo/capitals": 1,
    }
    # A title that two decks share means neither; a place means one.
    assert set(library.timetable.by_deck) == {"geo/capitals"}
    assert library.timetable.scheduler_for("geo/capitals").retention == 0.97


def test_a_quiz_that_was_broken_off_is_kept_as_unfinished(house):
    library = house.open()
    session = library.quiz(["capitals"], Terms(3, QuizKind.TYPED))
    session, marked = session.answer("no idea", house.clock())
    library.record_quiz(session, marked)
    (quiz,) = house.open().progress.past.quizzes
    assert (quiz.finished, quiz.planned, len(quiz.answers)) == (False, 3, 1)


def test_practising_the_misses_again_is_not_recorded(house):
    library = house.open()
    session = library.quiz(["capitals"], Terms(1, QuizKind.TYPED))
    session, marked = session.answer("no idea", house.clock())
    library.record_quiz(session, marked)
    again = session.proceed(house.clock()).retry(house.clock())
    again, marked = again.answer(again.current.card.answer, house.clock())
    library.record_quiz(again, marked)
    (quiz,) = house.open().progress.past.quizzes
    assert quiz.share == 0.0


def test_an_answer_that_cannot_be_saved_is_not_counted(house, monkeypatch):
    library = house.open()
    session = library.study(["capitals"])
    _, answered = session.reveal().grade(Grade.GOOD, house.clock())

    def full(*_args, **_keywords):
        raise QuizError.of("the disk is full")

    monkeypatch.setattr(library.progress._journal, "append_all", full)
    with pytest.raises(QuizError, match="full"):
        library.record(answered)
    assert library.decks(["capitals"])[0].counts.new == 6
    monkeypatch.undo()
    assert library.undo() is None


def test_a_home_that_was_never_opened_gets_the_samples_once(house):
    library = house.open()
    library.set_up()
    names = {deck.name for deck in library.decks()}
    assert {"capitals", "water", "unix-shell"} <= names
    (library.home.decks / "unix-shell.yaml").unlink()
    library = house.open()
    library.set_up()
    assert "unix-shell" not in {deck.name for deck in library.decks()}


def test_the_clock_may_run_backwards(house):
    library = house.open()
    study(library, house.clock, Grade.EASY, Grade.EASY, words=["capitals"])
    house.clock.time -= timedelta(days=400)
    session = study(library, house.clock, Grade.AGAIN, words=["water"])
    assert session.steps
    assert house.open().due().total >= 0


def test_a_decks_own_retention_sets_the_intervals_that_the_keys_show(house):
    (house.folder / "home" / "settings.yaml").write_text("version: 1\ndecks: {capitals: {retention: 0.97}}\n")
    library = house.open()
    now = house.clock()
    strict = library.study(["capitals"]).intervals(now)[Grade.EASY]
    usual = library.study(["water"]).intervals(now)[Grade.EASY]
    assert int(strict.removesuffix("d")) < int(usual.removesuffix("d"))


def test_a_card_whose_step_is_not_over_waits_until_it_is(house):
    library = house.open()
    study(library, house.clock, Grade.GOOD, words=["capitals"])
    session = house.open().study(["capitals"])
    waiting = session.tasks[0].card.id
    assert session.current.card.id != waiting
    house.clock.forward(minutes=11)
    session, _ = session.reveal().grade(Grade.EASY, house.clock())
    assert session.current.card.id == waiting
    assert not session.repeat


def test_the_pace_is_told_once_there_are_enough_answers(house):
    library = house.open()
    study(library, house.clock, *[Grade.GOOD] * 3)
    assert not library.pace().measured
    study(library, house.clock, *[Grade.GOOD] * 8)
    assert library.pace().measured
    assert library.pace().minutes_for(24) == 2


def test_a_device_that_can_keep_no_name_is_named_for_the_run_and_says_so(house):
    (house.folder / "odd").write_text("a file where the folder of the device should be")
    library = house.open("odd")
    assert len(library.decks()) == 2
    assert "this device's name cannot be kept" in str(library.problems[0])
