"""Questions about names: who holds an office, what something is, what letters stand for, who said it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quizapp.cards.model import Kind
from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Phrase, Sort
from quizapp.generate.facts import lists
from quizapp.generate.questions import assembly, seats, verbs, words, workplaces
from quizapp.generate.questions.assembly import LONGEST_ANSWER, Wanted
from quizapp.generate.vocabulary import ORGANISATION_WORDS

_FORMERLY = frozenset({"former", "ex", "late", "then", "co", "deputy", "vice", "assistant", "senior", "junior"})
"""Words before an office that others hold or have held as well."""


def identity(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask "Who is Dmitri Peskov?" and, where only one can be it, "Who is the Kremlin spokesman?"."""
    said, *when = (argument.phrase for argument in fact.arguments)
    tail = f" {when[0].text}" if when else ""
    verb = fact.predicate.form
    word = "Who" if fact.subject.sort is Sort.PERSON else "What"
    if fact.subject.sort is not Sort.PERSON:
        yield from _membership(article, fact, said)
        if said.text.startswith("the "):
            named = None if said.text.startswith("the capital ") else words.asking(article, fact.subject)
            yield from _holder(fact, named.words.capitalize() if named else word, verb, said.text, tail)
        return
    yield from _spoken_for(fact, said)
    if not when:
        yield from _held_once(article, fact, said)
    short, place = _workplace(said)
    if len(short.split()) > LONGEST_ANSWER:
        short = _cut(article, fact, said)
    told_apart = bool(place) and short.startswith("the ")
    for_a_time = not when or bool(set(short.lower().split()) & lexicon.OFFICES)
    if for_a_time and said.head.lemma_ != "member" and not _is_vague(short) and not told_apart:
        yield _made(
            fact, f"{word} {verb} {fact.subject.text}{tail}?", Wanted(short, Sort.THING, "what it is", worth=0.1)
        )
    if place:
        preposition, _, where = place.partition(" ")
        if len(where.split()) > LONGEST_ANSWER:
            where = where.partition(" at ")[0]
        body = "which committee" if where.endswith("Committee") else "which institution"
        asked = f"{preposition.capitalize()} {body} {verb if when else 'was'} {fact.subject.text} {short}{tail}?"
        yield _made(fact, asked, Wanted(where, Sort.ORGANISATION, "where", worth=0.1))
    if said.text.startswith("the ") or "'s " in said.text:
        yield from _holder(fact, word, verb, said.text, tail)
    elif _is_held_alone(article, fact, said):
        yield from _holder(fact, word, verb, f"the {said.text}", tail)


def _held_once(article: Article, fact: Fact, said: Phrase) -> Iterator[Candidate]:
    """Of what somebody held an office: what an article without a date can ask of it."""
    for one in workplaces.workplaces(article, fact, said):
        made = _made(fact, one.question(fact.subject.text), Wanted(one.answer, one.sort, "where", worth=-0.1))
        yield replace(made, substitutions=(*made.substitutions, *one.substitutions))


def _spoken_for(fact: Fact, said: Phrase) -> Iterator[Candidate]:
    """Ask which party and which voters somebody speaks for."""
    for name, one, accept in seats.seats(said.text):
        if fact.subject.entity is not None:
            made = _made(fact, one.question(fact.subject.entity.name), Wanted(one.answer, one.sort, name))
            yield replace(made, accept=accept, substitutions=(*made.substitutions, *one.substitutions))


def _is_held_alone(article: Article, fact: Fact, said: Phrase) -> bool:
    """Say whether an office without an article is told with its place: "curator of the Louvre"."""
    first, head = said.tokens[0], said.head
    bare = first.tag_ not in {"DT", "PRP$", "CD"} and first.lower_ not in _FORMERLY and head.tag_ in {"NN", "NNP"}
    place = next((child for child in head.children if child.dep_ == "prep" and child in said.tokens), None)
    named = place is not None and any(article.entity_at(fact.sentence, token) for token in place.subtree)
    return bare and named and head.lemma_.lower() not in {"member", "one", "part"}


def _is_vague(description: str) -> bool:
    """Say whether many people are what somebody is said to be: "a baker", "a former president"."""
    words = re.sub(r"^(?:(?:an?|the|former|ex|current|then|co)\b-?\s*)+", "", description)
    shared = re.match(r"(?:an? )?co-", description) is not None
    return not description.startswith("the ") and (shared or len(words.split()) == 1) and words.islower()


def _holder(fact: Fact, word: str, verb: str, office: str, tail: str) -> Iterator[Candidate]:
    """Who holds an office, when it is one that somebody holds alone."""
    if fact.subject.entity is not None:
        yield _made(
            fact,
            f"{word} {verb} {office}{tail}?",
            Wanted(fact.subject.text, fact.subject.sort, "who holds it", worth=0.5),
        )


def _membership(article: Article, fact: Fact, said: Phrase) -> Iterator[Candidate]:
    """Ask which organisation "a FIFA member" is a member of; a country is a member of many."""
    if fact.subject.sort is Sort.COUNTRY:
        return
    match = re.fullmatch(r"(?:a|an) (?P<body>[A-Z][\w.' -]*) member(?: state| country)?", said.text)
    if match:
        british = words.is_british(article)
        question = f"Which organi{'s' if british else 'z'}ation {fact.predicate.form} {fact.subject.text} a member of?"
        yield _made(fact, question, Wanted(match["body"], Sort.ORGANISATION, "membership", worth=0.2))


