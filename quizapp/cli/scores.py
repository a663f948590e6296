"""``quizapp scores``: how quizzes went."""

from dataclasses import asdict
from pathlib import Path

from quizapp.cli.arguments import Parser
from quizapp.cli.opening import opened
from quizapp.cli.terminal import OK, percent, say, say_json, say_table
from quizapp.library.library import DeckInfo
from quizapp.text import shown_line

_WHAT = "List how the quizzes of each deck went. With DECKs also the cards that were missed most."


def run(arguments: list[str], home: Path | None) -> int:
    """Tell the scores."""
    parser = Parser("scores", _WHAT)
    parser.add_decks("only these")
    parser.add_json()
    wish = parser.parse_args(arguments)
    decks = opened(home).decks(wish.decks)
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


def _as_data(deck: DeckInfo) -> dict[str, object]:
    return {"title": deck.title, **asdict(deck.score), "change": deck.score.change}


def _row(deck: DeckInfo) -> tuple[str, ...]:
    score = deck.score
    change = f"{100 * score.change:+.0f}" if score.taken > 1 else ""
    return (deck.title, str(score.taken), percent(score.best), percent(score.last), change)


def _tell_misses(decks: list[DeckInfo]) -> None:
    for deck in decks:
        for missed in deck.score.most_missed:
            say(f"missed {missed.misses} of {missed.asked}: {shown_line(missed.question)} {shown_line(missed.answer)}")
