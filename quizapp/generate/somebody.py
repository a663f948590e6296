"""Whom "the 34-year-old", "the lawyer" or "the runner" means: the one person of whom the article says so."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Wording
from quizapp.generate.described import Description
from quizapp.generate.people import protagonist
from quizapp.generate.roles import is_person_noun
from quizapp.generate.vocabulary import FEMALE_TITLES, MALE_TITLES

_MEN = MALE_TITLES | {"man", "boy"}
_WOMEN = FEMALE_TITLES | {"woman", "girl"}
_AGED = re.compile(r"(\d{1,3})-year-old")
_BEHIND = 12
"""Words behind a name in which his age stands."""


def somebody(found: Description) -> Wording | Abstention | None:
    """Resolve a description of a person by age, by what the article calls him, or by what he did."""
    named = found.head.tag_ == "NN" and (is_person_noun(found.head) or found.noun in _MORE)
    if not named and not is_age(found.head):
        return None
    persons = [each for each in found.named_before() if each.kind is EntityKind.PERSON and _may_be(found, each)]
    age = _AGED.search(found.text.replace(" - ", "-"))
    if age is not None:
        return _aged(found, persons, int(age[1]))
    called = [each for each in persons if found.noun in _nouns(found, each)]
    if called and _is_anybody(found):
        return Abstention(found.text, "one without a name is called so as well")
    if len(called) == 1:
        fits = {token.lower_ for token in found.modifiers} <= _words(found, called[0])
        return Wording(called[0].name, called[0]) if fits else None
    return _doer(found, persons) if not called and not found.modifiers else None


_MORE = frozenset({"champion", "newcomer", "veteran", "favourite", "favorite", "ex-president", "ex-soldier"})
"""What somebody is called though the word may be of things as well."""


def is_age(head: Token) -> bool:
    """Say whether "old" stands for somebody: "the 34-year-old said"."""
    following = head.nbor(1) if head.i + 1 < len(head.doc) else None
    alone = following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ"}
    return head.lower_ == "old" and alone and head.dep_ in {*grammar.SUBJECTS, "dobj", "pobj", "agent"}


def _may_be(found: Description, person: Entity) -> bool:
    """Say whether the noun is not one of the other sex."""
    gender = "m" if found.noun in _MEN else "f" if found.noun in _WOMEN else ""
    return not gender or person.gender in {"", gender}


def _aged(found: Description, persons: list[Entity], age: int) -> Wording | Abstention:
    """Resolve by the age: the only one of it, else the only one near whose age is not another."""
    ages = {person.number: set(_ages(found.article, person)) for person in persons}
    exact = [person for person in persons if age in ages[person.number]]
    near = [person for person in found.named_before(1) if person in persons and not ages[person.number]]
    fitting = exact or near
    if len(fitting) == 1:
        return Wording(fitting[0].name, fitting[0])
    return Abstention(found.text, "no single person was named right before it")


def _ages(article: Article, person: Entity) -> Iterator[int]:
    """Yield the ages that stand beside the name of somebody."""
    for mention in person.mentions:
        doc = article.sentences[mention.sentence].span.doc
        behind = doc[mention.end : mention.end + _BEHIND]
        names = [token.i for token in behind if token.pos_ == "PROPN"]
        text = doc[mention.end : names[0] if names else mention.end + _BEHIND].text.replace(" - ", "-")
        before = doc[max(0, mention.start - _BEFORE) : mention.start].text.replace(" - ", "-")
        found = re.match(r"\W*(?:an? )?(?:aged )?(\d{1,3})(?:-year-old\b|,)", text) or re.search(
            r"(\d{1,3})-year-old(?: [a-z]+){0,3}$", before.strip()
        )
        if found is not None:
            yield int(found[1])


_BEFORE = 9


def _nouns(found: Description, person: Entity) -> set[str]:
    """Return what the article calls somebody: beside his name, and as his office."""
    return found.context.called(person) | {person.role.lower().split()[-1] if person.role else ""}


def _words(found: Description, person: Entity) -> set[str]:
    """Return the words that stand with the nouns that somebody is called, or that are his nationality."""
    said = {person.nationality.lower(), *person.role.lower().split()}
    for mention in person.mentions:
        doc = found.article.sentences[mention.sentence].span.doc
        root = doc[mention.start : mention.end].root
        beside = [root.head, *(child for child in root.children if child.dep_ in {"appos", "compound", "amod", "nmod"})]
        said |= {token.lower_ for noun in beside if noun.lemma_.lower() == found.noun for token in noun.subtree}
    return said


def _is_anybody(found: Description) -> bool:
    """Say whether the article also speaks of one without a name by that noun: "a lawyer said"."""
    return any(
        any(child.lower_ in {"a", "an", "another"} for child in head.children)
        and not any(child.dep_ == "appos" for child in head.children)
        and head.dep_ not in {"appos", "attr"}
        for _, head in found.said_before([found.noun])
    )


def _doer(found: Description, persons: list[Entity]) -> Wording | None:
    """Resolve "the runner" by whom the article is about, if its first sentence says that he ran."""
    central = protagonist(found.article)
    if central is None or central not in persons or not re.search(r"(?:er|or)$", found.noun) or _is_anybody(found):
        return None
    stem = re.sub(r"(.)\1$", r"\1", found.noun[:-2])
    lead = found.article.sentences[0]
    does = [token for token in lead.span if token.pos_ == "VERB" and token.lemma_.lower() in {stem, f"{stem}e"}]
    leads = any(found.article.entity_at(lead, subject) == central for subject in _subjects(lead.span.root))
    return Wording(central.name, central) if does and leads else None


def _subjects(verb: Token) -> list[Token]:
    subject = grammar.own_subject(verb)
    return [] if subject is None else [subject]
