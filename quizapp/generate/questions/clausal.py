"""Questions from a clause: each part of a fact asked for in turn."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, sorts
from quizapp.generate.arguments import counted_end, parted
from quizapp.generate.article import Article
from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import in_place, numbers, quantities, times, verbs
from quizapp.generate.questions.answers import answer_of
from quizapp.generate.questions.assembly import LONGEST_ANSWER, Wanted, answer_text, candidate, pieces, with_inversion
from quizapp.generate.questions.subjects import ask_subject, askable
from quizapp.generate.questions.words import Asking, asking

_MEASURES = frozenset({"high", "tall", "long", "wide", "deep", "thick", "heavy"})
_MOTION = frozenset({"go", "travel", "come", "return", "walk", "drive", "fly", "move", "head", "get"})
"""Verbs whose goal is asked for by "where", not by "what … to"."""
_WITHIN = re.compile(r"the (?:\w+ )?(province|state|region|county|district|department|prefecture) of [A-Z]")
_NAMING = frozenset({"call", "name", "dub", "term", "label", "brand", "nickname"})
"""Verbs that give a name: "What did Ada Holm call the plan?"."""
MIN_ATTRIBUTE = 2
"""Words of a noun that tells what something is."""


def ask(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Yield a candidate for every part of ``fact`` that can be asked for."""
    changes = [one for one in fact.arguments if one.slot is Slot.AMOUNT]
    for argument in changes:
        wanted = Wanted(argument.phrase.text, Sort.COUNT, "amount", strand=False, worth=0.3)
        yield from with_inversion(fact, argument, Asking("by how much"), wanted)
    if changes:
        return
    yield from ask_subject(article, fact)
    if fact.subject.sort is Sort.COUNT:
        return
    for argument in fact.arguments:
        yield from _ask_count_inside(article, fact, argument)
        if not numbers.is_clocked(argument):
            yield from _ask_slot(article, fact, argument)
        yield from numbers.ask(fact, argument)
        yield from quantities.ask(fact, argument)


