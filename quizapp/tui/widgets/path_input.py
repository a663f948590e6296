"""A line for the path of a file, completed as in a shell."""

import os
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

LOOKED_AT = 5000
"""Entries of a folder that are looked at; nobody completes among more."""


class PathSuggester(Suggester):
    """Suggests the first file or folder, by name, that begins with what is typed."""

    def __init__(self) -> None:
        """Look at the disk anew each time: it changes."""
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path that what is typed could become."""
        return next(iter(completions(value)), None)


class PathInput(Input):
    """Tab takes what is suggested, and goes to the next field where nothing is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]

    def __init__(self, id: str, placeholder: str) -> None:  # noqa: A002 - Textual's own name for it
        """Begin empty."""
        super().__init__(id=id, placeholder=placeholder, suggester=PathSuggester())

    def action_complete(self) -> None:
        """Complete the path as far as it is certain."""
        found = completions(self.value) if self.value else []
        shared = _common_start(found)
        if len(shared) > len(self.value):
            self.value = shared
            self.cursor_position = len(shared)
        elif not found or found == [self.value]:
            self.screen.focus_next()
        else:
            self.value = found[0]
            self.cursor_position = len(found[0])


def completions(typed: str) -> list[str]:
    """Return the paths that begin with what is typed, by name; a folder's ends with a slash."""
    folder, _, start = typed.rpartition("/")
    looked_in = Path(f"{folder}/" if "/" in typed else ".")
    try:
        with os.scandir(looked_in.expanduser()) as entries:
            names = [
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry, _ in zip(entries, range(LOOKED_AT), strict=False)
                if entry.name.startswith(start) and (start.startswith(".") or not entry.name.startswith("."))
            ]
    except (OSError, RuntimeError, ValueError):
        return []
    return [f"{folder}/{name}" if "/" in typed else name for name in sorted(names) if name.isprintable()]


def _common_start(texts: list[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), None)
    return first if same is None else first[:same]
