"""A text whose every character knows where it came from."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text made from another one by cutting and replacing."""

    text: str
    origin: tuple[int, ...]
    """For each character, the offset in the original of what it stands for."""
    width: tuple[int, ...]
    """For each character, how many characters of the original it stands for; 0 for inserted ones."""

    @classmethod
    def of(cls, text: str) -> "Tracked":
        """Track ``text`` from itself."""
        return cls(text, tuple(range(len(text))), (1,) * len(text))

    def part(self, start: int, end: int) -> "Tracked":
        """Return ``text[start:end]``, its origins kept."""
        return Tracked(self.text[start:end], self.origin[start:end], self.width[start:end])

    def stripped(self) -> "Tracked":
        """Return it without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def replaced(self, changes: Iterable[tuple[int, int, str]]) -> "Tracked":
        """Replace ``text[start:end]`` by new text for each (start, end, new), in order and apart.

        Each new character stands for the whole stretch it replaces, so that the first of a run
        starts where the stretch starts and the last ends where it ends.
        """
        text: list[str] = []
        origin: list[int] = []
        width: list[int] = []
        position = 0
        for start, end, new in changes:
            text.append(self.text[position:start])
            origin.extend(self.origin[position:start])
            width.extend(self.width[position:start])
            text.append(new)
            origin.extend([self._at(start)] * len(new))
            width.extend([self._at(end) - self._at(start)] * len(new))
            position = end
        if not text:
            return self
        text.append(self.text[position:])
        origin.extend(self.origin[position:])
        width.extend(self.width[position:])
        return Tracked("".join(text), tuple(origin), tuple(width))

    def _at(self, place: int) -> int:
        if place < len(self.origin):
            return self.origin[place]
        return self.origin[-1] + self.width[-1] if self.origin else 0
