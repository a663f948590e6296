"""Wrong choices for multiple choice, and the options as they are shown.

Wrong choices come first from the same deck or article, then from the gazetteer. Each is of the right
answer's kind and looks like it; none is true, another name of it, or already in the question; the
right one is not the only longest. Where fewer than three can be had there are none: such a card is
for recall. Everything is decided by the texts and the seed: no clock, no random state.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from quizapp.cards import forms, gazetteer
from quizapp.cards.chance import by_hash
from quizapp.cards.dates import near_dates
from quizapp.cards.likeness import Named, asks_for_one, is_like, like_names, may_be_member, named
from quizapp.cards.model import Card, Kind
from quizapp.cards.quantities import near, quantity

WRONG = 3
"""How many wrong choices a question has."""

_LONGEST = 160
"""A longer text is no option to choose at a glance."""
_CLOSEST, _CLOSE = 6, 100
"""How many of the gazetteer's names are drawn from first, and at all."""
_STANDS_FOR = re.compile(r"\b([A-Z]{2,}) (?:stand|short) for\b")
_TWO_SIDED = frozenset({"yes", "no", "true", "false"})
_OTHER_KINDS = frozenset(
    {
        *(gazetteer.COUNTRY, gazetteer.NATIONALITY, gazetteer.PEOPLE, gazetteer.CITY, gazetteer.STATE),
        *(gazetteer.NUMBER, gazetteer.ORDINAL, "month", "weekday", "continent", "region"),
    }
)


