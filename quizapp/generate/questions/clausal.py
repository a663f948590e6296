"""Questions from a clause: each part of a fact asked for in turn."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import clause, lexicon, phrases
from quizapp.generate.article import Article
from quizapp.generate.dating import month_of
from quizapp.generate.fact import Argument, Candidate, Fact, Phrase, Slot, Sort
from quizapp.generate.questions import numbers, verbs
from quizapp.generate.questions.words import Asking, asking

_MEASURES = frozenset({"high", "tall", "long", "wide", "deep", "old", "thick", "heavy"})
LONGEST_ANSWER = 6
"""Words of an answer (rubric 9)."""
COMFORT = 18
"""Words of a question beyond which what may be left out is left out."""
_RISK = {Slot.SUBJECT: 0.0, Slot.OBJECT: 0.05, Slot.ATTRIBUTE: 0.1, Slot.AGENT: 0.05, Slot.OBLIQUE: 0.2}


def ask(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Yield a candidate for every part of ``fact`` that can be asked for."""
    yield from _ask_subject(article, fact)
    if numbers.split(fact.subject) is not None:
        return
    for argument in fact.arguments:
        match argument.slot:
            case Slot.TIME:
                yield from _ask_time(article, fact, argument)
            case Slot.PLACE:
                yield from _ask_place(article, fact, argument)
            case Slot.CAUSE | Slot.PURPOSE:
                yield from _ask_why(fact, argument)
            case Slot.AGENT:
                yield from _ask_agent(article, fact, argument)
            case Slot.FIXED:
                continue
            case _:
                yield from _ask_part(article, fact, argument)
        yield from numbers.ask(fact, argument, _with_inversion)


def _ask_subject(article: Article, fact: Fact) -> Iterator[Candidate]:
    if any(child.lower_ in {"also", "too"} for child in fact.predicate.token.children):
        return
    if fact.negative or (fact.predicate.lemma == "be" and fact.subject.plural and fact.subject.entity is None and numbers.split(fact.subject) is None):
        return
    if fact.predicate.lemma == "be" and re.match(r"(?:an?|another|one) ", fact.subject.text):
        return
    counted = numbers.split(fact.subject)
    if counted is not None:
        body = [verbs.plain(fact.predicate, singular=False), *_pieces(fact, None, len(counted.rest.split()) + 3)]
        yield _candidate(fact, f"how many {counted.rest}", body, counted.answer, Sort.COUNT, "subject count", fact.subject, worth=0.3)
        return
    word = asking(article, fact.subject)
    if word is None or not _askable(fact.subject):
        return
    if fact.subject.sort in {Sort.PLACE, Sort.COUNTRY} and _stands_for_government(fact):
        word = Asking("which government")
    if word.words == "what" and fact.predicate.lemma in lexicon.AGENT_VERBS and fact.subject.head.pos_ == "PROPN":
        word = Asking("who")
    body = [verbs.plain(fact.predicate, singular=word.singular), *_pieces(fact, None, 5)]
    yield _candidate(fact, word.words, body, answer_text(fact.subject), fact.subject.sort, "subject", fact.subject)


def _stands_for_government(fact: Fact) -> bool:
    """Say whether a capital stands for its government: "Beijing has a growing presence"."""
    name = fact.subject.text.removeprefix("the ")
    return fact.subject.sort is Sort.PLACE and gazetteer.metonym(name) is not None and fact.predicate.lemma not in {"be", "lie", "host", "stand", "grow"} and not fact.predicate.passive


