"""From nodes to the items of a deck; what cannot be read is a problem and its item is left out."""

from collections.abc import Mapping
from typing import Any

from quizapp.cards import cloze
from quizapp.cards.model import Item
from quizapp.cards.model import Source as Origin
from quizapp.errors import Problem
from quizapp.store.loader import ListNode, MapNode, Node, TextNode, start_of
from quizapp.store.schema import CARD_SHAPES, FALSE_WORDS, LONG_FORM, SOURCE_SHAPES, TRUE_WORDS, Shape
from quizapp.store.source import Source

_QUOTE_IT = 'put the text in double quotes: "…"'
_EXTRA = {"ordered": "answers", "reverse": "answer"}


class Reader:
    """Turns the nodes of one file into values, gathering problems as it goes."""

    def __init__(self, source: Source) -> None:
        """Read nodes of ``source``."""
        self.source = source
        self.problems = list[Problem]()

    def item(self, node: Node) -> Item | None:
        """Return the item that one entry under ``cards:`` is, or None after noting why it is none."""
        if type(node) is not MapNode:
            self._no_mapping(node)
            return None
        before = len(self.problems)
        values = self._card_values(node)
        # A key that is misspelt may be the very one that is missing, so that only one of both is told.
        whole = all(name in CARD_SHAPES for name in node.entries)
        self._check_card(node, values, whole)
        if len(self.problems) > before:
            return None
        start = start_of(node)
        return Item(**values, line=start.line + 1, column=start.column + 1)

    def values(self, node: MapNode, shapes: Mapping[str, Shape]) -> dict[str, Any]:
        """Return the values of a mapping whose keys have the given shapes; other keys are problems."""
        values: dict[str, Any] = {}
        for name, (key, value) in node.entries.items():
            shape = shapes.get(name)
            if shape is Shape.TEXT and type(value) is TextNode:
                values[name] = value.value if value.style not in _BLOCK_STYLES else value.value.rstrip("\n")
            elif shape is None:
                self._unknown(key, shapes)
            elif shape is not Shape.CARDS:
                values[name] = self._shaped(name, value, shape)
        return values

    def text(self, name: str, node: Node) -> str:
        """Return the text that ``node`` is; anything else is a problem."""
        if isinstance(node, TextNode):
            return str(node.value.rstrip("\n") if node.style in _BLOCK_STYLES else node.value)
        self._no_text(name, node)
        return ""

    def texts(self, name: str, node: Node) -> tuple[str, ...]:
        """Return the texts that ``node`` lists; one text is a list of one."""
        if isinstance(node, TextNode):
            return (self.text(name, node),) if node.value else ()
        if type(node) is MapNode:
            self.note(node, f"`{name}` must be a list", f"write {name}: [one, another]")
            return ()
        texts = tuple(self.text(name, child) for child in node.children)
        for child, text in zip(node.children, texts, strict=True):
            if isinstance(child, TextNode) and not text.strip():
                self.note(child, f"an empty text in `{name}`", "write the text or remove the entry")
        return tuple(text for text in texts if text.strip())

    def note(self, node: Node, message: str, remedy: str) -> None:
        """Add a problem where ``node`` starts."""
        mark = start_of(node)
        self.problems.append(self.source.problem(mark.line + 1, mark.column + 1, message, remedy))

    def _card_values(self, node: MapNode) -> dict[str, Any]:
        strangers = [name for name in node.entries if name not in CARD_SHAPES]
        if len(strangers) == 1 and _LONG_FORM.isdisjoint(node.entries):
            self._write_out(node, strangers[0])
        return self.values(node, CARD_SHAPES)

    def _write_out(self, node: MapNode, question: str) -> None:
        """Turn the short form, ``question: answer``, into the long one."""
        key, answer = node.entries.pop(question)
        node.entries = {"question": (key, key), "answer": (key, answer), **node.entries}

    def _check_card(self, node: MapNode, values: dict[str, Any], whole: bool) -> None:
        if "cloze" in values:
            self._check_cloze(node, values)
            return
        if "question" in values:
            self._check_empty(node, "question")
        elif whole:
            self.note(node, "a card without a question", "give it a question: and an answer:, or a cloze:")
            return
        if "answer" in values and "answers" in values:
            self.note(node, "a card with both answer and answers", "keep one of them")
        elif "answers" in values:
            self._check_answers(node)
        elif "answer" in values:
            self._check_empty(node, "answer")
        elif whole:
            self.note(node, "a card without an answer", "give it an answer:")

    def _check_cloze(self, node: MapNode, values: dict[str, Any]) -> None:
        others = [name for name in ("question", "answer", "answers") if name in values]
        if others:
            self.note(node, f"a card with both cloze and {others[0]}", "make them two cards")
        value = _value(node, "cloze")
        self._check_empty(node, "cloze")
        if isinstance(value, TextNode) and value.value.strip() and not cloze.gaps(values["cloze"]):
            self.note(value, "a cloze without a gap", "mark what is left out: {{so}}")

    def _check_answers(self, node: MapNode) -> None:
        value = _value(node, "answers")
        if (type(value) is ListNode and not value.children) or (isinstance(value, TextNode) and not value.value):
            self.note(value, "`answers` is empty", "list the answers, or use answer:")

    def _check_empty(self, node: MapNode, name: str) -> None:
        value = _value(node, name)
        if isinstance(value, TextNode) and not value.value.strip():
            self._empty(node, name)

    def _empty(self, node: MapNode, name: str) -> None:
        value = _value(node, name)
        mark = start_of(value)
        cut = "#" in self.source.line(mark.line + 1)[mark.column :]
        remedy = "the # starts a comment; put the text in double quotes" if cut else "write it, or remove the card"
        self.note(value, f"the {name} is empty", remedy)

    def _shaped(self, name: str, node: Node, shape: Shape) -> Any:  # noqa: ANN401 - the shape says what it is
        match shape:
            case Shape.TEXTS:
                return self.texts(name, node)
            case Shape.FLAG:
                return self._flag(name, node)
            case Shape.SOURCE:
                return self._origin(name, node)
            case _:
                return self.text(name, node)

    def _flag(self, name: str, node: Node) -> bool:
        word = node.value.lower() if isinstance(node, TextNode) else ""
        if word not in TRUE_WORDS | FALSE_WORDS:
            self.note(node, f"`{name}` must be true or false", f"write {name}: true, or leave it out")
        return word in TRUE_WORDS

    def _origin(self, name: str, node: Node) -> Origin | None:
        if type(node) is MapNode:
            return Origin(**self.values(node, SOURCE_SHAPES))
        if isinstance(node, TextNode) and not node.value:
            return None
        self.note(node, f"`{name}` must be a mapping", f"write {name}: {{title: …, url: …, author: …, date: …}}")
        return None

    def _no_text(self, name: str, node: ListNode | MapNode) -> None:
        what = "list" if type(node) is ListNode else "mapping"
        if node.flow:
            sign = "[" if type(node) is ListNode else "{"
            self.note(node, f"`{name}` begins with `{sign}` and is read as a {what}, not as text", _QUOTE_IT)
        else:
            remedy = "write answers: for several" if name == "answer" else _QUOTE_IT
            self.note(node, f"`{name}` must be one text, not a {what}", remedy)

    def _no_mapping(self, node: Node) -> None:
        if type(node) is ListNode:
            self.note(node, "a card must be a mapping, not a list", "write it as question: answer")
        elif isinstance(node, TextNode) and "{{" in node.value:
            self.note(node, "a card must be a mapping, not a text", 'write cloze: "…" before the sentence')
        elif isinstance(node, TextNode) and not node.value:
            self.note(node, "an empty card", "write it as question: answer, or remove the dash")
        elif isinstance(node, TextNode) and ":" in node.value:
            self.note(node, "a card must be a mapping, not a text", "put a space after the colon: question: answer")
        else:
            self.note(node, "a card must be a mapping, not a text", "write it as question: answer")

    def _unknown(self, key: TextNode, shapes: Mapping[str, Shape]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - needed only for a message, and slow to import

        close = get_close_matches(key.value, shapes, n=1)
        remedy = f"did you mean `{close[0]}`?" if close else f"the keys are {', '.join(shapes)}"
        self.note(key, f"unknown key `{key.value[:40]}`", remedy)


_LONG_FORM = frozenset(LONG_FORM)
_BLOCK_STYLES = frozenset({"|", ">"})


def _value(node: MapNode, name: str) -> Node:
    return node.entries[name][1]
