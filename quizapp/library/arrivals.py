"""How decks come into a home: generated ones into the inbox, accepted ones and samples onto the shelf."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizapp.cards.identity import item_key
from quizapp.cards.model import Deck, Item, Source
from quizapp.errors import QuizError
from quizapp.library.filenames import free_path
from quizapp.library.samples import sample_files
from quizapp.library.shelf import Shelf, Shelved, read_shelf
from quizapp.store.atomic import write_atomically
from quizapp.store.deckfile import parse_deck, read_deck
from quizapp.store.deckwriter import deck_text, with_items
from quizapp.store.disk import read_bytes
from quizapp.store.filechange import FileChange, change_files
from quizapp.store.home import Home
from quizapp.store.settings import Settings, save_settings


def inbox(home: Home) -> Shelf:
    """Return the generated decks that wait for a decision."""
    return read_shelf(home.inbox)


def accept(home: Home, waiting: Shelved, numbers: Iterable[int] = ()) -> tuple[Path, FileChange]:
    """Put cards of a waiting deck onto the shelf: those with the given numbers, from 1, or all of them.

    They join what was accepted of the same article before. What is left stays in the inbox; the doubts
    that were for the reader's eyes are not taken along. Returns the path of the deck on the shelf, and
    the change; raises QuizError, and then no card is on the shelf.
    """
    _refuse_unreadable(waiting)
    taken, left = _parted(waiting, numbers)
    accepted = replace(waiting.deck, items=tuple(replace(item, doubt="") for item in taken.items))
    path, data = _joined(home.decks, waiting.name, accepted)
    return path, change_files({path: data, waiting.path: _kept(left)})


def reject(waiting: Shelved, numbers: Iterable[int] = ()) -> FileChange:
    """Take cards of a waiting deck out of the inbox: those with the given numbers, from 1, or all. Raises QuizError."""
    left = _parted(waiting, numbers)[1]
    if left.items:
        _refuse_unreadable(waiting)
    return change_files({waiting.path: _kept(left)})


def amend(waiting: Shelved, number: int, item: Item) -> FileChange:
    """Put another item in the place of one of a waiting deck, counted from 1. Raises QuizError."""
    _refuse_unreadable(waiting)
    items = list(waiting.deck.items)
    items[number - 1] = item
    return change_files({waiting.path: deck_text(replace(waiting.deck, items=tuple(items))).encode()})


def set_up(home: Home, settings: Settings) -> bool:
    """Give a home that has never been opened the sample decks and a settings file; say whether that was so.

    The settings file is the sign: samples that were deleted stay deleted. Raises QuizError.
    """
    if home.settings_file.exists():
        return False
    for sample in sample_files():
        path = home.decks / sample.name
        if not path.exists():
            write_atomically(path, sample.read_bytes())
    save_settings(home.settings_file, settings)
    return True


def _parted(waiting: Shelved, numbers: Iterable[int]) -> tuple[Deck, Deck]:
    """Return the deck with the chosen items only, and with the others only."""
    items = waiting.deck.items
    chosen = set(numbers) or set(range(1, len(items) + 1))
    if unknown := sorted(chosen - set(range(1, len(items) + 1))):
        raise QuizError.of(f"there is no card {unknown[0]}", f"choose from 1 to {len(items)}", str(waiting.path))
    numbered = list(enumerate(items, start=1))
    taken = tuple(item for number, item in numbered if number in chosen)
    left = tuple(item for number, item in numbered if number not in chosen)
    return replace(waiting.deck, items=taken), replace(waiting.deck, items=left)


def _refuse_unreadable(waiting: Shelved) -> None:
    """Raise QuizError when writing the deck anew would lose an entry that could not be read."""
    if waiting.problems:
        raise QuizError(*waiting.problems)


def _kept(left: Deck) -> bytes | None:
    return deck_text(left).encode() if left.items else None


def _joined(folder: Path, name: str, accepted: Deck) -> tuple[Path, bytes]:
    """Return where accepted cards go, and the file with them: after those of the same article, else a new file."""
    path = free_path(folder, name, lambda path: path.exists() and not _is_of(path, accepted))
    while path.exists():
        data = read_bytes(path)
        there = {item_key(item) for item in parse_deck(data, str(path)).deck.items}
        try:
            return path, with_items(data, str(path), [i for i in accepted.items if item_key(i) not in there])
        except QuizError:
            # Laid out by hand, so that nothing can be put at its end.
            path = free_path(folder, name)
    return path, deck_text(accepted).encode()


def _is_of(path: Path, deck: Deck) -> bool:
    """Say whether a deck file holds cards of the same article."""
    try:
        there = read_deck(path).deck
    except QuizError:
        return False
    return there.source == deck.source != Source() and there.title == deck.title
