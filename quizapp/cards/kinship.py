"""Whether a card that has come is one that has gone, edited: what a person would say from its texts alone.

Sure is only what nobody would doubt: the same question, or the same answer to a question that was
put in other words. Names and numbers in a question must be the same ones, for the capital of
Australia is not that of Austria. Whatever is less sure is for the user to say.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from quizapp.cards.model import CardId

T = TypeVar("T", bound=Hashable)

ALIKE = 85.0
"""From how many percent two questions are so alike that it is worth asking, whatever their answers."""
ALIKE_WITH_ANSWER = 50.0
"""The same for questions with one answer."""
_SLIP = 75.0
"""From how many percent one name may be another, with a slip of the pen."""
_LARGEST_CROWD = 10_000
"""Pairs with one answer that are looked at; where there are more, no answer tells one card from another."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[-+*/=<>%°#&$€£]+")
_EDGES = " \t\n.?!:;,\"'“”‘’«»()"
_SMALL = frozenset(
    """
    a an the of in on at to by for from with and or is are was were be been do does did has have had what which who
    whom whose when where why how it its this that these those there as called name named known one you please
    """.split()
)
_NEVER_ADDED = frozenset(
    """
    not no never without except non neither nor only false wrong least un anti opposite
    north south east west northern southern eastern western central equatorial new old great little
    upper lower inner outer former united democratic first second third fourth last next
    """.split()
)
"""Words that make another question of one when they are put into it."""


class Told(NamedTuple):
    """A card as it is told, on the shelf or in the journal."""

    id: CardId
    question: str
    answer: str


class Kin(NamedTuple):
    """A card that has gone, and one that has come and may be the same."""

    old: Told
    new: Told


def matched(gone: Sequence[Told], come: Sequence[Told]) -> tuple[list[Kin], list[Kin]]:
    """Return which cards have surely become which, one for one, and the pairs that are for the user to decide."""
    sure: list[Kin] = []
    doubted: list[Kin] = []
    for pairs_of in (_wholly_same, _same_question, _same_answer):
        used = {told.id for kin in (*sure, *doubted) for told in kin}
        left = [told for told in gone if told.id not in used], [told for told in come if told.id not in used]
        found = list(pairs_of(*left))
        of_old, of_new = Counter(kin.old.id for kin in found), Counter(kin.new.id for kin in found)
        for kin in found:
            alone = of_old[kin.old.id] == of_new[kin.new.id] == 1
            (sure if alone else doubted).append(kin)
    return sure, doubted


def may_be_kin(old: Told, new: Told) -> bool:
    """Say whether two cards are so alike that it is worth asking whether they are the same."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

    if normal(old.question) == normal(new.question):
        return True
    same = normal(old.answer) == normal(new.answer)
    least = ALIKE_WITH_ANSWER if same else ALIKE
    alike = fuzz.ratio(normal(old.question), normal(new.question), score_cutoff=least) >= least
    return alike and (same or _names_alike(old.question, new.question))


def reworded(old: str, new: str) -> bool:
    """Say whether two questions with one answer are the same in other words.

    Their names and numbers are the same, and one has all the telling words of the other.
    """
    (names, words), (other_names, other_words) = _telling(old), _telling(new)
    if names != other_names or not (words <= other_words or other_words <= words):
        return False
    return _NEVER_ADDED.isdisjoint(words ^ other_words) and bool(names or words & other_words)


def normal(text: str) -> str:
    """Return what two texts have in common that differ in case, white space and closing signs only."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_EDGES) or text.strip()


def _wholly_same(gone: Sequence[Told], come: Sequence[Told]) -> Iterator[Kin]:
    return _with_one(lambda told: (normal(told.question), normal(told.answer)), gone, come)


def _same_question(gone: Sequence[Told], come: Sequence[Told]) -> Iterator[Kin]:
    return _with_one(lambda told: normal(told.question), gone, come)


def _same_answer(gone: Sequence[Told], come: Sequence[Told]) -> Iterator[Kin]:
    alike = _with_one(lambda told: normal(told.answer), gone, come)
    return (kin for kin in alike if reworded(kin.old.question, kin.new.question))


def _with_one(key: Callable[[Told], T], gone: Iterable[Told], come: Iterable[Told]) -> Iterator[Kin]:
    """Yield the pairs that have one key, but none of a key that a crowd has."""
    olds, news = _by(key, gone), _by(key, come)
    for shared, some in olds.items():
        others = news.get(shared, [])
        if len(some) * len(others) <= _LARGEST_CROWD:
            yield from (Kin(old, new) for old in some for new in others)


def _by(key: Callable[[Told], T], cards: Iterable[Told]) -> dict[T, list[Told]]:
    found: defaultdict[T, list[Told]] = defaultdict(list)
    for told in cards:
        found[key(told)].append(told)
    return found


def _names_alike(old: str, new: str) -> bool:
    """Say whether two questions have the same names but for slips of the pen, and the same numbers."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - not before it is needed: the first card should not wait for it

    names, others = _telling(old)[0], _telling(new)[0]
    gone, come = names - others, others - names
    slips = gone.total() == come.total() and not any(any(map(str.isdigit, name)) for name in (*gone, *come))
    return slips and all(any(fuzz.ratio(name, other) >= _SLIP for other in come) for name in gone)


def _telling(question: str) -> tuple[Counter[str], frozenset[str]]:
    """Return the names, numbers and signs of a question, and its other words that tell something."""
    names: Counter[str] = Counter()
    words: set[str] = set()
    for word in _WORD.findall(unicodedata.normalize("NFKC", question)):
        plain = word.casefold().replace("’", "'").removesuffix("'s")
        if plain in _SMALL:
            continue
        if word[0].islower():
            words.add(plain)
        else:
            names[plain] += 1
    return names, frozenset(words)
