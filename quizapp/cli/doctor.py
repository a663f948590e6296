"""``quizapp doctor``: examine the whole home, and mend it if asked."""

from dataclasses import asdict
from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.lines import InputEndedError, ask
from quizapp.cli.terminal import FAILED, OK, counted, say, say_json
from quizapp.library.doctor import Findings, examine, mend, question_problem
from quizapp.library.library import Library
from quizapp.text import shown_line

_WHAT = """\
Examine the home: journals, decks, inbox, settings, links between cards, the bin. Nothing is
changed unless you say so."""

_MORE = """\
--fix takes unreadable lines out of this device's journals, and removes conflict copies that tell
nothing new and what was left over from writes cut short. What it changes it copies into .backups
of the home first. Exit code 1 if there is a problem."""


def run(arguments: list[str], home: Path | None) -> int:
    """Examine and tell; mend, redate or ask if wished."""
    parser = Parser("doctor", _WHAT, _MORE)
    parser.add_argument("--fix", action="store_true", help="mend what can be mended, after keeping a copy")
    parser.add_argument("--redate", action="store_true", help="date events anew that a wrong clock has dated")
    parser.add_argument("--ask", action="store_true", help="go through cards that may be others, edited")
    parser.add_json()
    wish = parser.parse_args(arguments)
    library = Library.open(home, only_look=not (wish.fix or wish.redate or wish.ask))
    done = mend(library, library.now()) if wish.fix else []
    if wish.redate:
        done.append(f"{counted(library.redate(), 'event')} dated anew")
    if wish.ask:
        _go_through(library)
    if done:
        library = Library.open(home)
    found = examine(library)
    if wish.json:
        say_json(_as_data(found, done))
    else:
        for line in done:
            say(shown_line(line))
        _tell(found)
    return FAILED if found.problems else OK


def _tell(found: Findings) -> None:
    for problem in (*found.problems, *map(question_problem, found.questions)):
        say(shown_line(str(problem)))
    problems = counted(len(found.problems), "problem") if found.problems else "no problem"
    say(f"{problems}, {counted(len(found.questions), 'open question') if found.questions else 'no open question'}")


def _go_through(library: Library) -> None:
    """Ask about each card that may be another, edited, until all are decided or nobody answers."""
    for question in library.open_questions():
        if library.progress.past.of(question.new.id).reviews:
            continue
        say(f"Once: {shown_line(question.old.question)} - {shown_line(question.old.answer)}")
        say(f"Now:  {shown_line(question.new.question)} - {shown_line(question.new.answer)} ({question.deck.place})")
        try:
            answer = ask("The same card? y, n, Enter to leave it open:")
        except InputEndedError:
            return
        if answer.casefold() in ("y", "yes"):
            library.link(question.old.id, question.new)
        elif answer.casefold() in ("n", "no"):
            library.keep_apart(question.old.id, question.new.id)


def _as_data(found: Findings, done: list[str]) -> dict[str, object]:
    questions = [
        {
            **asdict(question_problem(question)),
            "old": question.old._asdict(),
            "new": {"id": question.new.id, "question": question.new.question, "answer": question.new.answer},
        }
        for question in found.questions
    ]
    return {"done": done, "problems": [asdict(problem) for problem in found.problems], "questions": questions}
