"""``quizapp scores``: how quizzes went."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from quizapp.cli.arguments import Parser, whole_number
from quizapp.cli.opening import opened
from quizapp.cli.terminal import FAILED, OK, percent, say, say_json, say_table, warn
from quizapp.history.past import QuizAnswer, QuizPast
from quizapp.library.library import DeckInfo, Library
from quizapp.text import shown_line

_WHAT = """\
List how the quizzes of each deck went. With DECKs also the cards that were missed most. With
--quizzes every quiz there was, the last one first; with --quiz N one of them, answer by answer."""


def run(arguments: list[str], home: Path | None) -> int:
    """Tell the scores."""
    parser = Parser("scores", _WHAT)
    parser.add_decks("only these")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--quizzes", action="store_true", help="list the quizzes themselves, the last one first")
    which.add_argument("--quiz", type=whole_number(1), metavar="N", help="open a quiz again; 1 is the last one")
    parser.add_json()
    wish = parser.parse_args(arguments)
    library = opened(home)
    if wish.quizzes or wish.quiz:
        return _of_quizzes(library, wish)
    return _of_decks(library.decks(wish.decks), wish)


def _of_decks(decks: Sequence[DeckInfo], wish: Namespace) -> int:
    if wish.json:
        say_json({"decks": [_as_data(deck) for deck in decks]})
        return OK
    taken = [deck for deck in decks if deck.score.taken]
    if taken:
        say_table(("deck", "quizzes", "best", "last", "change"), map(_row, taken))
    else:
        say("No quiz has been taken to its end yet; take one with `quizapp quiz`.")
    if wish.decks:
        _tell_misses(decks)
    return OK


def _of_quizzes(library: Library, wish: Namespace) -> int:
    quizzes = library.quizzes(wish.decks)[::-1]
    if wish.quiz and wish.quiz > len(quizzes):
        warn(f"there is no quiz {wish.quiz}; `quizapp scores --quizzes` lists those there are")
        return FAILED
    chosen = quizzes[wish.quiz - 1 : wish.quiz] if wish.quiz else quizzes
    if wish.json:
        say_json({"quizzes": [_quiz_as_data(quiz) for quiz in chosen]})
    elif wish.quiz:
        for line in _told(chosen[0], library):
            say(line)
    elif quizzes:
        rows = ((str(number), *_quiz_row(quiz, library)) for number, quiz in enumerate(quizzes, 1))
        say_table(("quiz", "when", "decks", "answers", "right", "of", "score"), rows, texts=4)
    else:
        say("No quiz has been taken yet; take one with `quizapp quiz`.")
    return OK


def _told(quiz: QuizPast, library: Library) -> Iterator[str]:
    end = f"{quiz.right} of {quiz.total}, {percent(quiz.share)}" if quiz.finished else "broken off, no score"
    yield f"{_when(quiz, library)}, {', '.join(map(shown_line, quiz.decks))}, {quiz.mode}: {end}"
    for number, answer in enumerate(quiz.answers, 1):
        yield f"{number}. {'Right' if answer.right else 'Wrong'}: {shown_line(answer.question)}"
        yield from _answer_lines(answer)


def _answer_lines(answer: QuizAnswer) -> Iterator[str]:
    if answer.choices:
        yield f"   choices: {', '.join(map(shown_line, answer.choices))}"
    if answer.claim:
        yield f"   claimed: {shown_line(answer.claim)}"
    yield f"   given: {shown_line(answer.given) or 'nothing'}{', too late' if answer.late else ''}"
    if not answer.right or answer.claim:
        yield f"   answer: {shown_line(answer.answer)}"


def _when(quiz: QuizPast, library: Library) -> str:
    return quiz.t.astimezone(library.zone).strftime("%Y-%m-%d %H:%M")


def _quiz_row(quiz: QuizPast, library: Library) -> tuple[str, ...]:
    score = percent(quiz.share) if quiz.finished else "broken off"
    decks = ", ".join(map(shown_line, quiz.decks))
    return (_when(quiz, library), decks, quiz.mode, str(quiz.right), str(quiz.total), score)


def _quiz_as_data(quiz: QuizPast) -> dict[str, object]:
    answers = [{**asdict(answer), "t": answer.t.isoformat(), "right": answer.right} for answer in quiz.answers]
    return {
        "id": quiz.id,
        "t": quiz.t.isoformat(),
        "decks": quiz.decks,
        "mode": quiz.mode,
        "finished": quiz.finished,
        "right": quiz.right,
        "total": quiz.total,
        "answers": answers,
    }


def _as_data(deck: DeckInfo) -> dict[str, object]:
    return {"title": deck.title, **asdict(deck.score), "change": deck.score.change}


def _row(deck: DeckInfo) -> tuple[str, ...]:
    score = deck.score
    change = f"{100 * score.change:+.0f}" if score.taken > 1 else ""
    return (deck.title, str(score.taken), percent(score.best), percent(score.last), change)


def _tell_misses(decks: Sequence[DeckInfo]) -> None:
    for deck in decks:
        for missed in deck.score.most_missed:
            say(f"missed {missed.misses} of {missed.asked}: {shown_line(missed.question)} {shown_line(missed.answer)}")
