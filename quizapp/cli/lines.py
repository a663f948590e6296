"""Sessions as plain lines on standard input and output: for screen readers, pipes and scripts."""

import sys
from collections.abc import Iterator

from quizapp.cards.model import Card, Kind, Source
from quizapp.cli.terminal import flush, is_terminal, say, warn_of
from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.text import shown, shown_line

_LONGEST_LINE = 2000
"""Characters of an answer that are read; nobody types more."""


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


def question_lines(card: Card) -> Iterator[str]:
    """Yield what is asked, and how much is wanted."""
    yield from _lines_of(card.question)
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
