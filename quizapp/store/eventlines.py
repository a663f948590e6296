"""One event as one line of a journal: ASCII, YAML and, but for its dash, nearly always JSON too."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from quizapp.history import events
from quizapp.history.events import VERSION, Datum, DeviceId, Event, EventId
from quizapp.text import REPLACEMENT

KINDS = {
    kind: kind
    for kind in (
        events.REVIEW,
        events.VOID,
        events.REDATE,
        events.SUSPEND,
        events.UNSUSPEND,
        events.BURY,
        events.FLAG,
        events.LINK,
        events.RESET,
        events.MOVE,
        events.DELETE,
        events.EMPTY,
        events.APART,
        events.QUIZ_START,
        events.QUIZ_ANSWER,
        events.QUIZ_END,
    )
}
"""The kinds of event this program knows, each as the one string that all its events share."""

_HEAD = ("v", "id", "kind", "dev", "n", "t", "day")
_SHARED = 40
_ESCAPED = re.compile("[^ -~]")


class Unreadable(ValueError):  # noqa: N818 - said of the line, in the words that follow its place
    """A line that holds no event; its text says why."""


class Foreign(ValueError):  # noqa: N818 - no error: the event is kept and passed over
    """An event of a newer version, or of a kind this program does not know."""


def line_of(event: Event) -> bytes:
    """Return the line that stands for ``event``, with its line end."""
    moment = event.t.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    fields: dict[str, Any] = dict(
        zip(_HEAD, (event.v, event.id, event.kind, event.dev, event.n, moment, event.day), strict=True)
    )
    fields.update((key, value) for key, value in event.data.items() if key not in fields)
    return b"- " + _ESCAPED.sub(_escape, json.dumps(fields, ensure_ascii=False)).encode("ascii") + b"\n"


def event_of(fields: dict[str, Any], shared: dict[str, str]) -> Event:
    """Return the event that the fields of a line stand for; uses up ``fields``.

    ``shared`` holds the short texts of the events before, so that a million of them share their
    card and device names. Raises Unreadable and Foreign.
    """
    if type(fields) is not dict:
        raise Unreadable("a line that is no event")
    try:
        take = fields.pop
        version, named = take("v", VERSION), take("kind")
        kind = KINDS.get(named)
        if kind is None or version != VERSION:
            _refuse_foreign(version, named)
        name, device, number, moment, day = take("id"), take("dev"), take("n"), take("t"), take("day")
        t = datetime.fromisoformat(moment)
        if t.tzinfo is not UTC:
            t = _utc(t)
    except KeyError as error:
        raise Unreadable(f"an event without {error.args[0]!r}") from None
    except (Foreign, Unreadable):
        raise
    except (AttributeError, TypeError, ValueError, OverflowError):
        raise Unreadable("an event whose kind or time is none") from None
    if not (type(name) is str and type(device) is str and type(number) is int and type(day) is int and name):
        raise Unreadable("an event whose id, dev, n or day is none")
    data: dict[str, Datum] = {}
    for key, value in fields.items():
        if type(value) is str:
            data[key] = shared.setdefault(value, value) if len(value) <= _SHARED else value
        else:
            data[key] = value if type(value) is int or type(value) is bool else _datum(value)
    return Event(EventId(name), str(kind), DeviceId(shared.setdefault(device, device)), number, t, day, data, version)


def fields_of(line: bytes) -> dict[str, Any]:
    """Return the fields of the event that one line holds, read as JSON or else as YAML.

    Raises Unreadable.
    """
    if line.startswith(b"- {"):
        try:
            value = json.loads(line[2:])
        except (ValueError, RecursionError):
            pass
        else:
            return _mapping(value)
    from quizapp.store.yamlevents import yaml_fields  # noqa: PLC0415 - brings the YAML parser, which nearly no line needs

    return _mapping(yaml_fields(line))


def numbered(line: bytes) -> int:
    """Return the running number of the event in a line; 0 if it has none."""
    found = _NUMBER.search(line)
    return int(found[1]) if found else 0


_NUMBER = re.compile(rb'"n": ([0-9]{1,18})')


def _refuse_foreign(version: Any, kind: Any) -> None:  # noqa: ANN401 - whatever a line can hold
    """Raise Foreign for an event of the future; one of an older version is read as it is."""
    if type(version) is not int or version < 0 or not isinstance(kind, str):
        raise Unreadable("an event whose version or kind is none")
    if version > VERSION or kind not in KINDS:
        raise Foreign


def _mapping(value: Any) -> dict[str, Any]:  # noqa: ANN401 - checked here
    if not isinstance(value, dict):
        raise Unreadable("a line that is no event")
    return value


def _utc(t: datetime) -> datetime:
    if t.tzinfo is None:
        raise Unreadable("an event whose time `t` has no zone")
    return t.astimezone(UTC)


def _datum(value: Any) -> Datum:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, list):
        return tuple(part if isinstance(part, str) else json.dumps(part) for part in value)
    return "" if value is None else json.dumps(value)


def _escape(match: re.Match[str]) -> str:
    """Escape one character as YAML can read it, which knows no surrogate pairs."""
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        code = ord(REPLACEMENT)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def checked(data: Mapping[str, Datum]) -> dict[str, Datum]:
    """Return ``data`` for an event; a key that every event has is a mistake of the program."""
    if clash := set(data) & set(_HEAD):
        raise ValueError(f"an event's data cannot be named {sorted(clash)}")
    return dict(data)
