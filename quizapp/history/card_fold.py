"""What the events of one card, or of cards that are linked, amount to."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import Event, Grade
from quizapp.history.past import CardPast, ReviewEvent


@dataclass(slots=True)
class _Open:
    """A card's past while it is being told."""

    reviews: list[tuple[Event, ReviewEvent]] = field(default_factory=list)
    suspended: bool = False
    buried_on: int | None = None
    flagged: bool = False
    question: str = ""
    answer: str = ""
    acts: list[Event] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Let one event happen to the card."""
        self.acts.append(event)
        self.question = event.text("question") or self.question
        self.answer = event.text("answer") or self.answer
        match event.kind:
            case kinds.REVIEW:
                self.reviews.append((event, _review(event)))
            case kinds.SUSPEND:
                self.suspended = True
            case kinds.UNSUSPEND:
                self.suspended = False
            case kinds.BURY:
                self.buried_on = event.day
            case kinds.FLAG:
                self.flagged = event.flag("on", True)
            case kinds.RESET:
                self.reviews.clear()

    def inherit(self, old: "_Open") -> None:
        """Take over the past of a card that this one was linked to."""
        self.reviews = sorted(old.reviews + self.reviews, key=lambda pair: pair[0].order)
        self.acts = sorted(old.acts + self.acts, key=lambda act: act.order)
        self.suspended |= old.suspended
        self.flagged |= old.flagged
        self.buried_on = max((day for day in (self.buried_on, old.buried_on) if day is not None), default=None)
        self.question = self.question or old.question
        self.answer = self.answer or old.answer

    def closed(self) -> CardPast:
        """Return the past as a value."""
        return CardPast(
            reviews=tuple(review for _, review in self.reviews),
            suspended=self.suspended,
            buried_on=self.buried_on,
            flagged=self.flagged,
            question=self.question,
            answer=self.answer,
            acts=tuple(self.acts),
        )


def cards_told_by(events: Iterable[Event]) -> tuple[dict[CardId, CardPast], dict[CardId, CardId]]:
    """Return the pasts that ordered events amount to, and the names that links have ended with their heirs.

    A link moves what has happened so far to the new name, and what is still reported of the old
    name by a device that has not heard of it. The first link away from a name wins; a link back to
    a name makes it live again, so that an edit can be reverted and made anew.
    """
    live: dict[CardId, _Open] = {}
    heirs: dict[CardId, CardId] = {}
    for event in events:
        if event.kind == kinds.LINK:
            _link(event, live, heirs)
        else:
            live.setdefault(_name_of(CardId(event.text("card")), heirs), _Open()).take(event)
    return {card: past.closed() for card, past in live.items()}, heirs


def gone_on(past: CardPast, review: Event) -> CardPast:
    """Return a past with one more answer after all that has happened to the card."""
    return replace(
        past,
        reviews=(*past.reviews, _review(review)),
        question=review.text("question") or past.question,
        answer=review.text("answer") or past.answer,
        acts=(*past.acts, review),
    )


def _link(event: Event, live: dict[CardId, _Open], heirs: dict[CardId, CardId]) -> None:
    old, new = CardId(event.text("old")), CardId(event.text("new"))
    if old == new or old in heirs:
        return
    heirs.pop(new, None)
    heirs[old] = new
    if old in live:
        past = live.setdefault(new, _Open())
        past.inherit(live.pop(old))
        past.question = event.text("question") or past.question
        past.answer = event.text("answer") or past.answer


def _name_of(card: CardId, heirs: dict[CardId, CardId]) -> CardId:
    while card in heirs:
        card = heirs[card]
    return card


def _review(event: Event) -> ReviewEvent:
    return ReviewEvent(
        grade=Grade(event.number("grade")),
        t=event.t,
        day=event.day,
        ms=max(event.number("ms"), 0),
        via=event.text("via"),
        event_id=event.id,
        other=CardId(event.text("other")),
    )