def _cut(article: Article, fact: Fact, said: Phrase) -> str:
    """Return a description cut to the words of an answer where what is left stays true."""
    for shorter in syntax.shortened(said.tokens, lexicon.LOOSE_PREPOSITIONS):
        worded = phrases.phrase_of(article, fact.sentence, said.head, shorter) if said.head in shorter else None
        if isinstance(worded, Phrase) and len(worded.text.split()) <= LONGEST_ANSWER:
            return worded.text
    return said.text


def _workplace(said: Phrase) -> tuple[str, str]:
    """Take "a law professor at the Georgetown Law Center" apart: what somebody is, and where."""
    last = next(
        (child for child in reversed(list(said.head.children)) if child.dep_ == "prep" and child in said.tokens), None
    )
    member = said.head.lemma_ == "member" and last is not None and last.lower_ == "of"
    if last is None or not (member or last.lower_ in {"at", "with", "in", "on"}):
        return said.text, ""
    front, middle, where = said.text.partition(f" {last.text} ")
    named = bool(middle) and where.split()[-1][:1].isupper()
    if not said.text.startswith(("a ", "an ")) and not (named and where.endswith("Committee")):
        return said.text, ""
    return (front, f"{last.text} {where}") if named else (said.text, "")


def definition(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask a definition backwards: what the active ingredient in magic mushrooms is."""
    named = words.asking(article, fact.subject) if fact.subject.sort is Sort.ORGANISATION else None
    word = named.words.capitalize() if named else "What"
    said = fact.arguments[0].phrase.text
    wanted = Wanted(fact.subject.text, fact.subject.sort, "what is it", worth=0.4)
    yield _made(fact, f"{word} {fact.predicate.form} {said}?", wanted)


def acronym(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """What letters stand for, and which letters stand for it."""
    name = fact.arguments[0].phrase.text
    letters = fact.subject.text
    yield _made(fact, f"What does {letters} stand for?", Wanted(name, Sort.THING, "expansion", worth=0.4))
    head = re.split(r" (?:of|for|on|in|against) ", name)[0].split()[-1].lower()
    spoken = f"the {name}" if head in ORGANISATION_WORDS else name
    yield _made(fact, f"What is the acronym for {spoken}?", Wanted(letters, Sort.THING, "letters", worth=-0.3))


def quotation(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Who said it."""
    spoken = fact.arguments[0].phrase.text
    inside = fact.predicate.token in fact.arguments[0].phrase.tokens
    verb = fact.predicate.form if inside else verbs.plain(fact.predicate, singular=True)
    end = "" if spoken.endswith('?"') else "?"
    yield _made(
        fact,
        f"Who {verb}, {spoken}{end}",
        Wanted(assembly.answer_text(fact.subject), fact.subject.sort, "speaker", worth=0.1),
    )


def description(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """How somebody describes something, in the words that are quoted."""
    thing, said = (argument.phrase for argument in fact.arguments)
    yield replace(
        _made(
            fact, f"How did {fact.subject.text} describe {thing.text}?", Wanted(said.text, Sort.QUOTE, "how", worth=0.2)
        ),
        asked=said,
    )


def named_list(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """What somebody calls by one name: a list card."""
    called, *items = (argument.phrase.text for argument in fact.arguments)
    (tense,) = fact.predicate.auxiliaries
    question = f"What {tense} {fact.subject.text} {fact.predicate.lemma} {called}?"
    made = _made(fact, question, Wanted(", ".join(items), Sort.THING, "items", worth=0.4))
    yield replace(made, kind=Kind.LIST, answers=tuple(items))


def members(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """How many belong to it."""
    number, noun = fact.arguments[0].phrase.text.split()
    yield _made(fact, f"How many {noun} does {fact.subject.text} have?", Wanted(number, Sort.COUNT, "count", worth=0.5))
    items = tuple(argument.phrase.text for argument in fact.arguments[1:])
    if len(items) <= lists.LONGEST:
        question = f"Which {number} countries are members of {fact.subject.text}?"
        made = _made(fact, question, Wanted(", ".join(items), Sort.COUNTRY, "items", worth=0.3))
        yield replace(made, kind=Kind.LIST, answers=items)


def among(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Who of a kind is among others."""
    kind, others = (argument.phrase.text for argument in fact.arguments)
    noun = re.sub(r"^(?:a|an|the) ", "", kind)
    yield _made(
        fact, f"Which {noun} is one of {others}?", Wanted(fact.subject.text, fact.subject.sort, "which", worth=0.3)
    )


def _made(fact: Fact, question: str, wanted: Wanted) -> Candidate:
    return Candidate(
        question=question,
        answer=wanted.answer,
        sort=wanted.sort,
        rule=f"{fact.construct}/{wanted.name}",
        fact=fact,
        asked=fact.subject,
        substitutions=fact.substitutions,
        risk=fact.risk,
        worth=wanted.worth,
    )


TEMPLATES: Mapping[str, Callable[[Article, Fact], Iterator[Candidate]]] = {
    "apposition": identity,
    "role": identity,
    "definition": definition,
    "acronym": acronym,
    "quotation": quotation,
    "description": description,
    "named list": named_list,
    "members": members,
    "among": among,
}
"""Constructs that name somebody or something."""
