"""``quizapp study``: study what is due, in the app or as plain lines."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.lines import InputEndedError, answer_lines, ask, finish, may_save, question_lines
from quizapp.cli.opening import opened, tell_problems
from quizapp.cli.terminal import FAILED, OK, counted, percent, say, warn_of
from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.library import Library
from quizapp.memory.intervals import days_text
from quizapp.sessions.study import Aside, Step, StudySession
from quizapp.sessions.summary import Summary, summary
from quizapp.text import shown_line

_WHAT = """\
Study the cards that are due today, in some decks or in all: first what is still being
learned, then reviews, then new cards."""

_MORE = """\
With --plain: Enter shows the answer; 1 to 4 say how well you knew it (Enter alone: 3).
Each answer is saved before the next card is shown."""

_HELP = """\
Enter  show the answer; after it: grade 3
1      again: not known        2  hard: known with effort
3      good: known             4  easy: known at once
h      hint                    u  undo the last answer
s      skip this card          -  not before tomorrow
@      suspend this card       q  quit; everything is saved"""

_ASIDE = {"s": Aside.SKIPPED, "-": Aside.BURIED, "@": Aside.SUSPENDED}


def run(arguments: list[str], home: Path | None) -> int:
    """Study, on the screen or as plain lines."""
    wish = _parsed(arguments)
    library = opened(home, with_samples=True)
    if wish.plain:
        tell_problems(library.decks(wish.decks))
        return _Plain(library, wish).run()
    from quizapp.cli.app import open_app  # noqa: PLC0415 - only one of the two is needed
    from quizapp.tui.messages import StudyDecks  # noqa: PLC0415 - brings Textual

    library.decks(wish.decks)
    return open_app(library, StudyDecks(tuple(wish.decks)))


def _parsed(arguments: list[str]) -> Namespace:
    parser = Parser("study", _WHAT, _MORE)
    parser.add_decks("only these")
    parser.add_argument("--plain", action="store_true", help="plain lines instead of the app")
    parser.add_argument("--tag", default="", metavar="T", help="only cards with this tag (with --plain)")
    parser.add_argument("--cards", type=whole_number(1), default=0, metavar="N", help="at most N cards (with --plain)")
    parser.add_argument("--unsaved", action="store_true", help="practise without saving anything (with --plain)")
    wish = parser.parse_args(arguments)
    if not wish.plain and (wish.tag or wish.cards or wish.unsaved):
        parser.error("--tag, --cards and --unsaved need --plain")
    return wish


class _Plain:
    """One session as plain lines."""

    def __init__(self, library: Library, wish: Namespace) -> None:
        self._library = library
        self._session = library.study(wish.decks, tag=wish.tag, at_most=wish.cards)
        self._saves = may_save(library, wish.unsaved)
        self._code = OK

    def run(self) -> int:
        """Ask card after card until there are none left, or nobody answers."""
        if self._session.over:
            say("Nothing is due here today.")
            return OK
        say("Enter shows the answer, ? lists all keys, q quits.")
        try:
            while not self._session.over and self._ask_one():
                pass
        except InputEndedError:
            say()
        finally:
            if self._saves:
                finish(self._library)
        for line in _summary_lines(summary(self._session), self._library.today):
            say(line)
        return self._code

    def _ask_one(self) -> bool:
        """Ask the current card until it is dealt with; say whether to go on."""
        session = self._session
        task = session.current
        if task is None:
            return False
        say()
        say(f"{counted(session.progress.left, 'card')} to go. {shown_line(task.deck)}")
        for line in question_lines(task.card):
            say(line)
        while self._session is session:
            key = ask("Answer?")
            if key == "":
                self._session = session.reveal()
                return self._grade()
            if not self._obey(key):
                return False
        return True

    def _grade(self) -> bool:
        session = self._session
        task = session.current
        if task is None:
            return False
        for line in answer_lines(task.card, task.source):
            say(line)
        intervals = session.intervals(self._library.now())
        names = (f"{grade:d} {grade.name.lower()} ({intervals[grade]})" for grade in Grade)
        prompt = f"Grade? {', '.join(names)}:"
        while self._session is session:
            key = ask(prompt) or "3"
            if key in ("1", "2", "3", "4"):
                self._keep(*session.grade(Grade(int(key)), self._library.now()))
            elif not self._obey(key):
                return False
        return True

    def _obey(self, key: str) -> bool:
        """Do what a key other than a grade means; say whether to go on."""
        if key == "q":
            return False
        if key in _ASIDE:
            self._keep(*self._session.put_aside(_ASIDE[key], self._library.now()))
        elif key == "u":
            self._undo()
        elif key == "h":
            hint = self._session.current.card.hint if self._session.current else ""
            say(f"Hint: {shown_line(hint)}" if hint else "This card has no hint.")
        elif key == "?":
            say(_HELP)
        elif key in ("1", "2", "3", "4"):
            say("See the answer first: press Enter.")
        else:
            say(f"{shown_line(key, 20)!r} means nothing here; ? lists all keys.")
        return True

    def _keep(self, after: StudySession, step: Step) -> None:
        """Go on to the state after a step, once the step is on the disk."""
        if self._saves and not self._saved(lambda: self._library.record(step)):
            return
        self._session = after

    def _undo(self) -> None:
        undone = self._session.undo(self._library.now())
        if undone is None:
            say("There is nothing to undo in this session.")
        elif not self._saves or self._saved(self._library.undo):
            self._session = undone[0]
            say("Undone.")

    def _saved(self, write: Callable[[], object]) -> bool:
        """Write something down; if that fails say so, and leave the session where it is."""
        try:
            write()
        except QuizError as error:
            warn_of(error.problems)
            say("That was not saved, so it does not count yet. Try again, or q to quit.")
            self._code = FAILED
            return False
        self._code = OK
        return True


def _summary_lines(result: Summary, today: int) -> list[str]:
    if not result.answers:
        return ["Nothing answered."]
    known = result.known
    share = f"{known.right} of {known.total} ({percent(known.share)})"
    lines = [f"{counted(result.answers, 'answer')}. Known at once: {share}."]
    lines += [f"Missed {counted(count, 'time')}: {shown_line(card.question)}" for card, count in result.hardest]
    if result.next_day is not None and result.next_day > today:
        lines.append(f"Next: {counted(result.next_count, 'card')} in {days_text(result.next_day - today)}.")
    if result.left:
        lines.append(f"{counted(result.left, 'card')} left for today.")
    return [*lines, *filter(None, [result.suggestion])]