def choices(card: Card, pool: Iterable[Card], seed: str = "", first: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the options of a card, the right one among three wrong ones, or nothing if it is for recall only.

    The card's own wrong choices come first and are taken as their owner wrote them; answers of like
    cards of ``pool`` and the gazetteer fill up. Before all of them come the answers in ``first``: what
    has been given for this card by mistake. The order depends on the texts and ``seed`` alone.
    """
    if card.kind is Kind.LIST or len(card.answers) != 1 or not card.answer.strip():
        return ()
    others = [other for other in pool if other.item is not card.item and other.id != card.id]
    true = (*card.accept, *_also_true(card, others))
    known = {gazetteer.key(text).casefold() for text in (card.answer, *true)}
    own = [text for text in dict.fromkeys(card.wrong) if gazetteer.key(text).casefold() not in known]
    draw = f"{seed}\x1f{card.id}"
    mistaken = [text for text in dict.fromkeys(first) if gazetteer.key(text).casefold() not in known]
    start = list(dict.fromkeys((*mistaken, *by_hash(own, draw))))[:WRONG]
    wrong = start if len(start) == WRONG else _filled(card, others, true, start, draw)
    # Another seed than that of the draw: the drawn ones hash low, and the right one would stand last.
    return tuple(by_hash((card.answer, *wrong), f"{draw}\x1fshown")) if wrong else ()


def distractors(  # noqa: PLR0913 - two texts and, by name, what is known about them
    answer: str,
    question: str,
    *,
    candidates: Iterable[str],
    true: Iterable[str] = (),
    year_limit: int | None = None,
    seed: str,
) -> tuple[str, ...]:
    """Return three wrong choices for ``answer``, or nothing if three cannot be had.

    Args:
        answer: the right answer, as it will be shown.
        question: what is asked.
        candidates: other names and phrases of the same article or deck.
        true: what would be right as well, besides other names of the answer.
        year_limit: the last year that may be named, such as that of the article; see `cards.dates`.
        seed: decides the draw, together with the texts.
    """
    if not _can_be_drawn(answer, question):
        return ()
    screen = _Screen(answer, question, true)
    draw = f"{seed}\x1f{answer}\x1f{question}"
    return tuple(_selected(answer, _ranked(screen, [list(candidates)], year_limit, draw), []))


class _Screen:
    """What a wrong choice for one answer must be like."""

    def __init__(self, answer: str, question: str, true: Iterable[str]) -> None:
        self.answer = answer
        self.question = question
        self.true = tuple(text for text in true if text.strip())
        self.asked = forms.asked(question)
        self.named: Named | None = named(answer, question)

    def passes(self, text: str) -> bool:
        """Say whether a name or phrase of the deck, the article or the gazetteer may stand as wrong."""
        return (
            self.may_be_wrong(text)
            and gazetteer.key(text).casefold() not in self._same
            and not any(forms.too_alike(text, right) for right in (self.answer, *self.true))
            and self._is_of_the_kind(text)
            and self._looks_alike(text)
            and may_be_member(text, self.question)
            and self._has_the_letters(text)
        )

    def _has_the_letters(self, text: str) -> bool:
        """Say whether ``text`` begins with the letters that are asked for, if some are: else it is seen through."""
        letters = _STANDS_FOR.search(self.question)
        initials = "".join(word[0] for word in text.split() if word[0].isupper())
        return letters is None or initials == letters[1]

    def may_be_wrong(self, text: str) -> bool:
        """Say whether ``text``, number or name, has the right length, is not true and not in the question."""
        short, long = sorted((len(text.strip()), len(self.answer.strip())))
        return (
            0 < long <= 2 * short
            and long <= _LONGEST
            and "\n" not in text
            and _meaning(text) not in self._meanings
            and not self._is_asked(text)
        )

    @cached_property
    def _meanings(self) -> frozenset[object]:
        return frozenset(_meaning(text) for text in (self.answer, *self.true))

    @cached_property
    def _same(self) -> frozenset[str]:
        """Every other name of the answer and of what is true too, with demonyms and capitals."""
        texts = (self.answer, *([self.named.name] if self.named else []), *self.true)
        return frozenset(
            gazetteer.key(word).casefold() for text in texts for word in (text, *gazetteer.relatives(text))
        )

    @cached_property
    def _question_words(self) -> frozenset[str]:
        return forms.content(self.question)

    def _is_asked(self, text: str) -> bool:
        """Say whether ``text``, or another word for the same country, stands in the question already."""
        telling = forms.content(text) - forms.content(self.answer)
        if text[:1].isupper() or len(telling) == 1:
            found = not telling.isdisjoint(self._question_words)
        else:
            found = bool(telling) and telling <= self._question_words
        return found or any(forms.content(word) <= self._question_words for word in gazetteer.relatives(text))

    def _is_of_the_kind(self, text: str) -> bool:
        if self.named:
            return is_like(self.named, text)
        kinds = gazetteer.kinds_of(text)
        if self._wants_person:
            return not kinds and forms.looks_like_person(text) and (" " in text) == (" " in self.answer)
        return self.asked.sort == forms.PLACE or _OTHER_KINDS.isdisjoint(kinds)

    @cached_property
    def _wants_person(self) -> bool:
        full_name = " " in self.answer and not self.asked.word
        return (self.asked.sort == forms.PERSON or full_name) and forms.looks_like_person(self.answer)

    def _looks_alike(self, text: str) -> bool:
        mine, other = forms.form(self.answer), forms.form(text)
        # The gazetteer knows which of its names take "the": among them the article tells nothing.
        return mine == other if not self.named else (mine.capital, mine.quoted) == (other.capital, other.quoted)


def _ranked(screen: _Screen, tiers: list[list[str]], year_limit: int | None, draw: str) -> Iterator[str]:
    """Yield wrong choices that pass, the best first: numbers and dates near by, or the tiers and the gazetteer."""
    given = [text for tier in tiers for text in tier]
    made = _made(screen, given, year_limit, draw)
    if made is not None:
        yield from filter(screen.may_be_wrong, made)
        return
    for tier in tiers:
        yield from filter(screen.passes, by_hash(dict.fromkeys(tier), draw))
    if screen.named:
        passing = list(islice(filter(screen.passes, like_names(screen.named, screen.question)), _CLOSE))
        yield from by_hash(passing[:_CLOSEST], draw)
        yield from by_hash(passing[_CLOSEST:], draw)


def _made(screen: _Screen, given: list[str], year_limit: int | None, draw: str) -> list[str] | None:
    """Return near numbers or dates, those of the deck or article first, or None if the answer is neither."""
    counting = screen.asked.sort == forms.NUMBER
    dates = None if counting else near_dates(screen.answer, year_limit, draw)
    if dates is not None:
        return [*(date for date in dates if date in given), *(date for date in dates if date not in given)]
    right = quantity(screen.answer)
    if right:
        return [str(other) for other in near(right, filter(None, map(quantity, given)), draw)]
    return near_dates(screen.answer, year_limit, draw) if counting else None


def _selected(answer: str, ranked: Iterable[str], start: list[str]) -> list[str]:
    """Return three of ``ranked`` after those in ``start``, no two alike, at least one as long as the answer."""
    chosen = list(start)
    for text in ranked:
        if len(chosen) < WRONG:
            if not any(_clash(text, other) for other in chosen):
                chosen.append(text)
        elif start or _reaches(answer, chosen):
            break
        elif len(text) >= len(answer) and not any(_clash(text, other) for other in chosen[:-1]):
            chosen[-1] = text
    whole = len(chosen) == WRONG and (bool(start) or _reaches(answer, chosen))
    return chosen if whole else []


def _reaches(answer: str, chosen: list[str]) -> bool:
    return any(len(text) >= len(answer) for text in chosen)


def _clash(one: str, other: str) -> bool:
    """Say whether two wrong choices mean the same, so that neither could be right."""
    if quantity(one) or near_dates(one, None, "") is not None:
        return _meaning(one) == _meaning(other)
    return forms.too_alike(one, other) or gazetteer.key(one) in map(gazetteer.key, gazetteer.relatives(other))


def _meaning(text: str) -> object:
    """Return what makes two texts say the same: a number with its unit, or the plain words."""
    found = quantity(text)
    if found:
        return found.magnitude, found.unit.strip().casefold()
    return gazetteer.key(text).casefold()


def _filled(card: Card, others: list[Card], true: tuple[str, ...], start: list[str], draw: str) -> list[str]:
    if not _can_be_drawn(card.answer, card.question):
        return []
    screen = _Screen(card.answer, card.question, true)
    tiers = _tiers(card, others)
    return _selected(card.answer, _ranked(screen, tiers, _year(card), draw), start)


def _can_be_drawn(answer: str, question: str) -> bool:
    return bool(answer.strip()) and asks_for_one(question) and answer.strip().casefold() not in _TWO_SIDED


def _tiers(card: Card, others: list[Card]) -> list[list[str]]:
    """Sort the answers of a deck by how like their questions are; answers of another sort are left out."""
    tiers: dict[tuple[int, bool, bool], list[str]] = {}
    mine = forms.asked(card.question)
    words = len(card.answer.split())
    for other in others:
        if other.kind is Kind.LIST or len(other.answers) != 1 or other.direction != card.direction:
            continue
        distance = _distance(mine, forms.asked(other.question))
        if distance is not None:
            stranger = bool(card.item.tags) and set(card.item.tags).isdisjoint(other.item.tags)
            far = abs(len(other.answer.split()) - words) > 1
            tiers.setdefault((distance, stranger, far), []).append(other.answer)
    return [tiers[rank] for rank in sorted(tiers)]


def _distance(mine: forms.Asked, other: forms.Asked) -> int | None:
    """Return how unlike two questions are, from 0, or None if their answers are of different sorts."""
    if mine.sort != other.sort and mine.word and other.word:
        return None
    if (mine.word, mine.head) == (other.word, other.head):
        return 0
    return 1 if mine.word == other.word or mine.sort == other.sort != forms.THING else 2


def _also_true(card: Card, others: list[Card]) -> Iterator[str]:
    asked = forms.content(card.question)
    for other in others:
        if other.question == card.question or forms.content(other.question) == asked:
            yield from (*other.answers, *other.accept)


def _year(card: Card) -> int | None:
    written = card.item.source.date[:4] if card.item.source else ""
    return int(written) if written.isascii() and written.isdigit() else None
