"""What is open is found by looking at few cards, and is what looking at each of them would find."""

import os
import random

import pytest

from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library import agenda
from quizapp.sessions.steps import Aside

DECKS = 6


@pytest.fixture
def shelf_of(house):
    """Write some decks that share a few cards; return the house."""
    for number in range(DECKS):
        cards = "".join(f"- What is {number} and {other}?: a{other}\n" for other in range(8))
        house.write(f"d{number}.yaml", f"title: D{number}\ncards:\n{cards}- shared: card\n")
    house.clock.forward(hours=1)
    return house


def opened_on(library, day, new=30):
    found = library._agenda.open_on(day, library.shelf.decks, {"": new})
    return [(each.candidate, each.deck.place, each.number) for each in found]


def without_index(library):
    library._agenda.index = lambda: None
    return library


def study(library, chance, clock):
    session = library.study()
    for _ in range(chance.randint(1, 12)):
        if session.over:
            return
        how = chance.choice((*Grade, Aside.BURIED, Aside.SUSPENDED))
        if isinstance(how, Grade):
            session, step = session.reveal().grade(how, clock())
        else:
            session, step = session.put_aside(how, clock())
        library.record(step)
        clock.forward(minutes=chance.choice((1, 20)))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("few", [0, 8])
def test_the_index_and_the_columns_find_what_each_deck_by_itself_has(shelf_of, monkeypatch, seed, few):
    chance = random.Random(seed)
    monkeypatch.setattr("quizapp.library.progress._MANY", chance.choice((1, 500)))
    monkeypatch.setattr("quizapp.library.standing._FEW", few)
    for _ in range(4):
        library = shelf_of.open()
        assert library.shelf.index is not None
        study(library, chance, shelf_of.clock)
        for day in range(library.today - 2, library.today + 9):
            assert opened_on(library, day) == opened_on(without_index(shelf_of.open()), day)
        shelf_of.clock.forward(days=chance.choice((0, 1, 5)))


def test_after_an_edit_a_running_program_looks_at_each_deck(shelf_of):
    library = shelf_of.open()
    shelf_of.write("d0.yaml", "title: D0\ncards:\n- another: card\n")
    library.refresh()
    assert library.shelf.index is None
    assert opened_on(library, library.today) == opened_on(shelf_of.open(), library.today)


def test_a_deck_of_another_retention_is_looked_at_by_itself(shelf_of):
    (shelf_of.folder / "home" / "settings.yaml").write_text("decks: {d1: {retention: 0.97}, d2: {retention: 0.75}}\n")
    study(shelf_of.open(), random.Random(1), shelf_of.clock)
    library = shelf_of.open()
    for day in range(library.today, library.today + 40):
        assert opened_on(library, day) == opened_on(without_index(shelf_of.open()), day)


def cached(house, pattern):
    return sorted((house.folder / "one" / "cache").rglob(pattern))


def settled(house):
    """Let the decks' last change be some time ago, and what is kept of them be complete."""
    for path in (house.folder / "home" / "decks").rglob("*.yaml"):
        then = path.stat().st_mtime - 100
        os.utime(path, (then, then))
    house.open()
    return house.open()


def texts(library):
    return [(deck.deck, deck.cards, deck.kept.words) for deck in library.shelf.decks]


def test_decks_of_the_index_are_the_decks_of_the_files(shelf_of):
    anew = texts(shelf_of.open("another device"))
    assert texts(settled(shelf_of)) == anew


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:-9] + b"x" + data[-8:], lambda _: b""])
def test_an_index_that_is_damaged_is_made_anew(shelf_of, damage):
    before = texts(settled(shelf_of))
    (index,) = cached(shelf_of, "index")
    index.write_bytes(damage(index.read_bytes()))
    library = shelf_of.open()
    assert texts(library) == before
    assert opened_on(library, library.today) == opened_on(without_index(shelf_of.open()), library.today)


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes()[:-2])])
def test_a_deck_whose_cache_is_lost_is_read_again_when_it_is_looked_at(shelf_of, damage):
    before = texts(settled(shelf_of))
    library = shelf_of.open()
    for file in cached(shelf_of, "*.deck"):
        damage(file)
    assert texts(library) == before
    assert texts(shelf_of.open()) == before


def test_a_deck_that_changes_before_it_is_looked_at_is_refused_until_the_next_look(shelf_of):
    settled(shelf_of)
    library = shelf_of.open()
    shelf_of.write("d0.yaml", "title: D0\ncards:\n- another: card\n")
    for file in cached(shelf_of, "*.deck"):
        file.unlink()
    deck = next(deck for deck in library.shelf.decks if deck.place == "d0")
    with pytest.raises(QuizError, match="changed meanwhile"):
        _ = deck.cards
    library.refresh()
    assert [card.question for card in library.shelf.named("d0")[0].cards] == ["another"]


def test_a_few_decks_are_looked_at_one_by_one(shelf_of, monkeypatch):
    library = shelf_of.open()
    monkeypatch.setattr(agenda, "_MANY_DECKS", 1)
    one = library._agenda.open_on(library.today, library.shelf.decks[:2], {"": 5})
    monkeypatch.setattr(agenda, "_MANY_DECKS", 9)
    assert one == library._agenda.open_on(library.today, library.shelf.decks[:2], {"": 5})


def test_an_edited_card_is_followed_though_its_deck_was_not_looked_at_before(shelf_of):
    settled(shelf_of)
    library = shelf_of.open()
    study(library, random.Random(3), shelf_of.clock)
    answered = [
        deck
        for deck in library.shelf.decks
        if any(library.progress.past.of(card).reviews for card in deck.kept.card_ids)
    ]
    library = shelf_of.open()
    deck = next(each for each in library.shelf.decks if each.place == answered[0].place)
    card = next(card for card in deck.kept.card_ids if library.progress.past.of(card).reviews)
    number = deck.kept.number_of(card)
    text = deck.path.read_text()
    line = text.splitlines()[2 + number]
    deck.path.write_text(text.replace(line, f"{line} now"))
    library.refresh()
    (now,) = (each for each in library.shelf.named(deck.place)[0].cards if each.answer.endswith(" now"))
    assert library.progress.past.of(now.id).reviews
    assert library.progress.past.name_of(card) == now.id
