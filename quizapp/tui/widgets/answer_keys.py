"""What there is to press below a card: a line that says it, or the grades there are to choose from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content, Span
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.history.events import Grade

NAMES = {Grade.AGAIN: "Again", Grade.HARD: "Hard", Grade.GOOD: "Good", Grade.EASY: "Easy"}
TWO_NAMES = {Grade.AGAIN: "Wrong", Grade.GOOD: "Right"}
"""What the grades are called where there are only two."""
PROPOSED = "bold $block-cursor-foreground on $block-cursor-background"


class AnswerKeys(Widget):
    """A line in the middle or, of an answered card, the grades; the one that a second Space gives stands out.

    One widget that draws two lines: on the way from a key to the answer, a widget for each grade
    would take longer than all the rest.
    """

    prompt: reactive[Content] = reactive(Content())
    """What there is to press while there are no grades."""
    intervals: reactive[Mapping[Grade, str]] = reactive(dict)
    """The grades, each with when the card would come back."""
    proposed: reactive[Grade] = reactive(Grade.GOOD)
    """The grade that stands out."""
    keys: reactive[Sequence[str]] = reactive(())
    """What the keys of the grades are called."""

    @dataclass
    class Chosen(Message):
        """A grade was clicked."""

        grade: Grade

    @dataclass
    class Pressed(Message):
        """The line that says what to press was clicked."""

    def ask(self, prompt: Content) -> None:
        """Say what there is to press."""
        self.prompt, self.intervals = prompt, {}

    def offer(self, intervals: Mapping[Grade, str], proposed: Grade, keys: Sequence[str]) -> None:
        """Show the grades that there are to choose from, each with its interval and its key."""
        self.intervals, self.proposed, self.keys = intervals, proposed, keys

    def render(self) -> Content:
        """Draw the line, or a cell for each grade: its key and name above its interval."""
        if not self.intervals:
            return self.prompt.center(self.content_size.width)
        names = NAMES if len(self.intervals) == len(NAMES) else TWO_NAMES
        above = [f"{key} {names[grade]}" for key, grade in zip(self.keys, self.intervals, strict=True)]
        told = "\n".join(
            "".join(each.center(self._width)[: self._width] for each in line)
            for line in (above, self.intervals.values())
        )
        return Content(told, list(self._spans(told)))

    def on_click(self, event: events.Click) -> None:
        """Do what is pressed with the mouse."""
        place = event.x // max(self._width, 1)
        if not self.intervals:
            self.post_message(self.Pressed())
        elif place < len(self.intervals):
            self.post_message(self.Chosen(list(self.intervals)[place]))

    @property
    def _width(self) -> int:
        """The cells that one grade has."""
        return self.content_size.width // max(len(self.intervals), 1)

    def _spans(self, told: str) -> Iterator[Span]:
        """Yield what stands out in the two lines: keys, intervals, and the grade that is proposed."""
        below = told.index("\n") + 1
        yield Span(below, len(told), "$muted")
        for place, grade in enumerate(self.intervals):
            start = place * self._width
            if grade is self.proposed:
                yield from (Span(line + start, line + start + self._width, PROPOSED) for line in (0, below))
            key = self.keys[place]
            yield Span(at := told.find(key, start), at + len(key), "bold $primary")
