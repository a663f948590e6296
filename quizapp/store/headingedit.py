"""Changing what stands above the cards of a deck file; every byte of the cards stays."""

from dataclasses import replace

from quizapp.store.cardbook import CardBook
from quizapp.store.restyle import Restyler
from quizapp.store.spans import Change, Span
from quizapp.store.yamltext import scalar
from quizapp.text import inert


def retitled(data: bytes, file: str, title: str) -> bytes:
    """Return the bytes of a deck file with another title, in the style of the one it has. Raises QuizError."""
    book = CardBook(data, file)
    title = inert(title)

    def change() -> list[Change]:
        layout, entry = book.layout, book.root.entries.get("title")
        if entry:
            return [Restyler(layout, in_brackets=book.root.flow).text(entry[1], title)]
        start = layout.span(book.root).start
        return [Change(Span(start, start), f"title: {scalar(title)}{layout.line_break(start)}")]

    return book.written((change,), replace(book.read.deck, title=title))
