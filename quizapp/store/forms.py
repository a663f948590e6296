"""How settings stand in their file: for each kind of value, from what the file has to the value and back."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")


class Unfit(ValueError):  # noqa: N818 - said of the value, in the words that follow its place
    """A value that a setting cannot have; its text says what it must be."""


class Form(NamedTuple):
    """How one setting stands in the file."""

    read: Callable[[Any], Any]
    """From texts, lists and mappings of texts to the value; raises Unfit."""
    write: Callable[[Any], str]
    """From the value to YAML on one line."""
    says: str
    """What it is for, in a line for users."""
    words: tuple[str, ...] = ()
    """The values there are to choose from; empty where anything can be written."""


def number(low: float, high: float, says: str) -> dict[str, Form]:
    """Describe a setting that is a number between ``low`` and ``high``."""
    return {"form": Form(lambda value: _number(value, low, high), _written_number, f"{says} ({low:g} to {high:g})")}


def whole(low: int, high: int, says: str) -> dict[str, Form]:
    """Describe a setting that is a whole number between ``low`` and ``high``."""
    return {"form": Form(lambda value: whole_number(value, low, high), str, f"{says} ({low} to {high})")}


def numbers(counts: frozenset[int], says: str) -> dict[str, Form]:
    """Describe a setting that is a list of as many numbers as ``counts`` allows."""

    def read(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - whatever the file has
        found = tuple(_number(each, -1e6, 1e6) for each in value) if isinstance(value, list) else None
        if found is None or len(found) not in counts:
            raise Unfit(f"must be a list of {' or '.join(map(str, sorted(counts - {0})))} numbers")
        return found

    return {"form": Form(read, lambda value: f"[{', '.join(map(_written_number, value))}]", says)}


def text(says: str) -> dict[str, Form]:
    """Describe a setting that is a text."""
    return {"form": Form(_text, _quoted, says)}


def flag(says: str) -> dict[str, Form]:
    """Describe a setting that is true or false."""
    return {
        "form": Form(_flag, lambda value: "true" if value else "false", f"{says} (true or false)", ("false", "true"))
    }


def one_of(kind: type[StrEnum], says: str) -> dict[str, Form]:
    """Describe a setting that is one of the words of ``kind``."""
    words = [str(word) for word in kind]

    def read(value: Any) -> StrEnum:  # noqa: ANN401 - whatever the file has
        if value in words:
            return kind(value)
        raise Unfit(f"must be one of {', '.join(words)}")

    return {"form": Form(read, str, f"{says} ({', '.join(words)})", tuple(words))}


def table(each: Callable[[Any], Any], written: Callable[[Any], str], says: str) -> dict[str, Form]:
    """Describe a setting that has a value for each of some names."""

    def read(value: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the file has
        if not isinstance(value, dict):
            raise Unfit("must be a mapping, name: value")
        return {name: each(entry) for name, entry in value.items()}

    def write(value: dict[str, Any]) -> str:
        return (
            "{"
            + ", ".join(f"{_quoted(name, in_brackets=True)}: {written(value[name])}" for name in sorted(value))
            + "}"
        )

    return {"form": Form(read, write, says)}


def number_table(low: float, high: float, says: str) -> dict[str, Form]:
    """Describe a setting that has a number for each of some names."""
    return table(lambda value: _number(value, low, high), _written_number, says)


def text_table(says: str) -> dict[str, Form]:
    """Describe a setting that has a text for each of some names."""
    return table(_text, lambda value: _quoted(value, in_brackets=True), says)


def _number(value: Any, low: float, high: float) -> float:  # noqa: ANN401 - whatever the file has
    if isinstance(value, str) and _NUMBER.fullmatch(value) and low <= float(value) <= high:
        return float(value)
    raise Unfit(f"must be a number from {low:g} to {high:g}")


def whole_number(value: Any, low: int, high: int) -> int:  # noqa: ANN401 - whatever the file has
    """Return the whole number that a text is. Raises Unfit."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value) and low <= int(value) <= high:
        return int(value)
    raise Unfit(f"must be a whole number from {low} to {high}")


def _flag(value: Any) -> bool:  # noqa: ANN401 - whatever the file has
    from quizapp.store.schema import FALSE_WORDS, TRUE_WORDS  # noqa: PLC0415 - the first card should not wait for it

    if isinstance(value, str) and value.lower() in TRUE_WORDS | FALSE_WORDS:
        return value.lower() in TRUE_WORDS
    raise Unfit("must be true or false")


def _text(value: Any) -> str:  # noqa: ANN401 - whatever the file has
    if isinstance(value, str):
        return value
    raise Unfit("must be one text")


def _written_number(value: float) -> str:
    return repr(float(value)) if value != int(value) else str(int(value))


def _quoted(value: str, *, in_brackets: bool = False) -> str:
    from quizapp.store.yamltext import scalar  # noqa: PLC0415 - the first card should not wait for it

    return scalar(value, in_brackets=in_brackets)
