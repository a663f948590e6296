"""Texts as YAML that every reader, of YAML 1.1 or 1.2, takes for the same text.

A text stands bare only if it is plainly safe: it begins with a letter, holds nothing that YAML
could act on, and is no word that some reader takes for a truth value or nothing. All else is in
double quotes, on one line, with escapes.
"""

import re
from collections.abc import Iterable

from quizapp.text import REPLACEMENT, inert

WIDTH = 100
"""A list in brackets is at most this long; a longer one has a line for each entry."""

_BARE = re.compile(r"(?:[\w \-.,;!?'\"()/+*=%$€£&@~^–—…‘’“”„«»°·{}\[\]]|:(?=\S))+")
_FLOW_SIGNS = re.compile(r"[,\[\]{}:?]")
_WORDS = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity", "none", "nil"}
)
# Inside double quotes only these need an escape; what no editor shows gets one too.
_ESCAPED = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]'
)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Return ``text`` as one YAML scalar on one line; what would act on a terminal is made inert first."""
    text = inert(text)
    if is_bare(text) and not (in_brackets and _FLOW_SIGNS.search(text)):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return ``text`` in double quotes."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def is_bare(text: str) -> bool:
    """Say whether ``text`` can stand without quotes outside brackets."""
    plain = text[:1].isalpha() and _BARE.fullmatch(text) is not None and not text.endswith((" ", ":"))
    return plain and text.lower() not in _WORDS


def brackets(texts: Iterable[str]) -> str:
    """Return a list of texts in brackets."""
    return f"[{', '.join(scalar(text, in_brackets=True) for text in texts)}]"


def listed(texts: Iterable[str], indent: str = "") -> str:
    """Return a list of texts as the value of a key: in brackets if that is short, else a line each."""
    texts = tuple(texts)
    short = brackets(texts)
    if len(short) + len(indent) <= WIDTH:
        return f" {short}"
    return "".join(f"\n{indent}- {scalar(text)}" for text in texts)


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:
        return REPLACEMENT
    return _SHORT.get(sign) or f"\\u{code:04x}"
