"""Where the program starts and ends: Ctrl-C ends it without a word, also while it is being loaded."""

import signal
import sys
from collections.abc import Callable

# Only what Python has loaded already is imported here: until `main` runs, Ctrl-C ends in a traceback.


def main() -> int:
    """Run the program; return its exit code."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        # Who starts the program in the background does not want Ctrl-C to reach it.
        return _loaded()()
    # While there is nothing to tidy up yet, and when all is done, the system may end the program at once.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    run = _loaded()
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return run()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _loaded() -> Callable[[], int]:
    from quizapp.cli.main import main as run  # noqa: PLC0415 - the point is when it is loaded

    sys.unraisablehook = _keep
    return run


def _keep(mishap: "sys.UnraisableHookArgs") -> None:
    """Deal with an error where Python could not raise it: an interruption is made anew, others are kept in the log."""
    from quizapp.cli import mishaps  # noqa: PLC0415 - as above

    if isinstance(mishap.exc_value, KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    elif mishap.exc_value is not None:
        mishaps.kept(mishap.exc_value)
