"""From YAML to nodes in which every scalar is text.

The events of libyaml are walked with one explicit stack; no constructor ever runs, so nothing in a
file can name a type, a number or a date. Anchors, aliases, tags, merge keys, duplicate keys and
keys that are not text are problems. A scalar is the parser's own event: ``value`` is its text,
``style`` how it was written (empty or None when plain) and its marks say where.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from quizapp.errors import Problem, QuizError
from quizapp.store.source import PROBLEM_LIMIT, Source, merge_problems, without_forbidden
from quizapp.store.syntax import YAML_ERRORS, explained

DEPTH_LIMIT = 8
"""The deepest nesting; a deck needs four."""

NODE_LIMIT = 500_000
"""The most texts, lists and mappings in one file."""

PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)
"""libyaml's parser, or the one in Python where libyaml is missing: the same events, slower."""

TextNode = ScalarEvent
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_QUOTE_IT = 'put the text in double quotes: "…"'


class ListNode:
    """A YAML sequence."""

    __slots__ = ("children", "end", "flow", "start")

    def __init__(self, opening: SequenceStartEvent) -> None:
        """Start a list where ``opening`` is."""
        self.start = opening.start_mark
        self.end = opening.end_mark
        self.flow = bool(opening.flow_style)
        self.children: list[Node] = []


class MapNode:
    """A YAML mapping: ``entries`` has, for each key's text, the key and its value."""

    __slots__ = ("children", "end", "entries", "flow", "start")

    def __init__(self, opening: MappingStartEvent) -> None:
        """Start a mapping where ``opening`` is."""
        self.start = opening.start_mark
        self.end = opening.end_mark
        self.flow = bool(opening.flow_style)
        self.children: list[Node] = []
        self.entries: dict[str, tuple[TextNode, Node]] = {}


Node = TextNode | ListNode | MapNode


class Mark(Protocol):
    """A place in a text, each number counted from 0."""

    line: int
    column: int
    index: int


def start_of(node: Node) -> Mark:
    """Return where a node starts."""
    return cast("Mark", node.start_mark if isinstance(node, TextNode) else node.start)


def end_of(node: Node) -> Mark:
    """Return where a node ends: just after its last character, or where what follows it starts."""
    return cast("Mark", node.end_mark if isinstance(node, TextNode) else node.end)


class SyntaxFault(QuizError):  # noqa: N818 - a fault of the text, caught where single cards can still be saved
    """The text is no YAML; first of its problems is where the parser gave up, then what else was seen."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A YAML file as nodes; ``problems`` spoil the parts of it that they stand in."""

    source: Source
    root: Node | None
    """None when the file holds nothing but comments."""
    problems: tuple[Problem, ...]


def load(source: Source, node_limit: int = NODE_LIMIT) -> Loaded:
    """Return the nodes of a YAML text.

    Raises SyntaxFault where it is no YAML, and QuizError where it is beyond the limits, holds a
    merge conflict or more than one document, or has too many problems to be of use.
    """
    if conflicts := merge_problems(source):
        raise QuizError(*conflicts)
    source, problems = without_forbidden(source)
    root = _Walk(source, problems, node_limit).root()
    return Loaded(source, root, tuple(problems))


