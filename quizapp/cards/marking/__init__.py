"""Marking a typed answer as a fair examiner would.

`mark` compares what was typed with everything a card accepts; `same` says whether two texts are one
answer. The parts: `folding` makes letters one, `measures` reads numbers and dates (`units` knows how
units are written), `tokens` reads an answer as words, `slips` knows slips of the pen, `sameness`
compares, `examiner` comes to a verdict, `difference` shows it letter by letter.

The machinery is loaded when the first answer is marked: a program that only lists decks or turns
cards over does not pay for it.
"""

from collections.abc import Iterable, Sequence

from quizapp.cards.marking.outcome import Difference, Outcome, Piece, Verdict
from quizapp.cards.model import Card

__all__ = ["Difference", "Outcome", "Piece", "Verdict", "card_answered", "mark", "same"]


def mark(card: Card, typed: str | Sequence[str], strict: bool = False, others: Iterable[str] = ()) -> Verdict:
    """Return the verdict on what was typed for a card.

    Args:
        card: asked; a list wants all its answers, a gap each of its blanks.
        typed: one text, or one for each part. One text for a list is parted at line ends,
            semicolons, commas and "and", as best fits the card.
        strict: only the very letters are right: case, accents and signs count. So it is for a card
            of a strict deck.
        others: answers of other cards; no slip of the pen is taken that may be one of them.
    """
    from quizapp.cards.marking import examiner  # noqa: PLC0415 - a tenth of a second, see above

    return examiner.mark(card, typed, strict or card.strict, others)


def same(one: str, other: str, strict: bool = False) -> bool:
    """Say whether two texts are one answer, differing in form alone."""
    from quizapp.cards.marking import sameness  # noqa: PLC0415 - a tenth of a second, see above

    return sameness.same(one, other, strict)


def card_answered(given: str, cards: Iterable[Card]) -> Card | None:
    """Return the first of some cards whose answer a text is, whatever its case and accents; None if there is none."""
    from quizapp.cards.marking.folding import folded, plain  # noqa: PLC0415 - as above

    wanted = folded(plain(given)).split()
    for card in cards if wanted else ():
        if any(folded(plain(text)).split() == wanted for text in (card.answer, *card.accept)):
            return card
    return None
