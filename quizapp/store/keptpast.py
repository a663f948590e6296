"""The fold of the journals, kept outside the home: what belongs together, and where in the journals it stands.

The journals stay the truth. What is kept of a million answers is one number for each, the place of
its line, under the card or quiz that it is about; what happened to a card is read from there when
somebody asks.
"""

import hashlib
import json
import os
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeVar

from quizapp.cards.model import CardId
from quizapp.errors import QuizError
from quizapp.history.events import Event, EventId
from quizapp.history.fold import Past
from quizapp.history.parts import PartName
from quizapp.history.retold import Kept
from quizapp.store.cachefile import Sections
from quizapp.store.eventlines import Unreadable, event_of, fields_of, line_of
from quizapp.store.journalposition import Position, place_of
from quizapp.store.names import Names, is_regular

K = TypeVar("K", bound=str)
V = TypeVar("V")

_CARD = "card:"
_LINE = 1024
"""Bytes that nearly every line is shorter than."""

MOST_PARTS = 1 << 24
"""As many parts have a number in what is kept."""
_NUMBER = MOST_PARTS - 1
_HASH = (1 << 64) - MOST_PARTS


class KeptPast:
    """What `arranged` has put down, read where it stands.

    Args:
        sections: as they were put down.
        folder: of the journals.
        position: how far they had been read; the files must still begin as they did then.

    Raises:
        OSError: a journal cannot be opened.
    """

    def __init__(self, sections: Sections, folder: Path, position: Position) -> None:
        self._told = json.loads(sections["told"])
        self.parts = Names(sections["parts"], self._told["parts"])
        self._starts = _numbers("I", sections["starts"])
        self._places = _numbers("q", sections["places"])
        self.ids = _numbers("Q", sections["ids"])
        """For each event a hash of its id, with the number of its part in the last bits; sorted."""
        self.loose = sections["loose"]
        """The lines of events that have none to themselves in the journals."""
        self._cards = Names(sections["cards"], self._told["cards"])
        self._part_of_card = _numbers("I", sections["part_of_card"])
        self._shared: dict[str, str] = {}
        self._files = {number: (folder / name).open("rb", buffering=0) for name, _, _, number in position}

    def kept(self) -> Kept:
        """Return what a past is made of."""
        parts = self.parts
        return Kept(
            events=_Numbered(len(parts), self.part_number, lambda: map(_long, parts), self.events_of),
            part_of=_Numbered(len(self._places), self.part_of, self._event_ids, lambda number: _long(parts[number])),
            cards=_Numbered(len(self._cards), self._cards.number_of, lambda: map(CardId, self._cards), self._part_of),
            quizzes=self._told["quizzes"],
            heirs=self._told["heirs"],
            linked=self._told["linked"],
            passed_over=self._told["passed_over"],
        )

    def part_number(self, name: PartName) -> int:
        """Return the number of a part; -1 if it is not here."""
        return self.parts.number_of(_short(name))

    def part_of(self, event: str) -> int:
        """Return the number of the part that an event is in; -1 if the event is not here."""
        wanted = _hashed(event)
        at = bisect_left(self.ids, wanted)
        while at < len(self.ids) and self.ids[at] & _HASH == wanted:
            number = self.ids[at] & _NUMBER
            if any(each.id == event for each in self.events_of(number)):
                return number
            at += 1
        return -1

    def places_of(self, number: int) -> "memoryview[int]":
        """Return where the events of a part stand."""
        return self._places[self._starts[number] : self._starts[number + 1]]

    def events_of(self, number: int) -> tuple[Event, ...]:
        """Return the events of a part. Raises QuizError when a journal is no longer as it was."""
        try:
            return tuple(event_of(fields_of(self._line(place)), self._shared) for place in self.places_of(number))
        except (Unreadable, OSError):
            raise QuizError.of("a journal was changed from outside", "start quizapp again") from None

    def _line(self, place: int) -> bytes:
        if place < 0:
            return self.loose[-1 - place : self.loose.index(b"\n", -1 - place)]
        file, offset = place_of(place)
        size = _LINE
        while True:
            found = os.pread(self._files[file].fileno(), size, offset)
            end = found.find(b"\n")
            if end >= 0 or len(found) < size:
                return found[:end] if end >= 0 else found
            size *= 8

    def _part_of(self, card: int) -> PartName:
        return _long(self.parts[self._part_of_card[card]])

    def _event_ids(self) -> Iterator[EventId]:
        return (event.id for number in range(len(self.parts)) for event in self.events_of(number))


