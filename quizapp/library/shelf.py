"""The decks at hand: those of the home and any named by path, and what a user's word for a deck means."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.cards.model import Card, Deck
from quizapp.errors import Problem, QuizError
from quizapp.store.collecting import uncollected
from quizapp.store.deckcache import DeckCache, Stamp, stamp_of
from quizapp.store.home import DECK_ENDING, deck_paths, expanded, is_conflict_copy
from quizapp.store.keptdeck import KeptDeck
from quizapp.store.shelfindex import CardIndex


@dataclass(frozen=True, slots=True)
class Shelved:
    """A deck that was read, and where it stands."""

    path: Path
    group: str
    """The folder below the home's decks, with ``/`` between its parts; empty at the top or outside."""
    kept: KeptDeck
    """What the file says, each card when it is asked for."""
    problems: tuple[Problem, ...]
    stamp: Stamp = field(default=(), compare=False)
    """Of the file when it was read."""
    outside: bool = False
    """It is not below the home's decks."""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def title(self) -> str:
        """The deck's title."""
        return self.heading.title

    @property
    def heading(self) -> Deck:
        """The deck without its items, which costs nothing to look at."""
        return self.kept.heading

    @property
    def deck(self) -> Deck:
        """The whole deck."""
        return self.kept.deck

    @property
    def cards(self) -> tuple[Card, ...]:
        """In file order, each once: a card that the file repeats is studied once."""
        return self.kept.cards

    @property
    def place(self) -> str:
        """Where the deck stands: its group and its name, the same on all devices; outside the home, its path.

        It tells decks of one title apart, and is what the journal, the settings and schedules know a deck by.
        """
        if self.outside:
            return self.path.absolute().as_posix()
        return f"{self.group}/{self.name}" if self.group else self.name


