"""``quizapp generate``: decks from articles."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.model import Deck
from quizapp.cli import mishaps
from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.making import outcomes
from quizapp.cli.terminal import FAILED, OK, counted, say, warn, warn_of
from quizapp.errors import Problem, QuizError
from quizapp.generate.product import Product, Wish
from quizapp.reading.document import Document
from quizapp.reading.read import read_document
from quizapp.reading.source import STANDARD_INPUT
from quizapp.store.atomic import digest_of
from quizapp.store.deckfile import parse_deck, read_deck
from quizapp.store.deckwriter import deck_text, write_deck
from quizapp.store.disk import read_bytes
from quizapp.store.home import DECK_ENDING
from quizapp.text import one_line

if TYPE_CHECKING:
    from quizapp.generate.many import Outcome

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
    _refuse_empty(outcome.deck, document)
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


def _refuse_empty(deck: Deck, document: Document) -> None:
    if not deck.items:
        remedy = "try a longer news or reference text" if document.date else "give the day it appeared with --date"
        raise QuizError.of("no card could be made of it safely", remedy, document.file)


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
        path = _path_in_folder(deck, document, path if wish.output else None, home)
    write_deck(path, deck, was=_replaceable(path, force=wish.force) if path.exists() else "")
    return path


def _path_in_folder(deck: Deck, document: Document, folder: Path | None, home: Path | None) -> Path:
    """Return where the deck of an article goes in a folder, by default the inbox."""
    from quizapp.cli.opening import own_folders  # noqa: PLC0415 - a deck with a path of its own needs no library
    from quizapp.library.arrivals import file_name, free_path  # noqa: PLC0415 - as above

    named = document.title if document.file == STANDARD_INPUT else Path(document.file).stem
    return free_path(folder or own_folders(home)[1], file_name(named), lambda path: _is_another(path, deck))


def _is_another(path: Path, deck: Deck) -> bool:
    """Say whether a file stands there that is not from the last making of the same deck."""
    return path.exists() and _made_from(path) != (deck.source.title, deck.source.url)


def _made_from(path: Path) -> tuple[str, str] | None:
    try:
        source = read_deck(path).deck.source
    except QuizError:
        return None
    return source.title, source.url


def _replaceable(path: Path, *, force: bool) -> str:
    """Return the digest of a deck that may be overwritten: one that was generated, or any if forced."""
    data = read_bytes(path, str(path))
    try:
        items = parse_deck(data, str(path)).deck.items
    except QuizError:
        items = ()
    if not force and not (items and all(item.rule for item in items)):
        raise QuizError.of("exists and was not made by generate", "choose another file, or add --force", str(path))
    return digest_of(data)


def _with_file(problem: Problem, name: str) -> Problem:
    return problem if problem.file else problem.at(one_line(name))
