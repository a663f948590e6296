"""A process that makes decks, one at a time, and can be ended at any moment."""

import os
import signal
import sys
import traceback
from contextlib import redirect_stderr
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from quizapp.errors import QuizError
from quizapp.generate.product import Maker, Product, Progress, Wish
from quizapp.reading.document import Document

Outcome = Product | QuizError | str
"""A deck; why there is none; or what went wrong inside, as a traceback."""


class Stage(NamedTuple):
    """What is being done, and how much of all is done, from 0 to 1."""

    what: str
    share: float


class Helper:
    """A process that makes decks, started when it is first needed.

    Args:
        wish: what is wanted of every article.
        watched: the process also tells its stages, for `outcome` to pass on.
    """

    def __init__(self, wish: Wish, *, watched: bool = False) -> None:
        self._wish = wish
        self._watched = watched
        self._process: BaseProcess | None = None
        self.connection: Connection

    def start_on(self, document: Document) -> None:
        """Have the process make the deck of ``document``."""
        if self._process is None or not self._process.is_alive():
            self.stop()
            self._start()
        self.connection.send(document)

    def outcome(self, tell: Progress | None = None) -> Outcome:
        """Return what became of the document, telling the stages on the way to it."""
        try:
            told: Stage | Outcome = self.connection.recv()
            while isinstance(told, Stage):
                if tell:
                    tell(told.what, told.share)
                told = self.connection.recv()
        except (EOFError, OSError):
            self.stop()
            return QuizError.of("the process that worked on it was ended", "try it alone; it may need more memory")
        return told

    def kill(self) -> None:
        """End the process from another thread; `outcome` then returns at once."""
        process = self._process
        if process is not None and process.is_alive():
            process.kill()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is None:
            return
        self.connection.close()
        self._process.kill()
        self._process.join()
        self._process = None

    def _context(self) -> SpawnContext | ForkServerContext:
        """Return how to start: a copy of this process could inherit a lock that a thread held at that moment."""
        if self._watched:
            return get_context("spawn")
        # The server, which has no threads, has loaded the model once for all its copies.
        context = get_context("forkserver")
        context.set_forkserver_preload(["quizapp.generate.preloaded"])
        return context

    def _start(self) -> None:
        context = self._context()
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._wish, self._watched), daemon=True)
        # Ctrl-C goes to all processes of the terminal; this one alone answers it, and ends the others.
        # What tracks their resources is started first, since starting it lets signals in again; it wants
        # a standard error with a descriptor, which the app's is not.
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()


def _work(connection: Connection, wish: Wish, watched: bool) -> None:
    """Make a deck of each document that comes, until the other side is gone."""

    def tell(what: str, share: float) -> None:
        if watched:
            connection.send(Stage(what, share))

    maker = _watched_maker(wish) if watched else _preloaded_maker(wish)
    while True:
        try:
            document = connection.recv()
        except (EOFError, OSError):
            return
        outcome: Outcome
        try:
            outcome = maker.make(document, tell)
        except QuizError as error:
            outcome = error
        except Exception:  # noqa: BLE001 - told by the other side, where mishaps are kept
            outcome = traceback.format_exc()
        try:
            connection.send(outcome)
        except OSError:
            sys.exit()


def _watched_maker(wish: Wish) -> Maker:
    """Return a maker that loads the model as its first stage, and prints nothing on its watcher's screen."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    return Maker(wish)


def _preloaded_maker(wish: Wish) -> Maker:
    """Return a maker with the model of the server that this process is a copy of."""
    from quizapp.generate import preloaded  # noqa: PLC0415 - the server has it already; the other side wants none

    return Maker(wish, preloaded.GENERATOR)
