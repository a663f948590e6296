"""What a user is told when something cannot be done: one root error, made of problems."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    Its text is ``file:line:column: message; remedy``; the parts that are not known are left out.
    """

    file: str = ""
    """The path as the user would write it, or empty when no file is concerned."""
    line: int = 0
    """Counted from 1; 0 when unknown."""
    column: int = 0
    """Counted from 1; 0 when unknown."""
    message: str = ""
    """What is wrong, in a few words, without a full stop."""
    remedy: str = ""
    """What the user can do, in the imperative; empty when there is nothing to do."""

    def __str__(self) -> str:
        """Return the one line that is shown to the user."""
        where = ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])
        what = f"{self.message}; {self.remedy}" if self.remedy else self.message
        return f"{where}: {what}" if self.file else what

    def at(self, file: str) -> "Problem":
        """Return this problem as one of ``file``."""
        return replace(self, file=file)


class QuizError(Exception):
    """The work cannot be done; carries one or more problems, each a line for the user."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; there is always at least one."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @classmethod
    def of(cls, message: str, remedy: str = "", file: str = "", line: int = 0, column: int = 0) -> "QuizError":
        """Make an error of a single problem."""
        return cls(Problem(file, line, column, message, remedy))

    @classmethod
    def joined(cls, problems: Iterable[Problem]) -> "QuizError":
        """Make an error of many problems, in the order of the files."""
        return cls(*sorted(problems))
