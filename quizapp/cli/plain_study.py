"""Studying as plain lines."""

from collections.abc import Callable, Iterable, Iterator

from quizapp.cli.lines import answer_lines, ask, letter_of, mark_lines, question_lines
from quizapp.cli.session import PlainSession
from quizapp.cli.terminal import OK, counted, percent, say, warn_of
from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.facts import answers, facts
from quizapp.library.library import Library
from quizapp.library.selection import StudyWish
from quizapp.memory.intervals import days_text
from quizapp.memory.ways import Way
from quizapp.sessions.steps import Aside, Step
from quizapp.sessions.study import StudySession
from quizapp.sessions.summary import Summary, summary
from quizapp.sessions.task import Task
from quizapp.text import shown_line

_HELP = """\
Enter  show the answer; after it: what is proposed
1      again: not known        2  hard: known with effort
3      good: known             4  easy: known at once
       (where there are two grades: 1 wrong, 2 right)
y      I was right             h  hint
u      undo the last answer    *  flag this card, or unflag it
s      skip this card          -  not before tomorrow
@      suspend this card       i  what is known about this card
o      the whole paragraph     q  quit; everything is saved
Where an answer is typed, write a colon before these keys: :u, :s, :q"""

_ASIDE = {"s": Aside.SKIPPED, "-": Aside.BURIED, "@": Aside.SUSPENDED}
_NUMBERS = ("1", "2", "3", "4")


