"""Where the deck of an article goes: under a name of its own, over an earlier making of itself, and nothing else."""

from pathlib import Path

from quizapp.cards.model import Deck
from quizapp.errors import QuizError
from quizapp.library.filenames import file_name, free_path
from quizapp.reading.document import Document
from quizapp.reading.source import PASTED, STANDARD_INPUT
from quizapp.store.atomic import digest_of
from quizapp.store.deckfile import parse_deck, read_deck
from quizapp.store.deckwriter import write_deck
from quizapp.store.disk import read_bytes


def refuse_empty(deck: Deck, document: Document, dated: str) -> None:
    """Raise QuizError when no card was made; ``dated`` says how to give an article its date."""
    if not deck.items:
        remedy = "try a longer news or reference text" if document.date else dated
        raise QuizError.of("no card could be made of it safely", remedy, document.file)


def deliver(inbox: Path, deck: Deck, document: Document) -> Path:
    """Put the deck of an article into the inbox; return its path. Raises QuizError."""
    path = place_in(inbox, deck, document)
    write_deck(path, deck, was=replaceable(path) if path.exists() else "")
    return path


def place_in(folder: Path, deck: Deck, document: Document) -> Path:
    """Return where the deck of an article goes in a folder."""
    nameless = document.file in (STANDARD_INPUT, PASTED)
    named = document.title if nameless else Path(document.file).stem
    return free_path(folder, file_name(named), lambda path: _is_another(path, deck))


def replaceable(path: Path, *, force: bool = False) -> str:
    """Return the digest of a deck that may be overwritten: one that was generated, or any if forced.

    Raises QuizError.
    """
    data = read_bytes(path, str(path))
    try:
        items = parse_deck(data, str(path)).deck.items
    except QuizError:
        items = ()
    if not force and not (items and all(item.rule for item in items)):
        raise QuizError.of("exists and was not made by generate", "choose another file, or add --force", str(path))
    return digest_of(data)


def made_from(path: Path) -> tuple[str, str] | None:
    """Return title and address of the article that a deck file was made from; None if it cannot be read."""
    try:
        source = read_deck(path).deck.source
    except QuizError:
        return None
    return source.title, source.url


def _is_another(path: Path, deck: Deck) -> bool:
    """Say whether a file stands there that is not from the last making of the same deck."""
    return path.exists() and made_from(path) != (deck.source.title, deck.source.url)
