"""Quotations: which words stand between marks, and who said them."""

from collections.abc import Sequence

from quizapp.generate.article import Quotation, Sentence
from quizapp.generate.parse import quote_opens


def quotations(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Return the quoted stretches of all sentences, in order; a quotation may run over several."""
    found: list[Quotation] = []
    open_in: int | None = None
    for sentence in sentences:
        if open_in != sentence.paragraph:
            open_in = None
        stretches, still_open = _stretches(sentence, open_in is not None)
        found.extend(stretches)
        open_in = sentence.paragraph if still_open else None
    return tuple(found)


def _stretches(sentence: Sentence, inside: bool) -> tuple[list[Quotation], bool]:
    span = sentence.span
    opens = quote_opens(span.doc)
    found: list[Quotation] = []
    start = span.start if inside else None
    for token in span:
        if token.text != '"':
            continue
        if opens[token.i] and start is None:
            start = token.i + 1
        elif start is not None:
            if token.i > start:
                found.append(Quotation(sentence.number, start, token.i))
            start = None
    if start is None:
        return found, False
    found.append(Quotation(sentence.number, start, span.end))
    return found, True
