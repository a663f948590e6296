"""Decks of many articles at once: a process on each core, results in the order of the articles.

A deck is the one that a run of its article alone would make: each process makes one deck at a time, and
two never share a batch. A process that dies takes its article with it and no other. The language model
is loaded once, by a server that does nothing else, and each process starts as a copy of that server.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from quizapp.errors import QuizError
from quizapp.generate.product import Maker, Product, Wish
from quizapp.reading.document import Document

WORTH_IT = 3
"""So many articles and more are worth a second process: starting it and the server takes a while."""

Outcome = Product | QuizError | str
"""A deck; why there is none; or what went wrong inside, as a traceback."""
Job = Callable[[], Document]
"""Reads an article when its turn comes; QuizError if it cannot be read."""
MOST = 8
"""Processes; more would need more memory than they save time."""


def processes_for(articles: int) -> int:
    """Return how many processes should share the work on so many articles; 1 is this one alone."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, articles, MOST) if articles >= WORTH_IT else 1


def make_many(jobs: Iterable[Job], wish: Wish, processes: int) -> Iterator[tuple[int, Outcome]]:
    """Yield (place of the job, outcome) as soon as one is known; the caller may stop at any time."""
    waiting = enumerate(jobs)
    helpers = [_Helper(wish) for _ in range(processes)]
    try:
        yield from _handed_out(waiting, helpers)
    finally:
        for helper in helpers:
            helper.stop()


def in_order(outcomes: Iterable[tuple[int, Outcome]]) -> Iterator[Outcome]:
    """Yield outcomes in the order of their places, each as soon as all before it are known."""
    early: dict[int, Outcome] = {}
    following = 0
    for place, outcome in outcomes:
        early[place] = outcome
        while following in early:
            yield early.pop(following)
            following += 1


def _handed_out(waiting: Iterator[tuple[int, Job]], helpers: list["_Helper"]) -> Iterator[tuple[int, Outcome]]:
    idle, busy = list(helpers), dict[Connection, tuple[_Helper, int]]()
    while True:
        while idle:
            one = next(waiting, None)
            if one is None:
                break
            place, job = one
            try:
                document = job()
            except QuizError as error:
                yield place, error
                continue
            helper = idle.pop()
            helper.start_on(document)
            busy[helper.connection] = (helper, place)
        if not busy:
            return
        for ready in wait(list(busy)):
            helper, place = busy.pop(ready)  # type: ignore[call-overload]  # only connections are waited for
            idle.append(helper)
            yield place, helper.outcome()


class _Helper:
    """A process that makes decks, started when it is first needed."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._process: BaseProcess | None = None
        self.connection: Connection

    def start_on(self, document: Document) -> None:
        """Have the process make the deck of ``document``."""
        if self._process is None or not self._process.is_alive():
            self.stop()
            self._start()
        self.connection.send(document)

    def outcome(self) -> Outcome:
        """Return what became of the document."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, OSError):
            self.stop()
            return QuizError.of("the process that worked on it was ended", "try it alone; it may need more memory")
        return outcome

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is None:
            return
        self.connection.close()
        self._process.kill()
        self._process.join()
        self._process = None

    def _start(self) -> None:
        # A copy of this process could inherit a lock that a thread held at that moment; the server has no threads.
        context = get_context("forkserver")
        context.set_forkserver_preload(["quizapp.generate.preloaded"])
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._wish), daemon=True)
        # Ctrl-C goes to all processes of the terminal; this one alone answers it, and ends the others.
        # What tracks their resources is started first, since starting it lets signals in again.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()


def _work(connection: Connection, wish: Wish) -> None:
    """Make a deck of each document that comes, until the other side is gone."""
    from quizapp.generate import preloaded  # noqa: PLC0415 - the server has it already; the other side wants none

    maker = Maker(wish, preloaded.GENERATOR)
    while True:
        try:
            document = connection.recv()
        except (EOFError, OSError):
            return
        outcome: Outcome
        try:
            outcome = maker.make(document)
        except QuizError as error:
            outcome = error
        except Exception:  # noqa: BLE001 - told by the other side, where mishaps are kept
            outcome = traceback.format_exc()
        try:
            connection.send(outcome)
        except OSError:
            sys.exit()
