"""Letters that mean the same when an answer is marked: case, accents, look-alike signs, markup.

Everything here works on text, character by character; what words and numbers mean is read by
`cards.marking.tokens`.
"""

import re
import unicodedata
from collections.abc import Iterator

from quizapp.cards.markup import unmarked

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")

# Written as escapes, for their point is that they look like other signs.
_APOSTROPHES = "\u2019\u2018\u201b\u02bc\u02b9\u00b4\u0060\u2032"
_QUOTATION_MARKS = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\u00a0\u2007\u2009\u202f\u2026"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN_SIGNS = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTATION_MARKS, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_INVISIBLE, "")
    | {"\u00d7": "*", "\u2217": "*", "\u00f7": "/", "\u2044": "/", "\u2248": "~"}
)
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "\u0451": "\u0435"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

# Marks above and below letters are accents in Latin and Greek; in other scripts they tell letters apart.
_ACCENTS = re.compile(r"(?<=[a-z\u0370-\u03ff\u1f00-\u1fff])[\u0300-\u036f]+")

# Vowel points that Hebrew and Arabic leave out in ordinary writing, and the stroke that stretches a word.
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")


def as_it_stands(text: str) -> str:
    """Return what a strict examiner compares: composed letters, single spaces, no markup; all else counts."""
    return " ".join(unicodedata.normalize("NFC", unmarked(text)).split())


def has_words(text: str) -> bool:
    """Say whether there is any letter or digit in ``text``; what has none is compared as it stands."""
    return any(letter.isalnum() for letter in text)


def plain(text: str) -> str:
    """Return ``text`` with its look-alike signs made one and its letters composed; case and accents stay."""
    raised = _SUPERSCRIPT.sub(lambda match: "^" + match[0].translate(_SUPERSCRIPTS), unmarked(text))
    # The signs come first, for the compatibility form would give some of them a space of their own.
    return unicodedata.normalize("NFKC", raised.translate(_PLAIN_SIGNS)).translate(_PLAIN_SIGNS)


def folded(text: str) -> str:
    """Return plain text without case and accents: "Šárka" is "sarka", "Straße" is "strasse"."""
    parted = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", _POINTS.sub("", _ACCENTS.sub("", parted))).translate(_PLAIN_LETTERS)


def foldings(text: str) -> Iterator[str]:
    """Yield the folded forms of plain text: without accents, and with umlauts written out ("Muenchen")."""
    first = folded(text)
    yield first
    written_out = folded(text.casefold().translate(_UMLAUTS))
    if written_out != first:
        yield written_out


def folded_letters(text: str) -> str:
    """Return ``text`` folded letter by letter, so that each letter stays in its place."""
    return "".join(letter if len(fold := folded(letter)) != 1 else fold for letter in text)
