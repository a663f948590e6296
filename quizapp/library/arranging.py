"""What is done to whole decks and groups: begun, renamed, moved, deleted, added to; each taken back as one."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library import recording
from quizapp.library.acts import Act, Acting, counted
from quizapp.library.filenames import file_name
from quizapp.library.shelf import Shelved
from quizapp.store.disk import read_bytes
from quizapp.store.filechange import FileChange, take_back
from quizapp.store.headingedit import retitled
from quizapp.store.home import DECK_ENDING
from quizapp.store.renaming import remove_empty, rename
from quizapp.store.schedule import move_schedule
from quizapp.text import inert, one_line

_LONGEST_NAME = 200
"""Bytes of a part of a place, its ending not among them; no file system takes more than 255."""


class Arranging(Acting):
    """Acts on decks and groups of a home."""

    @property
    def _folder(self) -> Path:
        return self._library.home.decks

    def retitle(self, deck: Shelved, title: str) -> str:
        """Give a deck another title; a file that was named for its title is named for the new one."""
        title = one_line(inert(title)).strip()
        if not title:
            raise QuizError.of("a deck needs a title", "write one")
        before = read_bytes(deck.path)
        after = retitled(before, str(deck.path), title)
        target = deck.path.with_name(f"{file_name(title)}{DECK_ENDING}")
        named = deck.name == file_name(deck.title) and target != deck.path
        self._library.write_deck(deck, after, before)
        back: Callable[[], None] | None = None
        if named:
            # A name that is taken leaves the file with the one it has.
            with suppress(QuizError):
                back = self._go(deck.path, target, {deck.place: _place(self._folder, target)})
        path = target if back else deck.path

        def undo() -> None:
            take_back(FileChange({path: before}, {path: after}))
            if back:
                back()

        return self._keep(Act(f"{deck.title} renamed to {title}", undo))

    def move(self, deck: Shelved, place: str) -> str:
        """Let a deck stand at another place, ``group/name``; after ``group/`` it keeps its name."""
        if deck.outside:
            raise QuizError.of("the deck is not below your decks", "move its file by hand", str(deck.path))
        parts = _parts(place, deck.name)
        target = self._folder.joinpath(*parts[:-1], f"{parts[-1]}{DECK_ENDING}")
        new = "/".join(parts)
        if new == deck.place:
            raise QuizError.of("the deck stands there already", "name another place, such as asia/rivers")
        back = self._go(deck.path, target, {deck.place: new})
        return self._keep(Act(f"{deck.place} moved to {new}", back))

    def move_group(self, group: str, new: str) -> str:
        """Let a group, with all that is in its folder, stand under another name or in another group."""
        group, new = group.strip("/"), "/".join(_parts(new, group.rpartition("/")[2]))
        decks = [deck for deck in self._library.shelf.decks if f"{deck.group}/".startswith(f"{group}/")]
        if not group or not decks:
            raise QuizError.of(f"there is no group `{group}`", "`quizapp decks` lists those there are")
        if new == group:
            raise QuizError.of("the group has that name already", "name another")
        if f"{new}/".startswith(f"{group}/"):
            raise QuizError.of("a group cannot be moved into itself", "name another place")
        places = {deck.place: new + deck.place[len(group) :] for deck in decks}
        source, target = (self._folder.joinpath(*name.split("/")) for name in (group, new))
        return self._keep(Act(f"{group} moved to {new}", self._go(source, target, places, (group, new))))

    def begin(self, title: str, items: Sequence[Item] = (), group: str = "") -> str:
        """Begin a deck, with some cards in it."""
        title = one_line(inert(title)).strip()
        if not title:
            raise QuizError.of("a deck needs a title", "write one")
        deck = self._library.new_deck(title, group)
        if items:
            self._library.add_cards(deck, items)
        after = read_bytes(deck.path)
        told = f"{title} begun" + (f" with {counted(len(items), 'entry', 'entries')}" if items else "")

        def undo() -> None:
            take_back(FileChange({deck.path: None}, {deck.path: after}))
            remove_empty(deck.path.parent, self._folder)

        return self._keep(Act(told, undo))

    def add(self, deck: Shelved, items: Sequence[Item]) -> str:
        """Put cards at the end of a deck."""
        before = read_bytes(deck.path)
        self._library.add_cards(deck, items)
        change = FileChange({deck.path: before}, {deck.path: read_bytes(deck.path)})
        return self._keep(Act(f"{counted(len(items), 'entry', 'entries')} added", lambda: take_back(change)))

    def delete(self, deck: Shelved) -> str:
        """Put a deck into the bin."""
        library = self._library
        library.delete_deck(deck)
        event = library.progress.last_undoable()
        if event is None:
            return f"{deck.title} deleted"
        return self._keep(Act(f"{deck.title} deleted", lambda: library.take_back(event)))

    def _go(
        self, source: Path, target: Path, places: Mapping[str, str], groups: tuple[str, str] | None = None
    ) -> Callable[[], None]:
        """Rename a file or a folder, with all that is known by its place; return what takes that back."""
        library = self._library
        old_settings = library.settings
        rename(source, target)
        try:
            library.rename_own_settings(places, groups)
            library.tell(*(recording.of_move(old, new) for old, new in places.items()))
        except QuizError:
            with suppress(QuizError):
                rename(target, source)
                library.keep_settings(old_settings)
            raise
        for old, new in places.items():
            move_schedule(library.home, old, new)
        remove_empty(source.parent, self._folder)

        def back() -> None:
            reversed_groups = (groups[1], groups[0]) if groups else None
            self._go(target, source, {new: old for old, new in places.items()}, reversed_groups)

        return back


def _place(folder: Path, path: Path) -> str:
    """Return the place of a deck's file below the folder of decks."""
    return path.relative_to(folder).with_suffix("").as_posix()


def _parts(place: str, name: str) -> list[str]:
    """Return the folders and the name that a place has; after a ``/`` at its end the ``name`` stays."""
    place = place.strip().removesuffix(DECK_ENDING)
    parts = [part.strip() for part in place.split("/") if part.strip()]
    if place.endswith("/"):
        parts.append(name)
    for part in parts or [""]:
        if not part or part.startswith(".") or inert(part) != part or "\n" in part or "\t" in part or "\\" in part:
            raise QuizError.of("this is no name of a deck or a group", "write group/name, such as asia/rivers")
        if len(part.encode("utf-8", "replace")) > _LONGEST_NAME:
            raise QuizError.of("the name is too long", "choose a shorter one")
    return parts
