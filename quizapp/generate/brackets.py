"""Round brackets are lifted out before parsing: they break the parse, and they say things of their own."""

import re
from dataclasses import dataclass

from quizapp.generate.tracked import Tracked

LONGEST = 300
"""Characters; a bracket that is longer is left where it stands."""

_BRACKET = re.compile(rf"\s?\(([^()\[\]]{{1,{LONGEST}}})\)")
_ACRONYM = re.compile(r"(?:[A-Z][\w.&-]*[A-Z.][\w.]*|[A-Z]{2,})s?$")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "a", "at", "by", "&"})


@dataclass(frozen=True, slots=True)
class Lifted:
    """A bracket that was taken out."""

    text: str
    """Its inside."""
    kind: str
    """``acronym``, ``expansion``, ``list``, ``aside``."""
    place: int
    """Offset in the parsed text where it stood."""


def lift_brackets(text: Tracked) -> tuple[Tracked, tuple[Lifted, ...]]:
    """Return ``text`` without its round brackets, and what stood in them.

    A bracket inside a word ("member(s)") stays.
    """
    changes: list[tuple[int, int, str]] = []
    lifted: list[Lifted] = []
    gone = 0
    for match in _BRACKET.finditer(text.text):
        start, end = match.span()
        if not _stands_apart(text.text, start, end):
            continue
        # At the start of the text the blank behind the bracket goes, not the one before it.
        if start == 0 and text.text[end : end + 1] == " ":
            end += 1
        changes.append((start, end, ""))
        inside = match[1].strip()
        if inside:
            lifted.append(Lifted(inside, kind_of(inside, text.text[:start]), start - gone))
        gone += end - start
    return text.replaced(changes), tuple(lifted)


def kind_of(inside: str, before: str) -> str:
    """Say what a bracket is, by its inside and the text before it."""
    word = before.rstrip("\"' ").rsplit(" ", 1)[-1].strip("\"'")
    if _ACRONYM.fullmatch(inside) and fits_acronym(inside, before):
        return "acronym"
    if _ACRONYM.fullmatch(word) and fits_acronym(word, inside):
        return "expansion"
    items = split_list(inside)
    if len(items) > 1 and all(len(item.split()) <= 6 for item in items):
        return "list"
    return "aside"


def fits_acronym(acronym: str, words: str) -> bool:
    """Say whether the last words of ``words`` spell ``acronym`` by their first letters."""
    letters = [letter.lower() for letter in acronym.rstrip("s") if letter.isalpha()]
    if len(letters) < 2:
        return False
    return acronym_words(acronym, words) > 0


def acronym_words(acronym: str, text: str) -> int:
    """Return how many characters at the end of ``text`` spell ``acronym``; 0 if none do.

    Small words need not have their letter in it ("Organisation for the Prohibition of …"), nor need
    the second part of a word with a hyphen ("Dark-Sky").
    """
    letters = [letter.lower() for letter in acronym.rstrip("s") if letter.isalpha()]
    for pattern in (r"[\w&][\w&'.]*", r"[\w&][\w&'.-]*"):
        start = _first_word(letters, list(re.finditer(pattern, text[-_FAR:])))
        if start is not None:
            return len(text[-_FAR:]) - start
    return 0


_FAR = 160
"""Characters before a bracket in which the words of its acronym stand."""


def _first_word(letters: list[str], words: list[re.Match[str]]) -> int | None:
    """Return where the words begin whose first letters are ``letters``, reading from the end."""
    place = len(letters)
    for match in reversed(words):
        word = match.group()
        if place and word[0].lower() == letters[place - 1] and (word[0].isupper() or word.lower() not in _SMALL_WORDS):
            place -= 1
        elif word.lower() not in _SMALL_WORDS:
            return None
        if place == 0:
            return match.start()
    return None


def split_list(inside: str) -> list[str]:
    """Return the items of "a, b and c"; a single one if it is no list."""
    parts = re.split(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", inside)
    return [part.strip() for part in parts if part.strip()]


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Say whether a bracket is not part of a word."""
    before_ok = start == 0 or text[start].isspace() or text[start - 1].isspace()
    after_ok = end == len(text) or not text[end].isalnum()
    return before_ok and after_ok
