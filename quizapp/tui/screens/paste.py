"""Paste: a table, lines or sentences become cards of a deck; they are shown before they do."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from quizapp.cards.model import Item
from quizapp.errors import Problem, QuizError
from quizapp.library.arranging import Arranging
from quizapp.library.library import Library
from quizapp.library.pasting import LookedThrough, looked_through
from quizapp.library.shelf import Shelved
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.screens.confirm import Confirm
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import NEARLY, RIGHT, WRONG, counted

WAYS = "A table, or on each line question :: answer or a sentence with {{gaps}}; or lines with Q: and A:."
SHOWN = 200
"""How many cards are shown; more are counted."""
PAUSE = 0.15
"""Seconds after the last key until the cards are looked through."""


class PasteScreen(Place[str]):
    """Asks for text and a deck. Its result: what was done, in words; nothing if it was left."""

    TITLE = "Paste cards"
    HELP = "Paste a table or lines; what they say is shown as cards. Name the deck they join, or a new one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "add", "Add", key_display="Ctrl+S", tooltip="Add the cards to the deck"),
        Binding("escape", "leave", "Back", key_display="Esc", tooltip="Back without adding; asks first"),
    ]

    def __init__(self, library: Library, deck: Shelved | None, group: str = "") -> None:
        """Offer ``deck`` for what is pasted; a new deck stands in ``group``."""
        super().__init__()
        self._library = library
        self._acts = Arranging(library)
        self._begun = deck.place if deck else ""
        self._group = group
        self._found = LookedThrough()
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out text and deck and, beside or below them, the cards."""
        places = [deck.place for deck in self._library.shelf.decks]
        with Container(id="editor"):
            with Vertical(id="writing", classes="form"):
                yield Static(Content.styled("Paste cards", "bold $primary"), id="heading", markup=False)
                yield Static(WAYS, classes="muted", markup=False)
                yield TextArea(id="text", tab_behavior="focus", show_line_numbers=True)
                yield Static("Deck, or the title of a new one", classes="label", markup=False)
                yield Input(self._begun, id="deck", suggester=SuggestFromList(places, case_sensitive=False))
                yield Static(id="whither", markup=False)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="found", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the text."""
        self.query_one(TextArea).focus()
        self._look()

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _look_soon(self) -> None:
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._look)

    @on(Input.Submitted)
    def action_add(self) -> None:
        """Add the cards to the deck, or begin one with them."""
        self._look()
        fresh, name = self._found.fresh, self.query_one(Input).value
        if not fresh:
            self.notify("There is no card to add.", severity="error", timeout=4)
            return
        try:
            deck = self._library.shelf.called(name.strip())
            told = self._acts.add(deck, fresh) if deck else self._acts.begin(name, fresh, self._group)
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
        else:
            self.dismiss(told)

    def action_leave(self) -> None:
        """Go back; what was pasted is given up only when its writer says so."""
        if not self.query_one(TextArea).text.strip():
            self.dismiss("")
        else:
            question = Content("Leave without adding?")
            self.app.push_screen(Confirm(question, "What you pasted is lost.", "leave", "go on"), self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.dismiss("")

    def _look(self) -> None:
        """Show which cards the text says, and whither they go."""
        name = self.query_one(Input).value.strip()
        try:
            deck = self._library.shelf.called(name)
            whither = _whither(deck, name, self._group)
        except QuizError as error:
            deck, whither = None, Content.assemble((f"{WRONG} ", "$error"), prose.line(str(error.problems[0])))
        self._found = looked_through(self.query_one(TextArea).text, deck.deck.items if deck else ())
        self.query_one("#whither", Static).update(whither)
        self.query_one("#found", Static).update(Content("\n").join(_told(self._found)))


def _whither(deck: Shelved | None, name: str, group: str) -> Content:
    if deck:
        so_far = f", {counted(len(deck.kept), 'card')} so far"
        return Content.assemble(("into ", "$muted"), prose.line(deck.title, "bold"), so_far)
    if not name:
        return Content.styled("name a deck", "$muted")
    return Content.assemble(("into a new deck, ", "$muted"), prose.line(f"{group}/{name}" if group else name, "bold"))


def _told(found: LookedThrough) -> Iterator[Content]:
    """Yield what was found: how much, the lines that say nothing, and each card with what could be better in it."""
    more = f", {found.there} there already" if found.there else ""
    sign = (f"{RIGHT} ", "$success") if found.fresh else ("  ", "")
    yield Content.assemble(sign, (f"{counted(len(found.fresh), 'card')}{more}", "bold"))
    for problem in found.problems[:SHOWN]:
        yield _remark(WRONG, "$error", problem)
    advice: dict[int, list[Problem]] = {}
    for problem in found.advice:
        advice.setdefault(problem.line, []).append(problem)
    for item in found.fresh[:SHOWN]:
        yield _card(item)
        for problem in advice.get(item.line, ()):
            yield _remark(NEARLY, "$warning", problem)
    if len(found.fresh) > SHOWN:
        yield Content.styled(f"  and {len(found.fresh) - SHOWN:,} more", "$muted")


def _card(item: Item) -> Content:
    if item.cloze:
        return Content.assemble(("+ ", "$success"), prose.line(item.cloze, limit=200))
    answer = prose.line(item.answer, "bold", 100)
    return Content.assemble(("+ ", "$success"), prose.line(item.question, limit=200), ("  ", ""), answer)


def _remark(sign: str, style: str, problem: Problem) -> Content:
    remedy = prose.line(f"; {problem.remedy}", "$muted")
    return Content.assemble(
        (f"  {sign} ", style), (f"line {problem.line}: ", "$muted"), prose.line(problem.message), remedy
    )
