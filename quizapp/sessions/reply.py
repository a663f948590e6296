"""What was given for a card, by choice or typed, and how it was marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.cards.marking import Outcome, Verdict, card_answered, mark
from quizapp.cards.model import Card


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and what became of it."""

    given: str
    """The option chosen or the text typed; empty when the user passed."""
    outcome: Outcome
    verdict: Verdict | None = None
    """How a typed answer compares with what was wanted; None when an option was chosen or nothing given."""
    other: Card | None = None
    """The card whose answer was given for this one's: a confusion worth knowing."""

    @property
    def right(self) -> bool:
        """The answer counts: right, or right but for a slip of the pen."""
        return self.outcome is not Outcome.WRONG


def chosen_reply(card: Card, given: str, right: bool, peers: Iterable[Card]) -> Reply:
    """Return the reply that an option is."""
    return _told(card, Reply(given, Outcome.RIGHT if right else Outcome.WRONG), peers)


def typed_reply(card: Card, given: str, peers: Iterable[Card]) -> Reply:
    """Return the reply that a typed text is.

    ``peers`` are the cards of the same deck: what may be the answer of one of them is no slip of the pen.
    """
    if not given.strip():
        return Reply("", Outcome.WRONG)
    peers = tuple(peers)
    answers = dict.fromkeys(peer.answer for peer in peers if peer.id != card.id)
    verdict = mark(card, given, others=answers)
    return _told(card, Reply(given, verdict.outcome, verdict), peers)


def _told(card: Card, reply: Reply, peers: Iterable[Card]) -> Reply:
    if reply.right or not reply.given.strip():
        return reply
    others = (peer for peer in peers if peer.item is not card.item and peer.question != card.question)
    return Reply(reply.given, reply.outcome, reply.verdict, card_answered(reply.given, others))
