"""The engine of every construct: a verb and its subject in, a fact or a stated silence out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.generate import anchors, lexicon, syntax
from quizapp.generate.adjuncts import has_object
from quizapp.generate.arguments import pieces
from quizapp.generate.article import Article, Entity, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.verbgroup import verb_group

_SEEMING = frozenset({"appear", "seem", "look", "feel", "sound"})
_NOBODY = frozenset(
    "everything something nothing anything everyone everybody someone somebody anyone nobody many some most few others"
    " none all one another both each much".split()
)
_COMPARING = ("more ", "fewer ", "less ", "other ", "another ", "such ", "similar ")
_MORE_THAN = re.compile(
    r"(?:more|fewer|less) than (?:\d|a |an |half|one|two|three|four|five|six|seven|eight|nine|ten)", re.IGNORECASE
)
_AT_LEAST = ("no fewer than", "no less than")
_DENYING = ("neither ", "nor ", "no ", "nobody", "nothing", "none ", "hardly ", "few ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause to be taken apart: its verb, what it is said of, and what the rule that found it knows."""

    verb: Token
    subject: Phrase
    """Already worded."""
    construct: str
    """The rule that asks."""
    without: frozenset[int] = frozenset()
    """Indices of tokens whose phrases are left alone: a relative pronoun, the antecedent."""
    predicate: Predicate | None = None
    """The verb group, when the rule words it itself."""
    attribution: str = ""
    """Whose statement it is."""
    risk: float = 0.0
    """How unsure the rule is of the parse."""
    known: tuple[Entity, ...] = ()
    """Who the card names besides the subject: whoever says it."""
    extra: tuple[Argument, ...] = ()
    """Arguments that stand outside the clause: the year before ", when"."""


def fact(article: Article, sentence: Sentence, clause: Clause) -> Fact | Silence:
    """Take a clause apart, or say what speaks against it."""
    group = clause.predicate or verb_group(clause.verb, attributed=bool(clause.attribution))
    if isinstance(group, str):
        return Silence(sentence, clause.construct, group, clause.verb.text)
    for reason in _objections(article, clause, group):
        return Silence(sentence, clause.construct, reason, f"{clause.subject.text} {clause.verb.text}")
    found = _arguments(article, sentence, clause, group)
    if isinstance(found, Silence):
        return replace(found, construct=clause.construct)
    for reason in _objections_to_whole(group, found):
        return Silence(sentence, clause.construct, reason, f"{clause.subject.text} {clause.verb.text}")
    substitutions = clause.subject.substitutions + tuple(pair for one in found for pair in one.phrase.substitutions)
    return Fact(
        construct=clause.construct,
        sentence=sentence,
        subject=clause.subject,
        predicate=group,
        arguments=found,
        attribution=clause.attribution,
        risk=clause.risk + _parse_risk(sentence, clause.verb),
        substitutions=substitutions,
        anchors=anchors.found(_at(article, sentence, clause, group), clause.verb, clause.subject, found),
    )


def _objections(article: Article, clause: Clause, group: Predicate) -> Iterator[str]:
    """Yield what speaks against a clause before its arguments are looked at."""
    verb, subject = clause.verb, clause.subject
    if any(token.lower_ == "respectively" for token in verb.subtree):
        yield '"respectively" pairs what one question would mix'
    if subject.text.lower().startswith(_DENYING) and not subject.text.lower().startswith(_AT_LEAST):
        yield "a denial that hides in its subject"
    if _joined_by_comma_alone(verb):
        yield "joined by a comma alone"
    told = has_object(verb) or _followed_by_preposition(verb) or any(one.slot is Slot.AMOUNT for one in clause.extra)
    if group.lemma in lexicon.ELLIPTIC_VERBS and not told:
        yield "the verb lacks its object"
    if any(token.lower_ == "either" and token.dep_ in {"preconj", "cc", "advmod"} for token in verb.subtree):
        yield "it is one thing or the other"
    if syntax.has_condition(verb):
        yield "said under a condition"
    yield from _objections_to_subject(article, clause, group)


def _objections_to_subject(article: Article, clause: Clause, group: Predicate) -> Iterator[str]:
    subject = clause.subject
    if group.lemma in _SEEMING and not (group.lemma == "appear" and _followed_by_preposition(clause.verb)):
        yield "it tells how something seemed"
    if clause.attribution and clause.attribution.lower() == subject.text.lower():
        yield "somebody speaks of himself"
    if _may_be_a_name(article, subject):
        yield "a name that is not known"
    if subject.head.lower_ in _NOBODY:
        yield "its subject is nobody in particular"
    if subject.text.lower().startswith(_COMPARING) and not _MORE_THAN.match(subject.text):
        yield "its subject compares with something said before"
    if subject.sort is Sort.CLAUSE:
        yield "its subject is a clause"


