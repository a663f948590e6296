import stat
from dataclasses import replace

import pytest

from quizapp.cards.identity import cards_of
from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.history.events import Grade


def answered(house, *words):
    """Return a library and a card of these decks that has been answered in it."""
    library = house.open()
    session = library.study(words)
    session, step = session.reveal().grade(Grade.EASY, house.clock())
    library.record(step)
    return library, step.card


def test_what_was_learned_follows_a_card_that_is_edited(house):
    library, card = answered(house, "capitals")
    now = library.edit_card(card, replace(card.item, question="Which city is it?"))
    assert now.question == "Which city is it?"
    assert now.id != card.id
    for each in (library, house.open()):
        assert len(each.progress.past.of(now.id).reviews) == 1
        assert each.decks(["capitals"])[0].counts.new == 5


def test_an_edit_back_and_forth_keeps_what_was_learned(house):
    library, card = answered(house, "capitals")
    other = replace(card.item, answer="Somewhere")
    now = library.edit_card(library.edit_card(library.edit_card(card, other), card.item), other)
    assert len(house.open().progress.past.of(now.id).reviews) == 1


def test_an_edit_is_taken_back_to_the_byte_with_what_was_learned(house):
    library, card = answered(house, "capitals")
    path = library.shelf.named("capitals")[0].path
    before = path.read_bytes()
    once = library.edit_card(card, replace(card.item, answer="Somewhere"))
    twice = library.edit_card(once, replace(once.item, question="Which city is it?"))
    library.take_back_edit(twice)
    assert len(library.progress.past.of(once.id).reviews) == 1
    library.take_back_edit(once)
    assert path.read_bytes() == before
    assert len(house.open().progress.past.of(card.id).reviews) == 1


def test_an_edit_of_a_file_that_was_changed_since_is_not_taken_back(house):
    library, card = answered(house, "capitals")
    path = library.shelf.named("capitals")[0].path
    now = library.edit_card(card, replace(card.item, answer="Somewhere"))
    path.write_bytes(changed := path.read_bytes() + b"# mine\n")
    with pytest.raises(QuizError, match="changed since"):
        library.take_back_edit(now)
    assert path.read_bytes() == changed


def test_every_gap_of_an_edited_sentence_keeps_its_own(house):
    library, card = answered(house, "water")
    cloze = next(card for card in library.shelf.decks[1].cards if card.gap)
    library.edit_card(cloze, Item(cloze="Water boils at {{100}} degrees and freezes at {{0}} degrees."))
    asked = library.progress.past.of(card.id)
    assert len(asked.reviews) == 1
    names = {each.id for each in library.shelf.decks[1].cards}
    assert library.progress.past.name_of(card.id) in names


def test_a_card_that_becomes_one_with_another_does_not_take_its_past(house):
    library, card = answered(house, "capitals")
    others = [each for each in library.shelf.decks[0].cards if each.id != card.id]
    session = library.study(["capitals"])
    _, step = session.reveal().grade(Grade.AGAIN, house.clock())
    library.record(step)
    assert step.card in others
    library.edit_card(card, step.card.item)
    assert [review.grade for review in library.progress.past.of(step.card.id).reviews] == [Grade.AGAIN]


def test_an_alias_is_right_from_now_on_and_nothing_else_changes(house):
    path = house.write("odd.yaml", "title: Odd\ncards:  # mine\n  -  What is it?:   this  # no, that\n")
    library, card = answered(house, "odd")
    now = library.add_alias(card, "that one")
    assert now.accept == ("that one",)
    assert now.id == card.id
    assert path.read_text().startswith("title: Odd\ncards:  # mine\n  -  What is it?:   this  # no, that\n")
    assert library.add_alias(now, "that one") is now


@pytest.mark.parametrize(
    ("deck", "wanted"), [("water", lambda card: card.gap), ("capitals", lambda card: card.direction)]
)
def test_a_card_that_has_no_place_for_an_alias_says_so(house, deck, wanted):
    library = house.open()
    card = next(card for deck in library.shelf.named(deck) for card in deck.cards if wanted(card))
    with pytest.raises(QuizError, match="no place for another answer"):
        library.add_alias(card, "x")


def test_a_deck_outside_the_home_can_be_edited(house, tmp_path):
    path = tmp_path / "far.yaml"
    path.write_text("title: Far\ncards:\n- What?: this\n")
    library = house.open()
    task = library.study([str(path)]).current
    library.add_alias(task.card, "that", task.place)
    assert path.read_text() == "title: Far\ncards:\n- What?: this\n  accept: [that]\n"


def test_what_was_changed_outside_meanwhile_stays(house):
    library, card = answered(house, "capitals")
    path = library.home.decks / "capitals.yaml"
    path.write_text(path.read_text().replace("title: Capitals", "title: Cities  # of the world"))
    library.edit_card(card, replace(card.item, note="so"))
    assert "title: Cities  # of the world" in path.read_text()
    changed = path.read_text().replace(card.answer, f"{card.answer}, they say")
    path.write_text(changed)
    with pytest.raises(QuizError, match="changed or removed"):
        library.edit_card(card, replace(card.item, note="no"))
    assert path.read_text() == changed


def test_a_deck_that_is_a_link_stays_one_and_keeps_its_mode(house, tmp_path):
    library, card = answered(house, "capitals")
    path = library.home.decks / "capitals.yaml"
    real = tmp_path / "elsewhere.yaml"
    path.rename(real)
    real.chmod(0o600)
    path.symlink_to(real)
    library.refresh()
    library.edit_card(card, replace(card.item, hint="so"))
    assert path.is_symlink()
    assert "hint: so" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_a_card_that_is_nowhere_is_refused(house):
    stranger = cards_of(Item(question="What?", answer="this"))[0]
    with pytest.raises(QuizError, match="in no deck"):
        house.open().edit_card(stranger, stranger.item)
