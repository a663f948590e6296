"""Wrong choices, and what else is right when typed."""

import re
from collections.abc import Iterator, Sequence

from quizapp.cards import gazetteer
from quizapp.cards.choices import distractors
from quizapp.cards.model import Kind
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.fact import Candidate, Fact, Slot, Sort

_NUMERALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()


_WHAT_IT_IS = {"role/what it is", "apposition/what it is"}


def accepted(article: Article, card: Candidate) -> tuple[str, ...]:
    """Return other ways of typing the answer: aliases, a surname nobody shares, "10" for "ten", no article."""
    found: dict[str, None] = dict.fromkeys(card.accept)
    entity = _entity(article, card)
    if entity is not None:
        found |= dict.fromkeys(
            sorted({entity.name, *entity.aliases, entity.short} - {""}, key=lambda name: (-len(name), name))
        )
        if entity.kind is EntityKind.PERSON and _surname_is_unique(article, entity):
            found[entity.short or entity.name.split()[-1]] = None
    if card.sort is not Sort.DATE:
        found |= dict.fromkeys(_other_numerals(card.answer))
    found |= dict.fromkeys(_other_dates(card.answer))
    if card.question.startswith("Which government") and (country := gazetteer.metonym(card.answer)):
        found[country] = None
    bare = re.sub(r"^(?:the|a|an)\s+", "", card.answer)
    found[bare] = None
    if '"' in card.answer:
        found[bare.replace('"', "")] = None
    if card.sort is Sort.COUNT or card.sort is Sort.SHARE:
        found |= dict.fromkeys(_without_hedge(card.answer))
    found.pop(card.answer, None)
    asked = f" {card.question.rstrip('?')} "
    return tuple(text for text in found if text and f" {text} " not in asked)


def _entity(article: Article, card: Candidate) -> Entity | None:
    names = {card.answer, re.sub(r"^the ", "", card.answer)}
    return next(
        (one for one in article.entities if one.name in names or one.spoken in names or one.short in names), None
    )


def _surname_is_unique(article: Article, entity: Entity) -> bool:
    surname = entity.name.split()[-1]
    return sum(1 for one in article.entities if one.name.split()[-1:] == [surname]) == 1


def _other_numerals(answer: str) -> list[str]:
    """Return "10" for "ten" and "ten" for "10", the rest of the answer kept."""
    first, _, rest = answer.partition(" ")
    if first.lower() in _NUMERALS:
        return [f"{_NUMERALS.index(first.lower())} {rest}".strip()]
    if first.isdigit() and int(first) < len(_NUMERALS):
        return [f"{_NUMERALS[int(first)]} {rest}".strip()]
    return []


def _other_dates(answer: str) -> list[str]:
    """Return "June 18, 2018" and "18 June" for "18 June 2018"."""
    match = re.fullmatch(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})", answer)
    return [f"{match['month']} {match['day']}, {match['year']}", f"{match['day']} {match['month']}"] if match else []


def _without_hedge(answer: str) -> list[str]:
    found = re.search(r"[\d$].*$", answer)
    return [found[0]] if found else []


def wrong(article: Article, card: Candidate, cards: Sequence[Candidate], facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return three wrong choices of the answer's kind, none of them true, or none at all."""
    entity = _entity(article, card)
    if _is_expansion(card) or _is_untyped(card, entity):
        return ()
    candidates = [
        _as_form(one, card.answer)
        for one in article.entities
        if entity is not None and one.kind is entity.kind and one is not entity and _is_one(article, one)
    ]
    candidates += [other.answer for other in cards if _alike(card, other)]
    true = [*accepted(article, card), *_also_true(card, facts), *_in_the_quote(card), *_beside(article, card, entity)]
    date = article.date or article.document.date
    return distractors(
        card.answer,
        card.question,
        candidates=dict.fromkeys(candidates),
        true=true,
        year_limit=int(date[:4]) if date[:4].isdigit() else None,
        seed=card.rule,
    )


def _is_expansion(card: Candidate) -> bool:
    """Say whether letters stand for the answer: its initials alone would give it away."""
    return card.rule.startswith("acronym/")


def _is_untyped(card: Candidate, entity: Entity | None) -> bool:
    """Say whether "what" asks for a name whose kind the article does not settle: others may be of another kind."""
    asks_what = re.match(r"(?:According to .+, )?what\b", card.question, re.IGNORECASE) is not None
    unknown = entity is not None and entity.kind in {EntityKind.OTHER, EntityKind.ORGANISATION, EntityKind.PLACE}
    return asks_what and unknown and not gazetteer.kinds_of(re.sub(r"^the ", "", card.answer))


def _is_one(article: Article, entity: Entity) -> bool:
    """Say whether a name is surely that of one: "Dark Sky Parks" are several of what is named elsewhere."""
    single = entity.name.removesuffix("s")
    return not entity.plural and (
        single == entity.name
        or not any(single in sentence.text.replace(entity.name, "") for sentence in article.sentences)
    )


def _alike(card: Candidate, other: Candidate) -> bool:
    """Say whether another card's answer is of the same kind: of the same sort, and for things of the same rule."""
    if other.sort is not card.sort or other.kind is not Kind.BASIC or other.answer == card.answer:
        return False
    return card.sort is not Sort.THING or other.rule == card.rule or {other.rule, card.rule} <= _WHAT_IT_IS


def _as_form(entity: Entity, answer: str) -> str:
    """Return an entity's name as the answer has its own: short for short, with "the" for "the"."""
    if answer.startswith("the "):
        return f"the {entity.short}" if entity.short and answer.isupper() else entity.spoken
    return entity.name


def _also_true(card: Candidate, facts: Sequence[Fact]) -> Iterator[str]:
    """Yield what other facts with the same verb have in any part: it might be right as well."""
    for fact in facts:
        if (
            fact is not card.fact
            and fact.predicate.lemma == card.fact.predicate.lemma
            and fact.predicate.lemma not in {"be", "have"}
        ):
            yield fact.subject.text
            yield from (argument.phrase.text for argument in fact.arguments if argument.slot is not Slot.FIXED)


def _beside(article: Article, card: Candidate, entity: Entity | None) -> Iterator[str]:
    """Yield other countries and organisations of the card's sentence: what is told may be true of them as well."""
    if entity is not None and entity.kind in {EntityKind.COUNTRY, EntityKind.ORGANISATION}:
        for one in article.entities:
            if one.kind is entity.kind and any(mention.sentence == card.sentence.number for mention in one.mentions):
                yield from {one.name: None, one.short or one.name: None}


def _in_the_quote(card: Candidate) -> Iterator[str]:
    """Yield who is listed beside the answer in its sentence: items of a list never serve as wrong choices."""
    for lifted in card.sentence.parentheticals:
        if lifted.kind == "list":
            yield from (part.strip() for part in lifted.text.split(","))
