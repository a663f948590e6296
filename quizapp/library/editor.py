"""The user's own editor, opened on a deck at the line of a card."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from quizapp.errors import QuizError

_USUAL = "vi"
_GOTO = frozenset({"code", "code-insiders", "codium", "cursor", "windsurf"})
_COLON = frozenset({"hx", "helix", "subl", "zed", "lapce"})
_WAITING = frozenset({"subl", "zed"})


def editor_command(environ: Mapping[str, str], path: Path, line: int = 0) -> list[str]:
    """Return what opens ``path`` at ``line`` in the editor that the environment names, and waits until it is closed.

    Raises QuizError when $VISUAL or $EDITOR cannot be read as a command.
    """
    named = environ.get("VISUAL") or environ.get("EDITOR") or _USUAL
    try:
        words = shlex.split(named)
    except ValueError:
        raise QuizError.of(f"$EDITOR is no command: {named}", "set it to the name of your editor") from None
    if not words:
        words = [_USUAL]
    program = Path(words[0]).name
    if program in _GOTO:
        return [*words, "--wait", "--goto", f"{path}:{max(line, 1)}"]
    if program in _COLON:
        return [*words, *(["--wait"] if program in _WAITING else []), f"{path}:{max(line, 1)}"]
    return [*words, f"+{line}", str(path)] if line else [*words, str(path)]
