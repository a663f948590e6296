"""Home: the decks, what there is to do in each, and which keys do it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from quizapp.insight.pace import Pace
from quizapp.library.following import OpenQuestion
from quizapp.library.groups import groups_of
from quizapp.library.library import DeckInfo, Library
from quizapp.memory.queue import Counts
from quizapp.tui import prose
from quizapp.tui.messages import QuizDecks, SetUpStudy, ShowScores, StudyDecks
from quizapp.tui.place import HOME, TopPlace
from quizapp.tui.screens.changes_decks import DECK_KEYS, ChangesDecks
from quizapp.tui.screens.watches_disk import WatchesDisk
from quizapp.tui.widgets.deck_list import DeckColumns, DeckList
from quizapp.tui.widgets.deck_panel import DeckPanel
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import WRONG, counted, minutes
from quizapp.tui.widgets.place_bar import PlaceBar

OF_DECKS = frozenset({"study", "study_all", "quiz", "set_up_study", "scores", "own_settings", "rename", "move"})
OF_ONE_DECK = frozenset({"new_card", "editor", "delete_deck"})


class HomeScreen(WatchesDisk[None], ChangesDecks, TopPlace):
    """The place everything starts from and comes back to."""

    TITLE = "Decks"
    CSS_PATH = None
    HELP = "Your decks: how much there is to learn, to repeat, and how the last quizzes went."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "study", "Study", key_display="Space", tooltip="Study what is due in this deck"),
        Binding("S", "study_all", "Study all", tooltip="Study what is due in all decks"),
        Binding("z", "quiz", "Quiz", tooltip="Take a quiz on this deck"),
        Binding("c", "set_up_study", "Choose", show=False, tooltip="Choose what to study: misses, flags, a cram"),
        Binding("r", "scores", "Scores", show=False, tooltip="Results of past quizzes on this deck"),
        *DECK_KEYS,
        Binding("slash", "app.command_palette", "Find", key_display="/", tooltip="Find a deck or a command"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q", "app.quit", "Quit", tooltip="Quit; everything is saved"),
        Binding("n", "new_card", "New card", tooltip="Write a new card for this deck"),
        Binding("u,ctrl+z", "undo", "Undo", show=False, tooltip="Undo the last act, then those before"),
    ]

    def __init__(self, library: Library) -> None:
        """Show the decks of ``library``."""
        super().__init__(library)
        self._shown_before = False
        self._any = False
        self._today = 0
        self._pace = Pace()

    def compose(self) -> ComposeResult:
        """Lay out masthead, decks and what to press."""
        yield PlaceBar(HOME)
        with Horizontal(id="shelf"):
            with Vertical(id="decks"):
                yield DeckColumns()
                yield DeckList(id="list")
            yield DeckPanel(id="panel", markup=False)
        yield Static(self._told_empty(), id="empty", markup=False)
        yield Static(self._told_welcome(), id="welcome", markup=False)
        yield Static(id="broken", markup=False)
        yield Static(id="invitation", markup=False)
        yield KeyLine()

    def show_decks(self, cursor: str = "") -> None:
        """Show the decks as they are now, with the cursor on what ``cursor`` names."""
        self._draw(self._library.decks(), cursor)

    def on_screen_resume(self) -> None:
        """Show the decks as they are now: a session may just have ended, a file may have changed."""
        if self._shown_before:
            self._attempt(self._library.write_schedules)
            self._attempt(self._library.refresh)
        self._shown_before = True
        self.show_changes()

    def show_changes(self) -> None:
        """Show what has changed on the disk, and ask about cards that may be others, edited."""
        self.show_decks()
        self._ask_about_edits(self._library.new_questions())

    def _ask_about_edits(self, questions: Sequence[OpenQuestion]) -> None:
        """Ask about each card that may be another, edited, one after the other, until one is left open."""
        if not questions:
            return
        from quizapp.tui.screens.same_card import SameCard  # noqa: PLC0415 - as above

        asked, *others = questions

        def decided(same: bool | None) -> None:
            if same is None:
                return
            if same:
                self._attempt(lambda: self._library.link(asked.old.id, asked.new))
            else:
                self._attempt(lambda: self._library.keep_apart(asked.old.id, asked.new.id))
            settled = {asked.old.id, asked.new.id} if same else set()
            self._ask_about_edits([other for other in others if settled.isdisjoint((other.old.id, other.new.id))])

        self.app.push_screen(SameCard(asked), decided)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to decks only where there are some, and what is done to one deck only on one."""
        if action in OF_ONE_DECK and self.is_mounted:
            return self._list.chosen is not None
        if action in OF_DECKS:
            return self._any
        return super().check_action(action, parameters)

    def action_study(self) -> None:
        """Study the deck under the cursor."""
        if words := self._list.words:
            self.post_message(StudyDecks(words))

    def action_study_all(self) -> None:
        """Study what is due in all decks."""
        self.post_message(StudyDecks(()))

    def action_quiz(self) -> None:
        """Take a quiz on the deck under the cursor."""
        if words := self._list.words:
            self.post_message(QuizDecks(words))

    def action_set_up_study(self) -> None:
        """Choose what to study of the deck under the cursor."""
        if words := self._list.words:
            self.post_message(SetUpStudy(words))

    def action_scores(self) -> None:
        """Show how the quizzes of the deck under the cursor went."""
        if words := self._list.words:
            self.post_message(ShowScores(words))

    @on(OptionList.OptionSelected)
    def _study_selected(self) -> None:
        self.action_study()

    @on(OptionList.OptionHighlighted)
    def _tell_chosen(self) -> None:
        deck, group = self._list.chosen, self._list.chosen_group
        self.query_one(DeckPanel).show(deck, group)
        told = deck or group
        self.query_one("#invitation", Static).update(self._invitation(told.counts) if told else Content())
        self.refresh_bindings()

    def _draw(self, decks: Sequence[DeckInfo], cursor: str = "") -> None:
        self._any = bool(decks)
        self.query_one("#shelf").display = self._any
        self.query_one("#empty").display = not decks
        past = self._library.progress.past
        self.query_one("#welcome").set_class(not self._any or bool(past.cards or past.quizzes), "-gone")
        self._list.show(decks, groups_of(self._library, decks), cursor)
        self._tell_broken()
        due = self._library.due()
        self._today = due.new + due.learning + due.due
        self._pace = self._library.pace()
        self._draw_bar()
        self._tell_chosen()
        self.refresh_bindings()

    def _tell_broken(self) -> None:
        """Name the first thing that could not be read, and where it stands."""
        library = self._library
        problems = [*library.shelf.problems, *library.problems, *library.progress.problems]
        broken = self.query_one("#broken", Static)
        broken.display = bool(problems)
        if problems:
            more = f"\n  and {counted(len(problems) - 1, 'other problem')}" if problems[1:] else ""
            broken.update(Content.assemble(f"{WRONG} ", prose.problem(problems[0], library.home.root), more))

    def _draw_bar(self) -> None:
        bar = self.query_one(PlaceBar)
        nothing = "nothing left for today" if self._any else ""
        today = f"{counted(self._today, 'card')} today{self._estimate()}" if self._today else nothing
        bar.told = Content.styled(today, "$muted")
        self._attempt(self._library.inbox.refresh)
        bar.waiting = self._library.inbox.count

    def _estimate(self) -> str:
        """Say how long today's cards take at the user's own pace, once that is known."""
        return f" · {minutes(round(self._pace.seconds * 1000) * self._today)}" if self._pace.measured else ""

    def _told_empty(self) -> Content:
        """Say how to come by a first deck."""
        return Content.assemble(
            ("No decks yet.\n\n", "bold"),
            (self.key_of("app.generate"), "bold $primary"),
            "  makes one from an article, as does\n",
            ("   quizapp generate ARTICLE\n\n", "$primary"),
            (self.key_of("new_deck"), "bold $primary"),
            "  begins one that you write yourself\n\n",
            "or put a deck file here:\n   ",
            prose.line(str(self._library.home.decks), "$primary"),
        )

    def _told_welcome(self) -> Content:
        """Say to who has never answered a card what to press first; gone with the first answer."""
        steps = (
            (f"{self.key_of('quiz')}  Enter", "ten questions, and your first score in two minutes"),
            (self.key_of("study"), "learn cards; each comes back before you forget it"),
            (self.key_of("app.generate"), "make cards from an article of your own"),
        )
        lines = [Content.assemble((key.ljust(10), "bold $primary"), told) for key, told in steps]
        return Content("\n").join([Content.styled("Welcome. These decks are samples to begin with.", "bold"), *lines])

    def _invitation(self, counts: Counts) -> Content:
        """Say in one line what can be done now with the deck or the group under the cursor."""
        named = ((counts.new, "new"), (counts.learning, "learning"), (counts.due, "due"))
        parts = [f"{number} {name}" for number, name in named if number]
        quiz = Content.assemble((self.key_of("quiz"), "bold $primary"), " takes a quiz.")
        if not parts:
            return Content.assemble("Nothing to study here today.  ", quiz)
        return Content.assemble((self.key_of("study"), "bold $primary"), f" studies {_listed(parts)}.  ", quiz)


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
