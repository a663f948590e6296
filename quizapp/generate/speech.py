"""Quotations: which words stand between marks, and who said them."""

from collections.abc import Sequence

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import Quotation, Sentence
from quizapp.generate.lexicon import SPEAK_VERBS
from quizapp.generate.parse import quote_opens


def quotations(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Return the quoted stretches of all sentences, in order; a quotation may run over several."""
    found: list[Quotation] = []
    open_in: int | None = None
    marks: tuple[int, list[bool]] = (-1, [])
    for sentence in sentences:
        if marks[0] != sentence.paragraph:
            marks = (sentence.paragraph, quote_opens(sentence.span.doc))
        if open_in != sentence.paragraph:
            open_in = None
        stretches, still_open = _stretches(sentence, marks[1], open_in is not None)
        found.extend(stretches)
        open_in = sentence.paragraph if still_open else None
    return tuple(found)


def _stretches(sentence: Sentence, opens: list[bool], inside: bool) -> tuple[list[Quotation], bool]:
    span = sentence.span
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


def speaker_head(sentence: Sentence, quotation: Quotation) -> Token | None:
    """Return the head of the phrase that says who spoke, if the sentence tells it."""
    outside = [token for token in sentence.span if not quotation.start <= token.i < quotation.end]
    verbs = [token for token in outside if token.pos_ == "VERB" and token.lemma_.lower() in _SAYING]
    governing = _governing(sentence, quotation)
    for verb in [each for each in (governing,) if each in verbs] or verbs[:1] * (len(verbs) == 1):
        subject = grammar.subject_of(verb)
        if subject is not None and not quotation.start <= subject.i < quotation.end:
            return subject
    return None


_SAYING = SPEAK_VERBS | frozenset(
    "describe call accuse plead vow demand denounce label dub criticise criticize signal highlight blast praise"
    " underline".split()
)


def _governing(sentence: Sentence, quotation: Quotation) -> Token | None:
    """Return the verb outside the marks that the quoted words hang on."""
    span = sentence.span.doc[quotation.start : quotation.end]
    if not len(span):
        return None
    for each in (span.root, *span.root.ancestors):
        if not quotation.start <= each.i < quotation.end and each.pos_ == "VERB":
            return each
    return next(
        (t for t in span.root.children if t.pos_ == "VERB" and not quotation.start <= t.i < quotation.end), None
    )
