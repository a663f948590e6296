"""How many cards come back on each of the days ahead."""

from collections.abc import Iterable


def forecast(due_days: Iterable[int], today: int, days: int) -> tuple[int, ...]:
    """Return how many cards are due today and on each day after, ``days`` days in all.

    What is overdue counts today; what comes back later than that is not told.
    """
    counts = [0] * days
    for due in due_days:
        ahead = max(due - today, 0)
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
