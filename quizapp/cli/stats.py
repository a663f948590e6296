"""``quizapp stats``: how it is going."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, counted, percent, say, say_json
from quizapp.insight.activity import Worked
from quizapp.library.overview import Overview, overview
from quizapp.memory.days import date_of
from quizapp.text import one_line

_WHAT = """\
Tell how it is going: days in a row, answers and time, how much was still known when it
came back, what comes back in the next days, and the cards that were missed most."""

_WEEK = 7


def run(arguments: list[str], home: Path | None) -> int:
    """Tell how it is going."""
    parser = Parser("stats", _WHAT)
    parser.add_json()
    wish = parser.parse_args(arguments)
    told = overview(opened(home))
    if wish.json:
        say_json(_as_data(told))
        return OK
    for line in _lines(told):
        say(line)
    return OK


def _lines(told: Overview) -> Iterator[str]:
    yield f"{counted(told.cards, 'card')}, {told.seen} of them seen, {told.new} new"
    yield f"{counted(told.streak, 'day')} in a row (longest: {told.longest_streak})"
    yield f"today: {_worked(told.done_today)}"
    yield f"30 days: {_worked(told.month)}"
    if told.pace.measured:
        yield f"pace: {told.pace.seconds:.0f} s a card"
    yield f"known when they came back: {_known(told)}"
    yield "due: " + ", ".join(f"{date_of(told.today + n):%a} {count}" for n, count in enumerate(told.ahead[:_WEEK]))
    for deck in told.quizzed:
        score = deck.score
        yield (
            f"quizzes on {one_line(deck.title)}: {score.taken}, "
            f"last {percent(score.last)}, best {percent(score.best)}, change {100 * score.change:+.0f}"
        )
    for hard in told.hardest:
        yield f"missed {hard.misses} of {hard.answers}: {one_line(hard.question)} {one_line(hard.answer)}"


def _worked(done: Worked) -> str:
    return f"{counted(done.answers, 'answer')}, {round(done.ms / 60_000)} min"


def _known(told: Overview) -> str:
    if told.true.share is None:
        return f"nothing has come back yet (wanted: {percent(told.wanted)})"
    return f"{percent(told.true.share)} of {told.true.asked} in 30 days (wanted: {percent(told.wanted)})"


def _as_data(told: Overview) -> dict[str, object]:
    return {
        "cards": told.cards,
        "seen": told.seen,
        "new": told.new,
        "streak": told.streak,
        "longest_streak": told.longest_streak,
        "days": {str(date_of(day)): asdict(done) for day, done in sorted(told.days.items())},
        "pace_seconds": told.pace.seconds if told.pace.measured else None,
        "retention": {
            "wanted": told.wanted,
            "month": {**asdict(told.true), "share": told.true.share},
            "ever": {**asdict(told.ever), "share": told.ever.share},
        },
        "due": {str(date_of(told.today + n)): count for n, count in enumerate(told.ahead)},
        "quizzes": [
            {"title": deck.title, "place": deck.place, "change": deck.score.change, **asdict(deck.score)}
            for deck in told.quizzed
        ],
        "hardest": [asdict(hard) for hard in told.hardest],
    }
