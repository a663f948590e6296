"""What "the group", "his Chinese counterpart", "the former president" or "this region" means.

A description is resolved by its type to an entity that fits and has been named; by its head to the
one fuller description the article has given; or it abstains. One that stands by itself ("the Turkish
president", "the release of the report") is no reference.
"""

import re
from collections.abc import Callable

from spacy.tokens import Token

from quizapp.cards.gazetteer import with_article
from quizapp.generate import syntax
from quizapp.generate.acts import told
from quizapp.generate.article import Abstention, Entity, EntityKind, Reference, Sentence, Wording
from quizapp.generate.counterparts import counterpart
from quizapp.generate.described import Context, Description
from quizapp.generate.fitting import COMPANIES, fits_office, is_of_type, may_be_called, may_be_company, named_by
from quizapp.generate.lexicon import GROUP_NOUNS, OFFICES, UNIQUE_OFFICES
from quizapp.generate.national import national
from quizapp.generate.phrasing import phrase_wording
from quizapp.generate.places import places_in
from quizapp.generate.roles import is_person_noun
from quizapp.generate.several import counted
from quizapp.generate.somebody import is_age, somebody
from quizapp.generate.substances import substance
from quizapp.generate.vocabulary import ALONE
from quizapp.generate.wording import possessive
from quizapp.generate.world import country_name, is_city, is_region, is_state, nation_of

_POINTING = frozenset({"this", "that", "these", "those"})
_PAIRS = frozenset({"couple", "pair", "duo"})
_COUNTRY_NOUNS = frozenset({"country", "nation", "state", "republic", "kingdom"})
_CITY_NOUNS = frozenset({"city", "town", "capital"})
_TOWNS = frozenset({"city", "town", "capital", "port", "metropolis", "resort", "municipality"})
_REGION_NOUNS = frozenset({"region", "continent", "area"})
_WINDOW = 2
"""Sentences before this one in which the entity must have been named."""


def descriptions(context: Context, sentence: Sentence, head: Token) -> Reference | None:  # noqa: PLR0911  a return for each case
    """Return the reference that a definite phrase with this head makes, or None if it makes none."""
    article = context.article
    apposed = head.dep_ == "appos" or any(child.dep_ == "appos" for child in head.children)
    common = head.pos_ == "NOUN" and article.entity_at(sentence, head) is None and head.dep_ != "compound"
    if apposed or not (common or is_age(head)):
        return None
    if head.lemma_.lower() == "counterpart":
        return counterpart(article, sentence, head)
    determiner = next((child for child in head.children if child.dep_ == "det" and child.i < head.i), None)
    if determiner is None or determiner.lower_ not in _POINTING | {"the"}:
        return None
    if any(q.sentence == sentence.number and q.start <= head.i < q.end for q in article.quotations):
        return None
    found = Description(context, sentence, head, determiner)
    if _says_more_behind(head):
        return _anchored(found)
    meaning = _meaning(found)
    if meaning is None:
        return None
    if isinstance(meaning, Wording):
        meaning = Wording(meaning.text, meaning.entity, ((found.text, meaning.text),), meaning.members)
    return Reference(sentence.paragraph, determiner.i, head.i + 1, head.i, "description", meaning)


def _meaning(found: Description) -> Wording | Abstention | None:
    if syntax.is_shared_out(found.head) and not found.modifiers:
        return None
    for rule in _RULES:
        meaning = rule(found)
        if meaning is not None:
            return meaning
    if found.points:
        return Abstention(found.text, "what it points at is not named by a phrase that fits")
    if not found.modifiers and found.noun not in ALONE and (found.noun in GROUP_NOUNS or _was_said(found)):
        return Abstention(found.text, "nothing that was named fits it alone")
    return None


def _office(found: Description) -> Wording | Abstention | None:
    """Resolve "the president", "the former president", "the attorney general" by the office of a person."""
    words = [token.lower_ for token in (*found.modifiers, found.head)]
    if found.head.tag_ != "NN" or not (found.noun in OFFICES or is_person_noun(found.head)):
        return None
    holders = [each for each in found.named_before() if each.kind is EntityKind.PERSON and fits_office(each, words)]
    if len(holders) == 1:
        return Wording(holders[0].name, holders[0])
    if any(nation_of(token.text) for token in found.modifiers):
        return None
    if holders:
        return Abstention(found.text, "more than one person holds that office")
    if found.noun in UNIQUE_OFFICES and not found.modifiers:
        return Abstention(found.text, "nobody was named who holds that office")
    return None


