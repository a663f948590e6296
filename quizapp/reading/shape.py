"""What a line is by its shape alone, where no markup says so: heading, title or byline."""

import re

from quizapp.reading.document import Block, BlockKind

_CLOSERS = "\"'”’»)]*_ "
_STOPS = (".", "!", "?", ":", ";", ",", "…")
_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+((?:\S+\s+){0,7}\S+)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINERS = {"and", "de", "van", "von", "der", "in", "for", "of", "the", "al", "bin", "la", "le", "du"}


def looks_like_heading(line: str) -> bool:
    """Say whether a line that stands alone is a heading: short, and no sentence."""
    return len(line) <= 100 and len(line.split()) <= 12 and _has_letters(line) and not _stops(line)


def looks_like_title(line: str) -> bool:
    """Say whether the first line of a text is its title; a title may ask or exclaim."""
    if len(line) > 200 or len(line.split()) > 25 or not _has_letters(line):
        return False
    return not _stops(line) or line.rstrip(_CLOSERS).endswith(("?", "!"))


def byline(line: str) -> str:
    """Return who wrote it, of a line such as "By Jane Doe and John Roe, Reuters"; else empty."""
    match = _BYLINE.fullmatch(line.strip().rstrip("."))
    if not match:
        return ""
    words = match[1].replace(",", " ").split()
    named = [word for word in words if word.lower() not in _JOINERS]
    proper = all(_NAME.fullmatch(word) and word[0].isupper() for word in named)
    return match[1].strip() if named and proper else ""


def block(text: str, line: int) -> Block:
    """Return the block that a stretch of plain text is, its white space folded."""
    text = " ".join(text.split())
    return Block(BlockKind.HEADING if looks_like_heading(text) else BlockKind.PARAGRAPH, text, line)


def _stops(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_STOPS)


def _has_letters(line: str) -> bool:
    return any(character.isalpha() for character in line)
