"""A part of those who were counted: "killing 21 people, including six children", "among them three nurses".

Rule ``part``: what is told of all is told of the part, so the part takes their place in the clause.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import cut, lexicon, sorts, syntax
from quizapp.generate.article import Article, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Fact, Phrase, Silence, Slot
from quizapp.generate.facts import clauses, participles

_TOGETHER = frozenset({"be", "have", "include", "number", "total", "form", "make", "gather", "meet"})
"""What is so of all together is not so of a part."""


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every counted part of those a clause tells something of."""
    for word in sentence.span:
        if word.lower_ in {"including", "among"} and word.i > sentence.span.start and not syntax.in_quotation(word):
            part = _part(word)
            whole = _whole(word) if part is not None else None
            if part is not None and whole is not None:
                found = _of_part(article, sentence, whole, part)
                if found is not None:
                    yield found


def _part(word: Token) -> Token | None:
    """Return the counted noun behind "including" or "among them"."""
    place = word.i + (2 if word.lower_ == "among" else 1)
    if place >= len(word.doc) or (word.lower_ == "among" and word.nbor(1).lower_ != "them"):
        return None
    noun = next((one for one in word.doc[place].subtree if one.tag_ == "NNS"), None)
    heads = (noun, word.doc[place].head, word.doc[place].head.head)
    found = next((one for one in heads if one is not None and one.tag_ == "NNS" and one.i >= place), None)
    if found is None or sorts.number_token(found) is None or found.left_edge.i > place:
        return None
    return found if len(syntax.conjuncts(found)) == 1 else None


def _whole(word: Token) -> Token | None:
    """Return the noun that the part is of: the last plural noun of a clause before the comma."""
    if word.nbor(-1).text != ",":
        return None
    before = word.nbor(-2)
    for one in (before, *before.ancestors):
        if one.tag_ == "NNS" and one.dep_ in {"dobj", *syntax.SUBJECTS} and one.i < word.i:
            return one
        if one.pos_ == "VERB":
            return None
    return None


def _of_part(article: Article, sentence: Sentence, whole: Token, part: Token) -> Fact | Silence | None:
    verb = whole.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() in _TOGETHER | lexicon.SAY_VERBS:
        return None
    along = verb.dep_ == "advcl" and verb.tag_ == "VBG"
    fact = participles.going_along(article, sentence, verb) if along else clauses.from_verb(article, sentence, verb)
    if not isinstance(fact, Fact) or fact.negative:
        return fact
    worded = cut.worded_phrase(At(article, sentence, (), negative=False), part)
    if isinstance(worded, Silence):
        return worded
    if fact.subject.head == whole:
        return replace(fact, construct="part", subject=worded, substitutions=_log(fact, worded))
    inside = [one for one in fact.arguments if one.slot is Slot.OBJECT and one.phrase.head == whole]
    if not inside:
        return None
    arguments = tuple(replace(one, phrase=worded) if one is inside[0] else one for one in fact.arguments)
    return replace(fact, construct="part", arguments=arguments, substitutions=_log(fact, worded))


def _log(fact: Fact, worded: Phrase) -> tuple[tuple[str, str], ...]:
    return (*fact.substitutions, *worded.substitutions)
