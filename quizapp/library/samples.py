"""The sample decks that come with the program, and the schema that their first line names to an editor."""

from pathlib import Path

from quizapp.errors import QuizError
from quizapp.store.deckschema import SCHEMA_FILE

_PACKAGE = Path(__file__).resolve().parent.parent


def sample_files() -> tuple[Path, ...]:
    """Return the sample decks and then their schema: inside the package, or beside it in a checkout.

    Raises QuizError when the installation has lost them.
    """
    for folder in (_PACKAGE / "decks", _PACKAGE.parent / "decks"):
        if found := sorted(folder.glob("*.yaml")):
            return (*found, folder / SCHEMA_FILE)
    raise QuizError.of("the sample decks are missing from this installation", "install quizapp again")
