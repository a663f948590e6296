"""How answers were marked, in signs and words; colour only adds to them."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from quizapp.cards.marking import Difference, Outcome, Verdict
from quizapp.cards.model import Card
from quizapp.sessions.questions import Question
from quizapp.sessions.quiz import Marked
from quizapp.sessions.reply import Reply
from quizapp.tui import prose
from quizapp.tui.widgets.lines import NEARLY, RIGHT, WRONG

MARKS = {
    Outcome.RIGHT: (f"{RIGHT} Right", "bold $success"),
    Outcome.CLOSE: (f"{NEARLY} Nearly, and it counts", "bold $warning"),
    Outcome.WRONG: (f"{WRONG} Wrong", "bold $error"),
}
PARTS = {
    Outcome.RIGHT: (RIGHT, "$success"),
    Outcome.CLOSE: (NEARLY, "$warning"),
    Outcome.WRONG: (WRONG, "$error"),
}
HERE, LATER = "▸", "·"
_LIKE = 0.5
"""From this share of letters in common on, the difference is worth showing letter by letter."""


def mark(card: Card, reply: Reply) -> Content:
    """Return the mark and, for a typed answer, what it was held against."""
    return Content("\n").join(_mark(card, reply))


def contrast(reply: Reply) -> Content:
    """Return which card a wrong answer belongs to; empty if to none."""
    other = reply.other
    if other is None:
        return Content()
    return Content.assemble(
        ("≠ ", "bold $warning"),
        prose.phrase(other.answer, "bold", 80),
        (" answers: ", "$muted"),
        prose.phrase(other.question),
    )


def pairs(question: Question, given: Sequence[Marked], *, told: bool) -> Content:
    """Return a round of pairs: those found with what was given, the one to find now, those to come.

    ``told`` says that right and wrong are told at once.
    """
    return Content("\n").join(_pairs(question, given, told=told))


def _pairs(question: Question, given: Sequence[Marked], *, told: bool) -> Iterator[Content]:
    for place, asked in enumerate(question.group):
        if place < len(given):
            marked = given[place]
            sign, style = PARTS[marked.outcome] if told else (LATER, "$muted")
            line = Content.assemble(
                (f"{sign} ", style), prose.phrase(asked), "  ", prose.phrase(marked.given or "–", "bold")
            )
            if told and not marked.right:
                line += Content.assemble(("  right: ", "$muted"), prose.phrase(marked.question.wanted, "bold"))
            yield line
        elif asked == question.card.question:
            yield Content.assemble((f"{HERE} ", "bold $primary"), prose.phrase(asked, "bold"))
        else:
            yield Content.assemble((f"{LATER} ", "$muted"), prose.phrase(asked, "$muted"))


def _mark(card: Card, reply: Reply) -> Iterator[Content]:
    yield Content.styled(*MARKS[reply.outcome])
    verdict = reply.verdict
    if verdict is None:
        if not reply.given and reply.outcome is Outcome.WRONG:
            yield _wanted(prose.phrase(card.answer, "bold"))
        return
    if verdict.parts:
        yield from map(_part, verdict.parts)
    elif reply.outcome is Outcome.CLOSE or (reply.outcome is Outcome.WRONG and _is_like(verdict)):
        yield Content.assemble(("you typed  ", "$muted"), prose.typed(verdict))
        yield _wanted(prose.wanted(verdict))
    else:
        if reply.outcome is Outcome.WRONG:
            yield Content.assemble(("you typed  ", "$muted"), prose.line(reply.given))
        yield _wanted(prose.phrase(card.answer, "bold"))


def _wanted(answer: Content) -> Content:
    return Content.assemble(("answer     ", "$muted"), answer)


def _is_like(verdict: Verdict) -> bool:
    """Say whether a wrong answer has enough of the right one that its letters are worth comparing."""
    letters = sum(len(piece.text) for piece in verdict.difference)
    same = sum(len(piece.text) for piece in verdict.difference if piece.kind is Difference.SAME)
    return same >= _LIKE * letters


def _part(verdict: Verdict) -> Content:
    """Return one part of a list: wanted and typed, wanted and missed, or typed and not wanted."""
    sign, style = PARTS[verdict.outcome]
    told = Content.assemble((f"{sign} ", style), prose.phrase(verdict.matched, "bold"))
    if not verdict.matched:
        return Content.assemble((f"{sign} ", style), prose.line(verdict.typed), ("  not one of them", "$muted"))
    if verdict.outcome is Outcome.RIGHT:
        return told
    return told + Content.assemble(("  you typed ", "$muted"), prose.line(verdict.typed) or Content("nothing"))


def claim(question: Question) -> Content:
    """Return what is to be called true or false; empty for a question of another kind."""
    if not question.claim:
        return Content()
    return Content.assemble(
        ("→ ", "$muted"), prose.phrase(question.claim, "bold $primary"), ("   true or false?", "$muted")
    )
