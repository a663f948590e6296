"""The user's own editor, with the screen given over to it."""

import os
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from quizapp.errors import QuizError
from quizapp.library.editor import editor_command


def edit_beside(app: App[None], path: Path, line: int) -> None:
    """Open a file at a line in the user's own editor, and wait until it is closed. Raises QuizError."""
    command = editor_command(os.environ, path, line)
    try:
        with app.suspend():
            subprocess.run(command, check=False)  # noqa: S603 - the user's own choice of program
    except SuspendNotSupported:
        message = "this terminal cannot be given over to an editor"
        raise QuizError.of(message, "open the file yourself", str(path)) from None
    except OSError as error:
        reason = (error.strerror or "cannot be started").lower()
        raise QuizError.of(f"the editor {command[0]}: {reason}", "set $EDITOR to your editor") from None
