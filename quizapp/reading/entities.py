"""Character references such as ``&amp;`` and ``&#8212;``, read without falling over hostile ones."""

import html
import re

from quizapp.text import REPLACEMENT

# Python refuses to turn thousands of digits into a number, and no character has so high a number.
_IMPOSSIBLE = re.compile(r"&#(?:\d{9,}|x[0-9a-f]{9,});?", re.IGNORECASE)


def without_references(text: str) -> str:
    """Return ``text`` with its character references read; impossible ones become U+FFFD."""
    return html.unescape(_IMPOSSIBLE.sub(REPLACEMENT, text)) if "&" in text else text
