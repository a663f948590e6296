import pytest
from textual.app import App
from textual.widgets import Input, TextArea

from quizapp.cards.model import Item, Kind
from quizapp.library.drafts import Draft, advice_on
from quizapp.tui.screens.card_editor import CardEditor
from quizapp.tui.theme import DARK

NOTHING = object()


class Bench(App):
    """An app that is a card editor and nothing else."""

    CSS_PATH = "../../quizapp/tui/app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    result = NOTHING

    def __init__(self, item=None, others=()):
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self._editor = CardEditor("Rivers", item, others)

    def get_theme_variable_defaults(self):
        return {"muted": "gray", "faint": "gray", "marker": "yellow"}

    def on_mount(self):
        self.push_screen(self._editor, self._keep)

    def _keep(self, item):
        self.result = item


def field(user, name):
    return user.app.screen.query_one(f"#field-{name}")


async def test_a_card_is_written_with_the_keyboard_alone_and_shown_as_it_grows(driven):
    bench = Bench()
    async with driven(bench, size=(120, 36)) as user:
        assert user.shows("New card", "Rivers", "✗")
        await user.press(*"Which river?", "tab", *"The Danube")
        assert user.shows("✓ nothing to mend")
        await user.press("ctrl+s")
    assert bench.result == Item(question="Which river?", answer="The Danube")


async def test_a_list_is_a_line_each(driven):
    bench = Bench()
    async with driven(bench) as user:
        await user.press("shift+tab", "right", "tab", *"Rivers?", "tab", *"Tigris", "enter", *"Euphrates")
        await user.press("tab", "right", "ctrl+s")
    assert bench.result == Item(question="Rivers?", answers=("Tigris", "Euphrates"), ordered=True)


async def test_marked_words_become_a_gap(driven):
    bench = Bench()
    async with driven(bench) as user:
        await user.press(*"Paris lies on the ")
        area = field(user, "question")
        area.insert("Seine")
        area.selection = area.selection._replace(start=(0, 18), end=(0, 23))
        await user.press("ctrl+g")
        assert user.shows("Sentence, each gap")
        await user.press("ctrl+s")
    assert bench.result == Item(cloze="Paris lies on the {{Seine}}")


async def test_what_the_form_does_not_show_stays(driven):
    item = Item(question="Q?", answer="A", id="mine", rule="r", context="c", tags=("x", "y"))
    bench = Bench(item)
    async with driven(bench) as user:
        field(user, "hint").value = "look up"
        await user.press("ctrl+s")
    assert bench.result == Item(
        question="Q?", answer="A", id="mine", rule="r", context="c", tags=("x", "y"), hint="look up"
    )


async def test_a_card_without_an_answer_is_not_saved(driven):
    bench = Bench()
    async with driven(bench) as user:
        await user.press(*"Which?", "ctrl+s")
        assert user.place == "CardEditor"
        assert user.shows("the answer is empty") or user.shows("without an answer")
    assert bench.result is NOTHING


async def test_advice_comes_while_one_types(driven):
    bench = Bench(others=(Item("Which river?", "Rhine"),))
    async with driven(bench, size=(120, 36)) as user:
        await user.press(*"Which river?", "tab", *"river")
        assert user.shows("gives its answer away")
        assert user.shows("ambiguous: the same question")


async def test_leaving_asks_only_if_something_was_written(driven):
    bench = Bench()
    async with driven(bench) as user:
        await user.press("x", "escape")
        assert user.shows("Leave without saving?")
        await user.press("n")
        assert user.place == "CardEditor"
        await user.press("escape", "y")
    assert bench.result is None
    bench = Bench(Item("Q?", "A"))
    async with driven(bench) as user:
        await user.press("escape")
    assert bench.result is None


@pytest.mark.parametrize(
    "item",
    [
        Item("Q?", "A", accept=("B", "C"), wrong=("D",), tags=("x",), reverse=True),
        Item("Q?", answers=("a", "b"), ordered=True, note="n", quote="q"),
        Item(cloze="The {{Seine::river}} and {{Paris}}", hint="h", note="two\nlines"),
    ],
    ids=[kind.value for kind in (Kind.BASIC, Kind.LIST, Kind.CLOZE)],
)
def test_a_form_left_alone_changes_nothing(item):
    assert Draft.of(item).item(item) == item


def test_advice_on_a_card_that_is_well_is_none():
    assert advice_on(Item("Which river flows through Vienna?", "the Danube"), [Item("Where?", "There")]) == ()


async def test_fields_are_of_the_kind(driven):
    async with driven(Bench()) as user:
        assert isinstance(field(user, "question"), TextArea)
        assert isinstance(field(user, "tags"), Input)
        assert field(user, "wrong").display
        await user.press("shift+tab", "right", "right")
        assert not field(user, "wrong").display
        assert not field(user, "answer").display
