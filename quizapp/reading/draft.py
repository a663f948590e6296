"""What the readers of the formats hand over: blocks, and what the page said about itself."""

from dataclasses import dataclass

from quizapp.reading.document import Block


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as one format's reader found it; `read` settles what is missing or doubtful."""

    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    """As the page writes it, not yet looked at."""
    author: str = ""
    url: str = ""
    notices: tuple[str, ...] = ()
