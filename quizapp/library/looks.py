"""How the app looks and which keys it has on this device, kept as its user changes them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.errors import Problem, QuizError
from quizapp.store.config import Config, load_config, save_config
from quizapp.store.preferences import with_text


class Looks:
    """The config of this device; without a file its changes last as long as the program runs."""

    def __init__(self, config: Config | None = None, path: Path | None = None) -> None:
        """Begin with a config, which ``path`` holds."""
        self.config = config or Config()
        self.path = path
        self.problems: tuple[Problem, ...] = ()
        """What in the file has no effect, or why it cannot be read."""

    @classmethod
    def at(cls, path: Path) -> "Looks":
        """Read the config file; one that cannot be read stops nothing, and nothing is written over it."""
        try:
            config, problems = load_config(path)
        except QuizError as error:
            looks = cls()
            looks.problems = error.problems
        else:
            looks = cls(config, path)
            looks.problems = problems
        return looks

    def change(self, name: str, text: str) -> None:
        """Give a setting the value that a user wrote, and keep it. Raises QuizError."""
        self._keep(with_text(self.config, name, text))

    def reset(self, name: str) -> None:
        """Give a setting its default again. Raises QuizError."""
        self.keep(**{name: getattr(Config(), name)})

    def keep(self, **values: Any) -> None:  # noqa: ANN401 - what the fields of the config hold
        """Keep other values. Raises QuizError."""
        self._keep(replace(self.config, **values))

    def _keep(self, config: Config) -> None:
        if config == self.config:
            return
        if self.path:
            save_config(self.path, config)
        self.config = config
