"""How each card stands, in columns: what can be counted of a hundred thousand cards without looking at one."""

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from itertools import count, repeat
from typing import NamedTuple

from quizapp.cards.model import CardId
from quizapp.history.past import NOTHING, CardPast
from quizapp.memory.model import Memory, Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.store.names import is_regular

FRESH = -(1 << 62)
"""In the place of a due day: never answered."""
IN_STEPS = FRESH + 1
"""Likewise: still being learned."""
ASIDE = 1 << 62
"""Likewise: suspended."""
_NEVER = -(1 << 62)

_FEW = 8
"""Decks whose cards are looked up one by one; for more, a mapping of all rows is made, which takes as long."""
_ROW = struct.Struct("<4B4i5q2d")
_PHASES = tuple(Phase)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Stand(NamedTuple):
    """How one card stands."""

    memory: Memory | None = None
    """None for a card never answered."""
    suspended: bool = False
    buried_on: int | None = None
    flagged: bool = False


class Standing:
    """How the cards that have a past stand, by one scheduler's count.

    A card has a row; row 0 is that of every card without a past.
    """

    def __init__(self, scheduler: Scheduler) -> None:
        """Start with no cards."""
        self.scheduler = scheduler
        self.due = array("q", [FRESH])
        """For each row the study day on which the card is due, or what stands in its place."""
        self.last = array("q", [_NEVER])
        """For each row the study day of the last answer."""
        self.lapses = array("i", [0])
        self.buried: dict[int, int] = {}
        """The rows of cards that were buried, and the day of that."""
        self.flagged: set[int] = set()
        self._kept = _KeptRows(_NO_ROWS)
        self._changed: set[int] = set()
        """Rows that are not as they were kept."""
        self._added: dict[int, int] = {}
        """The rows of cards that have come since."""
        self._looked_up = 0
        self._stands: dict[int, Stand] = {0: Stand()}

    def row_of(self, card: CardId) -> int:
        """Return the row of the card with a name."""
        return self._row_of(_short(card))

    def rows_of(self, names: bytes) -> list[int]:
        """Return the rows of many cards, their names in bytes one after the other."""
        self._looked_up += 1
        if self._looked_up <= _FEW:
            return list(map(self._row_of, _shortened(names)))
        rows = self._kept.rows
        if self._added:
            return [self._added.get(name) or rows.get(name, 0) for name in _shortened(names)]
        return list(map(rows.get, _shortened(names), repeat(0)))

    def open_on(self, day: int) -> dict[int, int]:
        """Return the rows of the cards that may be due on a day or were answered on it, by halves of their names."""
        kept = set(self._kept.open_on(day)) - self._changed
        changed = (row for row in self._changed if FRESH < self.due[row] <= day or self.last[row] == day)
        names = {row: name for name, row in self._added.items()}
        return {names[row] if row in names else self._kept.names[row - 1]: row for row in (*kept, *changed)}

    def _row_of(self, name: int) -> int:
        return self._added.get(name) or self._kept.row_of(name)

    def stand(self, row: int) -> Stand:
        """Return how the card in a row stands."""
        found = self._stands.get(row)
        if found is None:
            found = self._stands[row] = _unpacked(self._kept.stands, _ROW.size * (row - 1))
        return found

    def change(self, card: CardId, past: CardPast, before: CardPast = NOTHING) -> int:
        """Let a card stand as its past tells; return its row, or 0 for a name that no deck's card can have.

        ``before`` is the past by which it has stood so far, if that is known.
        """
        if not is_regular(card):
            return 0
        name = _short(card)
        row = self._row_of(name) or self._added.setdefault(name, len(self.due))
        if row == len(self.due):
            self.due.append(FRESH)
            self.last.append(_NEVER)
            self.lapses.append(0)
        memory = self._memory_after(past, before, self.stand(row).memory if before.reviews else None)
        self._changed.add(row)
        self._stands[row] = Stand(memory, past.suspended, past.buried_on, past.flagged)
        self._enter(row, self._stands[row])
        return row

    def _memory_after(self, past: CardPast, before: CardPast, known: Memory | None) -> Memory | None:
        """Return how well a card is remembered, from how well it was if nothing but answers has come since."""
        done = len(before.reviews)
        if known is not None and past.reviews[:done] == before.reviews:
            return self.scheduler.replay(past.reviews[done:], known)
        return self.scheduler.replay(past.reviews) if past.reviews else None

    def _enter(self, row: int, stand: Stand) -> None:
        """Put into the columns how a card stands."""
        memory = stand.memory
        if stand.suspended:
            self.due[row] = ASIDE
        elif memory is None:
            self.due[row] = FRESH
        else:
            self.due[row] = IN_STEPS if memory.in_steps else _a_day(memory.due_day)
        self.last[row] = _a_day(memory.last_day) if memory else _NEVER
        self.lapses[row] = memory.lapses if memory else 0
        (self.flagged.add if stand.flagged else self.flagged.discard)(row)
        if stand.buried_on is None:
            self.buried.pop(row, None)
        else:
            self.buried[row] = stand.buried_on

    def packed(self) -> dict[str, bytes]:
        """Return the sections that `unpacked` takes."""
        rows = {**self._kept.rows, **self._added}
        names = sorted(rows)
        order = [rows[name] for name in names]
        due, last = array("q", (self.due[row] for row in order)), array("q", (self.last[row] for row in order))
        return {
            "stand_names": array("Q", names).tobytes(),
            "stands": b"".join(_packed(self.stand(row)) for row in order),
            "stand_due": due.tobytes(),
            "stand_last": last.tobytes(),
            "stand_by_due": _sorted_rows(due, FRESH),
            "stand_by_last": _sorted_rows(last, _NEVER),
            "stand_lapses": array("i", (self.lapses[row] for row in order)).tobytes(),
            "stand_others": _marks(order, self.buried, self.flagged),
        }

    @classmethod
    def unpacked(cls, scheduler: Scheduler, sections: Mapping[str, bytes]) -> "Standing":
        """Return what was packed."""
        made = cls(scheduler)
        made._kept = _KeptRows(sections)
        for column, name in ((made.due, "stand_due"), (made.last, "stand_last"), (made.lapses, "stand_lapses")):
            column.frombytes(sections[name])
        for row, day, flagged in _MARK.iter_unpack(sections["stand_others"]):
            if flagged:
                made.flagged.add(row)
            else:
                made.buried[row] = day
        return made


