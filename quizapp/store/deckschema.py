"""The deck format as a JSON Schema, by which an editor completes keys and marks mistakes while one types.

It is made from the definitions that the reader uses, and never calls a deck wrong that the reader
takes. The reader is stricter in one thing: a schema cannot tell an empty answer from the word
``null``, nor count the keys that are no reserved word.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from quizapp.store.schema import (
    CARD_KEYS,
    DECK_KEYS,
    FALSE_WORDS,
    LONG_FORM,
    SOURCE_KEYS,
    TRUE_WORDS,
    Key,
    Shape,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE = "deck.schema.json"
"""The schema's name in the folder of the decks, to which their first line can point."""

_TEXT = {"type": ["string", "number", "boolean", "null"]}
"""Every scalar is text, whatever an editor takes it for."""


def _any_case(words: Iterable[str]) -> str:
    """Return a pattern that the words match in capitals and small letters, as every dialect of patterns reads it."""
    spelled = ("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in sorted(words))
    return f"^(?:{'|'.join(spelled)})$"


SCALARS: dict[str, Any] = {
    "text": _TEXT,
    "flag": {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _any_case(TRUE_WORDS | FALSE_WORDS)}]},
}
"""The definitions that other schemas refer to."""
_SHAPES: dict[Shape, dict[str, Any]] = {
    Shape.TEXT: {"$ref": "#/$defs/text"},
    Shape.TEXTS: {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]},
    Shape.FLAG: {"$ref": "#/$defs/flag"},
    Shape.SOURCE: {"$ref": "#/$defs/source"},
    Shape.CARDS: {"type": "array", "items": {"$ref": "#/$defs/card"}},
}


def deck_schema() -> dict[str, Any]:
    """Return the schema of a deck file."""
    return {
        "$schema": DIALECT,
        "title": "A deck of quizapp",
        "description": "Every value is text, so that no, 12:30 and 007 mean what they say.",
        **_mapping(DECK_KEYS),
        "required": ["title", "cards"],
        "$defs": {
            **SCALARS,
            "source": {**_mapping(SOURCE_KEYS), "type": ["object", "null"]},
            "card": _card(),
        },
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _card() -> dict[str, Any]:
    """Return the schema of one entry under ``cards:``: a form of its own for each kind, and the short one."""
    forms = [_with("question", "answer"), _with("question", "answers"), _with("cloze")]
    return {
        "type": "object",
        "properties": _properties(CARD_KEYS),
        "additionalProperties": {"$ref": "#/$defs/text", "description": "The short form, question: answer."},
        "minProperties": 1,
        "if": {"anyOf": [{"required": [name]} for name in LONG_FORM]},
        "then": {"oneOf": forms, "propertyNames": {"enum": [key.name for key in CARD_KEYS]}},
        "else": {"not": {"propertyNames": {"enum": [key.name for key in CARD_KEYS]}}},
    }


def _with(*names: str) -> dict[str, Any]:
    others = [name for name in LONG_FORM if name not in names]
    return {"required": list(names), "not": {"anyOf": [{"required": [name]} for name in others]}}


def _mapping(keys: Iterable[Key]) -> dict[str, Any]:
    return {"type": "object", "properties": _properties(keys), "additionalProperties": False}


def _properties(keys: Iterable[Key]) -> dict[str, Any]:
    return {key.name: {**_SHAPES[key.shape], "description": key.says} for key in keys}
