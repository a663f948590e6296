"""How settings stand in their file: for each kind of value, from what the file has to the value and back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import Field, fields
from enum import StrEnum
from typing import Any, NamedTuple

TEXT, FLAG = {"$ref": "#/$defs/text"}, {"$ref": "#/$defs/flag"}

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")


class Unfit(ValueError):  # noqa: N818 - said of the value, in the words that follow its place
    """A value that a setting cannot have; its text says what it must be."""


class PartlyUnfit(ValueError):  # noqa: N818 - as above
    """A mapping of which some parts cannot be used; the others can."""

    def __init__(self, value: Any, reasons: Sequence[tuple[tuple[str, ...], str]]) -> None:  # noqa: ANN401 - whatever is left
        """Tell what is left as ``value``, and by the keys that lead to each part why it cannot be used."""
        super().__init__(reasons[0][1])
        self.value = value
        self.reasons = tuple(reasons)


class Form(NamedTuple):
    """How one setting stands in the file."""

    read: Callable[[Any], Any]
    """From texts, lists and mappings of texts to the value; raises Unfit."""
    write: Callable[[Any], str]
    """From the value to YAML on one line."""
    says: str
    """What it is for, in a line for users."""
    schema: Mapping[str, Any]
    """The same for an editor, as JSON Schema; an editor may take a number for a text and the other way round."""
    words: tuple[str, ...] = ()
    """The values there are to choose from; empty where anything can be written."""
    inner: type | None = None
    """Where the value has for each of some names settings of its own: the dataclass that these are from."""


def number(low: float, high: float, says: str) -> dict[str, Form]:
    """Describe a setting that is a number between ``low`` and ``high``."""
    schema = {"type": ["number", "string"], "minimum": low, "maximum": high}
    says = f"{says} ({low:g} to {high:g})"
    return {"form": Form(lambda value: _number(value, low, high), _written_number, says, schema)}


def whole(low: int, high: int, says: str) -> dict[str, Form]:
    """Describe a setting that is a whole number between ``low`` and ``high``."""
    schema = {"type": ["integer", "string"], "minimum": low, "maximum": high}
    return {"form": Form(lambda value: whole_number(value, low, high), str, f"{says} ({low} to {high})", schema)}


def numbers(counts: frozenset[int], says: str) -> dict[str, Form]:
    """Describe a setting that is a list of as many numbers as ``counts`` allows."""

    def read(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - whatever the file has
        found = tuple(_number(each, -1e6, 1e6) for each in value) if isinstance(value, list) else None
        if found is None or len(found) not in counts:
            raise Unfit(f"must be a list of {' or '.join(map(str, sorted(counts - {0})))} numbers")
        return found

    lengths = [{"minItems": count, "maxItems": count} for count in sorted(counts)]
    schema = {"type": "array", "items": {"type": ["number", "string"]}, "anyOf": lengths}
    return {"form": Form(read, lambda value: f"[{', '.join(map(_written_number, value))}]", says, schema)}


def text(says: str) -> dict[str, Form]:
    """Describe a setting that is a text."""
    return {"form": Form(_text, _quoted, says, TEXT)}


def flag(says: str) -> dict[str, Form]:
    """Describe a setting that is true or false."""
    says = f"{says} (true or false)"
    return {"form": Form(_flag, lambda value: "true" if value else "false", says, FLAG, ("false", "true"))}


def one_of(kind: type[StrEnum], says: str) -> dict[str, Form]:
    """Describe a setting that is one of the words of ``kind``."""
    words = [str(word) for word in kind]

    def read(value: Any) -> StrEnum:  # noqa: ANN401 - whatever the file has
        if value in words:
            return kind(value)
        raise Unfit(f"must be one of {', '.join(words)}")

    return {"form": Form(read, str, f"{says} ({', '.join(words)})", {"enum": words}, tuple(words))}


def text_table(says: str) -> dict[str, Form]:
    """Describe a setting that has a text for each of some names."""

    def read(value: Any) -> dict[str, str]:  # noqa: ANN401 - whatever the file has
        if not isinstance(value, dict):
            raise Unfit("must be a mapping, name: value")
        return {name: _text(entry) for name, entry in value.items()}

    def write(value: dict[str, str]) -> str:
        parts = (
            f"{_quoted(name, in_brackets=True)}: {_quoted(value[name], in_brackets=True)}" for name in sorted(value)
        )
        return f"{{{', '.join(parts)}}}"

    return {"form": Form(read, write, says, {"type": "object", "additionalProperties": TEXT})}


def settings_table(kind: type, says: str) -> dict[str, Form]:
    """Describe a setting that has, for each of some names, some of the settings of the dataclass ``kind``."""
    forms: dict[str, Form] = {each.name: each.metadata["form"] for each in forms_of(kind)}

    def read(value: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - whatever the file has
        if value == "":
            return {}
        if not isinstance(value, dict):
            raise Unfit("must be a mapping, name: {setting: value}")
        reasons: list[tuple[tuple[str, ...], str]] = []
        found = {name: dict(_own(name, entries, forms, reasons)) for name, entries in value.items()}
        found = {name: own for name, own in found.items() if own}
        if reasons:
            raise PartlyUnfit(found, reasons)
        return found

    def write(value: Mapping[str, Mapping[str, Any]]) -> str:
        names = {_quoted(name, in_brackets=True): own for name, own in value.items()}
        return f"{{{', '.join(f'{name}: {{{_in_line(own, forms)}}}' for name, own in names.items())}}}"

    schema = {
        "type": ["object", "null"],
        "additionalProperties": {**object_schema(kind), "additionalProperties": False},
    }
    return {"form": Form(read, write, says, schema, inner=kind)}


def object_schema(kind: type) -> dict[str, Any]:
    """Return what an editor needs to know of a dataclass of forms: its keys, and what each can be."""
    forms: dict[str, Form] = {each.name: each.metadata["form"] for each in forms_of(kind)}
    keys = {name: {**form.schema, "description": f"{form.says}."} for name, form in forms.items()}
    return {"type": "object", "properties": keys}


def _own(
    name: str,
    entries: Any,  # noqa: ANN401 - whatever the file has
    forms: Mapping[str, Form],
    reasons: list[tuple[tuple[str, ...], str]],
) -> Iterator[tuple[str, Any]]:
    """Yield the settings under one name that can be used; note why others cannot."""
    if not isinstance(entries, dict):
        reasons.append(((name,), f"`{name[:40]}` must have settings below it, such as new_per_day: 5"))
        return
    for key, value in entries.items():
        if key not in forms:
            reasons.append(((name, key), f"`{key[:40]}` is no setting of single decks; they are {', '.join(forms)}"))
            continue
        try:
            yield key, forms[key].read(value)
        except Unfit as error:
            reasons.append(((name, key), f"`{key}` {error}"))


def _in_line(own: Mapping[str, Any], forms: Mapping[str, Form]) -> str:
    return ", ".join(f"{name}: {forms[name].write(own[name])}" for name in forms if name in own)


def forms_of(kind: Any) -> list[Field[Any]]:  # noqa: ANN401 - any dataclass of forms
    """Return the fields of a dataclass that are settings, in their order."""
    return [each for each in fields(kind) if "form" in each.metadata]


def form_of(kind: Any, name: str) -> Form:  # noqa: ANN401 - as above
    """Return the form of one setting."""
    form: Form = next(each for each in forms_of(kind) if each.name == name).metadata["form"]
    return form


def _number(value: Any, low: float, high: float) -> float:  # noqa: ANN401 - whatever the file has
    if isinstance(value, str) and _NUMBER.fullmatch(value) and low <= float(value) <= high:
        return float(value)
    raise Unfit(f"must be a number from {low:g} to {high:g}")


def whole_number(value: Any, low: int, high: int) -> int:  # noqa: ANN401 - whatever the file has
    """Return the whole number that a text writes. Raises Unfit."""
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
