"""Whom the article names, found by what a text says: not every card is held against every name."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.generate.article import Entity

_LONGEST = 80
"""Letters of a word whose parts are looked up; a text with a longer word is held against every name."""


class Register:
    """The entities of an article by sentence and by the words of their names."""

    def __init__(self, entities: Sequence["Entity"]) -> None:
        self._entities = entities
        self._found: dict[str, tuple[int, ...]] = {}

    def in_sentence(self, number: int) -> Sequence["Entity"]:
        """Return those that a sentence names, in the order of the article."""
        return self._by_sentence.get(number, ())

    def within(self, text: str) -> list["Entity"]:
        """Return those whose name, full or short, stands in ``text``, in the order of the article."""
        words = set(text.split())
        if any(len(word) > _LONGEST for word in words):
            return [one for one in self._entities if _stands(one, text)]
        places = set(self._by_word.get("", ())).union(*map(self._holding, words))
        return [one for one in map(self._entities.__getitem__, sorted(places)) if _stands(one, text)]

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name, full or short."""
        return frozenset(name for one in self._entities for name in (one.name, one.short))

    @cached_property
    def most_mentions(self) -> int:
        """Return how often the one named most is named."""
        return max((len(one.mentions) for one in self._entities), default=1)

    @cached_property
    def _by_sentence(self) -> dict[int, list["Entity"]]:
        found: dict[int, list[Entity]] = {}
        for one in self._entities:
            for number in {mention.sentence for mention in one.mentions}:
                found.setdefault(number, []).append(one)
        return found

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The places of the entities by the rarest word of each name; "" for a name without a word."""
        spellings = [(n, name) for n, one in enumerate(self._entities) for name in (one.name, one.short or one.name)]
        often = Counter(word for _, name in spellings for word in set(name.split()))
        found: dict[str, list[int]] = {}
        for place, name in spellings:
            found.setdefault(min(name.split(), key=often.__getitem__, default=""), []).append(place)
        return found

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._by_word), default=0)

    def _holding(self, word: str) -> tuple[int, ...]:
        """Return the places of the entities whose rarest word is a part of ``word``."""
        if word not in self._found:
            size = len(word)
            parts = {word[a:b] for a in range(size) for b in range(a + 1, min(size, a + self._longest) + 1)}
            self._found[word] = tuple(place for part in parts for place in self._by_word.get(part, ()))
        return self._found[word]


def _stands(one: "Entity", text: str) -> bool:
    return one.name in text or bool(one.short and one.short in text)
