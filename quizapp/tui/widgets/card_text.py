"""The texts of a card, one under the other, drawn as one: on the way from a key to the answer every widget counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Look:
    """How a part of a card looks among the others."""

    style: str = ""
    above: int = 1
    """Empty lines between it and what stands above it."""
    edge: str = ""
    """What stands before each of its lines."""


LOOKS: Mapping[str, Look] = {
    "question": Look("bold", above=0),
    "claim": Look(),
    "pairs": Look(),
    "hint": Look("$muted"),
    "mark": Look(),
    "answer": Look("bold $primary", above=2),
    "note": Look(),
    "quote": Look("italic $muted", edge="▌  "),
    "source": Look("$muted", edge="   "),
    "remark": Look(),
}
"""The parts of a card from top to bottom."""


class CardText(Widget):
    """Draws some parts of a card, those that are not empty.

    Where its style gives it a least height, the sheet is not laid out anew as long as it is enough.
    """

    DEFAULT_CSS = """
    CardText { height: auto; }
    """

    def __init__(self, id: str, *, tight: bool = False) -> None:  # noqa: A002 - Textual's own name for it
        """Begin blank; a ``tight`` text has nowhere more than one empty line."""
        super().__init__(id=id, markup=False)
        self._tight = tight
        self.parts: dict[str, Content] = {}
        self._laid_out = (0, Content())

    def show(self, parts: Mapping[str, Content]) -> None:
        """Show these parts; what is as it was before is not drawn anew."""
        told = {name: parts[name] for name in LOOKS if parts.get(name)}
        if told.keys() == self.parts.keys() and all(told[name].is_same(self.parts[name]) for name in told):
            return
        before = self._lines
        self.parts, self._laid_out = told, (0, Content())
        lines = max(before, self._lines)
        room = self.content_size.height if self.styles.min_height else 0
        if 0 < lines <= room == self.container_size.height:
            self.refresh(Region(0, 0, self.size.width, lines))
        else:
            self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the parts to the width there is."""
        return self._told(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """Return how many lines the parts take."""
        return self._told(width).get_height({}, width) if width and self.parts else 0

    @property
    def _lines(self) -> int:
        """How many lines the parts take as the screen is laid out now."""
        return self.get_content_height(self.container_size, self.app.size, self.content_size.width)

    def _told(self, width: int) -> Content:
        if self._laid_out[0] != width:
            self._laid_out = (width, Content("\n").join(self._blocks(width)))
        return self._laid_out[1]

    def _blocks(self, width: int) -> Iterator[Content]:
        for place, (name, part) in enumerate(self.parts.items()):
            look = LOOKS[name]
            if place:
                yield from [Content()] * (min(look.above, 1) if self._tight else look.above)
            told = part.stylize_before(look.style)
            if look.edge:
                edge = Content.styled(look.edge, "$faint")
                told = Content("\n").join(edge + each for each in told.wrap(max(1, width - edge.cell_length)))
            yield told
