"""What there is to press while the answer of a card is hidden."""

from textual.content import Content
from textual.widgets import Static

from quizapp.memory.ways import Way


class RevealKey(Static):
    """What there is to press while the answer is hidden; a click shows it."""

    def show(self, way: Way, choices: int) -> None:
        """Say it for the way in which a card is answered."""
        show = Content.assemble(("Space", "bold $primary"), "  show the answer")
        match way:
            case Way.CHOICE:
                told = Content.assemble(
                    ("1", "bold $primary"), "–", (f"{choices}", "bold $primary"), "  choose     ", show
                )
            case Way.TYPED:
                told = Content.assemble(
                    ("Enter", "bold $primary"), "  answer     ", ("Esc", "bold $primary"), "  other keys"
                )
            case _:
                told = show
        self.update(told)

    async def on_click(self) -> None:
        """Show the answer."""
        await self.run_action("screen.reveal")
