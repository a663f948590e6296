"""What a fault has cost, counted alike for every fault."""

import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, field

from quizapp.errors import QuizError
from quizapp.store.journal import read_journals


@dataclass
class Toll:
    """The cost of one kind of fault."""

    what: str
    count: int = 0
    """How often it struck."""
    acknowledged: int = 0
    """How many answers were said to be saved."""
    lost: int = 0
    """Answers that were said to be saved and are gone; files that are neither wholly old nor wholly new."""
    doubled: int = 0
    """Answers that are there more often than they were given."""
    tracebacks: int = 0
    """Errors that are not told as problems."""
    seconds: float = 0.0
    first: str = field(default="", repr=False)
    """The first traceback, to be read."""

    @property
    def nothing(self):
        """Nothing was lost, nothing doubled, nothing untold."""
        return not (self.lost or self.doubled or self.tracebacks)

    @contextmanager
    def telling(self):
        """Let problems pass, as a user is told of them; count everything else."""
        try:
            yield
        except QuizError:
            pass
        except Exception:  # noqa: BLE001 - counting them is the point
            self.went_wrong(traceback.format_exc())

    def went_wrong(self, details):
        self.tracebacks += 1
        self.first = self.first or details

    def hold(self, folder, acknowledged):
        """Hold what can be read in the journals of ``folder`` against the ids that were acknowledged."""
        self.hold_events(read_journals(folder)[0], acknowledged)

    def hold_events(self, events, acknowledged):
        """Hold events against the ids that were acknowledged."""
        found = [event.id for event in events]
        self.acknowledged += len(acknowledged)
        self.lost += len(set(acknowledged) - set(found))
        self.doubled += len(found) - len(set(found))


@contextmanager
def tolling(what):
    """Yield a toll; tell in the end how long it took."""
    toll = Toll(what)
    began = time.monotonic()
    yield toll
    toll.seconds = time.monotonic() - began