@dataclass(frozen=True, slots=True)
class Shelf:
    """All decks at hand, in order of group and name, and the files that are none."""

    decks: tuple[Shelved, ...]
    broken: tuple[Problem, ...] = ()
    """Why files below the home's decks could not be read at all."""
    earlier: tuple[Shelved, ...] = ()
    """The decks as they were when they were last looked at, by this run of the program or by an earlier one."""
    index: CardIndex | None = field(default=None, compare=False, repr=False)
    """Where cards stand in all decks; None if that has to be looked for."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: whole files first, then single cards."""
        return (*self.broken, *(problem for deck in self.decks for problem in deck.problems))

    def named(self, word: str) -> tuple[Shelved, ...]:
        """Return the decks that ``word`` means: one by file name or title, or all of a group.

        Raises QuizError when there is none, or when several decks go by that name.
        """
        group = tuple(deck for deck in self.decks if f"{deck.group}/".startswith(f"{word.rstrip('/')}/"))
        if group and not any(word in (deck.name, deck.place, deck.title) for deck in self.decks):
            return group
        if deck := self.called(word):
            return (deck,)
        raise QuizError.of(f"there is no deck called `{word}`", self._suggestion(word))

    def called(self, word: str) -> Shelved | None:
        """Return the deck that ``word`` names by file name, place or title, whatever groups there are; None if none.

        Raises QuizError when several decks go by that name.
        """
        if not (found := [deck for deck in self.decks if word in (deck.name, deck.place, deck.title)]):
            folded = word.casefold()
            found = [deck for deck in self.decks if folded in (deck.name.casefold(), deck.title.casefold())]
        return _only(found, word) if found else None

    def _suggestion(self, word: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - needed only for a message, and slow to import

        names = [deck.place for deck in self.decks]
        near = get_close_matches(word, [*names, *(deck.title for deck in self.decks)], n=1)
        return f"did you mean `{near[0]}`?" if near else "`quizapp decks` lists those there are"


HowFar = Callable[[int, int], None]
"""Is told how many of how many are done."""

EMPTY = Shelf(())
"""The shelf of a home without decks."""


def read_shelf(folder: Path, before: Shelf = EMPTY, cache: Path | None = None, told: HowFar | None = None) -> Shelf:
    """Read every deck file below ``folder``; a folder that does not exist is empty.

    A file that has not changed since the shelf ``before`` was read is not read again, and one that
    has been broken since keeps its last good version usable. What is read is kept in ``cache``, which
    also tells how the decks were in an earlier run. ``told`` is told how far this is, deck by deck.
    """
    reader = DeckCache(cache)
    paths, known = deck_paths(folder), {deck.path for deck in before.decks}
    with reader.ahead(path for path in paths if path not in known):
        return _read_all(folder, paths, before, reader, told or (lambda *_: None))


def _read_all(folder: Path, paths: Sequence[Path], before: Shelf, reader: DeckCache, told: HowFar) -> Shelf:
    known = {deck.path: deck for deck in before.decks}
    decks: list[Shelved] = []
    broken: list[Problem] = []
    earlier = list(before.decks)
    for number, path in enumerate(paths):
        told(number, len(paths))
        same = known.get(path)
        if same and same.stamp and same.stamp == stamp_of(path):
            reader.use(path)
            decks.append(same)
            continue
        try:
            with uncollected():
                decks.append(_read(path, group_of(path, folder), reader))
        except QuizError as error:
            broken.extend(error.problems)
            same = same or _kept(path, folder, reader.before(path))
            decks.extend([same] if same else [])
        if was := None if path in known else _kept(path, folder, reader.before(path)):
            earlier.append(was)
    gone = ((path, kept) for path, kept in reader.gone() if path not in known and path.is_relative_to(folder))
    earlier += (Shelved(path, group_of(path, folder), kept, kept.problems) for path, kept in gone)
    # It takes a while to make, so that a program that is running does without it once decks have changed.
    index = reader.index() if before is EMPTY else None
    return Shelf(tuple(decks), tuple(broken), tuple(earlier), index)


def group_of(path: Path, folder: Path) -> str:
    """Return the group of a deck file below ``folder``: the folders between, with ``/`` between their names."""
    group = path.parent.relative_to(folder).as_posix()
    return "" if group == "." else group


def _kept(path: Path, folder: Path, kept: KeptDeck | None) -> Shelved | None:
    """Return a deck as it was kept, without a stamp, so that its file is looked into the next time."""
    return Shelved(path, group_of(path, folder), kept, kept.problems) if kept is not None else None


def read_shelved(path: Path) -> Shelved:
    """Read one deck file outside of the home. Raises QuizError when it cannot be read as a whole."""
    return _read(path, "", DeckCache(), outside=True)


def _read(path: Path, group: str, reader: DeckCache, *, outside: bool = False) -> Shelved:
    kept, stamp = reader.read(path)
    return Shelved(path, group, kept, (*_of_copy(path), *kept.problems), stamp, outside)


def _of_copy(path: Path) -> Iterator[Problem]:
    """Tell of a file that a sync left beside the one it could not merge it with.

    The name alone does not tell: an article may be about a conflict.
    """
    if is_conflict_copy(path) and any(path.stem.startswith(other.stem) for other in _beside(path)):
        yield Problem(
            str(path),
            message="a conflict copy that a sync has made of another deck",
            remedy="take over what you want from it and delete it",
        )


def _beside(path: Path) -> Iterator[Path]:
    return (other for other in path.parent.glob(f"*{DECK_ENDING}") if other != path)


def is_path(word: str) -> bool:
    """Say whether a user's word for a deck is a path and not a name."""
    return "/" in word or word.endswith(DECK_ENDING)


def chosen(shelf: Shelf, words: Iterable[str]) -> tuple[Shelved, ...]:
    """Return the decks that ``words`` mean, each once, in the order of the words; all if there are no words."""
    if not (words := list(words)):
        return shelf.decks
    return tuple({deck.path: deck for word in words for deck in _meant(shelf, word)}.values())


def _meant(shelf: Shelf, word: str) -> Iterator[Shelved]:
    if not is_path(word):
        yield from shelf.named(word)
    elif (inside := _inside(shelf, word)) is not None:
        yield inside
    elif not word.endswith(DECK_ENDING) and not os.path.isfile(word):  # noqa: PTH113 - false for what is no path
        yield from shelf.named(word)
    else:
        yield read_shelved(expanded(Path(word)))


def _inside(shelf: Shelf, word: str) -> Shelved | None:
    """Return the shelf's own deck when a path leads to it, so that it keeps its group."""
    try:
        path = expanded(Path(word)).resolve()
        return next((deck for deck in shelf.decks if deck.path.resolve() == path), None)
    except (OSError, RuntimeError):
        # A circle of links, or a folder to start from that is gone: no deck of the shelf is there.
        return None


def deck_holding(shelf: Shelf, card: Card, place: str = "") -> Shelved:
    """Return the deck at a place, or the first on the shelf, that has a card. Raises QuizError if there is none."""
    outside = [read_shelved(Path(place))] if place.startswith("/") else []
    for deck in (*outside, *shelf.decks):
        if (not place or deck.place == place) and deck.kept.holds(card.id):
            return deck
    raise QuizError.of("the card is in no deck any more", "look for it in its file", place)


def _only(found: list[Shelved], word: str) -> Shelved:
    if len(found) > 1:
        places = ", ".join(f"`{deck.place}`" for deck in found)
        raise QuizError.of(f"several decks are called `{word}`: {places}", "name one of them")
    return found[0]
