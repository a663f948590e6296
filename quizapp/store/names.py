"""Many names looked up where they are kept, without a mapping of them being made first."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

_SIZE = 16
_HEX = 2 * _SIZE


class Names:
    """Names, each with its number: those that are 128 bits in hexadecimal, sorted, and then any others."""

    def __init__(self, regular: bytes, others: Iterable[str]) -> None:
        """Hold ``regular`` names, as bytes one after the other in order, and ``others``."""
        self.regular = regular
        self.others = tuple(others)
        self._count = len(regular) // _SIZE
        self._numbers = {name: number for number, name in enumerate(self.others, self._count)}

    @classmethod
    def of(cls, names: Iterable[str]) -> "Names":
        """Hold some names, each once."""
        regular: list[str] = []
        others: list[str] = []
        for name in names:
            (regular if is_regular(name) else others).append(name)
        return cls(bytes.fromhex("".join(sorted(regular))), others)

    def number_of(self, name: str) -> int:
        """Return the number of a name; -1 if it is not here."""
        if not is_regular(name):
            return self._numbers.get(name, -1)
        wanted = bytes.fromhex(name)
        number = bisect_left(range(self._count), wanted, key=self._bytes)
        return number if number < self._count and self._bytes(number) == wanted else -1

    def __getitem__(self, number: int) -> str:
        return self._bytes(number).hex() if number < self._count else self.others[number - self._count]

    def __len__(self) -> int:
        return self._count + len(self.others)

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))

    def _bytes(self, number: int) -> bytes:
        return self.regular[_SIZE * number : _SIZE * (number + 1)]


def is_regular(name: str) -> bool:
    """Say whether a name is 128 bits in hexadecimal, as it would be written anew."""
    if len(name) != _HEX:
        return False
    try:
        return bytes.fromhex(name).hex() == name
    except ValueError:
        return False
