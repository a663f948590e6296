"""``quizapp inbox``: generated decks wait here until they are accepted."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from quizapp.cards.model import Item, Kind
from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, counted, say, say_json, say_table, warn_of
from quizapp.errors import QuizError
from quizapp.library.arrivals import accept, inbox, reject
from quizapp.library.library import Library
from quizapp.library.shelf import Shelved
from quizapp.text import shown_line

_WHAT = """\
Look through the decks that were generated and are not yet studied.

  quizapp inbox                       list them
  quizapp inbox DECK                  show the cards of one, numbered
  quizapp inbox accept DECK [CARD…]   move all its cards, or those numbered, to your decks
  quizapp inbox reject DECK [CARD…]   throw all its cards away, or those numbered"""

_ACTS = ("accept", "reject")


def run(arguments: list[str], home: Path | None) -> int:
    """List, show, accept or reject."""
    parser = Parser("inbox", _WHAT)
    act = arguments[0] if arguments and arguments[0] in _ACTS else ""
    if act:
        parser.add_argument("act", choices=_ACTS)
        parser.add_argument("deck", metavar="DECK")
        parser.add_argument("cards", nargs="*", type=whole_number(1), metavar="CARD")
    else:
        parser.add_argument("deck", nargs="?", metavar="DECK")
        parser.add_json()
    wish = parser.parse_args(arguments)
    library = opened(home)
    return _decide(library, wish) if act else _show(library, wish)


def _decide(library: Library, wish: Namespace) -> int:
    waiting = _waiting(library, wish.deck)
    number = len(set(wish.cards)) or len(waiting.deck.items)
    if wish.act == "accept":
        path, _ = accept(library.home, waiting, wish.cards)
        say(f"{counted(number, 'entry', 'entries')} accepted -> {path}")
    else:
        reject(waiting, wish.cards)
        say(f"{counted(number, 'entry', 'entries')} of {waiting.title!r} rejected")
    return OK


def _show(library: Library, wish: Namespace) -> int:
    shelf = inbox(library.home)
    warn_of(shelf.broken)
    decks = (_waiting(library, wish.deck),) if wish.deck else shelf.decks
    if wish.json:
        say_json({"decks": [_as_data(deck) for deck in decks]})
    elif wish.deck:
        warn_of(decks[0].problems)
        _tell_cards(decks[0])
    elif decks:
        say_table(("deck", "title", "entries"), (_row(deck) for deck in decks), texts=2)
    else:
        say("The inbox is empty. `quizapp generate ARTICLE` puts decks into it.")
    return OK


def _waiting(library: Library, word: str) -> Shelved:
    """Return the deck of the inbox that a word means; QuizError if there is none, or more than one."""
    found = inbox(library.home).named(word)
    if len(found) > 1:
        raise QuizError.of(f"{word!r} means several decks", f"name one, such as `{found[0].place}`")
    return found[0]


def _row(deck: Shelved) -> tuple[str, ...]:
    return (deck.place, deck.title, str(len(deck.deck.items)))


def _tell_cards(deck: Shelved) -> None:
    say(shown_line(deck.title))
    for number, item in enumerate(deck.deck.items, 1):
        say()
        for line in _card_lines(number, item):
            say(line)


def _card_lines(number: int, item: Item) -> Iterator[str]:
    if item.kind is Kind.CLOZE:
        yield f"{number}. {shown_line(item.cloze)}"
    else:
        yield f"{number}. {shown_line(item.question)}"
        yield f"   answer: {shown_line(', '.join(item.answers) or item.answer)}"
    for name in ("quote", "doubt"):
        if text := shown_line(getattr(item, name)):
            yield f"   {name}: {text}"


def _as_data(deck: Shelved) -> dict[str, object]:
    cards = [
        {
            "number": number,
            "question": item.question or item.cloze,
            "answers": list(item.answers or filter(None, (item.answer,))),
            "quote": item.quote,
            "rule": item.rule,
            "doubt": item.doubt,
        }
        for number, item in enumerate(deck.deck.items, 1)
    ]
    return {"name": deck.place, "title": deck.title, "path": str(deck.path), "cards": cards}