class _Numbered(Mapping[K, V]):
    """What stands under names that are found by number."""

    def __init__(
        self,
        count: int,
        number_of: Callable[[str], int],
        names: Callable[[], Iterator[K]],
        value: Callable[[int], V],
    ) -> None:
        self._count = count
        self._number_of = number_of
        self._names = names
        self._value = value

    def __getitem__(self, key: K) -> V:
        number = self._number_of(key)
        if number < 0:
            raise KeyError(key)
        return self._value(number)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._number_of(key) >= 0

    def __iter__(self) -> Iterator[K]:
        return self._names()

    def __len__(self) -> int:
        return self._count


def arranged(past: Past, places: Mapping[EventId, int], base: KeptPast | None = None) -> dict[str, bytes]:
    """Return what `KeptPast` reads.

    Args:
        past: what all events amount to.
        places: where events stand, as the journals' reader tells; of those not in ``base``.
        base: what ``past`` was extended from, if it was.
    """
    parts = Names.of(map(_short, past.parts.names()))
    cards = Names.of(past.cards)
    changed = past.parts.written if base else set()
    starts, where, ids, loose = array("I", [0]), array("q"), list[int](), bytearray(base.loose if base else b"")
    moved = array("q", [-1]) * (len(base.parts) if base else 0)
    for number, short in enumerate(parts):
        name = _long(short)
        if base and name not in changed:
            old = base.part_number(name)
            moved[old] = number
            where.extend(base.places_of(old))
        else:
            before: set[int] = set()
            for event in past.parts.named(name):
                ids.append(_hashed(event.id) | number)
                if event.id in places:
                    where.append(places[event.id] if places[event.id] >= 0 else -1 - len(loose))
                    loose += b"" if places[event.id] >= 0 else line_of(event)
                elif base:
                    before.add(base.part_of(event.id))
            for old in before:
                where.extend(base.places_of(old) if base else ())
        starts.append(len(where))
    if base:
        ids += [each & _HASH | moved[each & _NUMBER] for each in base.ids if moved[each & _NUMBER] >= 0]
    told = {
        "parts": parts.others,
        "cards": cards.others,
        "quizzes": past.parts_of_quizzes,
        "heirs": dict(past.heirs),
        "linked": past.parts.linked,
        "passed_over": sorted(past.passed_over),
    }
    return {
        "told": json.dumps(told).encode(),
        "parts": parts.regular,
        "starts": starts.tobytes(),
        "places": where.tobytes(),
        "ids": array("Q", sorted(ids)).tobytes(),
        "loose": bytes(loose),
        "cards": cards.regular,
        "part_of_card": array(
            "I", (parts.number_of(_short(past.parts.name_of(CardId(card)))) for card in cards)
        ).tobytes(),
    }


def _numbers(kind: Literal["I", "q", "Q"], data: bytes) -> "memoryview[int]":
    return memoryview(data).cast(kind)


def _hashed(event: str) -> int:
    """Return a hash of an event's id, with no bits where a part's number goes."""
    digest = hashlib.blake2b(event.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) & _HASH


def _short(name: PartName) -> str:
    """Return a part's name as it is kept: that of most cards is the card's own."""
    return name[len(_CARD) :] if name.startswith(_CARD) and is_regular(name[len(_CARD) :]) else name


def _long(name: str) -> PartName:
    return _CARD + name if is_regular(name) else name
