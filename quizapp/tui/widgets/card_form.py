"""The fields of a card of any kind, filled in with the keyboard alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from quizapp.cards.model import Kind
from quizapp.library.drafts import Draft
from quizapp.tui.widgets.picker import Picker

KINDS = {Kind.BASIC: "question", Kind.LIST: "list", Kind.CLOZE: "gaps"}
ASKED = {Kind.BASIC: "Question", Kind.LIST: "Question", Kind.CLOZE: "Sentence, each gap as {{so}} or {{so::hint}}"}
ANSWERED = {Kind.BASIC: "Answer", Kind.LIST: "Answers, one a line", Kind.CLOZE: ""}
AREAS = {"question": 3, "answer": 3, "accept": 2, "wrong": 3, "note": 2, "quote": 3}
"""The fields of several lines, and how many are shown."""
LABELS = {
    "accept": "Also right, one a line",
    "wrong": "Wrong choices, one a line",
    "hint": "Hint",
    "note": "Note, shown with the answer",
    "quote": "Sentence it comes from",
    "tags": "Tags, with commas between",
}
NOT_OF_GAPS = frozenset({"accept", "wrong"})


class CardForm(VerticalScroll, can_focus=False):
    """One field below the other; which ones, its kind says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "gap", "Gap", key_display="Ctrl+G", tooltip="Make the marked words a gap"),
    ]

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

        draft: Draft

    def __init__(self, draft: Draft) -> None:
        """Begin with the texts of ``draft``."""
        super().__init__(classes="form")
        self._begun = draft

    def compose(self) -> ComposeResult:
        """Lay out all fields; `_fit` shows those that are wanted."""
        yield Picker("Kind", list(KINDS.values()), list(KINDS).index(self._begun.kind), id="kind")
        for name in ("question", "answer"):
            yield Static(classes="label", id=f"label-{name}", markup=False)
            yield self._area(name)
        yield Picker("Order", ["any", "as written"], int(self._begun.ordered), id="ordered")
        yield Picker("Asked", ["one way", "both ways"], int(self._begun.reverse), id="reverse")
        for name, label in LABELS.items():
            yield Static(label, classes="label", id=f"label-{name}", markup=False)
            yield self._area(name) if name in AREAS else Input(getattr(self._begun, name), id=f"field-{name}")

    def on_mount(self) -> None:
        """Begin with the question, at once: what is typed next belongs there, and the kind above it stays in view."""
        self._fit()
        self.screen.set_focus(self.query_one("#field-question"), scroll_visible=False)

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        texts = {name: self.query_one(f"#field-{name}", TextArea).text for name in AREAS}
        texts |= {name: self.query_one(f"#field-{name}", Input).value for name in ("hint", "tags")}
        ordered, reverse = (bool(self.query_one(f"#{name}", Picker).chosen) for name in ("ordered", "reverse"))
        return Draft(kind=self._kind, ordered=ordered, reverse=reverse, **texts)

    def action_gap(self) -> None:
        """Make the marked words of the sentence a gap, or write an empty one."""
        area = self.query_one("#field-question", TextArea)
        area.replace(f"{{{{{area.selected_text}}}}}", *area.selection)
        self.query_one("#kind", Picker).chosen = list(KINDS).index(Kind.CLOZE)
        area.focus()

    @on(Picker.Changed)
    @on(TextArea.Changed)
    @on(Input.Changed)
    def _tell(self, changed: Message) -> None:
        changed.stop()
        self._fit()
        self.post_message(self.Changed(self.draft))

    @property
    def _kind(self) -> Kind:
        return list(KINDS)[self.query_one("#kind", Picker).chosen]

    def _area(self, name: str) -> TextArea:
        area = TextArea(getattr(self._begun, name), id=f"field-{name}", tab_behavior="focus", soft_wrap=True)
        area.styles.height = AREAS[name]
        return area

    def _fit(self) -> None:
        """Show the fields that the kind has."""
        kind = self._kind
        self.query_one("#label-question", Static).update(ASKED[kind])
        self.query_one("#label-answer", Static).update(ANSWERED[kind])
        self.query_one("#ordered").display = kind is Kind.LIST
        self.query_one("#reverse").display = kind is Kind.BASIC
        for widget in self._of("answer", *NOT_OF_GAPS):
            widget.display = kind is not Kind.CLOZE

    def _of(self, *names: str) -> Iterator[Widget]:
        for name in names:
            yield self.query_one(f"#label-{name}")
            yield self.query_one(f"#field-{name}")
