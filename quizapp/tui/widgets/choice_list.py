"""The options of a question: chosen by digit, letter, arrow keys or mouse; marked once answered."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.tui import prose
from quizapp.tui.widgets.lines import RIGHT, WRONG


class ChoiceList(OptionList):
    """Selecting an option posts `OptionList.OptionSelected`; its index is the option's place."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty."""
        super().__init__(id=id, markup=False)

    def ask(self, choices: Sequence[str], used: Iterable[str] = ()) -> None:
        """Offer these options; what was ``used`` already stands back, and may be used again."""
        self.disabled = False
        used = frozenset(used)
        self.set_options(
            Option(_numbered(place, choice, "$muted" if choice in used else ""))
            for place, choice in enumerate(choices, 1)
        )
        self.highlighted = next((place for place, choice in enumerate(choices) if choice not in used), None)

    def mark(self, choices: Sequence[str], given: str, right: str) -> None:
        """Show which option was given and which is right, in signs and words."""
        self.set_options(_marked(choices, given, right))
        self.highlighted = None
        self.disabled = True


def _numbered(place: int, choice: str, style: str = "") -> Content:
    return Content.assemble((str(place), "bold $primary"), "  ", prose.phrase(choice, style))


def _marked(choices: Sequence[str], given: str, right: str) -> Iterator[Option]:
    for place, choice in enumerate(choices, 1):
        if choice == right:
            told = (f"   {RIGHT} right answer", "$success")
            yield Option(_numbered(place, choice, "bold $success") + Content.styled(*told))
        elif choice == given:
            told = (f"   {WRONG} your answer", "$error")
            yield Option(_numbered(place, choice, "$error") + Content.styled(*told))
        else:
            yield Option(_numbered(place, choice, "$muted"))
