"""Questions for the subject of a clause: who did it, how many did, what share of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import lexicon, sorts
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import numbers, quantities, verbs
from quizapp.generate.questions.answers import answer_of
from quizapp.generate.questions.assembly import Wanted, candidate, pieces
from quizapp.generate.questions.words import Asking, asking


def ask_subject(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Yield the question whose answer is the subject, or its number."""
    if any(True for _ in _objections(fact)):
        return
    counted = numbers.split(fact.subject)
    if counted is not None:
        wanted = Wanted(counted.answer, Sort.COUNT, "subject count", worth=0.3)
        yield _counted(fact, f"how many {counted.rest}", wanted)
        return
    for share in numbers.shares(fact.subject):
        wanted = Wanted(share.answer, Sort.SHARE, "subject share", worth=0.3)
        yield _counted(fact, f"what share of {share.rest}", wanted)
    measured = quantities.split(fact.subject)
    if measured is not None:
        words, wanted = measured
        yield candidate(
            fact, words, [verbs.plain(fact.predicate, singular=True), *pieces(fact, None, 8)], wanted, fact.subject
        )
    owned = _owned(article, fact.subject)
    if owned is not None:
        owner, rest = owned
        singular = not fact.subject.plural
        body = [verbs.plain(fact.predicate, singular=singular), *pieces(fact, None, len(rest.split()) + 2)]
        yield candidate(fact, f"whose {rest}", body, Wanted(owner.text, owner.sort, "subject"), owner)
        return
    word = _word(article, fact)
    if word is not None:
        body = [verbs.plain(fact.predicate, singular=word.singular), *pieces(fact, None, 5)]
        wanted = Wanted(answer_of(article, fact, fact.subject), fact.subject.sort, "subject")
        yield candidate(fact, word.words, body, wanted, fact.subject)


def _owned(article: Article, subject: Phrase) -> tuple[Phrase, str] | None:
    """Take "Ada Holm's coalition" apart: whose it is, and what; a thing is better asked by whose than by what."""
    match = _OWNER.fullmatch(subject.text)
    if match is None or subject.sort is not Sort.THING or subject.members > 1 or subject.head.pos_ != "NOUN":
        return None
    named = (one for one in article.register.within(match["owner"]) if one.kind is EntityKind.PERSON)
    owner = next((one for one in named if match["owner"].endswith(one.name)), None)
    if owner is None:
        return None
    return replace(subject, text=owner.name, sort=Sort.PERSON, entity=owner, plural=False), match["rest"]


_OWNER = re.compile(r"(?P<owner>[A-Z][\w.'-]*?(?: [A-Z][\w.'-]*?)+)(?:'s|') (?P<rest>[a-z][\w -]*)")


def _objections(fact: Fact) -> Iterator[str]:
    """Yield why others might be the answer as well, or why nobody would ask."""
    subject, predicate = fact.subject, fact.predicate
    if subject.text in lexicon.SUBJECT_PRONOUNS:
        yield "it is named in front"
    if any(child.lower_ in {"also", "too"} for child in predicate.token.children):
        yield "others do it too"
    if any(child.dep_ == "conj" and child.lemma_ == "do" and _follows_so(child) for child in predicate.token.children):
        yield "others did so"
    if fact.construct in {"going along", "force"}:
        yield "the clause beside it is the better one to ask"
    if fact.negative and numbers.split(subject) is None:
        yield "many do not"
    if subject.sort is Sort.DATE:
        yield "a time does nothing"
    if predicate.lemma == "be":
        yield from _objections_to_being(fact)


def _follows_so(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).lower_ in {"so", "as"}


def _objections_to_being(fact: Fact) -> Iterator[str]:
    subject = fact.subject
    if subject.plural and subject.entity is None and numbers.split(subject) is None:
        yield "many things are so"
    if any(one.slot is Slot.ATTRIBUTE and one.text.startswith(("one ", "among ")) for one in fact.arguments):
        yield "others are among them"
    if re.match(r"(?:an?|another|one) ", subject.text):
        yield "it names nothing"


def _counted(fact: Fact, words: str, wanted: Wanted) -> Candidate:
    body = [verbs.plain(fact.predicate, singular=False), *pieces(fact, None, len(words.split()) + 2)]
    return candidate(fact, words, body, wanted, fact.subject)


def _word(article: Article, fact: Fact) -> Asking | None:
    """Return the question word for the subject; None if there is none that fits."""
    subject, predicate = fact.subject, fact.predicate
    if fact.kind:
        return Asking(f"which {fact.kind}")
    word = asking(article, subject)
    if word is None or not askable(subject) or subject.tokens[-1].pos_ == "ADV":
        return None
    if word.words == "who" and predicate.lemma == "be" and not _is_said_of_people(fact):
        return None
    if _stands_for_government(fact):
        return Asking("which government")
    somebody = predicate.lemma in lexicon.AGENT_VERBS and not predicate.passive and subject.head.pos_ == "PROPN"
    return Asking("who") if word.words == "what" and somebody else word


def _is_said_of_people(fact: Fact) -> bool:
    """Say whether what somebody "is" can be said of people: "the eighth largest island" cannot."""
    nouns = [one.phrase.head for one in fact.arguments if one.slot is Slot.ATTRIBUTE and one.phrase.head.pos_ == "NOUN"]
    return all(sorts.names_person(noun) or lexicon.names_person(noun.lemma_.lower()) for noun in nouns)


def _stands_for_government(fact: Fact) -> bool:
    """Say whether a capital stands for its government: "Beijing has a growing presence"."""
    name = fact.subject.text.removeprefix("the ")
    return (
        fact.subject.sort is Sort.PLACE
        and gazetteer.metonym(name) is not None
        and fact.predicate.lemma not in {"be", "lie", "host", "stand", "grow"}
        and not fact.predicate.passive
    )


def askable(phrase: Phrase) -> bool:
    """Say whether a phrase says enough by itself to be an answer."""
    if re.match(r"(?:his|her|its|their|more|other|fewer|less|another)\b", phrase.text):
        return False
    return phrase.head.lemma_.lower() not in lexicon.VAGUE_NOUNS and phrase.head.pos_ in {"NOUN", "PROPN", "PRON"}
