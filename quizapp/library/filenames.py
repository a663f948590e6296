"""How the files of decks are named."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from quizapp.store.home import DECK_ENDING

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def file_name(title: str) -> str:
    """Return the stem of a file for a deck called ``title``: lower case ASCII, words joined by hyphens."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", ascii_only).strip("-")[:_LONGEST_NAME].strip("-") or "deck"


def free_path(folder: Path, name: str, taken: Callable[[Path], bool] = Path.exists) -> Path:
    """Return where a deck goes in ``folder``: under its name, or with the first number that is not ``taken``."""
    path, number = folder / f"{name}{DECK_ENDING}", 2
    while taken(path):
        path, number = folder / f"{name}-{number}{DECK_ENDING}", number + 1
    return path
