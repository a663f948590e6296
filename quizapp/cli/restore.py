"""``quizapp restore``: the bin, and what is put back from it."""

from pathlib import Path

from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, counted, say, say_json, warn
from quizapp.history.events import Event
from quizapp.library.library import Library
from quizapp.text import shown_line

_WHAT = """\
Put deleted cards and decks back.

  quizapp restore             list what is in the bin, numbered
  quizapp restore NUMBER…     put these back
  quizapp restore --empty     empty the bin for good"""


def run(arguments: list[str], home: Path | None) -> int:
    """List the bin, put back from it, or empty it."""
    parser = Parser("restore", _WHAT)
    parser.add_argument("numbers", nargs="*", type=whole_number(1), metavar="NUMBER", help="as the list counts them")
    parser.add_argument("--empty", action="store_true", help="empty the bin for good")
    parser.add_json()
    wish = parser.parse_args(arguments)
    library = opened(home)
    if wish.empty:
        number = len(library.bin)
        library.empty_bin()
        say(f"{counted(number, 'deletion')} can no longer be put back.")
        return OK
    if wish.numbers:
        return _put_back(library, wish.numbers)
    if wish.json:
        say_json({"bin": [_as_data(number, event) for number, event in enumerate(library.bin, 1)]})
    elif not library.bin:
        say("The bin is empty.")
    for number, event in enumerate(library.bin if not wish.json else (), 1):
        say(f"{number}. {_told(event)}")
    return OK


def _put_back(library: Library, numbers: list[int]) -> int:
    deletions = library.bin
    if wrong := next((number for number in numbers if number > len(deletions)), 0):
        warn(f"There is no number {wrong} in the bin; `quizapp restore` lists it.")
        return FAILED
    chosen = [deletions[number - 1] for number in dict.fromkeys(numbers)]
    library.restore(chosen)
    for event in chosen:
        say(f"put back: {_told(event)}")
    return OK


def _told(event: Event) -> str:
    if event.text("file"):
        return f"{event.text('place')}: the whole deck, {shown_line(event.text('title'))}"
    return shown_line(f"{event.text('place')}: {event.text('question')} - {event.text('answer')}", 100)


def _as_data(number: int, event: Event) -> dict[str, object]:
    told = {key: event.text(key) for key in ("place", "title", "question", "answer") if key in event.data}
    return {"number": number, "deleted": event.t.isoformat(), **told}
