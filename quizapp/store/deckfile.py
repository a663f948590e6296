"""A deck file: its bytes, read as a deck, with what is wrong in it and what could be better."""

import bisect
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.model import Deck, Item
from quizapp.cards.model import Source as Origin
from quizapp.errors import Problem, QuizError
from quizapp.store.atomic import digest_of
from quizapp.store.disk import SIZE_LIMIT, read_bytes
from quizapp.store.items import Reader
from quizapp.store.loader import ListNode, Loaded, MapNode, Mark, Node, end_of, start_of
from quizapp.store.rawadvice import raw_advice
from quizapp.store.salvage import loaded_deck
from quizapp.store.schema import DECK_SHAPES
from quizapp.store.source import Source, decoded


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """What the text of a deck file says."""

    deck: Deck
    problems: tuple[Problem, ...]
    """What could not be read, in file order; each card it concerns is left out of the deck."""
    advice: tuple[Problem, ...]
    """What only the file's own text can show, such as a ``#`` that cuts a line."""


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck and the file it was read from."""

    path: Path
    name: str
    """The file's name without its ending."""
    deck: Deck
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    digest: str
    """Of the file's bytes; tells whether it has changed since."""


def read_deck(path: Path, file: str = "") -> DeckFile:
    """Read the deck file at ``path``; messages call it ``file``, or else as ``path`` is written.

    Raises QuizError when it cannot be read as a whole.
    """
    shown = file or str(path)
    return deck_file(path, read_bytes(path, shown, SIZE_LIMIT + 1), shown)


def deck_file(path: Path, data: bytes, shown: str) -> DeckFile:
    """Return what the bytes of the deck file at ``path`` say. Raises QuizError when they are no deck."""
    read = parse_deck(data, shown)
    return DeckFile(path, path.stem, read.deck, read.problems, read.advice, digest_of(data))


def parse_deck(data: bytes, file: str) -> ReadDeck:
    """Read the bytes of a deck file, named ``file`` in messages.

    A problem in one card leaves that card out. Raises QuizError, with all that is wrong, when the
    file as a whole is no deck.
    """
    source = decoded(data, file)
    loaded, broken = loaded_deck(source)
    return _deck(loaded, broken, source)


def _deck(loaded: Loaded, broken: tuple[Problem, ...], source: Source) -> ReadDeck:
    root = loaded.root
    spoiling = sorted((*loaded.problems, *broken))
    if type(root) is not MapNode:
        raise QuizError(*spoiling, _no_deck(source, root))
    reader = Reader(loaded.source)
    heading = reader.values(root, DECK_SHAPES)
    title = str(heading.get("title") or "").strip()
    if not title:
        reader.note(root, "the deck has no title", "begin the file with title: …")
    cards = root.entries.get("cards")
    if cards is None or type(cards[1]) is not ListNode:
        raise QuizError(_no_cards(source, cards[1] if cards else None), *sorted((*spoiling, *reader.problems)))
    if outside := _outside(loaded.problems, cards[1]):
        raise QuizError(*outside, *(problem for problem in spoiling if problem not in outside))
    items = _items(reader, cards[1].children, loaded.problems)
    deck = Deck(
        title=heading["title"] if title else _stem(source.file),
        items=items,
        description=heading.get("description", ""),
        tags=heading.get("tags", ()),
        strict=heading.get("strict", False),
        source=heading.get("source") or Origin(),
    )
    return ReadDeck(deck, tuple(sorted((*spoiling, *reader.problems))), tuple(raw_advice(loaded)))


def _items(reader: Reader, nodes: list[Node], spoiled: tuple[Problem, ...]) -> tuple[Item, ...]:
    places = [_place(node) for node in nodes] if spoiled else []
    bad = {_holder(problem, places) for problem in spoiled}
    items: list[Item] = []
    ids: dict[str, int] = {}
    for number, node in enumerate(nodes):
        item = reader.item(node) if number not in bad else None
        if item is None:
            continue
        if item.id and ids.setdefault(item.id, item.line) != item.line:
            reader.note(
                node, f"the id `{item.id}` is already that of the card in line {ids[item.id]}", "change one of them"
            )
            continue
        items.append(item)
    return tuple(items)


def _outside(problems: tuple[Problem, ...], cards: ListNode) -> list[Problem]:
    """Return the problems that stand in no card."""
    if not problems:
        return []
    places, end = [_place(node) for node in cards.children], _at(end_of(cards))
    return [problem for problem in problems if _holder(problem, places) < 0 or (problem.line, problem.column) >= end]


def _holder(problem: Problem, places: list[tuple[int, int]]) -> int:
    return bisect.bisect_right(places, (problem.line, problem.column)) - 1


def _place(node: Node) -> tuple[int, int]:
    return _at(start_of(node))


def _at(mark: Mark) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1)


def _no_deck(source: Source, root: Node | None) -> Problem:
    if root is None:
        return source.problem(1, 1, "the file is empty", "write title: … and cards:")
    return source.problem(*_place(root), "this is no deck", "write title: … and cards: with a list of cards")


def _no_cards(source: Source, node: Node | None) -> Problem:
    if node is None:
        return source.problem(1, 1, "the deck has no `cards`", "add cards: with a list of cards")
    return source.problem(*_place(node), "`cards` must be a list", "begin each card with a dash")


def _stem(file: str) -> str:
    return Path(file).stem or "Untitled"
