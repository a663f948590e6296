"""Sessions as plain lines on standard input and output: for screen readers, pipes and scripts."""

import sys
from collections.abc import Iterator, Sequence

from quizapp.cards.marking import Difference, Outcome
from quizapp.cards.model import Card, Kind, Source
from quizapp.cli.terminal import flush, is_terminal, say, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.sessions.reply import Reply
from quizapp.text import shown, shown_line

_LONGEST_LINE = 2000
"""Characters of an answer that are read; nobody types more."""


_MARKS = {Outcome.RIGHT: "Right.", Outcome.CLOSE: "Right, but for the spelling.", Outcome.WRONG: "Wrong."}
_PARTS = {Outcome.RIGHT: "right", Outcome.CLOSE: "nearly", Outcome.WRONG: "wrong"}


class InputEndedError(Exception):
    """Nobody types any more."""


def ask(prompt: str) -> str:
    """Print a prompt and return the line typed, without white space around it.

    Raises:
        InputEndedError: standard input is at its end.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise InputEndedError
    # What is piped in is not echoed, so the prompt's line has to be ended here.
    say(prompt, end=" " if is_terminal(sys.stdin) else "\n")
    flush()
    try:
        line = sys.stdin.readline(_LONGEST_LINE)
    except (OSError, UnicodeDecodeError) as error:
        raise InputEndedError from error
    if not line:
        raise InputEndedError
    return line.strip()


def question_lines(card: Card, choices: Sequence[str] = (), claim: str = "") -> Iterator[str]:
    """Yield what is asked, how much is wanted, what is claimed, and what there is to choose from."""
    yield from _lines_of(card.question)
    if claim:
        yield f"Is it “{shown_line(claim)}”?"
    for number, choice in enumerate(choices, 1):
        yield f"  {number}. {shown_line(choice)}"
    if card.kind is Kind.LIST:
        order = "in order" if card.item.ordered else "in any order"
        yield f"({len(card.answers)} answers, {order})"


def answer_lines(card: Card, source: Source) -> Iterator[str]:
    """Yield the answer, and the sentence that tells it."""
    if card.kind is Kind.LIST:
        yield "Answers:"
        for number, answer in enumerate(card.answers, 1):
            yield f"  {f'{number}.' if card.item.ordered else '-'} {shown_line(answer)}"
    else:
        yield f"Answer: {shown_line(card.answer)}"
    if card.filled:
        yield f"Sentence: {shown_line(card.filled)}"
    if card.item.note:
        yield f"Note: {shown_line(card.item.note)}"
    if card.item.quote:
        yield f"Source: {shown_line(card.item.quote)}{_origin(source)}"


def mark_lines(reply: Reply) -> Iterator[str]:
    """Yield how an answer was marked, where its letters differ, and whose answer it was."""
    verdict = reply.verdict
    if not reply.given:
        yield "Passed."
        return
    yield _MARKS[reply.outcome]
    if verdict is not None and verdict.parts:
        for part in verdict.parts:
            yield f"  {_PARTS[part.outcome]}: {shown_line(part.matched or part.typed)}"
    elif verdict is not None and reply.outcome is Outcome.CLOSE:
        pieces = {kind: [shown_line(p.text) for p in verdict.difference if p.kind is kind] for kind in Difference}
        for kind, told in ((Difference.MISSING, "Missing"), (Difference.EXTRA, "Not wanted")):
            if pieces[kind]:
                yield f"{told}: {', '.join(pieces[kind])}"
    if reply.other:
        yield f"“{shown_line(reply.other.answer)}” answers: {shown_line(reply.other.question)}"


def letter_of(typed: str, options: int) -> int | None:
    """Return the place of the option that a digit or a letter means, from 0; None if it means none."""
    if len(typed) == 1 and typed.isascii() and typed.isalpha():
        place = ord(typed.casefold()) - ord("a")
    elif typed.isascii() and typed.isdigit():
        place = int(typed[:3]) - 1
    else:
        return None
    return place if 0 <= place < options else None


def may_save(library: Library, unsaved: bool) -> bool:
    """Say whether answers will be kept; the user is told before the first question if they cannot be.

    Raises:
        QuizError: they cannot be kept, and the user has not agreed to that.
    """
    if unsaved:
        say("Practice: nothing is saved.")
        return False
    try:
        library.check_writable()
    except QuizError as error:
        first, *others = error.problems
        told = QuizError.of(first.message, f"{first.remedy}, or practise with --unsaved", first.file)
        raise QuizError(*told.problems, *others) from error
    return True


def finish(library: Library) -> None:
    """Write out for people what the session has changed."""
    try:
        library.write_schedules()
    except QuizError as error:
        warn_of(error.problems)


def _lines_of(text: str) -> list[str]:
    return [line.rstrip() for line in shown(text).split("\n") if line.strip()]


def _origin(source: Source) -> str:
    told = ", ".join(part for part in (shown_line(source.title), shown_line(source.date)) if part)
    return f" ({told})" if told else ""
