"""Chance that is the same everywhere: an order that only the things and a seed decide."""

import hashlib
from collections.abc import Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def by_hash(things: Iterable[Thing], seed: str) -> list[Thing]:
    """Return ``things`` in an order that only their text and ``seed`` decide, whatever order they came in."""
    return sorted(things, key=lambda thing: (_digest(f"{seed}\x1f{thing}"), str(thing)))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
