"""A mapping that is cheap to copy: a large base that is shared, and a small top of its own.

State that is a value must be copied to be changed. Here a copy costs what was written since the
last settling, not what is held: one answer among a hundred thousand cards costs microseconds. The
base can be any mapping, also one that looks its values up somewhere else.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")

_SETTLE_AT = 1024
"""Entries in the top at which a copy settles them into the middle."""

_GONE = object()
"""Stands for a key of the base that was deleted."""
_UNTOUCHED = object()
"""Says that a layer knows nothing of a key."""


class Layered(MutableMapping[K, V]):
    """A mapping whose `copy` shares what both have in common; changing one never shows in the other."""

    __slots__ = ("_base", "_length", "_middle", "_top")

    def __init__(self, base: Mapping[K, V] | None = None) -> None:
        self._base: Mapping[K, V] = {} if base is None else base
        self._middle: dict[K, V | object] = {}
        """What was written before the last settling; shared, and never changed."""
        self._top: dict[K, V | object] = {}
        self._length = len(self._base)

    def copy(self) -> "Layered[K, V]":
        """Return a mapping with the same content that can be changed by itself."""
        twin: Layered[K, V] = Layered(self._base)
        if len(self._top) >= _SETTLE_AT:
            twin._middle = self._middle | self._top
        else:
            twin._middle, twin._top = self._middle, self._top.copy()
        twin._length = self._length
        return twin

    @property
    def written(self) -> set[K]:
        """The keys that have been written or deleted since there was nothing but the base."""
        return self._middle.keys() | self._top.keys()

    def shares_base_with(self, other: "Layered[K, V]") -> bool:
        """Say whether both stand on one and the same base."""
        return self._base is other._base  # noqa: SLF001 - of its own kind

    def _above(self, key: object) -> V | object:
        """Return what stands above the base for a key."""
        value = self._top.get(cast("K", key), _UNTOUCHED)
        return self._middle.get(cast("K", key), _UNTOUCHED) if value is _UNTOUCHED else value

    def __getitem__(self, key: K) -> V:
        value = self._above(key)
        if value is _UNTOUCHED:
            return self._base[key]
        if value is _GONE:
            raise KeyError(key)
        return cast("V", value)

    def __setitem__(self, key: K, value: V) -> None:
        if key not in self:
            self._length += 1
        self._top[key] = value

    def __delitem__(self, key: K) -> None:
        if key not in self:
            raise KeyError(key)
        self._length -= 1
        self._top[key] = _GONE

    def __contains__(self, key: object) -> bool:
        value = self._above(key)
        return key in self._base if value is _UNTOUCHED else value is not _GONE

    def __iter__(self) -> Iterator[K]:
        above = self._middle | self._top
        yield from (key for key in self._base if key not in above)
        yield from (key for key, value in above.items() if value is not _GONE)

    def __len__(self) -> int:
        return self._length

    def __repr__(self) -> str:
        return f"Layered({dict(self)!r})"
