"""The marks inside a paragraph of Markdown: emphasis, links, code, entities; the words stay."""

import re

from quizapp.reading.entities import without_references

_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\[\]]{0,200}\])?")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_LINK = re.compile(
    r"\[(?P<text>[^\[\]]{0,2000})\]"
    r"(?:\(\s{0,9}(?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s{0,9}\)|\[[^\[\]]{0,200}\])"
)
_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,2000}>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,1000})?/?>")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,1000})\1(?!`)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RUN = re.compile(r"\*+|_+|~~")

_HELD = 0xF0000
"""An escaped character waits in a private plane, out of reach of the marks, until all are gone."""
_WAITING = re.compile("[\U000f0000-\U000f007f]")


def inline_text(text: str) -> str:
    """Return ``text`` without marks of Markdown, on one line, white space folded."""
    text = _WAITING.sub("", text)
    text = _CODE.sub(lambda match: _held(match[2]), text)
    text = _ESCAPE.sub(lambda match: chr(_HELD + ord(match[1])), text)
    text = _FOOTNOTE.sub("", _PICTURE.sub("", text))
    text = _LINK.sub(lambda match: match["text"], text)
    text = _without_emphasis(_TAG.sub("", _ADDRESS.sub("", text)))
    text = without_references(text.rstrip("\\"))
    return " ".join(_WAITING.sub(lambda match: chr(ord(match[0]) - _HELD), text).split())


def _held(code: str) -> str:
    return "".join(chr(_HELD + ord(character)) if character in "*_[]<>&\\~!`" else character for character in code)


def _without_emphasis(text: str) -> str:
    """Drop the marks of emphasis that pair up; a lone ``*`` or an underscore in a name stays."""
    runs = list(_RUN.finditer(text))
    dropped = [0] * len(runs)
    opened: dict[str, list[int]] = {"*": [], "_": [], "~": []}
    for number, run in enumerate(runs):
        mark = run[0][0]
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        opens, closes = _sides(mark, before, after)
        waiting = opened[mark]
        left = len(run[0])
        while closes and waiting and left:
            partner = waiting[-1]
            pairs = min(left, len(runs[partner][0]) - dropped[partner])
            dropped[partner] += pairs
            dropped[number] += pairs
            left -= pairs
            if dropped[partner] == len(runs[partner][0]):
                waiting.pop()
        if opens and left:
            waiting.append(number)
    parts: list[str] = []
    position = 0
    for run, count in zip(runs, dropped, strict=True):
        parts += [text[position : run.start()], run[0][count:]]
        position = run.end()
    return "".join([*parts, text[position:]])


def _sides(mark: str, before: str, after: str) -> tuple[bool, bool]:
    opens, closes = bool(after.strip()), bool(before.strip())
    if mark == "_":
        return opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes
