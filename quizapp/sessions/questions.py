"""The questions of a quiz: which cards are asked, and how each of them is to be answered.

Which questions are drawn, how they are asked and in which order follows from a seed.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quizapp.cards.chance import by_hash
from quizapp.cards.identity import item_key
from quizapp.cards.marking import card_answered
from quizapp.cards.model import Card, Kind, Source
from quizapp.memory.ways import QuizKind, Way, may_be_typed

TRUE, FALSE = "True", "False"
"""What a claim can be called."""
ROUND = 5
"""The most pairs that are matched in one go."""
FEWEST_PAIRS = 3
"""With fewer than these the last pair goes without saying."""
MATCHED_FROM = 8
"""From so many questions on a mixed quiz ends with a round of pairs."""
_LONGEST_PAIR = 100
"""Characters of a question that stands in a list of pairs."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked in a quiz."""

    card: Card
    deck: str
    """The title of its deck."""
    deck_source: Source = field(default_factory=Source)
    place: str = ""
    """Where its deck stands; wrong options are drawn from candidates of the same place."""
    due: bool = False
    """It is due for a review today."""
    confused: tuple[str, ...] = ()
    """The answers that have been given for its own by mistake."""

    @property
    def source(self) -> Source:
        """Where the card comes from: its own source, or else its deck's."""
        return self.card.item.source or self.deck_source


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz."""

    card: Card
    deck: str
    choices: tuple[str, ...] = ()
    """The options as shown, the right one among them; empty when the answer is typed."""
    source: Source = field(default_factory=Source)
    peers: tuple[Card, ...] = field(default=(), repr=False)
    """The cards of the deck: what may be the answer of one of them is no slip of the pen."""
    place: str = ""
    """Where its deck stands."""
    claim: str = ""
    """The answer that is to be called true or false."""
    group: tuple[str, ...] = ()
    """The questions of the round it belongs to, this one among them; empty unless pairs are matched."""
    due: bool = False
    """The card is due for a review today."""

    @property
    def mode(self) -> QuizKind:
        """How it is answered; any but `QuizKind.MIXED`."""
        if self.claim:
            return QuizKind.TRUE_FALSE
        if self.group:
            return QuizKind.MATCHING
        return QuizKind.CHOICE if self.choices else QuizKind.TYPED

    @property
    def way(self) -> Way:
        """How it is answered, as far as memory is concerned: recognised or recalled."""
        return Way.CHOICE if self.choices else Way.TYPED

    @property
    def wanted(self) -> str:
        """The right option, or the right answer."""
        if self.claim:
            return TRUE if self.claim == self.card.answer else FALSE
        return self.card.answer


def draw(
    candidates: Iterable[Candidate],
    number: int,
    kind: QuizKind,
    seed: str,
    peers: Mapping[str, tuple[Card, ...]] | None = None,
) -> tuple[Question, ...]:
    """Draw up to ``number`` questions (all there are if it is 0), the same for the same seed.

    Cards of one item (gaps of a sentence, both directions) are drawn together only when there are not
    enough others, since one gives the other's answer away. Fewer come back when not enough cards can
    be asked in the way that is wanted. ``peers`` are the cards of each place from which wrong options
    are drawn; the candidates themselves, if they are not given.
    """
    lot = _Lot(tuple(candidates), seed, peers)
    number = min(number or len(lot.pool), len(lot.pool))
    if kind is QuizKind.MATCHING:
        return tuple(lot.pairs(lot.order, number))
    if kind is not QuizKind.MIXED:
        return tuple(islice(lot.asked(lot.order, (kind,)), number))
    return _mixed(lot, number)


def _mixed(lot: "_Lot", number: int) -> tuple[Question, ...]:
    matched = tuple(lot.pairs(lot.order[::-1], ROUND - 1)) if number >= MATCHED_FROM else ()
    taken = {question.card.id for question in matched}
    rest = [candidate for candidate in lot.order if candidate.card.id not in taken]
    others = lot.asked(rest, (QuizKind.CHOICE, QuizKind.TYPED, QuizKind.TRUE_FALSE))
    return (*islice(others, number - len(matched)), *matched)


class _Lot:
    """The cards that a quiz draws from, in an order that the seed decides."""

    def __init__(self, pool: tuple[Candidate, ...], seed: str, peers: Mapping[str, tuple[Card, ...]] | None) -> None:
        self.pool = pool
        self.seed = seed
        self.chance = random.Random(seed)
        self.order = _siblings_apart(self.chance.sample(pool, len(pool)))
        self.peers = peers or _by_place(pool)

    def asked(self, order: Iterable[Candidate], kinds: Sequence[QuizKind]) -> Iterator[Question]:
        """Yield a question for each card that can be asked in one of some kinds, drawn for each anew."""
        for candidate in order:
            wanted = self.chance.choice(kinds)
            typed = wanted is QuizKind.TYPED and (len(kinds) == 1 or may_be_typed(candidate.card))
            options = () if typed else self._options(candidate)
            if options and wanted is QuizKind.TRUE_FALSE:
                yield self._claim(candidate, options)
            elif options:
                yield self._question(candidate, options)
            elif QuizKind.TYPED in kinds:
                yield self._question(candidate)

    def pairs(self, order: Sequence[Candidate], number: int) -> Iterator[Question]:
        """Yield the questions of rounds of pairs, up to ``number`` of them; a round is of one deck."""
        used: set[str] = set()
        left = number
        for place in dict.fromkeys(candidate.place for candidate in order):
            fitting = [candidate for candidate in order if candidate.place == place and _may_be_paired(candidate.card)]
            while left:
                members = _apart(fitting, used, _round_size(left))
                if len(members) < FEWEST_PAIRS:
                    break
                yield from self._round(members)
                used |= {item_key(member.card.item) for member in members}
                left -= len(members)

    def _round(self, members: Sequence[Candidate]) -> Iterator[Question]:
        answers = tuple(by_hash((member.card.answer for member in members), f"{self.seed}\x1fpairs"))
        asked = tuple(member.card.question for member in members)
        return (self._question(member, answers, group=asked) for member in members)

    def _options(self, candidate: Candidate) -> tuple[str, ...]:
        from quizapp.cards.choices import choices  # noqa: PLC0415 - brings the gazetteer; typed answers need none

        return choices(candidate.card, self.peers[candidate.place], self.seed, candidate.confused)

    def _claim(self, candidate: Candidate, options: Sequence[str]) -> Question:
        wrong = self.chance.choice([option for option in options if option != candidate.card.answer])
        claim = self.chance.choice((candidate.card.answer, wrong))
        return self._question(candidate, (TRUE, FALSE), claim=claim)

    def _question(
        self, candidate: Candidate, options: tuple[str, ...] = (), claim: str = "", group: tuple[str, ...] = ()
    ) -> Question:
        return Question(
            candidate.card,
            candidate.deck,
            options,
            candidate.source,
            self.peers[candidate.place],
            candidate.place,
            claim,
            group,
            candidate.due,
        )


def _by_place(pool: Iterable[Candidate]) -> dict[str, tuple[Card, ...]]:
    cards: dict[str, list[Card]] = {}
    for candidate in pool:
        cards.setdefault(candidate.place, []).append(candidate.card)
    return {place: tuple(members) for place, members in cards.items()}


def _siblings_apart(shuffled: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the first of each item before the second of any."""
    seen: Counter[str] = Counter()

    def turn(candidate: Candidate) -> int:
        key = item_key(candidate.card.item)
        seen[key] += 1
        return seen[key]

    return sorted(shuffled, key=turn)


def _round_size(left: int) -> int:
    """Return how many pairs the next round has, so that enough are left for the one after it."""
    if left <= ROUND:
        return left
    return ROUND if left - ROUND >= FEWEST_PAIRS else left - FEWEST_PAIRS


def _may_be_paired(card: Card) -> bool:
    short = len(card.question) <= _LONGEST_PAIR and "\n" not in card.question
    return card.kind is not Kind.LIST and len(card.answers) == 1 and short and may_be_typed(card)


def _apart(order: Iterable[Candidate], used: set[str], number: int) -> list[Candidate]:
    """Return up to ``number`` cards not used yet, none of which could have the answer of another."""
    members: list[Candidate] = []
    keys = set(used)
    for candidate in order:
        key, card = item_key(candidate.card.item), candidate.card
        others = [member.card for member in members]
        taken = card_answered(card.answer, others) or any(card_answered(other.answer, (card,)) for other in others)
        if (
            len(members) < number
            and key not in keys
            and not taken
            and card.question not in (o.question for o in others)
        ):
            members.append(candidate)
            keys.add(key)
    return members