_NO_ROWS = dict.fromkeys(("stand_names", "stands", "stand_due", "stand_last", "stand_by_due", "stand_by_last"), b"")


class _KeptRows:
    """The rows as they were kept: row 1 is that of the first name, and so on."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        self.names = memoryview(sections["stand_names"]).cast("Q")
        """Sorted."""
        self.stands = sections["stands"]
        self._due, self._last = _days(sections, "stand_due"), _days(sections, "stand_last")
        self._by_due, self._by_last = _rows(sections, "stand_by_due"), _rows(sections, "stand_by_last")

    @cached_property
    def rows(self) -> dict[int, int]:
        """Every row by its name."""
        return dict(zip(self.names, count(1), strict=False))

    def row_of(self, name: int) -> int:
        """Return the row of a name; 0 if it has none."""
        at = bisect_left(self.names, name)
        return at + 1 if at < len(self.names) and self.names[at] == name else 0

    def open_on(self, day: int) -> Iterator[int]:
        """Yield the rows that are due on a day, and those with an answer on it; some come twice."""
        yield from self._by_due[: bisect_right(self._by_due, day, key=lambda row: self._due[row - 1])]
        of_day = partial(bisect_left, self._by_last, key=lambda row: self._last[row - 1])
        yield from self._by_last[of_day(day) : of_day(day + 1)]


def _days(sections: Mapping[str, bytes], name: str) -> "memoryview[int]":
    return memoryview(sections[name]).cast("q")


def _rows(sections: Mapping[str, bytes], name: str) -> "memoryview[int]":
    return memoryview(sections[name]).cast("I")


def _sorted_rows(days: "array[int]", without: int) -> bytes:
    """Return the rows that have a day, sorted by it."""
    rows = (row for row, day in enumerate(days, 1) if day != without)
    return array("I", sorted(rows, key=lambda row: days[row - 1])).tobytes()


def _short(card: CardId) -> int:
    """Return the half of a card's name by which it has its row.

    Of a million cards, two have one half in common once in thirty million homes.
    """
    return int.from_bytes(bytes.fromhex(card)[:8], sys.byteorder)


def _shortened(names: bytes) -> "array[int]":
    return array("Q", names)[::2]


def _a_day(day: int) -> int:
    """Return a day that a column can hold; a journal edited by hand may have any."""
    return min(max(day, IN_STEPS + 1), ASIDE - 1)


_MARK = struct.Struct("<Iq?")


def _marks(order: list[int], buried: Mapping[int, int], flagged: Iterable[int]) -> bytes:
    """Return the few rows that are marked, as they are numbered in ``order``."""
    row_now = {row: number for number, row in enumerate(order, 1)}
    return b"".join(
        [
            *(_MARK.pack(row_now[row], day, False) for row, day in buried.items()),
            *(_MARK.pack(row_now[row], 0, True) for row in flagged),
        ]
    )


def _packed(stand: Stand) -> bytes:
    memory = stand.memory or Memory()
    due_at = -1 if memory.due_at is None else (memory.due_at - _EPOCH) // _MICROSECOND
    return _ROW.pack(
        *(stand.memory is not None, stand.suspended, stand.flagged, stand.buried_on is not None),
        *(_PHASES.index(memory.phase), memory.step, memory.reviews, memory.lapses),
        *(stand.buried_on or 0, memory.due_day, due_at, memory.due_at is not None, memory.last_day),
        *(memory.stability, memory.difficulty),
    )


def _unpacked(data: bytes, offset: int) -> Stand:
    (known, suspended, flagged, is_buried, phase, step, reviews, lapses, buried_on, due_day, due_at, has_due_at) = (
        _ROW.unpack_from(data, offset)[:12]
    )
    last_day, stability, difficulty = _ROW.unpack_from(data, offset)[12:]
    memory = Memory(
        phase=_PHASES[phase],
        stability=stability,
        difficulty=difficulty,
        step=step,
        due_day=due_day,
        due_at=_EPOCH + due_at * _MICROSECOND if has_due_at else None,
        last_day=last_day,
        reviews=reviews,
        lapses=lapses,
    )
    return Stand(memory if known else None, bool(suspended), buried_on if is_buried else None, bool(flagged))
