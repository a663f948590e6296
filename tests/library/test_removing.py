import pytest

from quizapp.errors import QuizError
from quizapp.history import events as kinds
from quizapp.history.events import Grade


@pytest.fixture
def studied(house):
    """A library in which the first two cards of the capitals have been answered."""
    library = house.open()
    session = library.study(["capitals"])
    for _ in range(2):
        session, step = session.reveal().grade(Grade.EASY, house.clock())
        library.record(step)
    return library


@pytest.fixture
def capitals(house):
    return house.folder / "home" / "decks" / "capitals.yaml"


def cards(library, *words):
    return [hit.card for hit in library.search(" ".join(words))]


def new_in(library, deck="capitals"):
    return library.decks([deck])[0].counts.new


def test_many_cards_suspended_at_once_are_asked_again_at_once(house, studied):
    asked = new_in(studied)
    studied.suspend(cards(studied, "deck:capitals is:new"))
    assert new_in(studied) == 0
    assert new_in(house.open()) == 0
    studied.undo()
    assert new_in(studied) == asked
    studied.suspend(cards(studied, "deck:capitals"))
    studied.suspend(cards(studied, "deck:capitals"), on=False)
    assert new_in(studied) == asked


def test_a_later_run_undoes_the_whole_action_too(house, studied):
    asked = new_in(studied)
    studied.suspend(cards(studied, "deck:capitals"))
    later = house.open()
    assert later.undo().kind == kinds.SUSPEND
    assert new_in(later) == asked
    assert later.undo().kind == kinds.REVIEW


def test_cards_that_start_over_are_new_until_that_is_undone(studied):
    answered = cards(studied, "deck:capitals -is:new")
    asked = new_in(studied)
    studied.reset(cards(studied, "deck:capitals"))
    assert len(cards(studied, "deck:capitals is:new")) == 7
    studied.undo()
    assert new_in(studied) == asked
    assert cards(studied, "deck:capitals -is:new") == answered


def test_deleted_cards_leave_every_other_byte_and_come_back_with_what_was_learned(house, studied, capitals):
    before = capitals.read_text()
    answered = next(hit for hit in studied.search("deck:capitals -is:new"))
    line = f"- {answered.card.question}: {answered.card.answer}\n"
    assert studied.delete_cards([answered]) == 1
    assert capitals.read_text() == before.replace(line, "")
    (deletion,) = studied.bin
    assert (deletion.text("question"), deletion.text("place")) == (answered.card.question, "capitals")
    house.open().restore(house.open().bin)
    studied.refresh()
    assert studied.bin == ()
    assert capitals.read_text() == before
    assert studied.progress.past.of(answered.card.id).reviews


def test_a_bulk_deletion_over_decks_is_undone_as_one(house, studied):
    before = [deck.cards for deck in studied.decks()]
    texts = [deck.path.read_text() for deck in studied.decks()]
    # Both directions of one card are one entry of the file, and so are the gaps of one sentence.
    assert studied.delete_cards(studied.search("")) == 8
    assert [deck.cards for deck in studied.decks()] == [0, 0]
    assert len(studied.bin) == 8
    house.open().undo()
    studied.refresh()
    assert [deck.cards for deck in studied.decks()] == before
    assert [deck.path.read_text() for deck in studied.decks()] == texts
    assert studied.bin == ()


def test_what_is_deleted_is_followed_by_nothing(studied, capitals):
    (hit,) = studied.search("deck:capitals -is:new")[:1]
    studied.delete_cards([hit])
    question = hit.card.question.replace("the capital", "the capital city")
    capitals.write_text(capitals.read_text() + f"- {question}: {hit.card.answer}\n")
    studied.refresh()
    assert studied.open_questions() == []


def test_a_whole_deck_goes_into_the_bin_and_comes_back_byte_for_byte(house, studied, capitals):
    text = capitals.read_text() + "# a comment\n"
    capitals.write_text(text)
    studied.refresh()
    studied.delete_deck(studied.shelf.named("capitals")[0])
    assert not capitals.exists()
    assert [deck.name for deck in studied.decks()] == ["water"]
    capitals.write_text("title: Another\ncards: []\n")
    studied.undo()
    assert (capitals.parent / "capitals-2.yaml").read_text() == text
    assert capitals.read_text() == "title: Another\ncards: []\n"


def test_an_emptied_bin_gives_nothing_back(studied):
    studied.delete_cards(studied.search("deck:water"))
    studied.delete_deck(studied.shelf.named("capitals")[0])
    studied.empty_bin()
    assert studied.bin == ()
    assert list(studied.home.bin.iterdir()) == []
    assert studied.undo().kind == kinds.REVIEW


def test_a_deck_that_cannot_be_written_keeps_its_cards_and_the_bin_stays_empty(studied, capitals, monkeypatch):
    before = capitals.read_text()

    def full(*_args, **_keywords):
        raise QuizError.of("the disk is full")

    monkeypatch.setattr("quizapp.library.opened.write_atomically", full)
    with pytest.raises(QuizError, match="full"):
        studied.delete_cards(studied.search("deck:capitals"))
    assert capitals.read_text() == before
    assert studied.bin == ()


def test_before_the_program_writes_to_a_deck_a_copy_is_kept(studied, capitals):
    before = capitals.read_bytes()
    studied.delete_cards(studied.search("deck:capitals")[:1])
    studied.delete_cards(studied.search("deck:capitals")[:1])
    (copy,) = (studied.home.backups / "capitals").iterdir()
    assert copy.read_bytes() == before
