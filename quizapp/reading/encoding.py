"""From bytes to text: which encoding they are in, and what is no text at all."""

import codecs
import re
import unicodedata

from quizapp.errors import QuizError
from quizapp.text import REPLACEMENT, inert

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "an archive (EPUB, Word or zip)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TOLERATED = 1000
"""Text has at most one control character in so many characters; above that it is something else."""

# Characters that are invisible and mean nothing in running text: soft hyphen, zero-width space,
# word joiner, byte order mark. The zero-width joiners stay: scripts and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ODD_SPACES = re.compile("[\x0b\x0c\u2028\u2029]")
_SAFE_CHARSET = re.compile(r"(?i)(?:iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|us-ascii|utf-?8)")


def decoded(data: bytes, file: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """Return ``data`` as clean text, and a notice for each thing that was not as it should be.

    The text is NFC and inert, its line ends are newlines, and invisible characters are gone.

    Args:
        data: the bytes of a file.
        file: its name, for messages.
        declared: the encoding that the page itself claims; used where UTF-8 does not fit.

    Raises:
        QuizError: the bytes are no text.
    """
    text, notices = _text(data, file, declared)
    if len(_CONTROLS.findall(text)) * _TOLERATED > len(text):
        raise _no_text(file)
    clean = cleaned(text)
    if strange := clean.count(REPLACEMENT) - text.count(REPLACEMENT):
        notices = (*notices, f"{strange} control characters were replaced")
    return clean, notices


def cleaned(text: str) -> str:
    """Return ``text`` in NFC and inert, without invisible characters, its line ends newlines."""
    return inert(unicodedata.normalize("NFC", _INVISIBLE.sub("", _ODD_SPACES.sub(" ", text))))


def _text(data: bytes, file: str, declared: str) -> tuple[str, tuple[str, ...]]:
    for start, name in _KNOWN_FORMATS:
        if data.startswith(start):
            raise QuizError.of(f"{name}, which cannot be read", "save the article as text, Markdown or HTML", file)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, file), ()
    if b"\0" in data:
        raise _no_text(file)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        encoding = declared if _SAFE_CHARSET.fullmatch(declared) and "utf" not in declared.lower() else "cp1252"
        return _strictly(data, encoding, file), (f"not UTF-8; read as {encoding}",)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _no_text(file) from error


def _no_text(file: str) -> QuizError:
    return QuizError.of("not text (a binary file, or a broken encoding)", "save the article as UTF-8 text", file)
