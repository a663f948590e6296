"""An answer as an examiner reads it: words, numbers and signs, without what does not matter.

Case, accents, articles, punctuation, British and American spelling are gone; numbers, units and
dates are what they mean (`cards.marking.measures`). A sign that tells things apart stays: ``C++`` is not
``C``, ``-5`` is not 5, ``O-`` is not ``O+``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.cards.marking.folding import foldings, plain
from quizapp.cards.marking.measures import Measure, measure_at, month_named

_CONTRACTIONS = (
    (re.compile(r"\bcan(?:no|')t\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"\bshan't\b", re.IGNORECASE), "shall not"),
    (re.compile(r"(?<=[a-z])n't\b", re.IGNORECASE), " not"),
)
_QUOTED = re.compile(r"""^\s*(["'])(.+)\1\s*$""", re.DOTALL)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[\w\u0300-\u036f]+(?:'[\w\u0300-\u036f]+)*'?")
_RANGE = re.compile(r"\s?-\s?(?=\d)")
_SIGNS = frozenset("+#=<>^*~|\\@§°%$€£¥₹{}")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}

_ARTICLES = frozenset({"the", "a", "an"})
_PREPOSITIONS = frozenset({"in", "on", "at", "to"})
_DATING = frozenset({"in", "on", "at"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "president"})
_ABOUT = frozenset({"about", "around", "approximately", "approx", "roughly", "circa", "ca", "c", "some", "~"})
_ERAS = frozenset({"ad", "ce"})
_AFTER_A_NAME = frozenset({"minor", "major", "flat", "sharp"})
"""After a lone A these make it a note."""

_SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:ation|ations|e|ed|es|er|ers|ing)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ite|ites|able|less|ful|hood)?$)"), "or"),
    (re.compile(r"(?<=\w{3})tre(?=s?$)"), "ter"),  # codespell:ignore tre
    (re.compile(r"(?<=\w{3})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w{3}[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
_SPELLED = (
    {"grey": "gray", "aluminium": "aluminum", "defence": "defense", "offence": "offense", "licence": "license"}
    | {"tyre": "tire", "plough": "plow", "sulphur": "sulfur", "programme": "program", "mum": "mom", "st": "saint"}
    | {"mt": "mount", "fibre": "fiber", "calibre": "caliber", "cheque": "check", "oestrogen": "estrogen"}
    | {"foetus": "fetus", "haemoglobin": "hemoglobin", "anaemia": "anemia", "oesophagus": "esophagus"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign of an answer, as it is compared."""

    text: str
    """A folded word, a sign, or what a number, unit or date means."""
    surface: str
    """The folded letters themselves."""
    exact: bool
    """Not a word of letters alone: no slip of the pen is forgiven in it."""
    capital: bool = False
    """Written with a capital letter."""
    also: tuple[str, ...] = ()
    """What it may mean as well."""
    bare: str = ""
    """The number of an amount as it is written; empty if this is none."""

    @property
    def meanings(self) -> tuple[str, ...]:
        """All that it may mean."""
        return (self.text, *self.also)

    @property
    def is_number(self) -> bool:
        """Say whether it is a number or a date."""
        return self.text.startswith(("=", "date:", "time:"))

    @property
    def is_unit(self) -> bool:
        """Say whether it is the unit of a number; an era is none, for without it a year is another."""
        return len(self.text) > 1 and self.text[0] == "@" and self.text != "@bc"

    def means(self, other: "Token") -> bool:
        """Say whether both mean the same."""
        return self.text == other.text or bool(set(self.meanings) & set(other.meanings))


def readings(text: str, question: str = "") -> list[tuple[Token, ...]]:
    """Return the ways in which an answer can be read, the most literal first.

    ``question`` tells which year goes without saying.
    """
    bare = _QUOTED.sub(r"\2", plain(text))
    for pattern, expanded in _CONTRACTIONS:
        bare = pattern.sub(expanded, bare)
    ways = range(len(list(foldings(bare))))
    return list(dict.fromkeys(_core(_tokens(bare, way, question)) for way in ways))


def _tokens(text: str, way: int, question: str) -> tuple[Token, ...]:
    """Return the tokens of plain text, its words folded in one of the ways that `foldings` knows."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        measure = measure_at(text, position)
        word = None if measure else _WORD.match(text, position)
        if measure:
            tokens.extend(_measured(measure, text, question))
            position = measure.end
            if (dash := _RANGE.match(text, position)) and tokens[-1].is_number:
                tokens.append(Token("to", "to", exact=True))
                position = dash.end()
        elif word:
            tokens.append(_word(word[0], way, tokens))
            position = word.end()
        else:
            if _tells_apart(text, position, tokens):
                tokens.append(Token(text[position], text[position], exact=True))
            elif text[position] == "&":
                tokens.append(Token("and", "and", exact=False))
            position += 1
    return tuple(tokens)


def _measured(measure: Measure, text: str, question: str) -> list[Token]:
    surface = "".join(text[measure.start : measure.end].casefold().split())
    first, *rest = measure.tokens
    also = [*measure.other_tokens]
    for token in (first, *measure.other_tokens):
        if token.startswith("date:"):
            year, _, day = token.removeprefix("date:").partition("-")
            if year != "0" and re.search(rf"(?<!\d){year}(?!\d)", question):
                also.append(f"date:0-{day}")
    also.extend(name for token in (first, *also) if token.startswith("date:0-") and (name := month_named(token)))
    number = Token(first, surface, exact=True, also=tuple(also), bare=measure.bare)
    return [number, *(Token(token, "", exact=True) for token in rest)]


def _word(written: str, way: int, before: Sequence[Token]) -> Token:
    letters = written.replace("'", "").replace(".", "")
    forms = list(foldings(letters))
    surface = forms[min(way, len(forms) - 1)]
    number = _roman(letters) if before and not before[-1].exact else 0
    also = (f"={number}", f"={number}th") if number else ()
    return Token(spelled(surface), surface, not surface.isalpha(), written[0].isupper(), also)


def _roman(letters: str) -> int:
    """Return what a Roman numeral below 90 counts, 0 if it is none."""
    if not _ROMAN.fullmatch(letters):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in letters.casefold()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _tells_apart(text: str, position: int, before: Sequence[Token]) -> bool:
    """Say whether a sign in this place makes another answer of it."""
    sign = text[position]
    left, right = text[position - 1 : position] if position else "", text[position + 1 : position + 2]
    open_left, open_right = not left or left.isspace() or left == "-", not right or right.isspace()
    if sign in _SIGNS:
        return True
    if sign == "-":
        return (open_left and not open_right) or (open_right and left.isalnum() and bool(before))
    if sign == ".":
        return open_left and right.isalnum()
    if sign in "'\"":
        return left.isdigit()
    if sign == "!":
        return right == "=" or (bool(before) and (before[-1].is_number or len(before[-1].surface) == 1))
    return sign == "/" and left.isdigit() and right.isdigit()


def spelled(word: str) -> str:
    """Return a folded word in one of its spellings: "organisation" is "organization", "colour" is "color"."""
    if word in _SPELLED:
        return _SPELLED[word]
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


def _core(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens without those that an examiner reads over; all of them if nothing else is left."""
    kept = [
        token
        for place, token in enumerate(tokens)
        if not _read_over(token, tokens[place + 1 : place + 2], tokens[place - 1 : place] if place else ())
    ]
    if len(kept) > 2 and kept[0].text == "from" and kept[1].is_number and kept[2].text == "to":
        del kept[0]
    return tuple(kept) or tokens


def _read_over(token: Token, after: Sequence[Token], before: Sequence[Token]) -> bool:
    if token.text == "the":
        return bool(after)
    if token.text in _ARTICLES:
        return bool(after) and after[0].text not in _AFTER_A_NAME and len(after[0].surface) > 1
    if token.text in _ABOUT:
        return bool(after) and after[0].is_number
    if token.text in _ERAS:
        return any(_is_year(neighbour) for neighbour in (*before, *after))
    return False


def _is_year(token: Token) -> bool:
    return bool(re.fullmatch(r"=\d{1,4}", token.text))


def without_leads(wanted: Sequence[Token], typed: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return two answers without the preposition or title in front that only one of them has."""
    if _is_lead(wanted) and not _is_lead(typed):
        return wanted[1:], typed
    if _is_lead(typed) and not _is_lead(wanted):
        return wanted, typed[1:]
    return wanted, typed


def _is_lead(tokens: Sequence[Token]) -> bool:
    if len(tokens) < 2:
        return False
    first, second = tokens[0].text, tokens[1]
    return first in (_DATING if second.is_number else _PREPOSITIONS | _TITLES)


def bare(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every amount counted in the unit it is written with."""
    return tuple(replace(token, text=token.bare) if token.bare else token for token in tokens)


def joined(tokens: Iterable[Token]) -> str:
    """Return the letters of tokens without the spaces between words; figures stay apart."""
    text = ""
    for token in tokens:
        letters = token.text if token.is_unit else spelled(token.surface)
        text += f" {letters}" if text[-1:].isdigit() and letters[:1].isdigit() else letters
    return text