def _objections_to_whole(group: Predicate, found: Sequence[Argument]) -> Iterator[str]:
    if sum(1 for one in found if one.slot is Slot.TIME and one.phrase.sort is Sort.DATE) > 1:
        yield "two times stand in one clause"
    if not found and group.lemma in {"be", "have", "do"}:
        yield "the clause says too little"


def _arguments(
    article: Article, sentence: Sentence, clause: Clause, group: Predicate
) -> tuple[Argument, ...] | Silence:
    at = _at(article, sentence, clause, group)
    found: list[Argument] = []
    for piece in pieces(at, clause.verb, clause.without):
        if isinstance(piece, Silence):
            return piece
        if not (clause.attribution and piece.preposition.startswith("according")):
            found.append(_with_their(clause.subject, piece))
    objects = [one for one in clause.extra if one.slot is Slot.OBJECT]
    others = [one for one in clause.extra if one.slot is not Slot.OBJECT]
    return (*objects, *_named_once(clause.subject, found), *others)


def _named_once(subject: Phrase, found: Sequence[Argument]) -> Iterator[Argument]:
    """Say "awarded to Ada Holm for her struggle" where she is the only person and was named right before."""
    alone = sum(one.sort is Sort.PERSON for one in (subject, *(argument.phrase for argument in found))) == 1
    named: set[str] = set()
    for argument in found:
        phrase = argument.phrase
        for source, put in phrase.substitutions if alone else ():
            if source.lower() in {"his", "her"} and put.removesuffix("'s") in named:
                phrase = replace(phrase, text=phrase.text.replace(put, source.lower()))
        named.add(argument.phrase.text)
        yield replace(argument, phrase=phrase) if phrase is not argument.phrase else argument


def _at(article: Article, sentence: Sentence, clause: Clause, group: Predicate) -> At:
    named = _named(article, sentence, clause.subject)
    return At(article, sentence, (*named, *clause.known, *_owners(clause.subject)), bool(group.negation))


def _named(article: Article, sentence: Sentence, subject: Phrase) -> tuple[Entity, ...]:
    if subject.entity is not None and subject.members == 1:
        return (subject.entity,)
    found = [article.entity_at(sentence, one) for one in syntax.conjuncts(subject.head)]
    return tuple(one for one in found if one is not None)


def _owners(subject: Phrase) -> tuple[Token, ...]:
    """Return the nouns of a subject that "its" and "their" in its clause go back to: of "hundreds of people" both."""
    heads = syntax.conjuncts(subject.head)
    counted = [syntax.counted_by(head) for head in heads]
    return (*heads, *(noun for noun in counted if noun is not None))


def _followed_by_preposition(verb: Token) -> bool:
    return any(child.dep_ == "prep" and child.i == verb.i + 1 for child in verb.children)


def _may_be_a_name(article: Article, subject: Phrase) -> bool:
    """Say whether a common word at the start of the sentence is a part of somebody's name: "Page left …"."""
    bare = subject.head.tag_ == "NN" and len(subject.tokens) == 1 and subject.entity is None
    return bare and any(subject.text in one.name.split() for one in article.entities)


def _with_their(subject: Phrase, argument: Argument) -> Argument:
    """Say "their wedding" where the subject, named right before, is joined names."""
    owner = f"{subject.text}'" if subject.text.endswith("s") else f"{subject.text}'s"
    if not subject.plural or f"{owner} " not in argument.phrase.text:
        return argument
    return replace(argument, phrase=replace(argument.phrase, text=argument.phrase.text.replace(f"{owner} ", "their ")))


def _joined_by_comma_alone(verb: Token) -> bool:
    """Say whether what is no second verb passes for one: "…, now firmly anchored to China".

    Nor is a verb one that stands behind a comma with no "and" in the row: its subject was taken for another's, as in
    "The ban reverses one of 2013, when two judges, citing the law, lifted the toll".
    """
    if verb.dep_ != "conj" or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return False
    joints = [*verb.head.children] if verb.tag_ in {"VBN", "VBG"} else [*verb.head.subtree]
    if verb.tag_ not in {"VBN", "VBG"} and (_has_own_subject(verb) or verb.nbor(-1).text != ","):
        return False
    last = verb.i if verb.tag_ in {"VBN", "VBG"} else len(verb.doc)
    row = {verb.head, verb, *verb.conjuncts}
    return not any(child.dep_ == "cc" and child.head in row and verb.head.i < child.i < last for child in joints)


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in syntax.SUBJECTS for child in verb.children)


def _parse_risk(sentence: Sentence, verb: Token) -> float:
    length = len(sentence.span)
    commas = sum(1 for token in sentence.span if token.text == ",")
    return max(0, length - 20) / 60 + commas / 40 + (0.1 if verb.dep_ == "conj" else 0.0)
