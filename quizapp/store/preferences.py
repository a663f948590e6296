"""Settings files: a documented dataclass and the YAML that a user may edit beside the program.

Saving changes the bytes of the values that differ and adds what is new; comments, order and keys
that this version does not know stay. A field names its `forms.Form` in its metadata.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from quizapp.errors import Problem, QuizError
from quizapp.store.atomic import write_atomically
from quizapp.store.disk import DISK, SIZE_LIMIT, Disk, read_bytes
from quizapp.store.forms import Form, PartlyUnfit, Unfit, form_of, forms_of, whole_number
from quizapp.store.loader import ListNode, Loaded, MapNode, Node, TextNode, load, start_of
from quizapp.store.settingsedit import Change, LayoutError, with_change, with_table
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
        for each in forms_of(type(value))
        for form in [each.metadata["form"]]
    ]


def with_text(value: T, name: str, written: str) -> T:
    """Return ``value`` with one setting as a user writes it: bare, or as it stands in the file. Raises QuizError."""
    form = form_of(type(value), name)
    loaded = load(decoded(f"{name}: {written}\n".encode("utf-8", "replace"), name))
    node = loaded.root.entries.get(name) if type(loaded.root) is MapNode and not loaded.problems else None
    try:
        read = form.read(_plain(node[1]) if node and not isinstance(node[1], TextNode) else written.strip())
    except PartlyUnfit as error:
        raise QuizError.of(error.reasons[0][1], "correct it, or leave it as it was") from None
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
    told: tuple[Problem, ...] = ()
    if path.exists():
        loaded = _root(read_bytes(path, most=SIZE_LIMIT + 1), path)
        known, told = _values(loaded, kind, version)
        written = _edited(loaded, value, known)
    else:
        written = _documented(value, version, heading)
    now, left = _values(_root(written.encode(), path), kind, version)
    # What has no effect here may have one for a newer version: it is lost no more than what has.
    lost = {each.message for each in told if "must be" not in each.message} - {each.message for each in left}
    if now != value or lost:
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
    for each in forms_of(kind):
        if each.name not in entries:
            continue
        node = entries[each.name][1]
        try:
            values[each.name] = each.metadata["form"].read(_plain(node))
        except PartlyUnfit as error:
            values[each.name] = error.value
            problems += (
                _problem(loaded.source, _at(node, keys), reason, "until then it has no effect")
                for keys, reason in error.reasons
            )
        except Unfit as error:
            problems.append(_problem(loaded.source, node, f"`{each.name}` {error}", "until then the default holds"))
    known = {each.name for each in forms_of(kind)} | {VERSION_KEY}
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
    for each in forms_of(type(value)):
        form, now, wanted = each.metadata["form"], getattr(known, each.name), getattr(value, each.name)
        if now == wanted:
            continue
        if form.inner:
            loaded = _with_settings_table(loaded, each.name, form.inner, now, wanted)
        else:
            loaded = _reloaded(loaded, with_change(loaded, Change((each.name,), form.write(wanted))))
    return loaded.source.text


def _with_settings_table(
    loaded: Loaded, name: str, kind: type, now: Mapping[str, Mapping[str, Any]], wanted: Mapping[str, Mapping[str, Any]]
) -> Loaded:
    """Return the file with a table of settings changed where it differs; if it is laid out otherwise, written anew."""
    before = loaded
    try:
        for place in (*now, *(each for each in wanted if each not in now)):
            old, new = now.get(place, {}), wanted.get(place, {})
            for key in (*old, *(each for each in new if each not in old)):
                if old.get(key) != new.get(key):
                    text = form_of(kind, key).write(new[key]) if key in new else None
                    loaded = _reloaded(loaded, with_change(loaded, Change((name, place, key), text)))
    except LayoutError:
        table = {
            place: {key: form_of(kind, key).write(own[key]) for key in own} for place, own in wanted.items() if own
        }
        return _reloaded(before, with_table(before, name, table))
    return loaded


def _reloaded(loaded: Loaded, text: str) -> Loaded:
    return load(Source(loaded.source.file, text))


def _documented(value: Any, version: int, heading: str) -> str:  # noqa: ANN401 - any dataclass of forms
    """Return a new file: every setting with its meaning, those at their default as comments."""
    default = type(value)()
    parts = [f"# {heading}\n{VERSION_KEY}: {version}\n"]
    for each in forms_of(type(value)):
        form: Form = each.metadata["form"]
        now = getattr(value, each.name)
        sign = "# " if now == getattr(default, each.name) else ""
        parts.append(f"\n# {form.says}\n{sign}{each.name}: {form.write(now)}\n")
    return "".join(parts)


def _at(node: Node, keys: tuple[str, ...]) -> Node:
    """Return the value that some keys lead to, or as near to it as a text is."""
    for key in keys:
        if type(node) is not MapNode or key not in node.entries:
            return node
        node = node.entries[key][1]
    return node


def _plain(node: Node) -> Any:  # noqa: ANN401 - whatever the file has
    if isinstance(node, TextNode):
        return node.value
    if type(node) is ListNode:
        return [_plain(child) for child in node.children]
    return {name: _plain(value) for name, (_, value) in node.entries.items()} if type(node) is MapNode else None


def _problem(source: Source, node: Node, message: str, remedy: str) -> Problem:
    mark = start_of(node)
    return source.problem(mark.line + 1, mark.column + 1, message, remedy)
