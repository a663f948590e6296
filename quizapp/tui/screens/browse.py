"""Browse: all cards, found as one types, looked at, and changed many at once."""

from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quizapp.library.facts import answers, facts
from quizapp.library.library import Library
from quizapp.library.orders import ORDERS, in_order
from quizapp.library.search import Hit, Hits
from quizapp.library.told import standing, task_of
from quizapp.tui import prose
from quizapp.tui.place import BROWSE, TopPlace
from quizapp.tui.screens.changes_cards import ChangesCards
from quizapp.tui.screens.watches_disk import WatchesDisk
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.card_table import CardTable
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, WRONG, counted
from quizapp.tui.widgets.place_bar import PlaceBar

Value = TypeVar("Value")

HOW = "words  deck:  tag:  answer:  is:due new suspended leech flagged"
FACT_WIDTH = 12
MOMENT_WIDTH = 18
ANSWERS_TOLD = 8
OF_CARDS = frozenset({"edit", "editor", "suspend", "flag", "tag", "move", "delete", "choose", "choose_all"})
STATES = {"new": "$primary", "suspended": "$muted", "today": "$success"}


class BrowseScreen(WatchesDisk[None], ChangesCards, TopPlace):
    """All cards of all decks."""

    TITLE = "Browse"
    AUTO_FOCUS = "CardTable"
    HELP = "Type to find cards. Space chooses several; what you then do is done to all of them, and u takes it back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Find", key_display="/", tooltip="Find cards as you type"),
        Binding("space", "choose", "Choose", key_display="Space", tooltip="Choose the card, or choose it no more"),
        Binding("e,enter", "edit", "Edit", key_display="e", tooltip="Edit the card"),
        Binding("at", "suspend", "Suspend", key_display="@", tooltip="Suspend the cards, or take that back"),
        Binding("x,delete", "delete", "Delete", key_display="x", tooltip="Delete the cards: they go into the bin"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last act, then those before"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q", "app.go('home')", "Back", tooltip="Back to the decks"),
        Binding("plus", "tag", "Tag", key_display="+", tooltip="Give the cards tags, or take some away"),
        Binding("n", "new_card", "New card", show=False, tooltip="Write a new card for the same deck"),
        Binding("M", "move", "Move", show=False, tooltip="Move the cards to another deck"),
        Binding("X", "bin", "Bin", show=False, tooltip="Open the bin: put back, or empty it"),
        Binding("a", "choose_all", "Choose all", show=False, tooltip="Choose all cards shown, or none"),
        Binding("asterisk", "flag", "Flag", show=False, key_display="*", tooltip="Flag the cards, or unflag them"),
        Binding("E", "editor", "Editor", show=False, tooltip="Open the deck in $EDITOR, at this card"),
        Binding("o", "order", "Order", show=False, tooltip="Sort by something else"),
        Binding("escape", "back", "Back", show=False, tooltip="Out of the search, then to the decks"),
    ]

    class Sorted(Message):
        """Cards that were found have been sorted."""

        def __init__(self, query: str, hits: Hits) -> None:
            """Tell the sorted ``hits`` of ``query``."""
            super().__init__()
            self.query_text = query
            self.hits = hits

    def __init__(self, library: Library) -> None:
        """Show the cards of ``library``."""
        super().__init__(library)
        self._order = 0
        self._shelf = library.shelf

    def compose(self) -> ComposeResult:
        """Lay out the search, the cards and, beside or below them, the one under the cursor."""
        yield PlaceBar(BROWSE)
        yield Input(id="query", placeholder=HOW)
        yield Static(id="problem", markup=False)
        with Container(id="twofold"):
            yield CardTable("cards", self._state_of)
            with VerticalScroll(id="preview", can_focus=False):
                yield CardFace(tight=True)
                yield Static(id="facts", markup=False)
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show the cards as they are now."""
        self._attempt(self._library.refresh)
        self.query_one(PlaceBar).waiting = self._library.inbox.count
        self.show_changes()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to cards only where there are some."""
        if action in OF_CARDS and self.is_mounted:
            return bool(self._table.meant)
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Go to the line to type in."""
        self.set_focus(self.query_one("#query", Input))

    def action_back(self) -> None:
        """Leave the line, then the search, then the place."""
        query = self.query_one("#query", Input)
        if query.has_focus:
            self.set_focus(self._table)
        elif query.value or self._table.chosen:
            self._table.chosen.clear()
            query.value = ""
            self._find()
        else:
            self.app.call_later(self.app.run_action, "app.go('home')")

    def action_choose(self) -> None:
        """Choose the card under the cursor, or choose it no more."""
        self._table.toggle()
        self._tell_count()

    def action_choose_all(self) -> None:
        """Choose all cards shown, or none."""
        self._table.toggle_all()
        self._tell_count()

    def action_order(self) -> None:
        """Sort by the next of the orders."""
        self._order = (self._order + 1) % len(ORDERS)
        self._find()

    @on(Input.Changed, "#query")
    def _search(self) -> None:
        self._find()

    @on(Input.Submitted, "#query")
    def _leave_query(self) -> None:
        self._table.focus()

    @on(CardTable.Moved)
    def _tell_card(self, moved: CardTable.Moved) -> None:
        self.query_one("#preview").display = moved.hit is not None
        if moved.hit is not None:
            self._show(moved.hit)

    def show_changes(self) -> None:
        """Show the cards as they are now, with the cursor where it was."""
        self._find(keep=True)

    def _find(self, *, keep: bool = False) -> None:
        query = self.query_one("#query", Input).value
        hits = self._library.search(query)
        if ORDERS[self._order].key is None or not len(hits):
            self._put(hits, keep=keep)
        else:
            self._sort(query, hits)

    @work(thread=True, exclusive=True)
    def _sort(self, query: str, hits: Hits) -> None:
        self.post_message(self.Sorted(query, in_order(self._library, hits, ORDERS[self._order])))

    @on(Sorted)
    def _put_sorted(self, done: Sorted) -> None:
        if done.query_text == self.query_one("#query", Input).value:
            self._put(done.hits)

    def _put(self, hits: Hits, *, keep: bool = False) -> None:
        self._table.show(hits, keep=keep)
        self._tell_count()

    def _tell_count(self) -> None:
        hits, chosen = self._table.hits, len(self._table.chosen)
        told = counted(len(hits), "card")
        problem = self.query_one("#problem", Static)
        wrong = (*hits.problems, *self._library.shelf.problems)[:1]
        problem.display = bool(wrong)
        lines = (prose.problem(each, self._library.home.root) for each in wrong)
        problem.update(Content.assemble(f"{WRONG} ", *lines))
        order = ORDERS[self._order]
        parts = [told, *([f"{chosen} chosen"] if chosen else []), *([f"by {order.name}"] if order.key else [])]
        self.query_one(PlaceBar).told = Content.styled(DOT.join(parts), "$muted")
        self.refresh_bindings()

    def _show(self, hit: Hit) -> None:
        self.query_one(CardFace).reveal(hit.card, hit.card.item.source or hit.deck.heading.source)
        task = task_of(self._library, hit)
        rows = [_row(*fact, FACT_WIDTH) for fact in facts(self._library, task)]
        told = [_row(*answer, MOMENT_WIDTH) for answer in list(answers(self._library, task))[:ANSWERS_TOLD]]
        self.query_one("#facts", Static).update(Content("\n").join([*rows, *([Content()] if told else []), *told]))

    def _state_of(self, hit: Hit) -> Content:
        told = standing(self._library, hit)
        return Content.styled(told, STATES.get(told, "$muted"))


def _row(name: str, told: str, width: int) -> Content:
    return Content.assemble((name.ljust(width), "$muted"), prose.line(told))
