"""Generate: an article is opened or pasted, and becomes cards that wait in the inbox."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from quizapp.errors import QuizError
from quizapp.library.library import Library
from quizapp.library.making import Article, Made, Making
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import RIGHT, WRONG, bar
from quizapp.tui.widgets.path_input import PathInput

BAR = 30
DATE_WANTED = "e.g. 2024-07-04; empty to find it in the text"


class GenerateScreen(Place[Made | None]):
    """Asks for an article and shows its way into the inbox. Its result: the deck that was made."""

    TITLE = "Generate"
    HELP = "Name the file of an article, or paste its text. The cards wait in the inbox until you accept them."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "start", "Generate", key_display="Ctrl+S", tooltip="Make cards from the article"),
        Binding("ctrl+p", "app.command_palette", "Commands", show=False, tooltip="Commands"),
        Binding("escape", "leave", "Back", key_display="Esc", tooltip="Back; while it works, stop"),
    ]

    @dataclass
    class Told(Message):
        """A stage was reached."""

        what: str
        share: float

    @dataclass
    class Ended(Message):
        """The work is over: with a deck, with an error, or stopped."""

        made: Made | None
        error: QuizError | None = None

    def __init__(self, library: Library) -> None:
        """Make decks for the inbox of ``library``."""
        super().__init__()
        self._inbox = library.home.inbox
        self._making: Making | None = None
        self._stages: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and below it how the work goes on."""
        with Vertical(id="stage"), VerticalScroll(classes="sheet form", can_focus=False):
            yield Static(Content.styled("Generate cards from an article", "bold $primary"), markup=False)
            yield Static(
                "English news or reference text: plain, Markdown, or a saved web page.", classes="muted", markup=False
            )
            yield Static("File", classes="label", markup=False)
            yield PathInput(id="path", placeholder="path of the article; Tab completes it")
            yield Static("or its text, pasted here", classes="label", markup=False)
            yield TextArea(id="text", tab_behavior="focus", show_line_numbers=False)
            yield Static("Appeared on", classes="label", markup=False)
            yield Input(id="date", placeholder=DATE_WANTED)
            yield Static(id="stages", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the file."""
        self.query_one("#stages").display = False
        self.query_one(PathInput).focus()

    def on_unmount(self) -> None:
        """Let no work go on that nobody waits for."""
        if self._making:
            self._making.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Start one article at a time."""
        return self._making is None if action == "start" else super().check_action(action, parameters)

    @on(Input.Submitted)
    def action_start(self) -> None:
        """Make cards from the article."""
        if self._making:
            return
        text, path = self.query_one(TextArea).text, self.query_one(PathInput).value.strip()
        if not text.strip() and not path:
            self._tell(Content.styled(f"{WRONG} Name a file, or paste the article's text.", "$error"))
            return
        article = Article(text, path, date=self.query_one("#date", Input).value)
        self._stages = []
        self._making = Making(self._inbox, article)
        self._make(self._making)
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Stop the work; without any, go back."""
        if self._making:
            self._making.stop()
        else:
            self.dismiss(None)

    @work(thread=True, exclusive=True)
    def _make(self, making: Making) -> None:
        def tell(what: str, share: float) -> None:
            self.post_message(self.Told(what, share))

        try:
            ended = self.Ended(making.run(tell))
        except QuizError as error:
            ended = self.Ended(None, error)
        self.post_message(ended)

    @on(Told)
    def _show_stage(self, told: Told) -> None:
        if told.what not in self._stages:
            self._stages.append(told.what)
        done = [Content.assemble((f"{RIGHT} ", "$success"), (stage, "$muted")) for stage in self._stages[:-1]]
        now = Content.assemble("• ", (self._stages[-1], "bold"), "   ", bar(told.share, BAR))
        self._tell(Content("\n").join([*done, now, Content.styled("Esc stops it", "$muted")]))

    @on(Ended)
    def _settle(self, ended: Ended) -> None:
        self._making = None
        self.refresh_bindings()
        if ended.made:
            self.dismiss(ended.made)
        elif ended.error:
            lines = [Content.assemble((f"{WRONG} ", "bold $error"), prose.line(str(p))) for p in ended.error.problems]
            self._tell(Content("\n").join(lines))
        else:
            self._tell(Content.styled("Stopped. Nothing was made.", "$muted"))

    def _tell(self, content: Content) -> None:
        stages = self.query_one("#stages", Static)
        stages.update(content)
        stages.display = True
        self.call_after_refresh(stages.scroll_visible, animate=False)
