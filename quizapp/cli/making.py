"""The work of ``quizapp generate``: decks made one by one or side by side, with a bar for who is watching."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Self

from quizapp.cli.terminal import counted, is_terminal
from quizapp.errors import QuizError
from quizapp.generate.product import Maker, Product, Wish
from quizapp.reading.document import Document
from quizapp.text import shown_line

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from quizapp.generate.helper import Outcome

Reader = Callable[[], Document]
"""Reads one article; QuizError if it cannot."""


def outcomes(readers: Sequence[Reader], wish: Wish) -> "Iterator[Outcome]":
    """Yield what becomes of each article, in their order: a product, an error, or the traceback of a mishap."""
    if len(readers) > 1:
        from quizapp.generate.many import processes_for  # noqa: PLC0415 - one article needs no other process

        processes = processes_for(len(readers))
        if processes > 1:
            yield from _side_by_side(readers, wish, processes)
            return
    maker = Maker(wish)
    for read in readers:
        yield _one(maker, read)


def _one(maker: Maker, read: Reader) -> Product | QuizError:
    try:
        document = read()
        with _Bar(document.file) as bar:
            return maker.make(document, bar.tell)
    except QuizError as error:
        return error


def _side_by_side(readers: Sequence[Reader], wish: Wish, processes: int) -> "Iterator[Outcome]":
    from quizapp.generate.many import in_order, make_many  # noqa: PLC0415 - as above

    with _Bar(counted(len(readers), "article")) as bar:

        def counting() -> "Iterator[tuple[int, Outcome]]":
            bar.tell(f"0 of {len(readers)}", 0.0)
            for done, outcome in enumerate(make_many(readers, wish, processes), 1):
                bar.tell(f"{done} of {len(readers)}", done / len(readers))
                yield outcome

        for outcome in in_order(counting()):
            # What is printed of it must not run into the bar.
            bar.hide()
            yield outcome
            bar.show()


class _Bar:
    """A bar on standard error while work goes on; nothing if nobody can see it."""

    def __init__(self, name: str) -> None:
        self._name = shown_line(name)
        self._bar: RichProgress | None = None

    def __enter__(self) -> Self:
        if is_terminal(sys.stderr):
            from rich.console import Console  # noqa: PLC0415 - only wanted for the bar
            from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

            words = ("{task.fields[name]}", "{task.description}")
            name, what = (TextColumn(text, markup=False) for text in words)
            self._bar = Progress(name, BarColumn(), what, console=Console(stderr=True), transient=True)
            self._bar.add_task("", total=1.0, name=self._name)
        self.show()
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()

    def tell(self, what: str, share: float) -> None:
        """Say what is being done, and how much of all is done."""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], description=shown_line(what), completed=share)

    def show(self) -> None:
        """Draw it."""
        if self._bar:
            self._bar.start()

    def hide(self) -> None:
        """Leave no trace of it."""
        if self._bar:
            self._bar.stop()
