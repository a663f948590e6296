import shutil

import pytest

from quizapp.errors import QuizError
from quizapp.history import events as kinds
from quizapp.history.events import Grade
from quizapp.memory.ways import QuizKind
from quizapp.sessions.quiz import Terms


def study_all(library, clock, *words):
    """Answer every card of these decks that is asked today."""
    session = library.study(words)
    while not session.over and not session.repeat:
        clock.forward(seconds=3)
        session, step = session.reveal().grade(Grade.EASY, clock())
        library.record(step)
    return session


def rewrite(path, *pairs):
    text = path.read_text()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


@pytest.fixture
def studied(house):
    library = house.open()
    study_all(library, house.clock, "capitals")
    return library


@pytest.fixture
def capitals(house):
    return house.folder / "home" / "decks" / "capitals.yaml"


def linked(library):
    events = (event for event in library.progress.past.parts.events() if event.kind == kinds.LINK)
    return {event.text("new") for event in events}


def new_cards(library, deck="capitals"):
    return [card.question for deck in library.shelf.named(deck) for card in deck.cards if not known(library, card)]


def known(library, card):
    return library.progress.past.of(card.id).reviews


def test_an_edit_outside_is_followed_when_it_is_noticed(house, studied, capitals):
    rewrite(
        capitals,
        ("What is the capital of Kenya?: Nairobi", "What is the capital city of Kenya?: Nairobi"),
        ("Japan?: Tokyo", "Japan?: Tokyo, for now"),
    )
    before = len(new_cards(studied))
    studied.refresh()
    assert len(new_cards(studied)) == before
    assert len(linked(studied)) == 2
    studied.refresh()
    assert len(linked(house.open())) == 2


def test_an_edit_between_two_runs_is_followed_too(house, studied, capitals):
    moved = house.write("geo/towns.yaml", capitals.read_text())
    rewrite(moved, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    capitals.unlink()
    library = house.open()
    assert len(linked(library)) == 1
    assert [(move.old, move.new) for move in library.progress.past.moves] == [("capitals", "geo/towns")]


def test_a_run_that_does_not_know_what_was_there_before_asks(house, studied, capitals):
    rewrite(capitals, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    shutil.rmtree(house.folder / "one" / "cache")
    library = house.open()
    assert linked(library) == set()
    assert [question.new.question for question in library.open_questions()] == ["What is the capital city of Kenya?"]


def test_a_file_that_broke_between_two_runs_keeps_its_last_good_version(house, studied, capitals):
    capitals.write_text("title: Capitals\ncards: [\n")
    library = house.open()
    assert library.shelf.broken
    assert library.decks(["capitals"])[0].cards == 7
    assert library.progress.past.moves == ()
    # What broke it is not forgotten the next time either.
    assert any(deck.name == "capitals" for deck in house.open().shelf.decks)


def test_what_is_less_sure_is_asked_and_not_assumed(studied, capitals):
    rewrite(capitals, ("capital of Norway?: Oslo", "largest city of Norway?: Oslo"))
    studied.refresh()
    assert linked(studied) == set()
    (question,) = studied.open_questions()
    assert (question.old.question, question.new.question, question.answered) == (
        "What is the capital of Norway?",
        "What is the largest city of Norway?",
        1,
    )
    assert question.deck.path == capitals
    studied.link(question.old.id, question.new)
    assert studied.open_questions() == []
    assert known(studied, question.new)
    # When it goes once more, it is told as it was last.
    rewrite(capitals, ("largest city of Norway?: Oslo", "seat of the king of Norway?: Oslo"))
    studied.refresh()
    assert [each.old.question for each in studied.open_questions()] == ["What is the largest city of Norway?"]


def test_cards_that_are_two_stay_two_and_are_not_asked_about_again(house, studied, capitals):
    rewrite(capitals, ("capital of Norway?: Oslo", "largest city of Norway?: Oslo"))
    studied.refresh()
    (question,) = studied.open_questions()
    studied.keep_apart(question.old.id, question.new.id)
    assert studied.open_questions() == []
    assert house.open().open_questions() == []
    assert not known(studied, question.new)


def test_a_link_can_be_taken_back(studied, capitals):
    rewrite(capitals, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    old = next(card.id for card in studied.shelf.decks[0].cards if "Kenya" in card.question)
    studied.refresh()
    new = next(card.id for card in studied.shelf.decks[0].cards if "Kenya" in card.question)
    assert studied.progress.past.of(new).reviews
    studied.keep_apart(old, new)
    assert not studied.progress.past.of(new).reviews
    assert studied.progress.past.of(old).reviews


def test_a_renamed_file_takes_its_edited_cards_and_its_scores_along(house, studied, capitals):
    session = studied.quiz(["capitals"], Terms(1, QuizKind.TYPED))
    session, marked = session.answer(session.current.card.answer, house.clock())
    studied.record_quiz(session, marked)
    moved = house.write("geo/towns.yaml", capitals.read_text())
    rewrite(moved, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    capitals.unlink()
    house.clock.forward(minutes=1)
    studied.refresh()
    assert len(linked(studied)) == 1
    house.write("capitals.yaml", "title: Capitals\ncards:\n- What is the capital of Chad?: N'Djamena\n")
    studied.refresh()
    assert {deck.place: deck.score.taken for deck in studied.decks() if deck.score.taken} == {"geo/towns": 1}
    assert [(move.old, move.new) for move in house.open().progress.past.moves] == [("capitals", "geo/towns")]


def test_a_card_that_moves_to_another_deck_needs_no_link(house, studied, capitals):
    line = "- What is the capital of Kenya?: Nairobi\n"
    rewrite(capitals, (line, ""))
    house.write("africa.yaml", f"title: Africa\ncards:\n{line}")
    studied.refresh()
    assert linked(studied) == set()
    assert new_cards(studied, "africa") == []


def test_a_broken_file_is_not_a_deck_that_has_gone(house, studied, capitals):
    house.write("twin.yaml", capitals.read_text())
    capitals.write_text("title: [\n")
    studied.refresh()
    assert studied.progress.past.moves == ()
    assert any(deck.name == "capitals" for deck in studied.shelf.decks)


def test_two_windows_that_notice_one_edit_make_one_link_of_it(house, studied, capitals):
    other = house.open()
    rewrite(capitals, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    studied.refresh()
    other.refresh()
    links = [event for event in other.progress.past.parts.events() if event.kind == kinds.LINK]
    assert len(links) == 1


def test_a_home_that_cannot_be_written_to_still_shows_what_changed(studied, capitals, monkeypatch):
    def full(*_args, **_keywords):
        raise QuizError.of("the disk is full")

    monkeypatch.setattr(studied.progress._journal, "append_all", full)
    rewrite(capitals, ("capital of Kenya?: Nairobi", "capital city of Kenya?: Nairobi"))
    with pytest.raises(QuizError, match="full"):
        studied.refresh()
    assert "What is the capital city of Kenya?" in {card.question for card in studied.shelf.decks[0].cards}
    assert [question.new.question for question in studied.open_questions()] == ["What is the capital city of Kenya?"]
