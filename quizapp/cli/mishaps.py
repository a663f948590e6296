"""What nobody foresaw: a line for the user, and the details in a log."""

import traceback
from datetime import UTC, datetime

from quizapp.text import inert

_LIMIT = 1_000_000
"""Bytes after which the log is begun anew."""


def told(error: BaseException) -> str:
    """Keep the details of an error that should not have happened; return the line to show for it."""
    named = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())[:200]
    return _line(f" ({named})", "".join(traceback.format_exception(error)))


def kept(error: BaseException) -> None:
    """Keep the details of an error that changes nothing for the user."""
    _kept("".join(traceback.format_exception(error)))


def told_of(details: str) -> str:
    """Keep the details of a mishap that others have described; return the line to show for it."""
    return _line("", details)


def _line(named: str, details: str) -> str:
    return f"quizapp: something went wrong inside{named}; {_kept(details)}"


def _kept(details: str) -> str:
    try:
        from platformdirs import user_log_path  # noqa: PLC0415 - only a mishap needs it

        log = user_log_path("quizapp", appauthor=False, ensure_exists=True) / "mishaps.log"
        mode = "w" if log.exists() and log.stat().st_size > _LIMIT else "a"
        with log.open(mode, encoding="utf-8", errors="replace") as opened:
            opened.write(f"{datetime.now(UTC).isoformat()}\n{inert(details)}\n")
    except OSError as refused:
        return f"the details could not be kept ({refused.strerror})"
    return f"the details are in {log}"
