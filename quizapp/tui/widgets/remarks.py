"""What there is to remark below an answer: whose answer it was, what the card was taken for, that it never sticks."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.sessions.study import StudySession
from quizapp.tui import prose
from quizapp.tui.widgets.lines import counted
from quizapp.tui.widgets.verdicts import contrast

_CONFUSED_SHOWN = 2


def remarks(session: StudySession, *, right: str, edit: str) -> Content:
    """Return the remarks on the card whose answer is shown; empty for most cards.

    ``right`` is the key that says one was right, ``edit`` the one that edits the card.
    """
    return Content("\n").join(_remarks(session, right, edit))


def _remarks(session: StudySession, right: str, edit: str) -> Iterator[Content]:
    task, reply = session.current, session.reply
    if task is None:
        return
    other = reply.other if reply else None
    if reply and other:
        yield contrast(reply)
    for card in task.confused[:_CONFUSED_SHOWN]:
        if other is None or card.id != other.id:
            told = Content.assemble(
                prose.phrase(card.answer, "bold", 80), (" answers: ", "$muted"), prose.phrase(card.question)
            )
            yield Content.assemble(("≠ mixed up before: ", "$muted"), told)
    if session.may_be_right:
        yield Content.assemble((right, "bold $primary"), ("  I was right: accept this answer from now on", "$muted"))
    if session.leech:
        times = counted(task.lapses, "time")
        yield Content.assemble(
            ("! ", "bold $warning"),
            f"Forgotten {times}: it wants other words.  ",
            (edit, "bold $primary"),
            "  edits it",
        )
