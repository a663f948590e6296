"""Marking a typed answer as a fair examiner would.

`mark` compares what was typed with everything a card accepts; `same` says whether two texts are one
answer. The parts: `folding` makes letters one, `measures` reads numbers and dates (`units` knows how
units are written), `tokens` reads an answer as words, `slips` knows slips of the pen, `sameness`
compares, `verdict` tells the outcome.
"""

from quizapp.cards.marking.sameness import Outcome, compare, same
from quizapp.cards.marking.verdict import Difference, Piece, Verdict, mark

__all__ = ["Difference", "Outcome", "Piece", "Verdict", "compare", "mark", "same"]
