"""Foreign text made ready for the screen: inert, of bearable length, never read as markup.

Everything a deck, a file name or the user's typing brings passes through `shown` or `line` before a
widget sees it; what they return is `Content`, which Textual takes as it stands.
"""

from collections.abc import Iterable
from pathlib import Path

from textual.content import Content

from quizapp import text as texts
from quizapp.cards.marking import Difference, Verdict
from quizapp.cards.model import Card, Source
from quizapp.errors import Problem
from quizapp.sessions.evidence import Span, answer_spans, filled_spans
from quizapp.text import clip
from quizapp.tui.markdown import MARKED, rendered


def shown(text: str, style: str = "") -> Content:
    """Return a text of a deck as it may be put on the screen."""
    return Content.styled(texts.shown(text), style)


def line(text: str, style: str = "", limit: int = 500) -> Content:
    """Return a text of a deck on a single line."""
    return Content.styled(texts.shown_line(text, limit), style)


def written(text: str, style: str = "") -> Content:
    """Return a text of a card with its Markdown shown."""
    return rendered(texts.shown(text), style=style)


def phrase(text: str, style: str = "", limit: int = 500) -> Content:
    """Return a text of a card on a single line, with the markup inside it shown."""
    return rendered(texts.shown_line(text, limit), style=style)


def highlighted(text: str, spans: Iterable[Span], style: str = MARKED) -> Content:
    """Return a text with some stretches of it marked; ``spans`` count the characters of ``text``."""
    content = shown(_with_newlines(text))
    for start, end in spans:
        content = content.stylize(style, start, end)
    return content


def asked(card: Card, *, revealed: bool) -> Content:
    """Return the question; a cloze shows its sentence with the gap filled in once it is revealed."""
    if revealed and card.filled:
        return rendered(texts.shown(card.filled), filled_spans(card))
    return written(card.question)


def evidence(card: Card, text: str) -> Content:
    """Return a quote or note of a card with its answer marked in it."""
    text = _with_newlines(text)
    return highlighted(text, answer_spans(card, clip(text)))


def problem(told: Problem, home: Path, style: str = "") -> Content:
    """Return a problem on a single line, its file as it is called in the home."""
    path = Path(told.file)
    return line(str(told.at(str(path.relative_to(home)))) if path.is_relative_to(home) else str(told), style, 200)


def attribution(source: Source) -> Content:
    """Return where a text comes from, on one line; empty if nothing is known."""
    parts = [source.author, source.title, source.date]
    return line(" · ".join(part for part in parts if part) or source.url)


def typed(verdict: Verdict) -> Content:
    """Return what was typed, with the letters that do not belong there struck out."""
    return _pieces(verdict, Difference.EXTRA, "strike $error")


def wanted(verdict: Verdict) -> Content:
    """Return what was wanted, with the letters that were not typed underlined."""
    return _pieces(verdict, Difference.MISSING, "underline $success").stylize_before("bold")


def _pieces(verdict: Verdict, kind: Difference, style: str) -> Content:
    pieces = (piece for piece in verdict.difference if piece.kind in (Difference.SAME, kind))
    return Content("").join(shown(piece.text, style if piece.kind is kind else "") for piece in pieces)


def _with_newlines(text: str) -> str:
    """Return the text with every line break a newline, so that offsets into it hold once it is inert."""
    return text.replace("\r\n", "\n")
