"""Decks of many articles at once: a process on each core, results in the order of the articles.

A deck is the one that a run of its article alone would make: each process makes one deck at a time, and
two never share a batch. A process that dies takes its article with it and no other. The language model
is loaded once, by a server that does nothing else, and each process starts as a copy of that server.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait

from quizapp.errors import QuizError
from quizapp.generate.helper import Helper, Outcome
from quizapp.generate.product import Wish
from quizapp.reading.document import Document

WORTH_IT = 3
"""So many articles and more are worth a second process: starting it and the server takes a while."""

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
    helpers = [Helper(wish) for _ in range(processes)]
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


def _handed_out(waiting: Iterator[tuple[int, Job]], helpers: list["Helper"]) -> Iterator[tuple[int, Outcome]]:
    idle, busy = list(helpers), dict[Connection, tuple[Helper, int]]()
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