def _pair(found: Description) -> Wording | Abstention | None:
    """Resolve "the couple" by the one pair of persons named shortly before."""
    if found.noun not in _PAIRS or found.modifiers:
        return None
    number = found.sentence.number
    pairs = {
        phrase.key: phrase
        for place in range(max(0, number - 3), number + 1)
        for phrase in found.phrases.get(place, ())
        if len(phrase.members) == 2 and all(m.entity and m.animate for m in phrase.members) and (
            place < number or phrase.end < found.determiner.i
        )
    }  # fmt: skip
    if len(pairs) == 1:
        return phrase_wording(found.article, next(iter(pairs.values())))
    return Abstention(found.text, "no single pair was named before it")


def _bearer(found: Description) -> Wording | Abstention | None:
    """Resolve "the commission" by the one name that has Commission for its head."""
    if found.head.tag_ != "NN" or any(nation_of(token.text) or token.pos_ == "PROPN" for token in found.modifiers):
        return None
    modifiers = {token.lower_ for token in found.modifiers}
    bearers = [entity for entity in found.named_before() if named_by(entity, found.noun)]
    bearers = [entity for entity in bearers if modifiers <= {word.lower() for word in entity.name.split()}]
    if len(bearers) == 1:
        return _spoken(bearers[0])
    return Abstention(found.text, "more than one name fits it") if bearers else None


def _typed(found: Description) -> Wording | Abstention | None:
    """Resolve "the group", "this alliance" by the type of the organisation, "the country" by kind."""
    if found.head.tag_ != "NN" or found.modifiers:
        return None
    near = found.named_before(_WINDOW)
    fitting = [entity for entity in near if is_of_type(entity, found.noun, found.context.called(entity))]
    if found.noun == "state":
        fitting = [entity for entity in near if entity.kind is EntityKind.PLACE and is_state(entity.name)]
    elif found.noun in _COUNTRY_NOUNS:
        fitting = fitting or _countries(found, near)
        if not fitting:
            return _of_nationality(found, near)
    elif found.noun in _CITY_NOUNS:
        fitting = _cities(found, fitting, near)
    elif found.noun in _REGION_NOUNS:
        fitting = [e for e in near if e.kind is EntityKind.PLACE and (e in fitting or is_region(e.name))]
        fitting = [e for e in fitting if e.name != "West"]
        titled = [entity for entity in places_in(found.sentence.heading, found.article) if entity in fitting]
        fitting = titled if len(titled) == 1 else fitting
    elif found.noun in COMPANIES:
        fitting = fitting or _companies(near)
    rivals = [entity for entity in near if entity not in fitting and may_be_called(entity, found.noun)]
    if not fitting and not rivals:
        return _the_only_one(found)
    if len(fitting) == 1 and not rivals:
        return Wording(fitting[0].spoken, fitting[0]) if found.noun in COMPANIES else _spoken(fitting[0])
    return Abstention(found.text, "more than one name of that type stands near") if fitting else None


def _cities(found: Description, fitting: list[Entity], near: list[Entity]) -> list[Entity]:
    """Return the places that may be meant by "the city": near or, if it is the only one so far, anywhere before.

    A place is one by its name or because the article calls it one: "Beira, a port of 500,000 people".
    """
    fitting = fitting or [e for e in near if e.kind is EntityKind.PLACE and _is_town(found, e)]
    if fitting or found.noun == "capital":
        return fitting
    towns = [e for e in found.named_before() if e.kind is EntityKind.PLACE and _is_town(found, e)]
    return towns if len(towns) == 1 and len(towns[0].mentions) > 1 else []


def _is_town(found: Description, place: Entity) -> bool:
    called_so = bool(found.context.called(place) & _TOWNS)
    return is_city(place.name) or (called_so and (found.noun != "capital" or "capital" in found.context.called(place)))


