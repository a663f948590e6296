"""How two texts differ, letter by letter."""

import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from quizapp.cards.marking.folding import folded_letters
from quizapp.cards.marking.outcome import Difference, Piece

LONGEST = 2_000
"""Characters of an answer that are looked at; nobody types more by hand."""


def distance(typed: str, text: str) -> float:
    """Return how far two texts are apart, from 0 to 1; case and accents do not count."""
    return float(Levenshtein.normalized_distance(folded_letters(typed[:LONGEST]), folded_letters(text[:LONGEST])))


def difference(typed: str, wanted: str) -> Iterator[Piece]:
    """Yield the pieces in which two texts agree and differ; what is the same as it is wanted."""
    typed = unicodedata.normalize("NFC", typed[:LONGEST])
    wanted = unicodedata.normalize("NFC", wanted[:LONGEST])
    for step in Levenshtein.opcodes(folded_letters(typed), folded_letters(wanted)):
        there = wanted[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield Piece(Difference.SAME, there)
            continue
        if step.src_end > step.src_start:
            yield Piece(Difference.EXTRA, typed[step.src_start : step.src_end])
        if there:
            yield Piece(Difference.MISSING, there)
