"""The parse of each deck file, kept outside the home until the file changes."""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from quizapp.cards.model import Deck
from quizapp.store.atomic import digest_of
from quizapp.store.cachefile import read_cache, write_cache
from quizapp.store.disk import SIZE_LIMIT, read_bytes
from quizapp.store.keptdeck import KeptDeck

Stamp = tuple[int, ...]
"""A file's inode, size and time of change; empty, which is never the same, for a file that is gone."""

_ENDING = ".deck"
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

    def read(self, path: Path) -> tuple[KeptDeck, Stamp]:
        """Return what the deck file at ``path`` says. Raises QuizError when it cannot be read as a whole."""
        stamp = stamp_of(path)
        if self._folder is None:
            return KeptDeck(*_parsed(path, read_bytes(path, most=SIZE_LIMIT + 1))), stamp
        kept = self._folder / self.use(path)
        sections = read_cache(kept, str(path))
        if sections is not None:
            self._before[path] = KeptDeck(sections)
            if sections["stamp"] == json.dumps(stamp).encode():
                return self._before[path], stamp
        return self._looked_into(path, stamp, kept, sections), stamp

    def before(self, path: Path) -> KeptDeck | None:
        """Return what a deck that was read now said when it was read in an earlier run; None if that is not known."""
        return self._before.get(path)

    def gone(self) -> Iterator[tuple[Path, KeptDeck]]:
        """Yield the decks that are kept and were not read by this object, and forget them."""
        for file in self._others():
            sections = read_cache(file)
            if sections is not None:
                yield Path(os.fsdecode(sections["path"])), KeptDeck(sections)
            with contextlib.suppress(OSError):
                file.unlink()

    def use(self, path: Path) -> str:
        """Let what is kept of a deck stay, and return the name under which it is."""
        name = hashlib.blake2b(str(path).encode(errors="surrogateescape"), digest_size=12).hexdigest() + _ENDING
        self._used.add(name)
        return name

    def _others(self) -> list[Path]:
        """Return the files in which decks are kept that have not been read by this object."""
        if self._folder is None:
            return []
        with contextlib.suppress(OSError):
            return [file for file in self._folder.glob(f"*{_ENDING}") if file.name not in self._used]
        return []

    def _looked_into(self, path: Path, stamp: Stamp, kept: Path, sections: dict[str, bytes] | None) -> KeptDeck:
        """Read the file itself; if it says what it said before, it need not be parsed again."""
        # While its last change is fresh, the file may change once more without its stamp telling.
        settled = bool(stamp) and time.time_ns() - stamp[-1] > _SETTLED_NS
        data = read_bytes(path, most=SIZE_LIMIT + 1)
        deck = self._before.get(path)
        if sections is None or deck is None or deck.digest != digest_of(data):
            sections, parsed = _parsed(path, data)
            deck = KeptDeck(sections, parsed)
        told = {"stamp": json.dumps(stamp if settled else ()).encode(), "path": os.fsencode(path)}
        write_cache(kept, str(path), {**sections, **told})
        return deck


def _parsed(path: Path, data: bytes) -> tuple[dict[str, bytes], Deck]:
    """Return what a deck file says, as it is kept and as it is. Raises QuizError when it cannot be read as a whole."""
    from quizapp.store.deckfile import deck_file  # noqa: PLC0415 - brings the parser, which the first card need not
    from quizapp.store.packing import packed  # noqa: PLC0415 - likewise

    file = deck_file(path, data, str(path))
    return packed(file), file.deck
