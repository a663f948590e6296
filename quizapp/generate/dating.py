"""How a card says when."""

from quizapp.generate import lexicon


def month_of(date: str) -> str:
    """Return "July 2024" for "2024-07-04"."""
    year, month, *_ = date.split("-")
    return f"{lexicon.MONTHS[int(month) - 1]} {year}"
