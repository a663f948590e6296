"""Who "the two leaders" and "the four countries" are: all of that kind, and just so many, that were named last."""

from collections.abc import Iterator

from quizapp.cards import gazetteer
from quizapp.generate.article import Abstention, Entity, EntityKind, Wording
from quizapp.generate.described import Description
from quizapp.generate.phrasing import LONGEST
from quizapp.generate.roles import is_person_noun

_BACK = 2
"""Sentences before this one in which they may have been named."""
_MOST = 4
"""More names make no question that reads well."""
_COUNTRIES = frozenset({"country", "nation", "state", "neighbor", "neighbour"})
_ORGANISATIONS = frozenset({"company", "firm", "organization", "organisation", "agency", "group", "airline", "bank"})


def counted(found: Description) -> Wording | Abstention | None:
    """Resolve "the two leaders" by the two persons of the last sentence that names any."""
    number = _number(found)
    kind = _kind(found)
    if number is None or kind is None:
        return None
    for sentences in range(_BACK + 1):
        near = list(_named(found, kind, found.sentence.number - sentences))
        if near:
            fits = (
                len(near) == number and all(_is_one(found, one) for one in near) and not found.said_before([found.noun])
            )
            return (
                _all_of(found, near)
                if fits
                else Abstention(found.text, "not just so many of them were named before it")
            )
    return None


def _number(found: Description) -> int | None:
    """Return how many they are, if nothing else is said of them."""
    if found.head.tag_ != "NNS" or len(found.modifiers) != 1 or found.modifiers[0].dep_ != "nummod":
        return None
    number = gazetteer.number_of_word(found.modifiers[0].lower_)
    return number if number is not None and 2 <= number <= _MOST else None


def _kind(found: Description) -> EntityKind | None:
    if found.noun in _COUNTRIES:
        return EntityKind.COUNTRY
    if found.noun in _ORGANISATIONS:
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if is_person_noun(found.head) else None


def _named(found: Description, kind: EntityKind, number: int) -> Iterator[Entity]:
    """Yield the entities of a kind that one sentence names before the description, in order."""
    sentence = found.article.sentences[number] if number >= 0 else None
    if sentence is None or sentence.heading != found.sentence.heading:
        return
    places = [
        (mention.start, entity)
        for entity in found.article.entities
        if entity.kind is kind
        for mention in entity.mentions
        if mention.sentence == number and (number < found.sentence.number or mention.start < found.determiner.i)
    ]
    yield from dict.fromkeys(entity for _, entity in sorted(places, key=lambda place: place[0]))


def _all_of(found: Description, near: list[Entity]) -> Wording | Abstention:
    names = [entity.spoken for entity in near]
    text = f"{', '.join(names[:-1])} and {names[-1]}"
    if len(text.split()) > LONGEST:
        return Abstention(found.text, "their names are too long to stand in its place")
    return Wording(text, members=tuple(near))


def _is_one(found: Description, entity: Entity) -> bool:
    """Say whether somebody named may be one of "the two leaders": by office, or by gender."""
    if entity.kind is not EntityKind.PERSON:
        return True
    office = entity.role.lower().split()
    if found.noun in _SEXES:
        return entity.gender == _SEXES[found.noun]
    return found.noun in office or (found.noun == "leader" and bool(office) and office[-1] in _LEADERS)


_SEXES = {"man": "m", "woman": "f", "brother": "m", "sister": "f"}
_LEADERS = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "leader", "chairman"})
