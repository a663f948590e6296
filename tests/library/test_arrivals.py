import errno
from dataclasses import replace

import pytest

from quizapp.cards.model import Deck, Item, Source
from quizapp.errors import QuizError
from quizapp.library import arrivals
from quizapp.library.filenames import file_name
from quizapp.library.inbox import Inbox
from quizapp.library.shelf import read_shelved
from quizapp.store import filechange
from quizapp.store.deckwriter import write_deck

DECK = Deck(
    "Ångström & Söhne: a day", (Item("Who?", "She", doubt="unclear"), Item("What?", "That"), Item("Why?", "So"))
)


def into_inbox(home, deck, name="waiting"):
    path = home.inbox / f"{name}.yaml"
    write_deck(path, deck)
    return path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The SCO summit in Astana", "the-sco-summit-in-astana"),
        ("Ångström & Söhne", "angstrom-sohne"),
        ("../../etc/passwd", "etc-passwd"),
        ("東京", "deck"),
        ("x" * 200, "x" * 60),
    ],
)
def test_titles_become_plain_file_names(title, name):
    assert file_name(title) == name


def test_a_generated_deck_waits_in_the_inbox_and_is_never_scheduled(house):
    library = house.open()
    into_inbox(library.home, DECK)
    library.refresh()
    assert [deck.title for deck in arrivals.inbox(library.home).decks] == [DECK.title]
    assert DECK.title not in {deck.title for deck in library.decks()}


def test_accepting_some_cards_leaves_the_others_waiting(house):
    home = house.open().home
    into_inbox(home, DECK)
    arrivals.accept(home, arrivals.inbox(home).decks[0], [1, 3])
    library = house.open()
    (accepted,) = [deck for deck in library.shelf.decks if deck.title == DECK.title]
    assert [(item.question, item.doubt) for item in accepted.deck.items] == [("Who?", ""), ("Why?", "")]
    assert [item.question for item in arrivals.inbox(home).decks[0].deck.items] == ["What?"]


def test_accepting_or_rejecting_all_empties_the_inbox(house):
    home = house.open().home
    into_inbox(home, DECK)
    into_inbox(home, DECK, "other")
    first, second = arrivals.inbox(home).decks
    arrivals.accept(home, first)
    arrivals.reject(second)
    assert not arrivals.inbox(home).decks
    assert DECK.title in {deck.title for deck in house.open().decks()}


def test_a_card_that_is_not_there_is_refused_before_anything_is_written(house):
    home = house.open().home
    path = into_inbox(home, DECK)
    before = path.read_bytes()
    with pytest.raises(QuizError, match="there is no card 9"):
        arrivals.accept(home, arrivals.inbox(home).decks[0], [2, 9])
    assert path.read_bytes() == before


def test_an_entry_that_cannot_be_read_is_not_lost(house):
    home = house.open().home
    path = into_inbox(home, DECK)
    text = path.read_text() + "- question: Half a card\n"
    path.write_text(text)
    waiting = arrivals.inbox(home).decks[0]
    for act in (lambda: arrivals.accept(home, waiting), lambda: arrivals.reject(waiting, [1])):
        with pytest.raises(QuizError, match="without an answer"):
            act()
    assert path.read_text() == text
    assert DECK.title not in {deck.title for deck in house.open().decks()}
    arrivals.reject(waiting)
    assert not path.exists()


@pytest.mark.parametrize("numbers", [[], [1]])
def test_a_deck_that_cannot_leave_the_inbox_is_not_accepted_either(house, monkeypatch, numbers):
    home = house.open().home
    path = into_inbox(home, DECK)
    waiting = arrivals.inbox(home).decks[0]
    before = {file: file.read_bytes() for file in home.root.rglob("*.yaml")}
    unlink, write = type(path).unlink, filechange.write_atomically

    def refuse_inbox(call):
        def refusing(file, *arguments, **options):
            if file.parent == home.inbox:
                raise PermissionError(errno.EACCES, "no") if call is unlink else QuizError.of("permission denied")
            return call(file, *arguments, **options)

        return refusing

    monkeypatch.setattr(type(path), "unlink", refuse_inbox(unlink))
    monkeypatch.setattr(filechange, "write_atomically", refuse_inbox(write))
    with pytest.raises(QuizError, match="permission denied"):
        arrivals.accept(home, waiting, numbers)
    assert {file: file.read_bytes() for file in home.root.rglob("*.yaml")} == before


def test_cards_accepted_one_by_one_are_one_deck(house):
    home = house.open().home
    path = into_inbox(home, replace(DECK, source=Source(title="A day", date="2024-07-04")))
    inbox = Inbox(home)
    for left in (2, 1, 0):
        accepted = inbox.accept(path, [1])
        assert inbox.count == left
    (deck,) = [deck for deck in house.open().shelf.decks if deck.path == accepted]
    assert [item.question for item in deck.deck.items] == ["Who?", "What?", "Why?"]


def test_what_was_added_to_an_accepted_deck_by_hand_stays_byte_for_byte(house):
    home = house.open().home
    path = into_inbox(home, replace(DECK, source=Source(title="A day")))
    inbox = Inbox(home)
    accepted = inbox.accept(path, [1])
    mine = accepted.read_text() + "# mine\r\n- Whose?: 'Mine'   # yes\n"
    accepted.write_text(mine, newline="")
    inbox.accept(path)
    assert accepted.read_bytes().decode().startswith(mine)
    assert len(read_shelved(accepted).cards) == 4


def test_a_deck_laid_out_by_hand_so_that_nothing_fits_gets_a_neighbour(house):
    home = house.open().home
    path = into_inbox(home, replace(DECK, source=Source(title="A day")))
    inbox = Inbox(home)
    accepted = inbox.accept(path, [1])
    turned = "cards: [{question: Who?, answer: She}]\ntitle: '" + DECK.title + "'\nsource: {title: A day}\n"
    accepted.write_text(turned)
    assert inbox.accept(path) != accepted
    assert accepted.read_text() == turned


def test_decisions_are_taken_back_to_the_last_byte(house):
    home = house.open().home
    path = into_inbox(home, replace(DECK, source=Source(title="A day")))
    before = {file: file.read_bytes() for file in home.root.rglob("*.yaml")}
    inbox = Inbox(home)
    inbox.amend(path, 2, Item("What else?", "This"))
    inbox.accept(path, [2])
    inbox.reject(path, [1])
    inbox.accept(path)
    assert inbox.count == 0
    told = [inbox.undo() for _ in range(5)]
    assert told == ["1 card accepted", "1 card rejected", "1 card accepted", "1 card edited", ""]
    assert {file: file.read_bytes() for file in home.root.rglob("*.yaml")} == before


def test_what_was_changed_since_is_neither_decided_on_nor_taken_back(house):
    home = house.open().home
    path = into_inbox(home, DECK)
    inbox = Inbox(home)
    accepted = inbox.accept(path, [1])
    accepted.write_text(accepted.read_text() + "- Mine?: Yes\n")
    with pytest.raises(QuizError, match="changed since"):
        inbox.undo()
    write_deck(path, Deck("Another", (Item("Which?", "This"),)))
    with pytest.raises(QuizError, match="changed meanwhile"):
        inbox.accept(path)
