"""What kind of thing a name names: by the gazetteer, by its last word, and by vote."""

from collections import Counter

from quizapp.generate.article import EntityKind
from quizapp.generate.vocabulary import (
    EVENT_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    REGION_WORDS,
    THING_WORDS,
)
from quizapp.generate.world import is_city, is_country, is_region, is_state, kinds, nation_of, organisation_name

_OF_LABEL = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.NATIONALITY,
    "EVENT": EntityKind.EVENT,
    "DATE": EntityKind.DATE,
    "TIME": EntityKind.DATE,
    "CARDINAL": EntityKind.NUMBER,
    "PERCENT": EntityKind.NUMBER,
    "MONEY": EntityKind.NUMBER,
    "QUANTITY": EntityKind.NUMBER,
    "LAW": EntityKind.OTHER,
    "PRODUCT": EntityKind.OTHER,
    "WORK_OF_ART": EntityKind.OTHER,
    "LANGUAGE": EntityKind.OTHER,
    "": EntityKind.OTHER,
}

_HEAVENLY = frozenset(
    {"venus", "mars", "jupiter", "saturn", "mercury", "uranus", "neptune", "pluto", "sirius", "orion"}
)

_VALUES = (EntityKind.DATE, EntityKind.NUMBER)


def kind_of_name(name: str, labels: Counter[str]) -> EntityKind:
    """Return the kind of ``name``, whose mentions the model gave ``labels``."""
    voted = _vote(labels)
    if voted in _VALUES:
        return voted
    return _known(name, voted) or _by_last_word(name, voted) or voted


def is_known(name: str) -> bool:
    """Say whether the gazetteer knows ``name`` as a country, a place, a people or an organisation."""
    return _known(name, EntityKind.OTHER) is not None


def _vote(labels: Counter[str]) -> EntityKind:
    votes: Counter[EntityKind] = Counter()
    for label, count in labels.items():
        # A run that the model passed over says little against a label it gave elsewhere.
        votes[_OF_LABEL[label]] += count * (1 if label == "" else 3)
    order = list(EntityKind)
    return max(votes, key=lambda kind: (votes[kind], -order.index(kind)))


def _known(name: str, voted: EntityKind) -> EntityKind | None:  # noqa: PLR0911  a return for each case
    """Return what the gazetteer knows, unless a person bears the name."""
    if name.lower() in _HEAVENLY:
        return EntityKind.OTHER
    if voted is EntityKind.PERSON and " " in name and organisation_name(name):
        return EntityKind.ORGANISATION
    if voted is EntityKind.PERSON and (" " in name or not is_country(name)):
        return None
    if is_country(name):
        return EntityKind.COUNTRY
    if nation_of(name) or name.lower().split()[-1] in REGION_WORDS:
        return EntityKind.NATIONALITY
    if is_region(name) or is_city(name) or is_state(name):
        return EntityKind.PLACE
    if organisation_name(name):
        return EntityKind.ORGANISATION
    if "metonym" in kinds(name) and voted is not EntityKind.PLACE:
        return EntityKind.ORGANISATION
    return None


def _by_last_word(name: str, voted: EntityKind) -> EntityKind | None:
    words = name.lower().split()
    if voted is EntityKind.PERSON or voted is EntityKind.NATIONALITY or len(words) < 2:
        return None
    # "Committee on Foreign Affairs": the head stands before the preposition.
    head = next(
        (words[i - 1] for i in range(1, len(words)) if words[i] in ("of", "for", "on", "at", "in", "to")), words[-1]
    )
    for last in (head, words[-1]):
        if last in THING_WORDS:
            return EntityKind.OTHER
        if last in ORGANISATION_WORDS:
            return EntityKind.ORGANISATION
        if last in EVENT_WORDS and voted is not EntityKind.ORGANISATION:
            return EntityKind.EVENT
        if last in PLACE_WORDS:
            return EntityKind.PLACE
    return None