class _Walk:
    """One walk over the events of one text."""

    def __init__(self, source: Source, problems: list[Problem], node_limit: int) -> None:
        self.source = source
        self.problems = problems
        self.node_limit = node_limit
        self.escapes = "\\" in source.text
        self.nodes = 0

    def root(self) -> Node | None:
        """Return the root node; walks every event."""
        try:
            parser = PARSER(self.source.text)
            try:
                return self._walk(parser.get_event)
            finally:
                parser.dispose()
        except YAML_ERRORS as error:
            raise SyntaxFault(explained(error, self.source), *self.problems[:PROBLEM_LIMIT]) from None

    def _walk(self, next_event: Callable[[], Any]) -> Node | None:  # noqa: C901 - one loop over seven kinds of event; calls in it cost a third of the time
        top: list[Node] = []
        children = top
        stack: list[ListNode | MapNode] = []
        documents = 0
        # A node has at most two events, so that the loop's own count bounds what a hostile file costs.
        for _ in range(2 * self.node_limit + 6):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                if event.tag is not None or event.anchor is not None or (self.escapes and event.style == '"'):
                    self._check_scalar(event)
                children.append(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = stack.pop()
                self._finish(node, event)
                children = stack[-1].children if stack else top
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = MapNode(event) if kind is MappingStartEvent else ListNode(event)
                self._check_properties(event)
                children.append(node)
                stack.append(node)
                children = node.children
                if len(stack) > DEPTH_LIMIT:
                    self._refuse(event.start_mark, f"nested deeper than {DEPTH_LIMIT} levels", _QUOTE_IT)
            elif kind is AliasEvent:
                children.append(self._alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event.start_mark, "a second document starts here", "make it a file of its own")
            elif kind is StreamEndEvent:
                self._count(len(top))
                return top[0] if top else None
        self._too_many()
        return None

    def _finish(self, node: ListNode | MapNode, event: Any) -> None:  # noqa: ANN401 - the stubs know no end events' marks
        node.end = event.end_mark
        children = node.children
        self._count(len(children))
        if type(node) is MapNode:
            keys = children[::2]
            try:
                pairs = zip(keys, children[1::2], strict=True)
                node.entries = {key.value: (key, value) for key, value in pairs}  # type: ignore[union-attr,misc]
                whole = len(node.entries) == len(keys) and "<<" not in node.entries
            except AttributeError:
                whole = False
            if not whole:
                node.entries = self._sound_entries(node)

    def _sound_entries(self, node: MapNode) -> dict[str, tuple[TextNode, Node]]:
        entries: dict[str, tuple[TextNode, Node]] = {}
        for key, value in zip(node.children[::2], node.children[1::2], strict=True):
            if not isinstance(key, ScalarEvent):
                self._note(start_of(key), "a key must be one text", _QUOTE_IT)
            elif key.value == "<<" and not key.style:
                self._note(start_of(key), "the merge key `<<` is not read", "write the keys out")
            elif key.value in entries:
                first = start_of(entries[key.value][0]).line + 1
                self._note(
                    start_of(key), f"`{key.value[:40]}` is here twice, first in line {first}", "remove one of them"
                )
            else:
                entries[key.value] = (key, value)
        return entries

    def _check_scalar(self, event: ScalarEvent) -> None:
        self._check_properties(event)
        if found := _CONTROL.search(event.value):
            self._note(start_of(event), f"the text holds a control character (U+{ord(found[0]):04X})", "delete it")

    def _check_properties(self, event: Any) -> None:  # noqa: ANN401 - scalars and starts of collections, alike here
        if event.anchor is not None:
            self._note(event.start_mark, f"`&{event.anchor}` is read as an anchor, not as text", _QUOTE_IT)
        if event.tag is not None:
            self._note(event.start_mark, f"`{event.tag}` is read as a tag, not as text", _QUOTE_IT)

    def _alias(self, event: AliasEvent) -> TextNode:
        self._note(cast("Mark", event.start_mark), f"`*{event.anchor}` is read as an alias, not as text", _QUOTE_IT)
        return ScalarEvent(None, None, (True, False), f"*{event.anchor}", event.start_mark, event.end_mark)

    def _count(self, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > self.node_limit:
            self._too_many()

    def _too_many(self) -> None:
        message = f"more than {self.node_limit:,} texts, lists and mappings"
        raise QuizError.of(message, "split the file", self.source.file, 1, 1)

    def _note(self, mark: Mark, message: str, remedy: str) -> None:
        self.problems.append(self.source.problem(mark.line + 1, mark.column + 1, message, remedy))
        if len(self.problems) > PROBLEM_LIMIT:
            line, column = mark.line + 1, mark.column + 1
            last = self.source.problem(line, column, "and there are more problems from here on", "mend these first")
            raise QuizError(*sorted(self.problems)[:PROBLEM_LIMIT], last)

    def _refuse(self, mark: Mark, message: str, remedy: str) -> None:
        self._note(mark, message, remedy)
        raise QuizError.joined(self.problems)