class PlainStudy(PlainSession):
    """One study session as plain lines."""

    def __init__(self, library: Library, decks: Iterable[str], wish: StudyWish, *, unsaved: bool) -> None:
        """Study what is wished for of some decks."""
        self._session = library.study(decks, wish)
        self._cram = wish.cram
        super().__init__(library, unsaved=unsaved)

    def run(self) -> int:
        """Ask card after card until there are none left, or nobody answers."""
        if self._session.over:
            say("There is no such card." if self._cram else "Nothing is due here today; --cram asks all the same.")
            return OK
        if self._cram:
            say("Cram: when the cards come back stays as it is.")
        say("Enter shows the answer, ? lists all keys, q quits.")
        self._ask_all(lambda: self._session.over)
        for line in _summary_lines(summary(self._session), self._library.today):
            say(line)
        return self._code

    def _ask_one(self) -> bool:
        """Ask the current card until it is dealt with; say whether to go on."""
        session, task = self._session, self._asked
        say()
        say(f"{counted(session.progress.left, 'card')} to go{self._time_left()}. {shown_line(task.deck)}")
        for line in question_lines(task.card, session.asked.choices):
            say(line)
        if session.revealed:
            return self._grade()
        while self._session is session:
            given = ask(self._prompt())
            if self._is_answer(given):
                self._session = session.answer(self._option(given)) if given else session.reveal()
                return self._grade()
            if not self._obey(given.removeprefix(":") if session.asked.way is Way.TYPED else given):
                return False
        return True

    def _prompt(self) -> str:
        match self._session.asked.way:
            case Way.TYPED:
                return "Your answer (:q quits):"
            case Way.CHOICE:
                return f"Your choice, 1 to {len(self._session.asked.choices)}:"
            case _:
                return "Answer?"

    def _is_answer(self, given: str) -> bool:
        """Say whether a line typed answers the card, or asks to see the answer."""
        match self._session.asked.way:
            case Way.TYPED:
                return not given.startswith(":")
            case Way.CHOICE:
                return not given or letter_of(given, len(self._session.asked.choices)) is not None
            case _:
                return not given

    def _option(self, given: str) -> str:
        choices = self._session.asked.choices
        place = letter_of(given, len(choices))
        return given if place is None or not choices else choices[place]

    def _grade(self) -> bool:
        task = self._asked
        if self._session.reply:
            for line in mark_lines(self._session.reply):
                say(line)
        for line in answer_lines(task.card, task.source):
            say(line)
        if self._session.leech:
            say(f"Forgotten {counted(task.lapses, 'time')}: it wants other words.")
        while self._session.revealed and self._session.current and self._session.current.card.id == task.card.id:
            session = self._session
            key = ask(self._grade_prompt()) or str(session.grades.index(session.proposed) + 1)
            if key in _NUMBERS and int(key) <= max(len(session.grades), Grade.GOOD):
                grade = session.grades[min(int(key), len(session.grades)) - 1]
                self._keep(*session.grade(grade, self._library.now()))
            elif not self._obey(key):
                return False
        return True

    def _grade_prompt(self) -> str:
        session = self._session
        two = ("wrong", "right") if len(session.grades) == 2 else ()
        intervals = session.intervals(self._library.now())
        names = [
            f"{place} {two[place - 1] if two else grade.name.lower()}" + (f" ({away})" if away else "")
            for place, (grade, away) in enumerate(intervals.items(), 1)
        ]
        usual = session.grades.index(session.proposed) + 1
        return f"Grade? {', '.join(names)}; Enter: {usual}:"

    def _obey(self, key: str) -> bool:
        """Do what a key other than a grade means; say whether to go on."""
        if key == "q":
            return False
        if key in _ASIDE:
            self._keep(*self._session.put_aside(_ASIDE[key], self._library.now()))
        elif key in (deeds := self._deeds()):
            deeds[key]()
        elif key in _NUMBERS:
            say("See the answer first: press Enter.")
        else:
            say(f"{shown_line(key, 20)!r} means nothing here; ? lists all keys.")
        return True

    def _deeds(self) -> dict[str, Callable[[], None]]:
        return {
            "u": self._undo,
            "h": self._hint,
            "*": self._flag,
            "i": self._tell_facts,
            "o": self._tell_context,
            "y": self._was_right,
            "?": lambda: say(_HELP),
        }

    def _hint(self) -> None:
        hint = self._asked.card.hint
        say(f"Hint: {shown_line(hint)}" if hint else "This card has no hint.")

    def _flag(self) -> None:
        on = not self._library.progress.past.of(self._asked.card.id).flagged
        session, flagged = self._session.flag(on)
        if self._saved(lambda: self._library.record(flagged)):
            self._session = session
            say("Flagged." if on else "No longer flagged.")

    def _tell_facts(self) -> None:
        for name, told in (*facts(self._library, self._asked), *answers(self._library, self._asked)):
            say(f"  {name}: {shown_line(told)}")

    def _tell_context(self) -> None:
        context = self._asked.card.item.context
        if not self._session.revealed:
            say("See the answer first: press Enter.")
        else:
            say(f"Paragraph: {shown_line(context)}" if context else "No paragraph is known of this card.")

    def _was_right(self) -> None:
        if not self._session.may_be_right:
            say("There is no wrong answer to take as right.")
            return
        task, reply = self._asked, self._session.reply
        try:
            card = self._library.add_alias(task.card, reply.given if reply else "", task.place) if self._saves else None
        except QuizError as error:
            warn_of(error.problems)
            card = None
        session = self._session if card is None else self._session.with_card(card)
        self._session = session.was_right()
        say("Right, this time." if card is None else "Right, and accepted from now on.")

    def _keep(self, after: StudySession, step: Step) -> None:
        """Go on to the state after a step, once the step is on the disk."""
        if self._saved(lambda: self._library.record(step)):
            self._session = after

    def _undo(self) -> None:
        undone = self._session.undo(self._library.now())
        if undone is None:
            say("There is nothing to undo in this session; `quizapp undo` reaches back further.")
        elif self._saved(self._library.undo):
            self._session = undone[0]
            say("Undone.")

    def _time_left(self) -> str:
        pace = self._library.pace()
        left = pace.minutes_for(self._session.progress.left)
        return f", about {counted(left, 'minute')}" if pace.measured else ""

    @property
    def _asked(self) -> Task:
        if self._session.current is None:
            raise ValueError("the session is over")
        return self._session.current


def _summary_lines(result: Summary, today: int) -> Iterator[str]:
    if not result.answers:
        yield "Nothing answered."
        return
    known = result.known
    share = f"{known.right} of {known.total} ({percent(known.share)})"
    yield f"{counted(result.answers, 'answer')}. Known at once: {share}."
    if len(result.by_kind) > 1:
        yield "By kind: " + ", ".join(
            f"{kind} {tally.right} of {tally.total}" for kind, tally in result.by_kind.items()
        )
    for card, count in result.hardest:
        yield f"Missed {counted(count, 'time')}: {shown_line(card.question)}"
    for card, other in result.confused:
        yield f"Mixed up: {shown_line(card.answer)} with {shown_line(other.answer)}"
    if result.slowest:
        yield f"Slowest, {result.slowest.ms / 1000:.0f} s: {shown_line(result.slowest.card.question)}"
    for card in result.leeches:
        yield f"Forgotten again and again: {shown_line(card.question)}"
    if result.next_day is not None and result.next_day > today:
        yield f"Next: {counted(result.next_count, 'card')} in {days_text(result.next_day - today)}."
    if result.left:
        yield f"{counted(result.left, 'card')} left for today."
    if result.suggestion:
        yield result.suggestion
