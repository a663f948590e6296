"""Making the deck of one article for who watches: in a process of its own, ended at a word."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizError
from quizapp.library.delivery import deliver, refuse_empty
from quizapp.reading.document import Document
from quizapp.reading.read import read_document, read_pasted

if TYPE_CHECKING:
    from quizapp.generate.helper import Helper

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Article:
    """What a deck is to be made of."""

    text: str = ""
    """What was pasted; empty if the article is in a file."""
    path: str = ""
    title: str = ""
    """Empty to find it in the article; as the date."""
    date: str = ""

    def read(self) -> Document:
        """Read it. Raises QuizError."""
        if self.text.strip():
            return read_pasted(self.text, self.title, self.date)
        return read_document(Path(self.path).expanduser(), self.title, self.date)


@dataclass(frozen=True, slots=True)
class Made:
    """A deck that was made and put into the inbox."""

    path: Path
    cards: int
    notices: tuple[str, ...]
    """What was left out of the article while reading."""
    dated: bool
    """The article has a date; without one some questions cannot be asked."""


class Making:
    """One article on its way to the inbox. `run` blocks its thread; `stop` may be called from any other."""

    def __init__(self, inbox: Path, article: Article) -> None:
        """Make a deck of ``article`` for ``inbox``."""
        self._inbox = inbox
        self._article = article
        self._helper: Helper | None = None
        self._stopped = False

    def run(self, tell: Progress) -> Made | None:
        """Make the deck, telling the stages; None when it was stopped. Raises QuizError."""
        from quizapp.generate.helper import Helper  # noqa: PLC0415 - only who generates needs the room
        from quizapp.generate.product import Product, Wish  # noqa: PLC0415 - as above

        tell("reading the article", 0.0)
        document = self._article.read()
        self._helper = Helper(Wish(), watched=True)
        try:
            if self._stopped:
                return None
            self._helper.start_on(document)
            if self._stopped:
                return None
            outcome = self._helper.outcome(tell)
        finally:
            self._helper.stop()
        if self._stopped:
            return None
        if isinstance(outcome, Product):
            refuse_empty(outcome.deck, document, "give the day it appeared")
            path = deliver(self._inbox, outcome.deck, document)
            return Made(path, len(outcome.deck.items), document.notices, bool(document.date))
        if isinstance(outcome, QuizError):
            raise outcome
        raise QuizError.of("the generator failed on it", "`quizapp generate` keeps a log of why", document.file)

    def stop(self) -> None:
        """Leave off; nothing of the article reaches the inbox."""
        self._stopped = True
        if self._helper is not None:
            self._helper.kill()