def _countries(found: Description, near: list[Entity]) -> list[Entity]:
    """Return the countries that may be meant: the one its own sentence names before it, else all that stand near."""
    countries = [entity for entity in near if entity.kind is EntityKind.COUNTRY]
    here = [
        entity
        for entity in countries
        for mention in entity.mentions
        if mention.sentence == found.sentence.number and mention.end <= found.determiner.i
    ]
    return here if len(set(here)) == 1 and len(here) == 1 else countries


def _of_nationality(found: Description, near: list[Entity]) -> Wording | None:
    """Resolve "the country" behind "Tunisian troops" where no other nation is spoken of."""
    nations = {country for entity in near if (country := nation_of(entity.name))}
    if len(nations) != 1:
        return None
    country = nations.pop()
    entity = next((each for each in found.article.entities if country_name(each.name) == country), None)
    return Wording(entity.spoken if entity else with_article(country), entity)


def _companies(near: list[Entity]) -> list[Entity]:
    """Return what may be companies; letters that stand alone ("IUPAC") may be anything."""
    found = [entity for entity in near if may_be_company(entity)]
    return [] if len(found) == 1 and found[0].name.isupper() else found


def _the_only_one(found: Description) -> Wording | None:
    """Resolve "the alliance" far from the name to the one organisation named so far that can be called one."""
    named = [entity for entity in found.named_before() if entity.kind is EntityKind.ORGANISATION]
    fitting = [entity for entity in named if is_of_type(entity, found.noun, found.context.called(entity))]
    rivals = [
        entity
        for entity in named
        if entity not in fitting and may_be_called(entity, found.noun) and len(entity.mentions) > 1
    ]
    central = fitting[:1] if len(fitting) == 1 and len(fitting[0].mentions) > _WINDOW and not rivals else []
    return _spoken(central[0]) if central else None


def _nth_member(found: Description) -> Wording | None:
    """Resolve "the tenth member" to that of the one organisation the article speaks of by then."""
    if found.noun != "member" or [_is_ordinal(token.lower_) for token in found.modifiers] != [True]:
        return None
    named = [entity for entity in found.named_before() if entity.kind is EntityKind.ORGANISATION]
    if len(named) != 1 or len(named[0].mentions) <= _WINDOW:
        return None
    return Wording(f"{possessive(_spoken(named[0]).text)} {found.modifiers[0].text} {found.noun}", None)


def _is_ordinal(word: str) -> bool:
    return re.fullmatch(r"\d+(?:st|nd|rd|th)|\w+(?:th|first|second|third)|first|second|third", word) is not None


_RULES: tuple[Callable[[Description], Wording | Abstention | None], ...] = (
    somebody,
    _office,
    _pair,
    counted,
    _bearer,
    _nth_member,
    _typed,
    substance,
    told,
    national,
)


def _was_said(found: Description) -> bool:
    return bool(found.said_before((found.noun,)))


def _says_more_behind(head: Token) -> bool:
    """Say whether something behind the head tells which one is meant; what a comma sets off does not."""
    return any(
        child.i > head.i
        and child.dep_ in ("relcl", "acl", "prep")
        and not any(token.text == "," for token in head.doc[head.i + 1 : child.left_edge.i + 1])
        and (child.dep_ != "prep" or child.i == head.i + 1 or child.head is not head)
        for child in (*head.children, *(grand for c in head.children if c.dep_ == "conj" for grand in c.children))
    )


def _anchored(found: Description) -> Reference | None:
    """Turn "this summit in Astana" into "the summit in Astana"; other pointing phrases abstain."""
    if not found.points:
        return None
    anchored = any(
        child.dep_ == "prep"
        and child.lower_ in ("in", "at", "on", "of")
        and any(t.pos_ == "PROPN" for t in child.subtree)
        for child in found.head.children
    )
    word = found.determiner
    meaning: Wording | Abstention = Abstention(found.text, "what it points at is not named by a phrase that fits")
    if anchored and found.head.tag_ == "NN":
        meaning = Wording("the", None, ((word.text, "the"),))
    return Reference(found.sentence.paragraph, word.i, word.i + 1, word.i, "description", meaning)


def _spoken(entity: Entity) -> Wording:
    name = entity.short if entity.short and entity.kind is not EntityKind.PERSON else entity.name
    definite = entity.definite or (entity.kind in (EntityKind.ORGANISATION, EntityKind.OTHER) and " " in entity.name)
    return Wording(f"the {name}" if definite else name, entity)
