"""A mapping that is cheap to copy: a large base that is shared, and a small top of its own.

State that is a value must be copied to be changed. Here a copy costs what was written since the
last settling, not what is held: one answer among a hundred thousand cards costs microseconds.
"""

from collections.abc import Iterator, MutableMapping
from typing import TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")

_SETTLE_AT = 1024
"""Entries in the top at which a copy settles them into a base of its own."""

_GONE = object()
"""Stands in the top for a key of the base that was deleted."""
_UNTOUCHED = object()
"""Says that the top knows nothing of a key."""


class Layered(MutableMapping[K, V]):
    """A mapping whose `copy` shares what both have in common; changing one never shows in the other."""

    __slots__ = ("_base", "_length", "_top")

    def __init__(self, base: dict[K, V] | None = None) -> None:
        self._base: dict[K, V] = {} if base is None else base
        self._top: dict[K, V | object] = {}
        self._length = len(self._base)

    def copy(self) -> "Layered[K, V]":
        """Return a mapping with the same content that can be changed by itself."""
        if len(self._top) >= _SETTLE_AT:
            return Layered(self._settled())
        twin: Layered[K, V] = Layered(self._base)
        twin._top = self._top.copy()
        twin._length = self._length
        return twin

    def _settled(self) -> dict[K, V]:
        merged = {**self._base, **self._top}
        for key in [key for key, value in self._top.items() if value is _GONE]:
            del merged[key]
        return cast("dict[K, V]", merged)

    def __getitem__(self, key: K) -> V:
        value = self._top.get(key, _UNTOUCHED)
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
        if key in self._base:
            self._top[key] = _GONE
        else:
            del self._top[key]

    def __contains__(self, key: object) -> bool:
        value = self._top.get(cast("K", key), _UNTOUCHED)
        return key in self._base if value is _UNTOUCHED else value is not _GONE

    def __iter__(self) -> Iterator[K]:
        for key in self._base:
            if key not in self._top:
                yield key
        for key, value in self._top.items():
            if value is not _GONE:
                yield key

    def __len__(self) -> int:
        return self._length

    def __repr__(self) -> str:
        return f"Layered({dict(self)!r})"
