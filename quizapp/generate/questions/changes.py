"""Questions of what rose or fell: by how much, to what and from what; each tells another of the three."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.fact import Argument, Candidate, Fact, Slot, Sort
from quizapp.generate.inflection import inflected
from quizapp.generate.questions.assembly import LONGEST_QUESTION, Wanted, with_inversion
from quizapp.generate.questions.words import Asking

_WORTH = 0.5
_LEVELS = {Sort.MONEY: "how much", Sort.SHARE: "what level", Sort.COUNT: "how many"}


def ask(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Yield "by how much", "to how much" and "from how much" of one change."""
    amount, to, origin = (_part(fact, key) for key in ("by", "to", "from"))
    if amount is not None:
        yield from _asked(fact, amount, to or origin)
    if to is not None and _object(fact):
        yield from _asked(fact, to, origin)
    elif to is not None and amount is not None and origin is None and not fact.predicate.auxiliaries:
        yield from _afterwards(fact, to, amount)
    elif to is not None:
        yield from _asked(fact, to, origin)
    if origin is not None:
        yield from _asked(fact, origin, to or amount)


def _part(fact: Fact, key: str) -> tuple[Argument, ...] | None:
    """Return a figure with the time behind it; None where the article does not tell it."""
    slot = Slot.AMOUNT if key == "by" else Slot.OBLIQUE
    fitting = (n for n, one in enumerate(fact.arguments) if one.slot is slot and key in {"by", one.preposition})
    place = next(fitting, None)
    if place is None:
        return None
    after = fact.arguments[place + 1 : place + 2]
    return (fact.arguments[place], *(one for one in after if one.slot is Slot.TIME))


def _asked(fact: Fact, asked: tuple[Argument, ...], beside: tuple[Argument, ...] | None) -> Iterator[Candidate]:
    figure, *times = asked
    leads = "by" if figure.slot is Slot.AMOUNT else figure.preposition
    words = f"{leads} {_words(fact, figure)}"
    if figure.preposition == "from":
        words = " ".join([words, *(one.text for one in times)])
        times = []
    name, sort = f"{leads} what", _sort(fact, figure)
    if figure.slot is Slot.AMOUNT:
        name, sort = "amount", Sort.COUNT
    wanted = Wanted(figure.phrase.text, sort, name, strand=False, worth=_WORTH)
    whole = [one for one in fact.arguments if one.slot is Slot.ANCHOR]
    others = (*times, *(beside or ()))
    for kept in ((*others, *whole), (*times, *whole)):
        told = replace(fact, arguments=(*_object(fact), figure, *(_fixed(one) for one in kept)))
        cards = list(with_inversion(told, figure, Asking(words), wanted))
        if not others or all(len(card.question.split()) <= LONGEST_QUESTION for card in cards):
            yield from cards
            return


def _afterwards(fact: Fact, to: tuple[Argument, ...], amount: tuple[Argument, ...]) -> Iterator[Candidate]:
    """Ask "At how much did the shares stand after slipping 0.25%?": to how much they slipped by it reads badly."""
    figure = to[0]
    times = [_fixed(one) for one in fact.arguments if one.slot in {Slot.TIME, Slot.ANCHOR}]
    verb = f"after {inflected(fact.predicate.lemma, 'VBG')}"
    fell = replace(amount[0].phrase, text=f"{verb} {amount[0].text}", sort=Sort.CLAUSE)
    stood = replace(fact.predicate, lemma="stand", form="stood", adverbs=(), particle="")
    told = replace(
        fact,
        predicate=stood,
        arguments=(figure, Argument(Slot.FIXED, fell), *times),
        substitutions=(*fact.substitutions, (fact.predicate.form, f"stood {verb}")),
    )
    wanted = Wanted(figure.phrase.text, _sort(fact, figure), "to what", strand=False, worth=_WORTH)
    yield from with_inversion(told, figure, Asking(f"at {_words(fact, figure)}"), wanted)


def _object(fact: Fact) -> list[Argument]:
    """Return what somebody raised or cut, if the change was made by somebody."""
    return [one for one in fact.arguments if one.slot is Slot.OBJECT]


def _fixed(argument: Argument) -> Argument:
    """Return what a question says in any case, where it stands in the sentence."""
    return replace(argument, slot=Slot.FIXED, optional=False)


def _words(fact: Fact, figure: Argument) -> str:
    """Return what a figure is asked with."""
    return "how much" if figure.slot is Slot.AMOUNT else _LEVELS[_sort(fact, figure)]


def _sort(fact: Fact, figure: Argument) -> Sort:
    """Return what a figure counts: points and the like are a level, as a share is."""
    changed = next((one.phrase.head for one in _object(fact)), fact.subject.head)
    counts = figure.phrase.sort is Sort.COUNT and changed.lemma_.lower() not in {"number", "population", "toll"}
    return Sort.SHARE if counts else figure.phrase.sort
