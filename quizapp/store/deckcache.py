"""The parse of each deck file, kept outside the home until the file changes."""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from quizapp.cards.model import Deck
from quizapp.errors import QuizError
from quizapp.store.atomic import TEMPORARY, digest_of
from quizapp.store.cachefile import Damaged, Sections, open_cache, read_cache, write_cache
from quizapp.store.disk import SIZE_LIMIT, read_bytes
from quizapp.store.keptdeck import KeptDeck
from quizapp.store.parseahead import ParseAhead
from quizapp.store.shelfindex import CardIndex, Entry, ShelfIndex

Stamp = tuple[int, ...]
"""A file's inode, size and time of change; empty, which is never the same, for a file that is gone."""

_ENDING = ".deck"
_INDEX = "index"
_EARLIER = ".was"
_LOOKED_FOR_S = 86_400.0
_SETTLED_NS = 2_000_000_000
"""Once a file's last change is so long ago, another change cannot leave its time as it is."""


def stamp_of(path: Path) -> Stamp:
    """Return what changes with a file's content."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


class DeckCache:
    """Reads deck files; what has been read before comes from ``folder``, if there is one."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep what is read in ``folder``, which need not exist."""
        self._folder = folder
        self._used: set[str] = set()
        self._before: dict[Path, KeptDeck] = {}
        self._unknown: set[Path] = set()
        """Decks that were never read when this was made, whoever has read them since."""
        self._read: list[Entry] = []
        self._index = ShelfIndex(folder / _INDEX, self._sections_of) if folder else None

    def read(self, path: Path) -> tuple[KeptDeck, Stamp]:
        """Return what the deck file at ``path`` says. Raises QuizError when it cannot be read as a whole."""
        stamp = stamp_of(path)
        if self._folder is None:
            return KeptDeck(*_parsed(path, read_bytes(path, most=SIZE_LIMIT + 1))), stamp
        kept = self._folder / self.use(path)
        if self._index and (known := self._index.get(path, stamp)):
            self._before[path] = known
            self._read.append((str(path), stamp, known))
            return known, stamp
        sections = read_cache(kept, str(path))
        known = KeptDeck(sections) if sections is not None else None
        if known and sections is not None:
            if path not in self._unknown:
                self._before[path] = known
            if sections["stamp"] == json.dumps(stamp).encode():
                self._read.append((str(path), stamp, known))
                return known, stamp
        deck = self._looked_into(path, stamp, sections, known)
        self._read.append((str(path), stamp if _settled(stamp) else (), deck))
        return deck, stamp

    def knows(self, path: Path) -> bool:
        """Say whether a deck has been read by this or another process, as it is now or was."""
        if self._folder is None or self._index is None:
            return False
        if self._index.has(path):
            return True
        kept = open_cache(self._folder / self._name_of(path), str(path))
        if kept is not None:
            kept.close()
        return kept is not None

    def ahead(self, paths: Iterable[Path]) -> "contextlib.closing[ParseAhead]":
        """Have those of some decks that were never read parsed by a second process too, while this is open."""
        self._unknown = {path for path in paths if not self.knows(path)} if self._folder else set()
        return contextlib.closing(ParseAhead(self._folder or Path(), sorted(self._unknown)))

    def index(self) -> CardIndex | None:
        """Keep what the decks that were read have said, and return where their cards stand; None without a folder."""
        if self._index is None:
            return None
        self._index.keep(self._read)
        return self._index.cards

    def before(self, path: Path) -> KeptDeck | None:
        """Return what a deck that was read now said when it was read in an earlier run; None if that is not known."""
        return self._before.get(path)

    def gone(self) -> Iterator[tuple[Path, KeptDeck]]:
        """Yield the decks that are kept and were not read by this object, and forget them."""
        self._forget_earlier()
        for file in self._others():
            sections = read_cache(file)
            if sections is not None:
                yield Path(os.fsdecode(sections["path"])), KeptDeck(sections)
            with contextlib.suppress(OSError):
                file.unlink()

    def use(self, path: Path) -> str:
        """Let what is kept of a deck stay, and return the name under which it is."""
        name = self._name_of(path)
        self._used.add(name)
        return name

    @staticmethod
    def _name_of(path: Path) -> str:
        return hashlib.blake2b(str(path).encode(errors="surrogateescape"), digest_size=12).hexdigest() + _ENDING

    def _others(self) -> list[Path]:
        """Return the files in which decks are kept that have not been read by this object."""
        if self._folder is None:
            return []
        with contextlib.suppress(OSError):
            return [file for file in self._folder.glob(f"*{_ENDING}") if file.name not in self._used]
        return []

    def _forget_earlier(self) -> None:
        """Remove what was put aside, or left unfinished, so long ago that no running program looks for it."""
        files = (self._folder.glob(f"*{ending}") for ending in (_EARLIER, TEMPORARY)) if self._folder else ()
        for file in chain.from_iterable(files):
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > _LOOKED_FOR_S:
                    file.unlink()

    def _sections_of(self, path: Path, digest: str, names: Iterable[str]) -> Sections:
        """Return what is kept of a deck, or else parse its file again. Raises QuizError when that is another by now."""
        file = (self._folder or Path()) / self._name_of(path)
        for kept in filter(None, (open_cache(each, str(path)) for each in (file, _earlier(file)))):
            with contextlib.closing(kept), contextlib.suppress(Damaged):
                if kept["digest"] == digest.encode():
                    return {name: kept[name] for name in names}
        data = read_bytes(path, most=SIZE_LIMIT + 1)
        if digest_of(data) != digest:
            raise QuizError.of("the deck was changed meanwhile", "try again", str(path))
        sections, _ = _parsed(path, data)
        self._write(path, (), sections)
        return sections

    def _put_aside(self, path: Path) -> None:
        """Let what was kept of a deck be there for those who have not looked at all of it yet."""
        file = (self._folder or Path()) / self._name_of(path)
        with contextlib.suppress(OSError):
            file.replace(_earlier(file))
            os.utime(_earlier(file))

    def _write(self, path: Path, stamp: Stamp, sections: Sections) -> None:
        told = {"stamp": json.dumps(stamp).encode(), "path": os.fsencode(path)}
        write_cache((self._folder or Path()) / self._name_of(path), str(path), {**sections, **told})

    def _looked_into(self, path: Path, stamp: Stamp, sections: Sections | None, deck: KeptDeck | None) -> KeptDeck:
        """Read the file itself; if it says what it said before, it need not be parsed again."""
        data = read_bytes(path, most=SIZE_LIMIT + 1)
        if sections is None or deck is None or deck.digest != digest_of(data):
            sections, parsed = _parsed(path, data)
            deck = KeptDeck(sections, parsed)
            self._put_aside(path)
        self._write(path, stamp if _settled(stamp) else (), sections)
        return deck


def _earlier(file: Path) -> Path:
    """Return where what was kept in a file goes when something else is kept there."""
    return file.with_name(file.name + _EARLIER)


def _settled(stamp: Stamp) -> bool:
    """Say whether another change of the file would change its stamp, which is not sure while a change is fresh."""
    return bool(stamp) and time.time_ns() - stamp[-1] > _SETTLED_NS


def _parsed(path: Path, data: bytes) -> tuple[dict[str, bytes], Deck]:
    """Return what a deck file says, as it is kept and as it is. Raises QuizError when it cannot be read as a whole."""
    from quizapp.store.deckfile import deck_file  # noqa: PLC0415 - brings the parser, which the first card need not
    from quizapp.store.packing import packed  # noqa: PLC0415 - likewise

    file = deck_file(path, data, str(path))
    return packed(file), file.deck
