"""Forms and kinds of words, by lemminflect; its tables are searched for the few words a deck needs.

Read whole, as the library does when first asked, the tables take half a second; to unpack them and to
look for one word takes a few hundredths.
"""

import gzip
from collections.abc import Callable
from functools import cache
from typing import Any

_Entry = dict[str, tuple[str, ...]]


def inflected(lemma: str, tag: str) -> str:
    """Return the form of ``lemma`` for a Penn tag; the lemma itself if there is none."""
    forms = _inflections().getInflection(lemma, tag)
    return str(forms[0]) if forms else lemma


def may_be(word: str, part: str) -> bool:
    """Say whether the dictionary has ``word`` as a part of speech, such as NOUN or VERB."""
    return part in _lemmas().getAllLemmas(word)


def warm_up() -> None:
    """Open the tables now, which takes a tenth of a second, and not at the first word."""
    _inflections()
    _lemmas()


class _Table:
    """What the library takes for its table: it only ever asks for one word."""

    def __init__(self, path: str, entry: Callable[[str], tuple[str, _Entry]], own: dict[str, _Entry]) -> None:
        with gzip.open(path) as opened:
            self._lines = b"\n" + opened.read()
        self._entry = entry
        self._found = own

    def get(self, word: str, default: _Entry) -> _Entry:
        """Return the entry of ``word``; ``default`` if it has none."""
        if word not in self._found:
            self._found[word] = self._searched(word)
        return self._found[word] or default

    def _searched(self, word: str) -> _Entry:
        wanted = b"\n" + word.encode() + b","
        entry: _Entry = {}
        start = -1 if b"\n" in wanted[1:] else self._lines.find(wanted)
        while start >= 0:
            end = self._lines.find(b"\n", start + 1)
            line = self._lines[start + 1 : end if end >= 0 else len(self._lines)].decode()
            entry.update(self._entry(line)[1])
            start = self._lines.find(wanted, end) if end >= 0 else -1
        return entry


@cache
def _inflections() -> Any:  # noqa: ANN401  the library has no types
    from lemminflect import config  # noqa: PLC0415  slow to import, and few articles need it
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec  # noqa: PLC0415
    from lemminflect.core.Inflections import Inflections  # noqa: PLC0415

    def entry(line: str) -> tuple[str, _Entry]:
        word, _, forms = InflectionLUCodec.fromString(line)
        return word, forms

    library = Inflections()
    library.infl_dict = _Table(config.inflection_lu_fn, entry, InflectionLUCodec.updateForAuxMod({}))
    return library


@cache
def _lemmas() -> Any:  # noqa: ANN401  as above
    from lemminflect import config  # noqa: PLC0415  as above
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec  # noqa: PLC0415
    from lemminflect.core.Lemmatizer import Lemmatizer  # noqa: PLC0415
    from lemminflect.core.LexicalUtils import categoryToUPos  # noqa: PLC0415

    def entry(line: str) -> tuple[str, _Entry]:
        word, category, lemmas = LemmaLUCodec.fromString(line)
        return word, {categoryToUPos(category): lemmas}

    library = Lemmatizer()
    library.lemma_dict = _Table(config.lemma_lu_fn, entry, {})
    return library