def _ask_slot(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    match argument.slot:
        case Slot.TIME:
            yield from times.ask(article, fact, argument)
        case Slot.PLACE:
            yield from _ask_place(article, fact, argument)
        case Slot.CAUSE | Slot.PURPOSE:
            yield from _ask_why(fact, argument)
        case Slot.AGENT:
            yield from _ask_agent(article, fact, argument)
            yield from in_place.ask(article, fact, argument)
        case Slot.FIXED | Slot.ANCHOR:
            return
        case _:
            yield from _ask_part(article, fact, argument)
            yield from in_place.ask(article, fact, argument)


def _ask_part(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    phrase = argument.phrase
    if phrase.head.pos_ == "ADJ" and phrase.head.lower_ in _MEASURES and (size := _size(phrase)):
        yield from with_inversion(
            fact,
            argument,
            Asking(f"how {phrase.head.lower_}"),
            Wanted(size, Sort.DURATION, "measure", strand=False, worth=0.3),
        )
        return
    if phrase.head.pos_ == "ADJ" or (argument.slot is Slot.ATTRIBUTE and fact.predicate.lemma != "be"):
        if '"' in phrase.text and (argument.preposition == "as" or phrase.head.dep_ == "oprd"):
            how = Asking("what" if fact.predicate.lemma in _NAMING else "how")
            yield from with_inversion(fact, argument, how, Wanted(phrase.text, Sort.QUOTE, "how", strand=False))
        return
    if (
        argument.preposition in {"since", "after", "during"}
        and phrase.head.lemma_.lower() in lexicon.EVENT_NOUNS
        and askable(phrase)
    ):
        asked = Asking(f"{argument.preposition} which event")
        yield from with_inversion(
            fact, argument, asked, Wanted(phrase.text, Sort.THING, "event", strand=False, worth=-0.2)
        )
        return
    if argument.slot is Slot.ATTRIBUTE and fact.predicate.lemma == "be":
        yield from _ask_attribute(fact, argument)
        return
    word = asking(article, phrase)
    if word is not None and (fronted := _fronted(fact, argument, word)) is not None:
        wanted = Wanted(answer_text(phrase), phrase.sort, argument.slot.value, strand=False)
        yield from with_inversion(fact, argument, fronted, wanted)
        return
    if word is None or not askable(phrase) or not _may_be_asked(fact, argument, word):
        return
    if len(phrase.text.split()) > LONGEST_ANSWER:
        yield from _ask_inside(article, fact, argument)
    yield from with_inversion(
        fact, argument, word, Wanted(answer_of(article, fact, phrase), phrase.sort, argument.slot.value)
    )


def _fronted(fact: Fact, argument: Argument, word: Asking) -> Asking | None:
    """Return "from where", "of what" for what would stand at the end badly; None where the plain word does."""
    if word.words != "what" or not argument.preposition:
        return None
    if fact.construct == "relative of":
        return Asking(f"{argument.preposition} what")
    from_place = argument.preposition == "from" and argument.phrase.sort is Sort.PLACE
    asked = from_place and askable(argument.phrase) and _may_be_asked(fact, argument, word)
    return Asking("from where") if asked else None


def _belongs_to_object(fact: Fact, argument: Argument) -> bool:
    """Say whether "to …" behind an object says more of it than of the verb: "pass changes to the tax code"."""
    after = fact.arguments[fact.arguments.index(argument) + 1 :]
    return (
        any(one.preposition == "to" and not one.optional for one in after)
        and fact.predicate.lemma not in lexicon.GIVING_VERBS
    )


def _size(phrase: Phrase) -> str:
    """Return "5,642 meters" of "5,642 meters high"."""
    measured = any(child.dep_ == "npadvmod" and numbers_before(child) for child in phrase.head.children)
    return (
        phrase.text.removesuffix(phrase.head.text).strip()
        if measured and phrase.text.endswith(phrase.head.text)
        else ""
    )


def numbers_before(noun: Token) -> bool:
    """Say whether a noun is counted."""
    return sorts.number_token(noun) is not None


def _ask_inside(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for the end of a long object: "What is Robert Mueller heading an investigation into?"."""
    halves = parted(article, fact.sentence, argument)
    if halves is None:
        return
    front, inner = halves
    word = asking(article, inner.phrase)
    if word is None or not askable(inner.phrase):
        return
    place = fact.arguments.index(argument)
    arguments = (*fact.arguments[:place], front, inner, *fact.arguments[place + 1 :])
    yield from with_inversion(
        replace(fact, arguments=arguments),
        inner,
        word,
        Wanted(answer_of(article, fact, inner.phrase), inner.phrase.sort, "inside the object"),
    )


def _ask_count_inside(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for a number at the end of an object: "How many senators did the plan win the votes of?"."""
    if argument.slot is not Slot.OBJECT or fact.negative or not _is_last(fact, argument):
        return
    halves = counted_end(article, fact.sentence, argument)
    counted = numbers.split(halves[1].phrase) if halves is not None else None
    if halves is None or counted is None:
        return
    front, inner = halves
    place = fact.arguments.index(argument)
    arguments = (*fact.arguments[:place], front, inner, *fact.arguments[place + 1 :])
    yield from with_inversion(
        replace(fact, arguments=arguments),
        inner,
        Asking(f"how many {counted.rest}", singular=False),
        Wanted(counted.answer, Sort.COUNT, "count inside the object", worth=0.4),
    )


def _may_be_asked(fact: Fact, argument: Argument, word: Asking) -> bool:
    """Say whether asking for this part makes a question somebody would ask."""
    if fact.negative and argument.phrase.sort not in {Sort.COUNTRY, Sort.PERSON, Sort.ORGANISATION, Sort.PLACE}:
        return False
    if argument.slot is Slot.OBJECT:
        light = fact.predicate.lemma in lexicon.LIGHT_VERBS and word.words in {"what", "who"}
        alone = fact.construct == "going along" and all(one is argument or one.optional for one in fact.arguments)
        return not light and not alone and not _belongs_to_object(fact, argument)
    if argument.slot is not Slot.OBLIQUE:
        return True
    heard = argument.preposition == "before" and argument.phrase.sort is Sort.ORGANISATION
    if argument.preposition not in lexicon.ASKABLE_PREPOSITIONS and not heard:
        return False
    if word.leads:
        return not fact.attribution
    bare = argument.phrase.entity is None and len(argument.phrase.text.split()) == 1
    goal = fact.predicate.lemma in _MOTION and argument.preposition == "to"
    return not (bare or goal) and not argument.optional and fact.predicate.lemma != "be" and _is_last(fact, argument)


def _is_last(fact: Fact, argument: Argument) -> bool:
    """Say whether nothing that has to stay follows: a preposition can be left at the end then."""
    after = fact.arguments[fact.arguments.index(argument) + 1 :]
    return all(one.optional for one in after)


def _ask_attribute(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """What or who somebody is: "Who is Dmitri Peskov?"."""
    if len(fact.arguments) > 1 and any(not other.optional for other in fact.arguments if other is not argument):
        return
    owned = _is_owned_thing(fact) and _is_a_name(argument.phrase)
    if (fact.subject.entity is None and not owned) or not askable(argument.phrase):
        return
    if len(argument.phrase.text.split()) < MIN_ATTRIBUTE and not owned:
        return
    word = "who" if fact.subject.sort is Sort.PERSON else "what"
    pair = verbs.inverted(fact.predicate)
    if pair is not None and not fact.negative:
        yield candidate(
            fact,
            word,
            [pair[0], fact.subject.text, pair[1]],
            Wanted(answer_text(argument.phrase), Sort.THING, "what it is", worth=0.3),
            argument.phrase,
        )


def _is_owned_thing(fact: Fact) -> bool:
    """Say whether the subject is what somebody with a name has one of: "Kcho's real name", "Norland's capital"."""
    owner = next((one for one in fact.subject.head.children if one.dep_ == "poss"), None)
    one_thing = fact.subject.sort is not Sort.PERSON and fact.subject.head.tag_ == "NN"
    return owner is not None and owner.pos_ == "PROPN" and owner in fact.subject.tokens and one_thing


def _is_a_name(phrase: Phrase) -> bool:
    """Say whether a phrase is a name and nothing else."""
    return all(token.text[:1].isupper() for token in phrase.tokens) and phrase.head.pos_ == "PROPN"


def _ask_place(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    phrase = argument.phrase
    word = asking(article, phrase)
    if word is None or not askable(phrase) or (phrase.entity is None and len(phrase.text.split()) == 1):
        return
    if argument.preposition == "in" and word.words.startswith(
        ("which country", "which two", "which region", "which city")
    ):
        word = Asking(f"in {word.words}")
    elif argument.preposition == "in" and (inside := _WITHIN.match(phrase.text)):
        word = Asking(f"in which {inside[1]}")
    elif argument.preposition in {"in", "at"}:
        word = Asking("where")
    else:
        return
    yield from with_inversion(fact, argument, word, Wanted(answer_text(phrase), phrase.sort, "place", strand=False))


def _ask_why(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    noun = argument.preposition == "for" and argument.phrase.head.pos_ in {"NOUN", "PROPN"}
    answer = argument.phrase.text if noun else argument.text
    yield from with_inversion(
        fact, argument, Asking("why"), Wanted(answer, Sort.CLAUSE, argument.slot.value, strand=False, worth=0.2)
    )


def _ask_agent(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    word = asking(article, argument.phrase)
    active = verbs.active(fact.predicate)
    if word is None or active is None or not word.singular or not askable(argument.phrase):
        return
    body = [active, fact.subject.text, *pieces(fact, argument, 6)]
    yield candidate(
        fact, word.words, body, Wanted(answer_text(argument.phrase), argument.phrase.sort, "agent"), argument.phrase
    )
