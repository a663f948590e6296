"""``quizapp quiz``: a quiz with a score, in the app or as plain lines."""

from argparse import Namespace
from pathlib import Path

from quizapp.cards.marking import Outcome
from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.lines import InputEndedError, answer_lines, ask, may_save, question_lines
from quizapp.cli.opening import opened, tell_problems
from quizapp.cli.terminal import FAILED, OK, counted, say, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.sessions.quiz import Marked, Question, QuizKind
from quizapp.text import shown_line

_WHAT = """\
Take a quiz on some decks or on all. Its score is kept and shown with the decks; what you
answer does not change when cards come back."""

_MORE = """\
With --plain: type the number of a choice, or the answer. Enter alone passes; q quits, and
the quiz then counts as broken off."""


def run(arguments: list[str], home: Path | None) -> int:
    """Take a quiz, on the screen or as plain lines."""
    wish = _parsed(arguments)
    library = opened(home, with_samples=True)
    if wish.plain:
        tell_problems(library.decks(wish.decks))
        return _Plain(library, wish).run()
    from quizapp.cli.app import open_app  # noqa: PLC0415 - only one of the two is needed
    from quizapp.tui.messages import QuizDecks  # noqa: PLC0415 - brings Textual

    library.decks(wish.decks)
    return open_app(library, QuizDecks(tuple(wish.decks)))


def _parsed(arguments: list[str]) -> Namespace:
    parser = Parser("quiz", _WHAT, _MORE)
    parser.add_decks("only these")
    parser.add_argument("--plain", action="store_true", help="plain lines instead of the app")
    parser.add_argument(
        "--questions", type=whole_number(0), metavar="N", help="how many; 0 for all, by default 10 (with --plain)"
    )
    parser.add_argument("--kind", choices=[str(kind) for kind in QuizKind], help="by default mixed (with --plain)")
    parser.add_argument("--unsaved", action="store_true", help="keep no score (with --plain)")
    wish = parser.parse_args(arguments)
    if not wish.plain and (wish.questions is not None or wish.kind or wish.unsaved):
        parser.error("the app asks for number and kind itself; with --plain they can be given here")
    return wish


class _Plain:
    """One quiz as plain lines."""

    def __init__(self, library: Library, wish: Namespace) -> None:
        number = 10 if wish.questions is None else wish.questions
        self._library = library
        self._session = library.quiz(wish.decks, number, QuizKind(wish.kind or QuizKind.MIXED))
        self._saves = may_save(library, wish.unsaved)
        self._code = OK

    def run(self) -> int:
        """Ask question after question; then tell the score and what was missed."""
        if self._session.over:
            say("There is nothing to ask here: no cards, or none with enough wrong answers to choose from.")
            return FAILED
        say(f"{counted(len(self._session.questions), 'question')}. Enter alone passes, q quits.")
        try:
            while not self._session.over and self._ask_one():
                pass
        except InputEndedError:
            say()
        self._tell_result()
        return self._code

    def _ask_one(self) -> bool:
        """Ask the current question until it is answered; say whether to go on."""
        question = self._session.current
        if question is None:
            return False
        say()
        say(f"Question {self._session.number} of {len(self._session.questions)}. {shown_line(question.deck)}")
        for line in question_lines(question.card):
            say(line)
        for number, choice in enumerate(question.choices, 1):
            say(f"  {number}. {shown_line(choice)}")
        marked = None
        while marked is None:
            given = _given(question)
            if given is None:
                return False
            marked = self._answer(given)
        return True

    def _answer(self, given: str) -> Marked | None:
        """Mark an answer, and save it before its mark is told; None if it could not be saved."""
        session, marked = self._session.answer(given, self._library.now())
        try:
            if self._saves:
                self._library.record_quiz(session, marked)
        except QuizError as error:
            warn_of(error.problems)
            say("That was not saved, so it does not count yet. Answer again, or q to quit.")
            self._code = FAILED
            return None
        self._code = OK
        for line in _mark_lines(marked):
            say(line)
        self._session = session.proceed(self._library.now())
        return marked

    def _tell_result(self) -> None:
        session = self._session
        say()
        if not session.over:
            asked = len(session.answers)
            say(f"Broken off after {counted(asked, 'question')}: {session.score.right} right. No score is kept.")
            return
        say(f"Score: {session.score} ({session.score.percent}%)")
        for missed in session.misses:
            given = f" You said: {shown_line(missed.given)}." if missed.given else ""
            card = missed.question.card
            say(f"Missed: {shown_line(card.question)} Answer: {shown_line(card.answer)}.{given}")


def _given(question: Question) -> str | None:
    """Return the answer typed, empty for a pass; None to quit."""
    if not question.choices:
        typed = ask("Your answer:")
        return None if typed == "q" and question.card.answer.casefold() != "q" else typed
    while True:
        typed = ask(f"Your choice, 1 to {len(question.choices)}:")
        if typed == "q":
            return None
        if not typed:
            return ""
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:3]) <= len(question.choices):
            return question.choices[int(typed[:3]) - 1]
        say(f"Type a number from 1 to {len(question.choices)}; Enter alone passes, q quits.")


def _mark_lines(marked: Marked) -> list[str]:
    verdict = {Outcome.RIGHT: "Right.", Outcome.CLOSE: "Right, but for the spelling.", Outcome.WRONG: "Wrong."}
    said = "Passed." if not marked.given else verdict[marked.outcome]
    return [said, *answer_lines(marked.question.card, marked.question.source)]
