"""Studying: a card, its answer, a grade, the next card."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.cards.model import CardId
from quizapp.errors import QuizError
from quizapp.history.events import Grade
from quizapp.library.library import Library
from quizapp.library.selection import WHAT_IS_DUE, StudyWish
from quizapp.memory.ways import Way
from quizapp.sessions.steps import Aside, Edited
from quizapp.sessions.study import StudySession
from quizapp.sessions.task import Task
from quizapp.text import shown_line
from quizapp.tui import prose
from quizapp.tui.screens.card_info import CardInfo
from quizapp.tui.screens.edits_cards import EditsCards
from quizapp.tui.screens.study_summary import StudySummary
from quizapp.tui.widgets.answer_keys import AnswerKeys
from quizapp.tui.widgets.card_face import CardFace
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import DOT, minutes
from quizapp.tui.widgets.not_saved import NotSaved
from quizapp.tui.widgets.remarks import remarks
from quizapp.tui.widgets.session_head import SessionHead

_OFFERED: Mapping[str, Callable[[StudySession, Task], bool]] = {
    "reveal": lambda session, _: not session.revealed,
    "accept": lambda session, _: session.revealed,
    "choose": lambda session, _: not session.revealed and bool(session.asked.choices),
    "hint": lambda session, task: bool(task.card.hint) and not session.revealed,
    "context": lambda session, task: session.revealed and bool(task.card.item.context),
    "was_right": lambda session, _: session.may_be_right,
}
"""When there is something to do."""
_CARD_ACTIONS = frozenset({*_OFFERED, "grade", "put_aside", "flag", "undo", "info", "edit"})
"""What is done to a card, and has to wait until the last answer is saved."""
LETTERS = "abcd"


class StudyScreen(EditsCards):
    """One study session, from its first card to its summary."""

    TITLE = "Study"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "reveal", "Show answer", show=False, tooltip="Show the answer"),
        Binding("space,enter", "accept", "Go on", key_display="Space", tooltip="Give the grade that stands out"),
        *(
            Binding(f"{place + 1},{letter}", f"choose({place})", "Choose", show=False, tooltip="Choose an option")
            for place, letter in enumerate(LETTERS)
        ),
        Binding("1", "grade(1)", "Again", show=False, tooltip="Again: not known, it comes back today"),
        Binding("2", "grade(2)", "Hard", show=False, tooltip="Hard: known with effort; of two: right"),
        Binding("3", "grade(3)", "Good", show=False, tooltip="Good: known"),
        Binding("4", "grade(4)", "Easy", show=False, tooltip="Easy: known at once"),
        Binding("y", "was_right", "I was right", tooltip="I was right: accept this answer from now on"),
        Binding("h", "hint", "Hint", tooltip="Hint, if the card has one"),
        Binding("o", "context", "More", tooltip="More: the whole paragraph around the answer"),
        Binding("u,ctrl+z", "undo", "Undo", tooltip="Undo the last answer, then those before"),
        Binding("e", "edit", "Edit", show=False, tooltip="Edit the card in its file"),
        Binding("i", "info", "Info", show=False, tooltip="Info: its history, how well it is known"),
        Binding("asterisk", "flag", "Flag", show=False, key_display="*", tooltip="Flag the card, or unflag it"),
        Binding("s", "put_aside('skipped')", "Skip", tooltip="Skip: not in this session"),
        Binding(
            "minus", "put_aside('buried')", "Bury", show=False, key_display="-", tooltip="Bury: not before tomorrow"
        ),
        Binding(
            "at",
            "put_aside('suspended')",
            "Suspend",
            show=False,
            key_display="@",
            tooltip="Suspend: not until you take it back",
        ),
        Binding("j,down", "scroll(1)", "Scroll", show=False, tooltip="Scroll a long card"),
        Binding("k,up", "scroll(-1)", "Scroll", show=False, tooltip="Scroll a long card"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back to the decks; every answer is saved"),
    ]

    def __init__(
        self, library: Library, decks: Sequence[str], session: StudySession, wish: StudyWish = WHAT_IS_DUE
    ) -> None:
        """Study ``session``, which ``library`` began on ``decks`` by ``wish``, saving to ``library``."""
        super().__init__(library, session)
        self._decks = decks
        self._wish = wish
        self._paragraph = False
        pace = library.pace()
        self._usual_ms = round(pace.seconds * 1000) if pace.measured else 0

    def compose(self) -> ComposeResult:
        """Lay out progress, card and grades."""
        with Vertical(id="stage"):
            yield SessionHead()
            yield CardFace()
            yield AnswerKeys(markup=False)
            yield NotSaved(markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first card, and say before it is answered if no answer can be saved."""
        self.save(self._library.check_writable, self._draw)
        if self.waits_to_save:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the card as it stands."""
        session, task = self._session, self._session.current
        if action not in _CARD_ACTIONS:
            return super().check_action(action, parameters)
        if self.waits_to_save or task is None:
            return False
        if action == "grade":
            return session.revealed and parameters[0] in (*range(1, len(session.grades) + 1), Grade.GOOD)
        offered = _OFFERED.get(action)
        return offered is None or offered(session, task)

    def action_reveal(self) -> None:
        """Show the answer."""
        self.go(self._session.reveal())

    def action_choose(self, place: int) -> None:
        """Give the option at a place."""
        self.query_one(CardFace).choose(place)

    @on(CardFace.Given)
    def _give(self, given: CardFace.Given) -> None:
        if not self._session.revealed and not self.waits_to_save:
            self.go(self._session.answer(given.text))

    def action_accept(self) -> None:
        """Give the grade that stands out."""
        self._grade(self._session.proposed)

    def action_grade(self, place: int) -> None:
        """Give the grade of a key: its own, or the right one of two."""
        grades = self._session.grades
        self._grade(grades[min(place, len(grades)) - 1])

    @on(AnswerKeys.Pressed)
    def _reveal_by_click(self) -> None:
        if not (self._session.revealed or self.waits_to_save):
            self.action_reveal()

    @on(AnswerKeys.Chosen)
    def _grade_by_click(self, chosen: AnswerKeys.Chosen) -> None:
        if self._session.revealed and not self.waits_to_save:
            self._grade(chosen.grade)

    def _grade(self, grade: Grade) -> None:
        """Grade the card and go on once that is saved."""
        session, answered = self._session.grade(grade, self._library.now())
        self.save(lambda: self._library.record(answered), lambda: self.go(session))

    def action_put_aside(self, how: str) -> None:
        """Take the card out of the session and go on."""
        session, aside = self._session.put_aside(Aside(how), self._library.now())

        def go() -> None:
            self.mention(f"Card {how}. {self.key_of('undo')} takes it back.")
            self.go(session)

        self.save(lambda: self._library.record(aside), go)

    def action_undo(self) -> None:
        """Take back the last thing done to a card, in this session or in one before it."""
        undone = self._session.undo(self._library.now())
        if undone is None:
            self._undo_earlier()
        elif isinstance(undone[1], Edited):
            self.take_back_edit(undone[1], undone[0])
        else:
            self.save(self._library.undo, lambda: self.go(undone[0]))

    def action_flag(self) -> None:
        """Flag the card, or take its flag away."""
        session, flagged = self._session.flag(not self._is_flagged)

        def tell() -> None:
            self._session = session
            self._draw_head()
            self.mention("Flagged." if flagged.on else "No longer flagged.")

        self.save(lambda: self._library.record(flagged), tell)

    def action_hint(self) -> None:
        """Show the card's hint."""
        self.query_one(CardFace).hint(self.asked.card)

    def action_context(self) -> None:
        """Show the whole paragraph, or the sentence alone again."""
        self._paragraph = not self._paragraph
        self._draw()

    def action_info(self) -> None:
        """Show what is known about the card."""
        self.app.push_screen(CardInfo(self._library, self.asked))

    def action_scroll(self, pages: int) -> None:
        """Scroll a card that is longer than the screen."""
        self.query_one(CardFace).scroll_relative(y=3 * pages, animate=False)

    def action_leave(self) -> None:
        """Stop typing; else go back, for what was answered is saved already."""
        if not self.query_one(CardFace).leave_line():
            self.dismiss(None)

    def _undo_earlier(self) -> None:
        """Take back what an earlier session recorded last, and begin anew with that card."""
        if self.unsaved:
            return
        try:
            event = self._library.undo_earlier()
            card = CardId(event.text("card")) if event else None
            session = self._library.study(self._decks, self._wish, card)
        except QuizError as error:
            self.mention(str(error), timeout=6, severity="error")
            return
        if card is None:
            self.mention("Nothing to undo.")
            return
        question = self._library.progress.past.of(card).question
        self.mention(f"Taken back, from before: {shown_line(question, 60)}", timeout=5)
        if not session.over:
            self.go(session)

    @property
    def _is_flagged(self) -> bool:
        return self._library.progress.past.of(self.asked.card.id).flagged

    def go(self, session: StudySession) -> None:
        """Ask what the session asks now, or tell how it went."""
        self._session = session
        self._paragraph = False
        if session.over:
            self.app.push_screen(StudySummary(session, self._library.now()), self._after_summary)
        else:
            self._draw()

    def _after_summary(self, undo: bool | None) -> None:
        if undo:
            self.action_undo()
        else:
            self.dismiss(None)

    def _draw(self) -> None:
        session, task = self._session, self.asked
        face, keys = self.query_one(CardFace), self.query_one(AnswerKeys)
        if session.revealed:
            remark = remarks(session, right=self.key_of("was_right"), edit=self.key_of("edit"))
            face.reveal(task.card, task.source, reply=session.reply, context=self._paragraph, remark=remark)
            places = range(1, len(session.grades) + 1)
            names = [self.key_of(f"grade({place})") for place in places]
            keys.offer(session.intervals(self._library.now()), session.proposed, names)
        else:
            way, choices = session.asked.way, session.asked.choices
            face.ask(task.card, choices=choices, typed=way is Way.TYPED)
            keys.ask(self._prompt(way, len(choices)))
        # What the eye waits for is the card: it is painted first, and its progress right after it.
        self.call_after_refresh(self._draw_head)
        self.refresh_bindings()

    def _draw_head(self) -> None:
        session, progress = self._session, self._session.progress
        if session.over or not self.is_attached:
            return
        head = self.query_one(SessionHead)
        told = [f"{progress.done} done", f"{progress.left} left"]
        if usual := self._usual_ms or session.usual_ms():
            told.append(minutes(usual * progress.left))
        flag = ("⚑ ", "$warning") if self._is_flagged else ""
        cram = f"Cram{DOT}" if session.manner.cram else ""
        head.title = Content.assemble(flag, cram, prose.line(self.asked.deck))
        head.share = progress.share
        head.told = DOT.join(told)
        head.unsaved = self.unsaved

    def _prompt(self, way: Way, choices: int) -> Content:
        """Say what there is to press while the answer is hidden."""
        show = Content.assemble((self.key_of("reveal"), "bold $primary"), "  show the answer")
        match way:
            case Way.CHOICE:
                first, last = (self.key_of(f"choose({place})") for place in (0, choices - 1))
                return Content.assemble((first, "bold $primary"), "–", (last, "bold $primary"), "  choose     ", show)
            case Way.TYPED:
                return Content.assemble(
                    ("Enter", "bold $primary"), "  answer     ", ("Esc", "bold $primary"), "  other keys"
                )
            case _:
                return show
