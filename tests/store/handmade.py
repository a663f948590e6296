"""Deck files as hands write them: every quoting style, odd indents, comments, line ends, and no two alike."""

import random
import re
from dataclasses import dataclass

from quizapp.store.yamltext import is_bare, quoted

WORDS = "the capital of Kenya is Nairobi, isn't it? and what's 7:30 or #9 - naïve “quotes” café [x] {y} & more".split()
COMMENTS = ["# a note", "#no space", "# - what: this", "   # odd: [indent", "#"]


@dataclass(frozen=True)
class Handmade:
    """A deck file in parts: the text of each card, from its dash to its last line, and what stands around it."""

    before: tuple[str, ...]
    """What stands before each card; one more for what follows the last."""
    cards: tuple[str, ...]
    mark: bytes

    @property
    def data(self) -> bytes:
        text = "".join(part for pair in zip(self.before, (*self.cards, ""), strict=True) for part in pair)
        return self.mark + text.encode()

    def around(self, place: int) -> tuple[bytes, bytes]:
        """Return all bytes before a card, and all after it."""
        head = "".join(part for pair in zip(self.before[:place], self.cards, strict=False) for part in pair)
        rest = zip(self.before[place + 1 :], (*self.cards[place + 1 :], ""), strict=True)
        tail = "".join(part for pair in rest for part in pair)
        return self.mark + (head + self.before[place]).encode(), tail.encode()


def handmade(seed: int) -> Handmade:
    """Return the deck file that a seed stands for."""
    return _Hand(random.Random(seed)).deck()


class _Hand:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.dash = " " * chance.choice([0, 0, 2, 2, 1, 4])

    def deck(self) -> Handmade:
        number = self.chance.randint(1, 6)
        between = [self.heading(), *(self.gap() for _ in range(number - 1))]
        ends = self.chance.choice(["\n", "\n", "", "\n\n\n", "\n# the end\n", "\n  # the end", "\n...\n"])
        cards = [self.card(place) + self.chance.choice(["", "", "   ", " # aside"]) for place in range(number)]
        line_break = self.chance.choice(["\n", "\n", "\r\n", "\r\n", "\r"])
        parts = [[text.replace("\n", line_break) for text in texts] for texts in ([*between, ends], cards)]
        return Handmade(tuple(parts[0]), tuple(parts[1]), self.chance.choice([b"", b"", b"\xef\xbb\xbf"]))

    def heading(self) -> str:
        lines = self.chance.choice(["", "# my deck\n", "---\n", "\n\n"])
        lines += f"title:{self.chance.choice([' ', '   '])}{self.chance.choice(['Deck', 'a deck', repr('Deck')])}\n"
        if self.maybe():
            lines += "tags: [one,two]   # tags\n"
        if self.maybe():
            lines += "description: >\n    folded\n    text\n\n"
        lines += f"cards:{self.chance.choice(['', ' ', ' # here they are'])}\n"
        return lines + self.chance.choice(["", "\n", "# first\n"])

    def gap(self) -> str:
        """Return what stands between the last line of a card and the next card."""
        lines = (
            f"{self.chance.choice(['', self.dash, '      '])}{self.chance.choice(COMMENTS)}\n"
            if self.maybe()
            else self.chance.choice(["\n", "   \n"])
            for _ in range(self.chance.choice([0, 0, 0, 1, 2]))
        )
        return "\n" + "".join(lines)

    def card(self, place: int) -> str:
        question, answer = f"{self.words()} {place}?", self.words()
        form = self.chance.choice(["short", "short", "long", "long", "long", "list", "cloze", "braces"])
        if form == "braces":
            end = self.chance.choice(["", ", tags: [a]", ","])
            return f"{self.dash}- {{question: {quoted(question)}, answer: {quoted(answer)}{end} }}"
        names = self.chance.sample(["accept", "wrong", "tags", "hint", "note", "quote"], self.chance.randint(0, 3))
        more = [self.entry(name) for name in names]
        if form == "short":
            keys = [f"{self.inline(question)}: {self.inline(answer)}", *more]
        elif form == "long":
            space = self.chance.choice([" ", "  "])
            keys = [f"question: {self.text(question)}", f"answer:{space}{self.text(answer)}", *more]
            self.chance.shuffle(keys)
        elif form == "list":
            keys = [f"question: {self.text(question)}", f"answers:{self.listed(['red', 'green it is', 'blue'])}", *more]
        else:
            keys = ["cloze: " + self.text(f"The {{{{Nile::river}}}} flows through {{{{Cairo}}}} {place}"), *more]
        return self.laid_out(keys)

    def laid_out(self, keys: list[str]) -> str:
        """Return a card with its keys below each other, the last of them no block, which would go on into the gap."""
        indent = self.dash + " " * self.chance.choice([2, 2, 3, 5])
        if _is_block(keys[-1]):
            keys = [*keys, f"id: a{self.chance.random()}"]
        text = f"{self.dash}-" + indent[len(self.dash) + 1 :]
        if self.chance.random() < 0.15:
            text = f"{self.dash}-{self.chance.choice(['', ' ', ' # dash'])}\n{indent}"
        for key in keys[:-1]:
            text += key.replace("\n", f"\n{indent}") + (
                "" if _is_block(key) else self.chance.choice(["", "", "  # why"])
            )
            text += "\n" + self.chance.choice(["", "", "", f"{indent}# between\n", "\n"]) + indent
        return text + keys[-1].replace("\n", f"\n{indent}")

    def entry(self, name: str) -> str:
        if name in ("accept", "wrong", "tags"):
            return f"{name}:{self.listed([self.words() for _ in range(self.chance.randint(1, 3))])}"
        return f"{name}: {self.text(self.words())}"

    def listed(self, texts: list[str]) -> str:
        match self.chance.choice(["brackets", "brackets", "lines", "indented", "broken"]):
            case "brackets":
                written = (quoted(text) if self.maybe() else _single(text) for text in texts)
                return f" [{self.chance.choice([', ', ',']).join(written)}]"
            case "lines":
                return "".join(f"\n- {self.inline(text)}" for text in texts)
            case "indented":
                return "".join(f"\n  -  {self.inline(text)}" for text in texts)
            case _:
                return " [" + ",\n    ".join(quoted(text) for text in texts) + self.chance.choice(["", ","]) + "\n  ]"

    def text(self, text: str) -> str:
        match self.chance.choice(["inline", "inline", "literal", "folded", "broken"]):
            case "literal":
                return f"{self.chance.choice(['|', '|-', '|+'])}\n  {text}"
            case "folded":
                return f"{self.chance.choice(['>', '>-'])}\n  " + "\n  ".join(text.split(" "))
            case "broken" if " " in text:
                head, _, tail = text.partition(" ")
                return f"{quoted(head)[:-1]}\n  {quoted(tail)[1:]}"
        return self.inline(text)

    def inline(self, text: str) -> str:
        style = self.chance.choice(["plain", "single", "double"])
        if style == "plain" and is_bare(text):
            return text
        return _single(text) if style == "single" else quoted(text)

    def words(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 8)))

    def maybe(self) -> bool:
        return self.chance.random() < 0.5


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _is_block(key: str) -> bool:
    return re.search(r": +[|>][-+]?$", key.split("\n", maxsplit=1)[0]) is not None