def _ask_part(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    phrase = argument.phrase
    if phrase.head.pos_ == "ADJ" and phrase.head.lower_ in _MEASURES and (size := _size(phrase)):
        yield from _with_inversion(fact, argument, Asking(f"how {phrase.head.lower_}"), size, Sort.DURATION, "measure", strand=False, worth=0.3)
        return
    if phrase.head.pos_ == "ADJ" or argument.slot is Slot.ATTRIBUTE and fact.predicate.lemma != "be":
        if '"' in phrase.text and argument.slot is Slot.ATTRIBUTE:
            yield from _with_inversion(fact, argument, Asking("how"), phrase.text, Sort.QUOTE, "how", strand=False)
        return
    if argument.preposition in {"since", "after", "during"} and phrase.head.lemma_.lower() in lexicon.EVENT_NOUNS and _askable(phrase):
        asked = Asking(f"{argument.preposition} which event")
        yield from _with_inversion(fact, argument, asked, phrase.text, Sort.THING, "event", strand=False)
        return
    if argument.slot is Slot.ATTRIBUTE and fact.predicate.lemma == "be":
        yield from _ask_attribute(article, fact, argument)
        return
    word = asking(article, phrase)
    if word is None or not _askable(phrase) or not _may_be_asked(fact, argument, word):
        return
    if len(phrase.text.split()) > LONGEST_ANSWER:
        yield from _ask_inside(article, fact, argument)
    yield from _with_inversion(fact, argument, word, answer_text(phrase), phrase.sort, argument.slot.value)


def _size(phrase: Phrase) -> str:
    """Return "5,642 meters" of "5,642 meters high"."""
    measured = any(child.dep_ == "npadvmod" and numbers_before(child) for child in phrase.head.children)
    return phrase.text.removesuffix(phrase.head.text).strip() if measured and phrase.text.endswith(phrase.head.text) else ""


def numbers_before(noun: Token) -> bool:
    """Say whether a noun is counted."""
    return phrases.number_token(noun) is not None


def _ask_inside(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """Ask for the end of a long object: "What is Robert Mueller heading an investigation into?"."""
    parted = clause.parted(article, fact.sentence, argument)
    if parted is None:
        return
    front, inner = parted
    word = asking(article, inner.phrase)
    if word is None or not _askable(inner.phrase):
        return
    place = fact.arguments.index(argument)
    arguments = (*fact.arguments[:place], front, inner, *fact.arguments[place + 1 :])
    yield from _with_inversion(
        replace(fact, arguments=arguments), inner, word, answer_text(inner.phrase), inner.phrase.sort, "inside the object"
    )


def _may_be_asked(fact: Fact, argument: Argument, word: Asking) -> bool:
    """Say whether asking for this part makes a question somebody would ask."""
    if fact.negative and argument.phrase.sort not in {Sort.COUNTRY, Sort.PERSON, Sort.ORGANISATION, Sort.PLACE}:
        return False
    light = fact.predicate.lemma in lexicon.LIGHT_VERBS
    if argument.slot is Slot.OBJECT:
        return not (light and word.words == "what")
    if argument.slot is Slot.OBLIQUE and word.leads:
        return argument.preposition in lexicon.ASKABLE_PREPOSITIONS and not fact.attribution
    if argument.slot is Slot.OBLIQUE:
        if argument.preposition not in lexicon.ASKABLE_PREPOSITIONS or argument.optional:
            return False
        return not (fact.predicate.lemma == "be")
    return True


def _ask_attribute(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """What or who somebody is: "Who is Dmitri Peskov?"."""
    if len(fact.arguments) > 1 and any(not other.optional for other in fact.arguments if other is not argument):
        return
    if fact.subject.entity is None or not _askable(argument.phrase):
        return
    word = "who" if fact.subject.sort is Sort.PERSON else "what"
    pair = verbs.inverted(fact.predicate)
    if pair is not None and not fact.negative:
        yield _candidate(fact, word, [pair[0], fact.subject.text, pair[1]], answer_text(argument.phrase), Sort.THING, "what it is", argument.phrase, worth=0.3)


def _ask_time(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    phrase = argument.phrase
    if phrase.sort is Sort.DURATION:
        yield from _ask_duration(article, fact, argument)
    elif phrases.names_a_date(phrase.text) and argument.preposition in {"in", "on", "at", ""} and phrase.sort is Sort.DATE:
        words = "in which year" if len(fact.subject.text.split()) == 1 and len(phrase.text.split()) == 1 else "when"
        yield from _with_inversion(fact, argument, Asking(words), phrase.text, Sort.DATE, "time", strand=False, worth=0.3)


def _ask_duration(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    """How long: what still lasts is told as of the article's month, and left alone when that is unknown."""
    if not argument.preposition and fact.predicate.token.tag_ == "VBD":
        yield from _with_inversion(fact, argument, Asking("how long"), argument.phrase.text, Sort.DURATION, "duration", strand=False, worth=0.2)
    counted = numbers.split(argument.phrase)
    lasting = fact.predicate.auxiliaries[:1] in {("has",), ("have",)} or fact.predicate.token.tag_ in {"VBZ", "VBP"}
    if counted is None or argument.preposition not in {"for", "in", "within", "over"} or (lasting and not article.date):
        return
    if lasting:
        if fact.predicate.auxiliaries[:1] not in {("has",), ("have",)}:
            return
        predicate = replace(fact.predicate, auxiliaries=("had", *fact.predicate.auxiliaries[1:]))
        as_of = Argument(Slot.FIXED, Phrase(f"as of {month_of(article.date)}", Sort.DATE, (), argument.phrase.head))
        fact = replace(fact, predicate=predicate, arguments=(*fact.arguments, as_of))
    words = Asking(f"{argument.preposition} how many {argument.phrase.head.lemma_.lower()}s")
    yield from _with_inversion(fact, argument, words, argument.phrase.text, Sort.DURATION, "duration", strand=False, worth=0.2)


def _ask_place(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    phrase = argument.phrase
    word = asking(article, phrase)
    if word is None or not _askable(phrase):
        return
    if argument.preposition == "in" and word.words.startswith(("which country", "which two", "which region", "which city")):
        word = Asking(f"in {word.words}")
    elif argument.preposition in {"in", "at"}:
        word = Asking("where")
    else:
        return
    yield from _with_inversion(fact, argument, word, answer_text(phrase), phrase.sort, "place", strand=False)


def _ask_why(fact: Fact, argument: Argument) -> Iterator[Candidate]:
    noun = argument.preposition == "for" and argument.phrase.head.pos_ in {"NOUN", "PROPN"}
    answer = argument.phrase.text if noun else argument.text
    yield from _with_inversion(fact, argument, Asking("why"), answer, Sort.CLAUSE, argument.slot.value, strand=False, worth=0.2)


def _ask_agent(article: Article, fact: Fact, argument: Argument) -> Iterator[Candidate]:
    word = asking(article, argument.phrase)
    active = verbs.active(fact.predicate)
    if word is None or active is None or not word.singular or not _askable(argument.phrase):
        return
    body = [active, fact.subject.text, *_pieces(fact, argument, 6)]
    yield _candidate(fact, word.words, body, answer_text(argument.phrase), argument.phrase.sort, "agent", argument.phrase)


def _with_inversion(
    fact: Fact,
    argument: Argument,
    word: Asking,
    answer: str,
    sort: Sort,
    asked: str,
    *,
    strand: bool = True,
    worth: float = 0.0,
) -> Iterator[Candidate]:
    """Word the question for a part that is not the subject."""
    pair = verbs.inverted(fact.predicate)
    if pair is None:
        return
    words = word.words
    preposition = argument.preposition if strand else ""
    if preposition and word.leads:
        words, preposition = f"{preposition} {words}", ""
    taken = len(words.split()) + len(fact.subject.text.split()) + len(" ".join(pair).split())
    body = [pair[0], fact.subject.text, pair[1], *_pieces(fact, argument, taken, preposition)]
    yield _candidate(fact, words, body, answer, sort, asked, argument.phrase, worth=worth)


def _pieces(fact: Fact, asked: Argument | None, taken: int, stranded: str = "") -> list[str]:
    """Return the other parts of the clause in order; what may be left out goes first when it grows long."""
    kept = [argument for argument in fact.arguments if argument is not asked and not _still_lasts(fact, argument)]
    total = taken + sum(len(argument.text.split()) for argument in kept) + 2
    for argument in sorted(kept, key=lambda one: (one.slot is Slot.TIME, -len(one.text.split()), one.text)):
        if total > COMFORT and argument.optional:
            kept.remove(argument)
            total -= len(argument.text.split())
    core = [argument for argument in fact.arguments if argument is asked or (argument in kept and not argument.optional)]
    parts = [stranded if argument is asked else _said(argument) for argument in core]
    if asked is not None and asked.optional:
        parts = [part for part in parts if part]
    return parts + [argument.text for argument in _settings(kept)]


def _said(argument: Argument) -> str:
    """Return an argument as a question says it; of two shares the first is enough."""
    if argument.phrase.sort is Sort.SHARE and argument.phrase.members > 1:
        return argument.text.split(" and ")[0]
    return argument.text


def _still_lasts(fact: Fact, argument: Argument) -> bool:
    """Say whether a length of time grows from day to day: "has worked for 14 years"."""
    lasting = fact.predicate.auxiliaries[:1] in {("has",), ("have",)}
    return lasting and argument.slot is Slot.TIME and argument.phrase.sort is Sort.DURATION and argument.optional


def _settings(kept: list[Argument]) -> list[Argument]:
    """Return what sets the scene in the order English likes: how, where, when."""
    order = {Slot.PLACE: 1, Slot.TIME: 2}
    return sorted((one for one in kept if one.optional), key=lambda one: order.get(one.slot, 0))


def _candidate(
    fact: Fact, words: str, body: list[str], answer: str, sort: Sort, asked: str, phrase: Phrase, *, worth: float = 0.0
) -> Candidate:
    sentence = phrases.tidy(" ".join(part for part in [words, *body] if part))
    lead = f"According to {fact.attribution}, " if fact.attribution else ""
    question = lead + (sentence if lead else sentence[0].upper() + sentence[1:]) + "?"
    return Candidate(
        question=question,
        answer=answer,
        sort=sort,
        rule=f"{fact.construct}/{asked}",
        fact=fact,
        asked=phrase,
        substitutions=fact.substitutions,
        risk=fact.risk,
        worth=worth,
    )


def answer_text(phrase: Phrase) -> str:
    """Return a phrase as an answer: a person's name without the office before it."""
    entity = phrase.entity
    if entity is not None and phrase.members == 1 and phrase.sort is Sort.PERSON and phrase.text.endswith(entity.name):
        return entity.name
    return phrase.text.removeprefix("both ") if phrase.members > 1 else phrase.text


def _askable(phrase: Phrase) -> bool:
    if re.match(r"(?:his|her|its|their) ", phrase.text):
        return False
    return phrase.head.lemma_.lower() not in lexicon.VAGUE_NOUNS and phrase.head.pos_ in {"NOUN", "PROPN", "PRON"}
