"""A name deep inside a phrase, asked for where it stands: "The film is based on a novel by which writer?".

A question word in front would tear such a phrase apart. Only the last name of a statement is asked for
so, with nothing behind it, and only where its phrase says of what kind it is.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.epithets import kind_before
from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import verbs
from quizapp.generate.questions.assembly import Wanted, candidate
from quizapp.generate.questions.words import asking

_ASKED = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANISATION, EntityKind.PLACE})
_PREPOSITIONS = frozenset({"of", "by", "for", "in", "from", "against", "with", "on", "to", "into", "at", "near"})
_CONSTRUCTS = frozenset({"clause", "background", "relative", "kind", "the kind", "participle", "embedded", "reported"})
_LONGEST = 18
"""Words of a statement that ends in its question word."""


def ask(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for the name that ends an argument, if nothing behind it has to stay."""
    told = fact.construct in _CONSTRUCTS and fact.subject.sort is not Sort.DATE and not fact.negative
    if not told or fact.subject.text in lexicon.SUBJECT_PRONOUNS:
        return
    place = fact.arguments.index(argument)
    behind = fact.arguments[place + 1 :]
    name = _last_name(argument.phrase)
    if name is None or not all(one.optional for one in behind):
        return
    inner = phrases.phrase(article, fact.sentence, name)
    if not isinstance(inner, Phrase) or inner.entity is None or not argument.phrase.text.endswith(f" {inner.text}"):
        return
    word = _word(article, inner, inner.entity)
    if not word or inner.entity.name in fact.subject.text:
        return
    before = [one.text for one in fact.arguments[:place] if not one.optional]
    front = f"{argument.preposition} {argument.phrase.text.removesuffix(inner.text)}".strip()
    when = next((one for one in behind if one.slot is Slot.TIME and one.phrase.sort is Sort.DATE), None)
    subject = f"{when.text}, {fact.subject.text}" if when is not None else fact.subject.text
    body = [verbs.plain(fact.predicate, singular=False), *before, front, word]
    if len(" ".join([subject, *body]).split()) <= _LONGEST:
        answer = inner.entity.name if inner.entity.kind is EntityKind.PERSON else inner.entity.spoken
        yield candidate(fact, subject, body, Wanted(answer, inner.sort, "in its place", worth=-0.2), inner)


def _last_name(phrase: Phrase) -> Token | None:
    """Return the head of the name that a phrase ends with, behind a preposition of the phrase's own."""
    if not phrase.tokens or syntax.in_quotation(phrase.tokens[-1]):
        return None
    last = phrase.tokens[-1]
    preposition = last.head
    if last.pos_ != "PROPN" or last.dep_ != "pobj" or preposition not in phrase.tokens:
        return None
    owner = preposition.head
    of_itself = preposition.lower_ == "of" and owner.lemma_.lower() in lexicon.PLACE_NOUNS  # "the city of Lusk"
    named = of_itself or (owner.pos_ == "PROPN" and owner.i == preposition.i - 1)
    alone = len(syntax.conjuncts(last)) == 1 and last.dep_ != "conj"
    fits = preposition.lower_ in _PREPOSITIONS and owner in phrase.tokens and not named
    return last if alone and fits else None


def _word(article: Article, inner: Phrase, entity: Entity) -> str:
    """Return the question word for a name with what its phrase says of it; empty if it says something else."""
    if entity.kind not in _ASKED:
        return ""
    if kind := kind_before(inner.text, entity):
        return f"which {kind}"
    if entity.kind is EntityKind.PERSON:
        beside = inner.text.removesuffix(entity.name).strip()
        office = re.fullmatch(r"(?:the )?([a-z][a-z -]*)", beside)
        if office is not None and lexicon.names_person(office[1].split()[-1]):
            return f"which {office[1]}"
        return "" if beside else "whom"
    if inner.text not in {entity.name, entity.spoken, entity.short}:
        return ""
    found = asking(article, inner)
    return found.words if found is not None and found.leads and found.singular else ""
