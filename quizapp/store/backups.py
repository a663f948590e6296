"""Copies of decks from before the program wrote to them, thinned out with age.

They are in ``.backups`` of the home, so that they travel with it: a folder for each deck, in it a
file for each copy, named by its time and the device. A deck is copied at most every half hour;
all copies of the last two days stay, then one a day, one a week, one a month.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from quizapp.store.atomic import write_atomically
from quizapp.store.disk import DISK, Disk, read_bytes
from quizapp.store.home import DECK_ENDING, Home

_PAUSE = timedelta(minutes=30)
_ALL_OF = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_NAME = re.compile(r"(\d{8}T\d{6}Z)-[a-z0-9]+\.yaml")
_TIME = "%Y%m%dT%H%M%SZ"


def back_up(home: Home, place: str, data: bytes, now: datetime, disk: Disk = DISK) -> Path | None:
    """Copy a deck's bytes aside and thin out its older copies; return the copy, None if there is a fresh one.

    Raises QuizError when it cannot be copied.
    """
    folder = folder_of(home, place)
    there = dict(_copies(folder))
    if any(timedelta(0) <= now - time < _PAUSE for time in there.values()):
        return None
    path = folder / f"{now.astimezone(UTC).strftime(_TIME)}-{home.device}{DECK_ENDING}"
    write_atomically(path, data, disk)
    kept = worth_keeping(there.values(), now)
    for old, time in there.items():
        if time not in kept:
            with contextlib.suppress(OSError):
                old.unlink()
    return path


def keep_copy(home: Home, path: Path, now: datetime, disk: Disk = DISK) -> Path:
    """Copy any file of the home aside, whatever copies there are; return the copy. Raises QuizError."""
    time = now.astimezone(UTC).strftime(_TIME)
    copy = home.backups / "doctor" / f"{time}-{path.name}"
    write_atomically(copy, read_bytes(path), disk)
    return copy


def folder_of(home: Home, place: str) -> Path:
    """Return the folder of a deck's copies; a deck outside the home has one by its path."""
    if not place.startswith("/"):
        return home.backups / place
    name = hashlib.blake2b(place.encode(errors="surrogateescape"), digest_size=4).hexdigest()
    return home.backups / f"{Path(place).stem}-{name}"


def worth_keeping(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies stay: all that are fresh, and the last of each of some days, weeks and months."""
    newest_first = sorted(times, reverse=True)
    kept = {time for time in newest_first if now - time < _ALL_OF}
    for span, number in (("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS), ("%Y-%m", _MONTHS)):
        last_of: dict[str, datetime] = {}
        for time in newest_first:
            last_of.setdefault(time.strftime(span), time)
        kept.update(islice(last_of.values(), number))
    return kept


def _copies(folder: Path) -> Iterator[tuple[Path, datetime]]:
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if found := _NAME.fullmatch(path.name):
                with contextlib.suppress(ValueError):
                    yield path, datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
