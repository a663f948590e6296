"""What reading yields: an article as plain values, whatever file it came from."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph: one line of text, its markup gone."""

    kind: BlockKind
    text: str
    line: int
    """The line of the file where it starts, from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its heading data, and its blocks in order. All text is NFC and inert."""

    title: str
    blocks: tuple[Block, ...]
    date: str = ""
    """ISO 8601 (``2024-07-04``) or empty when the article does not say."""
    author: str = ""
    url: str = ""
    file: str = ""
    """The path as the user gave it, for messages."""
    notices: tuple[str, ...] = ()
    """What was left out while reading, a line each."""

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that are running text."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)
