"""A quiz as plain lines."""

from collections.abc import Iterable

from quizapp.cli.lines import answer_lines, ask, letter_of, mark_lines, question_lines
from quizapp.cli.session import PlainSession
from quizapp.cli.terminal import FAILED, counted, say
from quizapp.library.library import Library
from quizapp.library.selection import Selection
from quizapp.sessions.questions import Question
from quizapp.sessions.quiz import Marked, Terms
from quizapp.text import shown_line


class PlainQuiz(PlainSession):
    """One quiz as plain lines."""

    def __init__(
        self, library: Library, decks: Iterable[str], terms: Terms, cards: Selection, *, unsaved: bool
    ) -> None:
        """Draw a quiz on some cards of some decks."""
        self._session = library.quiz(decks, terms, cards)
        super().__init__(library, unsaved=unsaved)

    def run(self) -> int:
        """Ask question after question; then tell the score and what was missed."""
        terms = self._session.terms
        if self._session.over:
            say("There is nothing to ask here: no such cards, or none with enough wrong answers to choose from.")
            return FAILED
        limit = f" {counted(terms.seconds, 'second')} for each." if terms.seconds else ""
        say(f"{counted(len(self._session.questions), 'question')}.{limit} Enter alone passes, q quits.")
        self._ask_all(lambda: self._session.over)
        self._tell_result()
        return self._code

    def _ask_one(self) -> bool:
        """Ask the current question until it is answered; say whether to go on."""
        question = self._session.current
        if question is None:
            return False
        say()
        say(f"Question {self._session.number} of {len(self._session.questions)}. {shown_line(question.deck)}")
        for line in question_lines(question.card, question.choices, question.claim):
            say(line)
        answered = False
        while not answered:
            given = _given(question)
            if given is None:
                return False
            answered = self._answer(given)
        return True

    def _answer(self, given: str) -> bool:
        """Mark an answer, and save it before its mark is told; say whether it could be saved."""
        session, marked = self._session.answer(given, self._library.now())
        if not self._saved(lambda: self._library.record_quiz(session, marked)):
            return False
        self._session = session
        if session.marking:
            _tell_mark(marked)
            self._session = session.proceed(self._library.now())
        return True

    def _tell_result(self) -> None:
        session = self._session
        say()
        if not session.over:
            asked = len(session.answers)
            say(f"Broken off after {counted(asked, 'question')}: {session.score.right} right. No score is kept.")
            return
        say(f"Score: {session.score} ({session.score.percent}%)")
        if session.terms.at_end:
            for marked in session.answers:
                say(f"{'Right' if marked.right else 'Wrong'}: {shown_line(marked.question.card.question)}")
        for missed in session.misses:
            given = f" You said: {shown_line(missed.given)}." if missed.given else ""
            late = " The time was up." if missed.late else ""
            card = missed.question.card
            claim = f" ({shown_line(missed.question.claim)}?)" if missed.question.claim else ""
            say(f"Missed: {shown_line(card.question)}{claim} Answer: {shown_line(card.answer)}.{given}{late}")


def _tell_mark(marked: Marked) -> None:
    if marked.late:
        say("The time was up.")
    card, source = marked.question.card, marked.question.source
    for line in (*mark_lines(marked.reply), *answer_lines(card, source)):
        say(line)


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
        place = letter_of(typed, len(question.choices))
        if place is not None:
            return question.choices[place]
        say(f"Type a number from 1 to {len(question.choices)}; Enter alone passes, q quits.")
