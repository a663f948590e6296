"""What becomes of one article: a deck and the account of it, as plain data that travels between processes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.cards.model import Deck
from quizapp.reading.document import Document

if TYPE_CHECKING:
    from quizapp.generate.make import Generator

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of every article."""

    max_cards: int | None = None
    """The most cards; None leaves it to the article's length."""
    explain: bool = False
    """Whether the account is wanted."""


@dataclass(frozen=True, slots=True)
class Product:
    """The deck of an article."""

    deck: Deck
    account: str = ""
    """Which rule made each card and what was left out; empty if it was not asked for."""


class Maker:
    """Makes decks; the language model, which takes a second, is loaded for the first article."""

    def __init__(self, wish: Wish, generator: "Generator | None" = None) -> None:
        """Make what is wished for, with a generator that is loaded already if there is one."""
        self._wish = wish
        self._generator = generator

    def make(self, document: Document, progress: Progress | None = None) -> Product:
        """Make the deck of ``document``; QuizError if it is no English running text."""
        if self._generator is None:
            if progress:
                progress("loading the language model", 0.0)
            self._generator = loaded_generator()
        made = self._generator.make(document, max_cards=self._wish.max_cards, progress=progress)
        if not self._wish.explain:
            return Product(made.deck)
        from quizapp.generate.explain import explain_text  # noqa: PLC0415 - brings spaCy

        return Product(made.deck, explain_text(made))


def loaded_generator() -> "Generator":
    """Load the generator; none of the many objects it is made of ever goes, so none is ever looked at again."""
    import gc  # noqa: PLC0415 - only here

    gc.disable()
    try:
        from quizapp.generate.make import Generator  # noqa: PLC0415 - brings spaCy

        generator = Generator()
    finally:
        gc.freeze()
        gc.enable()
    return generator
