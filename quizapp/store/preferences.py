"""Settings files: a documented dataclass and the YAML that a user may edit beside the program.

Saving changes the bytes of the values that differ and adds what is new; comments, order and keys
that this version does not know stay. A field names its `Form` in its metadata.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from quizapp.errors import Problem, QuizError
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import DISK, SIZE_LIMIT, Disk, read_bytes
from quizapp.store.forms import Form, Unfit, whole_number
from quizapp.store.loader import ListNode, Loaded, MapNode, Node, TextNode, end_of, load, start_of
from quizapp.store.source import Source, decoded

T = TypeVar("T")
VERSION_KEY = "version"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as a user sees it."""

    name: str
    """Its key in the file."""
    says: str
    """What it is for."""
    value: str
    """As the file has it."""
    default: str
    words: tuple[str, ...]
    """The values there are to choose from; empty where anything can be written."""


def described(value: Any) -> list[Setting]:  # noqa: ANN401 - any dataclass of forms
    """Return every setting of ``value``, in the order of its fields."""
    default = type(value)()
    return [
        Setting(
            each.name,
            form.says,
            form.write(getattr(value, each.name)),
            form.write(getattr(default, each.name)),
            form.words,
        )
        for each in _forms(type(value))
        for form in [each.metadata["form"]]
    ]


def with_text(value: T, name: str, written: str) -> T:
    """Return ``value`` with one setting as a user writes it: bare, or as it stands in the file. Raises QuizError."""
    form: Form = next(each for each in _forms(type(value)) if each.name == name).metadata["form"]
    loaded = load(decoded(f"{name}: {written}\n".encode("utf-8", "replace"), name))
    node = loaded.root.entries.get(name) if type(loaded.root) is MapNode and not loaded.problems else None
    try:
        read = form.read(_plain(node[1]) if node and not isinstance(node[1], TextNode) else written.strip())
    except Unfit as error:
        raise QuizError.of(f"`{name}` {error}", "correct it, or leave it as it was") from None
    return replace(value, **{name: read})  # type: ignore[type-var]


def load_preferences(path: Path, kind: type[T], version: int) -> tuple[T, tuple[Problem, ...]]:
    """Read a settings file; what is missing or cannot be used keeps its default, the latter with a problem.

    A file that does not exist is one that says nothing. Raises QuizError when the file is no YAML mapping.
    """
    if not path.exists() and not path.is_symlink():
        return kind(), ()
    return _values(_root(read_bytes(path, most=SIZE_LIMIT + 1), path), kind, version)


def save_preferences(path: Path, value: Any, version: int, heading: str, disk: Disk = DISK) -> None:  # noqa: ANN401 - any dataclass of forms
    """Make the file say ``value``, changing as little of it as can be. Raises QuizError."""
    kind = type(value)
    if path.exists():
        loaded = _root(read_bytes(path, most=SIZE_LIMIT + 1), path)
        written = _edited(loaded, value, _values(loaded, kind, version)[0])
    else:
        written = _documented(value, version, heading)
    if _values(_root(written.encode(), path), kind, version)[0] != value:
        raise QuizError.of("the settings cannot be saved in this layout", "write one setting a line", str(path))
    write_atomically(path, written.encode(), disk)


def _root(data: bytes, path: Path) -> Loaded:
    loaded = load(decoded(data, str(path)))
    if loaded.problems:
        raise QuizError(*loaded.problems)
    if loaded.root is not None and type(loaded.root) is not MapNode:
        raise QuizError.of("the settings must be lines of name: value", "see the README", str(path), 1, 1)
    return loaded


def _values(loaded: Loaded, kind: type[T], version: int) -> tuple[T, tuple[Problem, ...]]:
    entries = loaded.root.entries if type(loaded.root) is MapNode else {}
    problems = list(_version_problems(loaded.source, entries, version))
    values: dict[str, Any] = {}
    for each in _forms(kind):
        if each.name not in entries:
            continue
        node = entries[each.name][1]
        try:
            values[each.name] = each.metadata["form"].read(_plain(node))
        except Unfit as error:
            problems.append(_problem(loaded.source, node, f"`{each.name}` {error}", "until then the default holds"))
    known = {each.name for each in _forms(kind)} | {VERSION_KEY}
    for name, (key, _) in entries.items():
        if name not in known:
            problems.append(
                _problem(loaded.source, key, f"unknown setting `{name[:40]}`", "it is kept and has no effect")
            )
    return kind(**values), tuple(sorted(problems))


def _version_problems(source: Source, entries: dict[str, tuple[TextNode, Node]], version: int) -> Iterator[Problem]:
    if VERSION_KEY not in entries:
        return
    node = entries[VERSION_KEY][1]
    try:
        found = whole_number(_plain(node), 0, 10**6)
    except Unfit as error:
        yield _problem(source, node, f"`{VERSION_KEY}` {error}", f"write {VERSION_KEY}: {version}")
        return
    if found > version:
        yield _problem(source, node, f"these settings are of a newer version ({found})", "update quizapp")


def _edited(loaded: Loaded, value: Any, known: Any) -> str:  # noqa: ANN401 - two of one dataclass
    """Return the file's text with the values that differ replaced, and new ones added at its end."""
    text = loaded.source.text
    entries = loaded.root.entries if type(loaded.root) is MapNode else {}
    spans: list[tuple[int, int, str]] = []
    added = ""
    for each in _forms(type(value)):
        wanted = getattr(value, each.name)
        if wanted == getattr(known, each.name):
            continue
        entry = entries.get(each.name)
        new = each.metadata["form"].write(wanted)
        if entry:
            spans.append((end_of(entry[0]).index, _last(entry[1]), f": {new}"))
        else:
            added += f"{each.name}: {new}\n"
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text + ("\n" if added and text and not text.endswith("\n") else "") + added


def _documented(value: Any, version: int, heading: str) -> str:  # noqa: ANN401 - any dataclass of forms
    """Return a new file: every setting with its meaning, those at their default as comments."""
    default = type(value)()
    parts = [f"# {heading}\n{VERSION_KEY}: {version}\n"]
    for each in _forms(type(value)):
        form: Form = each.metadata["form"]
        now = getattr(value, each.name)
        sign = "# " if now == getattr(default, each.name) else ""
        parts.append(f"\n# {form.says}\n{sign}{each.name}: {form.write(now)}\n")
    return "".join(parts)


def _last(node: Node) -> int:
    """Return the offset after the last character of a node, without the comments that follow it."""
    if isinstance(node, TextNode) or node.flow or not node.children:
        return end_of(node).index
    return _last(node.children[-1])


def _forms(kind: Any) -> list[Field[Any]]:  # noqa: ANN401 - any dataclass of forms
    return [each for each in fields(kind) if "form" in each.metadata]


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever the file has
    if isinstance(node, TextNode):
        return node.value
    if type(node) is ListNode:
        return [_plain(child) for child in node.children]
    return {name: _plain(value) for name, (_, value) in node.entries.items()} if type(node) is MapNode else None


def _problem(source: Source, node: Node, message: str, remedy: str) -> Problem:
    mark = start_of(node)
    return source.problem(mark.line + 1, mark.column + 1, message, remedy)
