"""What the words around a name tell of it, where the model's label is wrong."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from quizapp.generate.first_names import FEMALE_NAMES, MALE_NAMES
from quizapp.generate.names import Named, name_text
from quizapp.generate.roles import is_person_noun
from quizapp.generate.vocabulary import (
    EVENT_WORDS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACE_WORDS,
    STORMS,
    THING_WORDS,
)
from quizapp.generate.world import is_city, is_country, is_region, is_state

_HEADS = ORGANISATION_WORDS | PLACE_WORDS | THING_WORDS | EVENT_WORDS


def relabelled(doc: Doc, named: Named) -> Named:
    """Return a name with the label that its surroundings prove, or as it is."""
    words = [token.lower_ for token in doc[named.start : named.end]]
    if named.label == "NORP":
        return named
    if words[0] in STORMS and len(words) > 1:
        return replace(named, label="EVENT", sure=True)
    if words[-1] not in _HEADS and (_bears_first_name(words) or _is_described(doc, named)):
        return replace(named, label="PERSON", sure=True)
    if named.label == "PERSON":
        name = name_text(named.span(doc))
        if is_city(name) or is_country(name) or is_region(name) or is_state(name):
            return replace(named, label="GPE")
        if words[-1] in _HEADS and len(words) > 1:
            return replace(named, label="")
    return named


def _bears_first_name(words: list[str]) -> bool:
    return 1 < len(words) <= 4 and words[0] in MALE_NAMES | FEMALE_NAMES and "of" not in words


def _is_described(doc: Doc, named: Named) -> bool:
    """Say whether a title, an age or "who" stands beside the name."""
    before = doc[named.start - 1] if named.start else None
    if before is not None and before.sent.start == doc[named.start].sent.start:
        if before.lower_ in HONORIFICS or (before.lower_ in PERSONAL_TITLES and before.dep_ in ("compound", "nmod")):
            return True
        last = doc[named.end - 1]
        noun = before.tag_ == "NN" and is_person_noun(before) and (before.dep_ == "compound" or named.label == "PERSON")
        if noun and last.dep_ not in ("compound", "poss"):
            return True
        if before.lower_ == "old" and named.start > 2 and doc[named.start - 2].text == "-":
            return True
    return _age_follows(doc, named.end) or _who_follows(doc, named.end)


def _age_follows(doc: Doc, place: int) -> bool:
    following = doc[place : place + 7]
    words = [token.lower_ for token in following]
    if words[:2] in ([",", "a"], [",", "an"], [",", "the"]) and words[3:] == ["-", "year", "-", "old"]:
        return True
    if len(following) < 3 or following[0].text != "," or following[2].text != ",":
        return False
    return following[1].text.isdigit() and 4 < int(following[1].text) < 115


def _who_follows(doc: Doc, place: int) -> bool:
    following: list[Token] = list(doc[place : place + 2])
    if following and following[0].text == ",":
        following = following[1:]
    if not following or following[0].lower_ not in ("who", "whom"):
        return False
    # "the people of Kielder who …" speaks of the people.
    name = doc[place - 1]
    return name.dep_ not in ("pobj", "compound", "conj")
