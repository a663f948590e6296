"""``quizapp generate``: decks from articles."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.model import Deck
from quizapp.cli import mishaps
from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.making import outcomes
from quizapp.cli.opening import own_folders
from quizapp.cli.terminal import FAILED, OK, counted, say, warn, warn_of
from quizapp.errors import Problem, QuizError
from quizapp.generate.product import Product, Wish
from quizapp.library.delivery import place_in, refuse_empty, replaceable
from quizapp.reading.document import Document
from quizapp.reading.read import read_document
from quizapp.store.deckwriter import deck_text, write_deck
from quizapp.store.home import DECK_ENDING
from quizapp.text import shown_line

if TYPE_CHECKING:
    from quizapp.generate.helper import Outcome

_WHAT = """\
Make a deck of flashcards from each ARTICLE: plain text, Markdown or a saved web page;
- is standard input. Nothing leaves this machine, and the same text always gives the
same deck. A card that cannot be proved by a sentence of the article is not made."""

_MORE = """\
Without -o a deck goes into the inbox: look through it with `quizapp inbox`, and
accept what you want to study.

examples:
  quizapp generate article.txt
  quizapp generate article.md -o decks/astana.yaml --date 2024-07-04
  quizapp generate *.txt -o decks/
  pbpaste | quizapp generate - -o - --explain"""


def run(arguments: list[str], home: Path | None) -> int:
    """Make a deck from every article named; one that fails does not stop the others."""
    wish = _parsed(arguments)
    articles = [_Article(name, wish.title, wish.date) for name in wish.articles]
    failed = False
    made = outcomes([article.read for article in articles], Wish(wish.max_cards, wish.explain))
    for article, outcome in zip(articles, made, strict=True):
        try:
            _finish(article, outcome, wish, home)
        except QuizError as error:
            warn_of(_with_file(problem, article.name) for problem in error.problems)
            failed = True
    return FAILED if failed else OK


class _Article:
    """An article that was named, and its text once it has been read."""

    def __init__(self, name: str, title: str, date: str) -> None:
        self.name = name
        self._title, self._date = title, date
        self._document: Document | None = None

    def read(self) -> Document:
        """Read it; QuizError if that cannot be done."""
        self._document = read_document(Path(self.name), title=self._title, date=self._date)
        return self._document

    def taken(self) -> Document | None:
        """Return its text, which is wanted no more; None if it could not be read."""
        document, self._document = self._document, None
        return document


def _finish(article: _Article, outcome: "Outcome", wish: Namespace, home: Path | None) -> None:
    """Tell what was noticed, and put the deck where it belongs; QuizError says why there is none."""
    document = article.taken()
    if document is not None:
        _tell_notices(document)
    if isinstance(outcome, str):
        raise QuizError.of(mishaps.told_of(outcome), file=article.name)
    if isinstance(outcome, QuizError) or document is None:
        raise outcome if isinstance(outcome, QuizError) else QuizError.of("could not be read")
    refuse_empty(outcome.deck, document, "give the day it appeared with --date")
    _deliver(outcome, document, wish, home)


def _parsed(arguments: list[str]) -> Namespace:
    parser = Parser("generate", _WHAT, _MORE)
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")
    parser.add_argument("-o", dest="output", default="", metavar="DECK.yaml", help="a file, a folder, or - to print it")
    parser.add_argument("--date", default="", metavar="D", help="when the article appeared, as 2024-07-04")
    parser.add_argument("--title", default="", metavar="T", help="its title, if the file does not say it")
    parser.add_argument("--max-cards", type=whole_number(1), metavar="N", help="make at most so many cards")
    parser.add_argument("--explain", action="store_true", help="say which rule made each card, and what was left out")
    parser.add_argument("--force", action="store_true", help="overwrite a deck that was not made by generate")
    wish = parser.parse_args(arguments)
    if len(wish.articles) > 1 and wish.title:
        parser.error("--title is for one article")
    if len(wish.articles) > 1 and wish.output.endswith(DECK_ENDING):
        parser.error("many articles need a folder after -o")
    if wish.output.endswith(".yml"):
        parser.error("a deck's name ends in .yaml")
    return wish


def _tell_notices(document: Document) -> None:
    for notice in document.notices:
        warn(f"{document.file}: {notice}")


def _deliver(made: Product, document: Document, wish: Namespace, home: Path | None) -> None:
    if wish.output == "-":
        say(deck_text(made.deck).rstrip("\n"))
    else:
        path = _written(made.deck, document, wish, home)
        # Who holds an office, and what happened "on Thursday", can only be asked with a date.
        undated = "" if document.date else " (no date found: --date makes more)"
        say(f"{document.file}: {counted(len(made.deck.items), 'card')} -> {path}{undated}")
        if not wish.output:
            say(f"Look through them with `quizapp inbox {path.stem}`, then `quizapp inbox accept {path.stem}`.")
    if wish.explain:
        # A printed deck stays a deck: what is told about it goes beside it.
        (warn if wish.output == "-" else say)(made.account)


def _written(deck: Deck, document: Document, wish: Namespace, home: Path | None) -> Path:
    """Write the deck where it is wanted; return its path."""
    path = Path(wish.output)
    if not wish.output or path.is_dir() or not wish.output.endswith(DECK_ENDING):
        path = place_in(path if wish.output else own_folders(home)[1], deck, document)
    write_deck(path, deck, was=replaceable(path, force=wish.force) if path.exists() else "")
    return path


def _with_file(problem: Problem, name: str) -> Problem:
    return problem if problem.file else problem.at(shown_line(name))
