"""What the events of one quiz amount to."""

from collections.abc import Sequence

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import Event
from quizapp.history.past import QuizAnswer, QuizPast


def quiz_told_by(events: Sequence[Event], *, taken_back: bool) -> QuizPast | None:
    """Return the quiz that ordered events of one quiz amount to.

    ``taken_back`` says that it had a start, so that a quiz whose start no longer counts is gone.
    Without a start, as when another device's journal has come in part, it is told from its answers.
    """
    start = _first(events, kinds.QUIZ_START)
    if not events or (start is None and taken_back):
        return None
    end = _first(events, kinds.QUIZ_END)
    answers = tuple(_answer(event) for event in events if event.kind == kinds.QUIZ_ANSWER)
    told = start or events[0]
    right = sum(answer.right for answer in answers)
    return QuizPast(
        id=told.text("quiz"),
        t=told.t,
        day=told.day,
        decks=told.texts("decks"),
        mode=told.text("mode"),
        planned=max(told.number("questions"), 0),
        answers=answers,
        finished=end is not None,
        right=right if end is None else min(max(end.number("right"), 0), max(end.number("total"), 0)),
        total=len(answers) if end is None else max(end.number("total"), 0),
        places=told.texts("places"),
        began=start.order if start else None,
    )


def _first(events: Sequence[Event], kind: str) -> Event | None:
    return next((event for event in events if event.kind == kind), None)


def _answer(event: Event) -> QuizAnswer:
    return QuizAnswer(
        card=CardId(event.text("card")),
        question=event.text("question"),
        answer=event.text("answer"),
        choices=event.texts("choices"),
        given=event.text("given"),
        verdict=event.text("verdict"),
        ms=max(event.number("ms"), 0),
        t=event.t,
        event_id=event.id,
        claim=event.text("claim"),
        late=event.flag("late"),
        grade=event.number("grade"),
        other=CardId(event.text("other")),
    )
