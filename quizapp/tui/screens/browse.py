"""Browse: all cards, found as one types, looked at, and changed many at once."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library.arranging import Arranging
from quizapp.library.bulk import Bulk
from quizapp.library.facts import answers, facts
from quizapp.library.library import Library
from quizapp.library.orders import ORDERS, in_order
from quizapp.library.search import Hit, Hits
from quizapp.library.told import standing, task_of
from quizapp.text import one_line
from quizapp.tui import prose
from quizapp.tui.editor import edit_beside
from quizapp.tui.place import BROWSE, TopPlace
from quizapp.tui.screens.ask_line import AskLine, refusing
from quizapp.tui.screens.bin import BinScreen
from quizapp.tui.screens.card_editor import CardEditor
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


class BrowseScreen(TopPlace):
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
        super().__init__()
        self._library = library
        self._bulk = Bulk(library)
        self._decks = Arranging(library)
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
        self._find(keep=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to cards only where there are some."""
        if action in OF_CARDS and self.is_mounted:
            return bool(self._table.meant)
        return super().check_action(action, parameters)

    @property
    def _table(self) -> CardTable:
        return self.query_one(CardTable)

    def action_search(self) -> None:
        """Go to the line to type in."""
        self.query_one("#query", Input).focus()

    def action_back(self) -> None:
        """Leave the line, then the search, then the place."""
        query = self.query_one("#query", Input)
        if query.has_focus:
            self._table.focus()
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

    def action_suspend(self) -> None:
        """Suspend the cards; if they are all suspended, let them be asked again."""
        hits, past = self._table.meant, self._library.progress.past
        on = not all(past.of(hit.card.id).suspended for hit in hits)
        self._do(lambda: self._bulk.suspend(hits, on=on))

    def action_flag(self) -> None:
        """Flag the cards; if they are all flagged, take the flags away."""
        hits, past = self._table.meant, self._library.progress.past
        on = not all(past.of(hit.card.id).flagged for hit in hits)
        self._do(lambda: self._bulk.flag(hits, on=on))

    def action_tag(self) -> None:
        """Ask for tags."""
        hits = self._table.meant
        says = f"Tags for {counted(len(hits), 'card')}, with spaces between. -tag takes one away."
        self._ask("Tags", says, lambda words: self._bulk.tag(hits, words))

    def action_move(self) -> None:
        """Ask for the deck that the cards are moved to."""
        hits = self._table.meant
        places = [deck.place for deck in self._library.shelf.decks]
        says = f"To which deck? {counted(len(hits), 'card')}. Right arrow completes."
        self._ask("Move", says, lambda word: self._bulk.move(hits, word), places)

    def action_delete(self) -> None:
        """Put the cards into the bin."""
        hits = self._table.meant
        self._do(lambda: self._bulk.delete(hits))

    def action_bin(self) -> None:
        """Open the bin."""
        self.app.push_screen(BinScreen(self._library), lambda _: self._find(keep=True))

    def action_new_card(self) -> None:
        """Write a new card for the deck of the one under the cursor."""
        hit = self._table.current
        if hit is None:
            return
        deck = hit.deck

        def save(item: Item | None) -> None:
            if item is not None:
                self._do(lambda: self._decks.add(deck, [item]))

        self.app.push_screen(CardEditor(deck.title, None, deck.deck.items, deck.heading.source), save)

    def action_edit(self) -> None:
        """Edit the card under the cursor."""
        hit = self._table.current
        if hit is None:
            return

        def save(item: Item | None) -> None:
            if item is not None and item != hit.card.item:
                self._do(lambda: self._bulk.edit(hit, item))

        deck = hit.deck
        self.app.push_screen(CardEditor(deck.title, hit.card.item, deck.deck.items, deck.heading.source), save)

    def action_editor(self) -> None:
        """Open the deck in the user's own editor, at the card."""
        hit = self._table.current
        if hit is not None:
            self._attempt(lambda: edit_beside(self.app, hit.deck.path, hit.card.item.line))
            self._attempt(self._library.refresh)
            self._find(keep=True)

    def action_undo(self) -> None:
        """Take back what was done last."""
        undone = self._attempt(self._bulk.undo)
        if undone is not None:
            self.notify(f"Taken back: {undone}." if undone else "Nothing to undo.", timeout=3)
            self._find(keep=True)

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
        problem.display = bool(hits.problems)
        problem.update(Content.assemble(f"{WRONG} ", *(prose.line(str(each)) for each in hits.problems[:1])))
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

    def _ask(self, title: str, says: str, do: Callable[[str], str], known: Sequence[str] = ()) -> None:
        told: list[str] = []
        take = refusing(lambda line: told.append(do(line)))
        self.app.push_screen(AskLine(title, says, take, known=known), lambda _: self._tell_done(told))

    def _do(self, work: Callable[[], str]) -> None:
        self._tell_done([done for done in [self._attempt(work)] if done])

    def _tell_done(self, told: Sequence[str]) -> None:
        for what in told:
            self.notify(f"{what}. {self.key_of('undo')} takes it back.", timeout=3)
        self._table.chosen.clear()
        self._find(keep=True)

    def _attempt(self, work: Callable[[], Value]) -> Value | None:
        try:
            return work()
        except QuizError as error:
            self.notify(one_line(str(error.problems[0])), severity="error", markup=False)
            return None


def _row(name: str, told: str, width: int) -> Content:
    return Content.assemble((name.ljust(width), "$muted"), prose.line(told))
