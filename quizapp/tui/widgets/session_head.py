"""The line above a session: where one is, and how far."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.widgets.lines import bar, spread


class SessionHead(Widget):
    """One line: a title on the left, on the right a bar and a few words on the progress."""

    DEFAULT_CSS = """
    SessionHead { height: 1; }
    """

    title: reactive[Content] = reactive(Content())
    """What is being studied; foreign text, already inert."""
    share: reactive[float] = reactive(0.0)
    """How much is done, from 0 to 1."""
    told: reactive[str] = reactive("")
    """The progress in words."""
    unsaved: reactive[bool] = reactive(False)
    """Nothing is being saved."""

    def render(self) -> Content:
        """Draw the line to the width there is."""
        width = self.content_size.width
        progress = Content.assemble(bar(self.share, max(6, min(20, width // 6))), "  ", (self.told, "$muted"))
        if self.unsaved:
            progress = Content.assemble(("not saved", "bold $error"), "  ", progress)
        return spread(self.title.stylize("bold"), progress, width)
