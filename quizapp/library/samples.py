"""The sample decks that come with the program."""

from pathlib import Path

from quizapp.errors import QuizError

_PACKAGE = Path(__file__).resolve().parent.parent


def sample_decks() -> tuple[Path, ...]:
    """Return the files of the sample decks, by name: inside the package, or beside it in a checkout.

    Raises QuizError when the installation has lost them.
    """
    for folder in (_PACKAGE / "decks", _PACKAGE.parent / "decks"):
        if found := sorted(folder.glob("*.yaml")):
            return tuple(found)
    raise QuizError.of("the sample decks are missing from this installation", "install quizapp again")
