"""Keys and what they do, a sentence each, as rows of two columns."""

from collections.abc import Iterator, Mapping

from textual.content import Content

GAP = 2


def key_rows(told: Mapping[str, str], width: int, column: int, style: str = "bold") -> Iterator[Content]:
    """Yield each sentence of ``told`` beside its keys, which have a ``column`` of cells.

    A sentence too long for the ``width`` goes on below itself; keys too long for the column stand above theirs.
    """
    for sentence, keys in told.items():
        lines = Content(sentence).wrap(max(1, width - column - GAP))
        head = Content.styled(keys.ljust(column), style)
        if len(keys) <= column:
            head = Content.assemble(head, " " * GAP, lines.pop(0))
        yield head
        for line in lines:
            yield Content(" " * (column + GAP)) + line
