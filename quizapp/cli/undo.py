"""``quizapp undo``: take back the last thing done, in whatever session that was."""

from pathlib import Path

from quizapp.cards.model import CardId
from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, say, warn
from quizapp.history import events
from quizapp.history.events import Event, Grade
from quizapp.library.library import Library
from quizapp.text import shown_line

_WHAT = """\
Take back the last answer, suspension, burial, reset or deletion recorded on this device; again
for the one before it. What was done to many cards at once is taken back at once. Nothing is
erased: the journal says that it no longer counts."""

_DONE = {
    events.SUSPEND: "suspended",
    events.UNSUSPEND: "no longer suspended",
    events.BURY: "put off until tomorrow",
    events.FLAG: "flagged",
    events.RESET: "reset",
    events.DELETE: "deleted",
}


def run(arguments: list[str], home: Path | None) -> int:
    """Take back the last thing done and say what it was."""
    Parser("undo", _WHAT).parse_args(arguments)
    library = opened(home)
    event = library.undo()
    if event is None:
        warn("There is nothing to take back.")
        return FAILED
    library.write_schedules()
    say(f"Taken back: {_told(event, library)}")
    return OK


def _told(event: Event, library: Library) -> str:
    """Return what an event was, in words: the card and what was done to it."""
    question = event.text("question") or library.progress.past.of(CardId(event.text("card"))).question
    done = _DONE.get(event.kind, event.kind)
    if event.kind == events.REVIEW:
        done = f"graded {Grade(event.number('grade')).name.capitalize()}"
    return f"{done}: {shown_line(question)}" if question else done
