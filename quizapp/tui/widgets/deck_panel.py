"""What there is to know about the deck or the group under the cursor."""

from collections.abc import Iterator
from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from quizapp.insight.scores import DeckScore
from quizapp.library.groups import GroupInfo
from quizapp.library.library import DeckInfo
from quizapp.tui import prose
from quizapp.tui.widgets.lines import WRONG, counted, trend

MISSED_SHOWN = 3


class DeckPanel(Static):
    """A few lines on one deck, beside the list when there is room."""

    def show(self, deck: DeckInfo | None, group: GroupInfo | None = None) -> None:
        """Tell about a deck or a group."""
        self.set_class(deck is None and group is None, "-blank")
        told = _told(deck) if deck else _told_of_group(group) if group else ()
        self.update(Content("\n").join(told))


def _told(deck: DeckInfo) -> Iterator[Content]:
    yield prose.line(deck.title, "bold")
    if deck.deck.description:
        yield prose.shown(deck.deck.description)
    yield Content()
    yield Content.styled(counted(deck.cards, "card"), "$muted")
    if source := prose.attribution(deck.deck.source):
        yield Content.assemble(("from ", "$muted"), source)
    if deck.score.taken:
        yield Content()
        yield from _scores(deck.score)
    if deck.problems:
        yield Content()
        yield Content.styled(f"{WRONG} {counted(len(deck.problems), 'problem')} in the file", "$error")
        first = deck.problems[0]
        yield prose.line(str(first.at(Path(first.file).name)), "$muted")


def _told_of_group(group: GroupInfo) -> Iterator[Content]:
    yield prose.line(f"{group.group}/", "bold")
    yield Content()
    yield Content.styled(f"{counted(group.decks, 'deck')}, {counted(group.cards, 'card')}", "$muted")


def _scores(score: DeckScore) -> Iterator[Content]:
    yield Content.assemble((f"{counted(score.taken, 'quiz', 'quizzes')}  ", "$muted"), trend(score.trend))
    if score.most_missed:
        yield Content()
        yield Content.styled("missed most", "$muted")
    for missed in score.most_missed[:MISSED_SHOWN]:
        yield Content.assemble(prose.line(missed.question, limit=80), "  ", prose.line(missed.answer, "bold", 60))
