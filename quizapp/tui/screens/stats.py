"""Stats: how it is going, in numbers and in blocks."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.library.library import Library
from quizapp.library.overview import Overview, overview
from quizapp.memory.days import date_of
from quizapp.tui import prose
from quizapp.tui.place import STATS, TopPlace
from quizapp.tui.widgets.charts import LABEL, columns, heatmap, sparkline
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, WRONG, bar, counted, minutes
from quizapp.tui.widgets.moves import SCROLLS
from quizapp.tui.widgets.place_bar import PlaceBar

MOST_WEEKS = 26
QUIZZES_SHOWN = 16
BAR = 24
OUTSIDE, GUTTER, PADDING = 7, 3, 4
"""Cells beside the parts, between them and within them, at the most: as in places.tcss, with what the grid rounds."""


class StatsScreen(TopPlace):
    """What was done, how well it is remembered, what is to come."""

    TITLE = "Stats"
    HELP = "Known: of the cards that came back, how many you still knew. The schedule aims at the share you wanted."
    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLLS,
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "app.go('home')", "Back", key_display="q", tooltip="Back to the decks"),
    ]

    def __init__(self, library: Library) -> None:
        """Tell of ``library``."""
        super().__init__()
        self._library = library
        self._told: Overview | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts, in two columns where there is room."""
        yield PlaceBar(STATS)
        with VerticalScroll(id="stats"), Container(id="parts"):
            yield Static(id="work", classes="part", markup=False)
            yield Static(id="memory", classes="part", markup=False)
            yield Static(id="ahead", classes="part", markup=False)
            yield Static(id="quizzes", classes="part", markup=False)
            yield Static(id="hardest", classes="part", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Tell how it is going now."""
        self._told = overview(self._library)
        self.query_one(PlaceBar).waiting = self._library.inbox.count
        self.call_after_refresh(self._draw)

    def on_resize(self, _: events.Resize) -> None:
        """Fit the charts to the new width."""
        self.call_after_refresh(self._draw)

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _draw(self) -> None:
        if (told := self._told) is None:
            return
        parts = {"work": _work, "memory": _memory, "ahead": _ahead, "quizzes": _quizzes, "hardest": _hardest}
        for name, tell in parts.items():
            part = self.query_one(f"#{name}", Static)
            lines = list(tell(told, self._part_width))
            part.display = bool(lines)
            part.update(Content("\n").join(lines))

    @property
    def _part_width(self) -> int:
        """The cells that a line of a part has for itself, as places.tcss lays the parts out."""
        room = self.size.width - OUTSIDE
        return (room - GUTTER if self.has_class("-wide") else 2 * room) // 2 - PADDING


def _work(told: Overview, width: int) -> Iterator[Content]:
    yield Content.styled("Answers a day", "bold $primary")
    row = counted(told.streak, "day") + " in a row"
    longest = f"{DOT}longest {told.longest_streak}" if told.longest_streak > told.streak else ""
    yield Content.assemble((row, "bold"), (longest, "$muted"))
    yield Content()
    weeks = min(MOST_WEEKS, (width - LABEL) // 2)
    yield from heatmap({day: done.answers for day, done in told.days.items()}, told.today, max(weeks, 1))
    yield Content()
    for name, done in (("today", told.done_today), ("30 days", told.month)):
        time = f"{DOT}{minutes(done.ms)}" if done.answers else ""
        yield Content.assemble((name.ljust(9), "$muted"), f"{counted(done.answers, 'answer')}{time}")
    if told.pace.measured:
        yield Content.assemble(("pace".ljust(9), "$muted"), f"{told.pace.seconds:.0f} s a card")


def _memory(told: Overview, _: int) -> Iterator[Content]:
    yield Content.styled("Known when they came back", "bold $primary")
    if told.true.share is None:
        yield Content.styled("No card has come back yet: they do from tomorrow on.", "$muted")
    else:
        yield Content.assemble((f"{told.true.share:.0%}".ljust(6), "bold"), bar(told.true.share, BAR, "$success"))
        yield Content.styled(
            f"of {counted(told.true.asked, 'card')} in 30 days{DOT}ever {told.ever.share:.0%}", "$muted"
        )
    yield Content.styled(f"wanted {told.wanted:.0%}", "$muted")
    yield Content()
    seen = told.seen / told.cards if told.cards else 0.0
    yield Content.assemble((f"{seen:.0%}".ljust(6), "bold"), bar(seen, BAR))
    yield Content.styled(f"{told.seen} of {counted(told.cards, 'card')} seen{DOT}{told.new} new", "$muted")


def _ahead(told: Overview, width: int) -> Iterator[Content]:
    yield Content.styled("Coming back", "bold $primary")
    if not any(told.ahead):
        yield Content.styled("Nothing in the next 30 days.", "$muted")
        return
    apart = 2 if width >= 2 * len(told.ahead) else 1
    yield columns(told.ahead, apart)
    yield Content.styled(
        "today".ljust(apart * (len(told.ahead) - 1)) + f"{date_of(told.today + len(told.ahead) - 1):%-d %b}", "$muted"
    )
    tomorrow = told.ahead[1]
    yield Content.assemble(
        f"{told.ahead[0]} today{DOT}{tomorrow} tomorrow",
        (f"{DOT}{sum(told.ahead)} in {len(told.ahead)} days", "$muted"),
    )


def _quizzes(told: Overview, width: int) -> Iterator[Content]:
    if not told.quizzed:
        return
    yield Content.styled("Quizzes", "bold $primary")
    room = max(12, min(width - QUIZZES_SHOWN - 12, 40))
    for deck in told.quizzed:
        score = deck.score
        title = prose.line(deck.title).truncate(room, ellipsis=True, pad=True)
        change = f"{100 * score.change:+.0f}" if score.taken > 1 else ""
        trend = (sparkline(score.trend[-QUIZZES_SHOWN:]).ljust(QUIZZES_SHOWN), "$primary")
        yield Content.assemble(title, f" {score.last or 0:>4.0%} ", (change.rjust(4), "$muted"), "  ", trend)


def _hardest(told: Overview, width: int) -> Iterator[Content]:
    if not told.hardest:
        return
    yield Content.styled("Hardest", "bold $primary")
    for hard in told.hardest:
        count = Content.assemble((f"{WRONG} ", "$error"), (f"{hard.misses} of {hard.answers}".ljust(9), "$muted"))
        line = Content.assemble(prose.line(hard.question), "  ", prose.line(hard.answer, "bold"))
        yield count + line.truncate(max(width - count.cell_length, 8), ellipsis=True)
