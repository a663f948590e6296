"""How old somebody was when something happened.

Rule ``age``: "Ada Holm, 34, won the prize", "died on Saturday, aged 71", "the 62-year-old Ada Holm", "Ada Holm,
a 35-year-old lawyer". The deed is that of the clause whose subject the person is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.dating import month_of
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.facts import clauses

_NUMBER = r"(?:\d{1,3}|[a-z]+)"
_AGE = re.compile(
    rf"(?P<beside>, (?P<n1>\d{{1,3}})(?=[,.]| and ))|(?P<aged>\baged (?P<n2>{_NUMBER})(?=[,.;]| and ))"
    rf"|(?P<old>\b(?P<n3>{_NUMBER})-year-old\b)|(?P<at>\bat (?:the )?age (?:of )?(?P<n4>\d{{1,3}})\b)",
)
_OLDEST, _YOUNGEST = 120, 5
_NO_DEEDS = lexicon.SPEAK_VERBS | frozenset("be have know think want live work look seem remain stay".split())


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every age that stands with a person who has a name."""
    text, doc = sentence.span.text, sentence.span.doc
    done: set[int] = set()
    for match in _AGE.finditer(text):
        number = match["n1"] or match["n2"] or match["n3"] or match["n4"]
        name = next(key for key in ("n1", "n2", "n3", "n4") if match[key])
        start, end = (sentence.span.start_char + place for place in match.span(name))
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or (number.isdigit() and not _YOUNGEST <= int(number) <= _OLDEST):
            continue
        found = _of(article, sentence, span[0], number)
        if isinstance(found, Silence):
            yield found
        elif found is not None and found.subject.entity is not None and found.subject.entity.number not in done:
            done.add(found.subject.entity.number)
            yield found


def _of(article: Article, sentence: Sentence, number: Token, said: str) -> Fact | Silence | None:
    if syntax.in_quotation(number) or not (number.pos_ == "NUM" or said.isdigit()):
        return None
    person = _person(article, sentence, number)
    if person is None:
        return Silence(sentence, "age", "nobody with a name stands beside it", said)
    head, entity = person
    verb = _deed(head, number)
    fact = clauses.from_verb(article, sentence, verb) if verb is not None else None
    years = Phrase(said, Sort.DURATION, (number,), number)
    then = number.nbor(-1).lower_ == "aged" or number.dep_ == "pobj"
    of_now = not then and isinstance(fact, Fact) and _names_its_year(fact)
    if isinstance(fact, Fact) and _is_deed(fact) and fact.subject.entity is entity and not of_now:
        kept = [one for one in fact.arguments if number not in one.phrase.tokens and one.preposition != "at"]
        named = replace(fact.subject, text=entity.spoken)
        aged = (*kept, Argument(Slot.AMOUNT, years))
        return replace(fact, construct="age", subject=named, arguments=aged, anchors=())
    if not article.date:
        return Silence(sentence, "age", "no deed of the past tells when, and no date", entity.name)
    subject = Phrase(entity.name, Sort.PERSON, (head,), head, entity=entity)
    month = Phrase(f"in {month_of(article.date)}", Sort.DATE, (), head)
    said_then = (Argument(Slot.AMOUNT, years), Argument(Slot.FIXED, month))
    return Fact("age", sentence, subject, Predicate(head, "be", "was"), said_then)


def _is_deed(fact: Fact) -> bool:
    """Say whether the clause tells one moment of the past: then the age is that of the moment."""
    predicate = fact.predicate
    past = predicate.token.tag_ == "VBD" or predicate.auxiliaries[:1] in {("was",), ("were",)}
    alone = fact.subject.members == 1 and not fact.subject.plural
    return past and alone and not fact.negative and not fact.attribution and predicate.lemma not in _NO_DEEDS


def _names_its_year(fact: Fact) -> bool:
    """Say whether the deed was in another year: "the 36-year-old" is so old when the article is written."""
    return any(one.slot is Slot.TIME and re.search(r"\d{4}", one.text) for one in fact.arguments)


def _person(article: Article, sentence: Sentence, number: Token) -> tuple[Token, Entity] | None:
    """Return whose age a number is, by the noun it stands with."""
    noun = _noun(number)
    if noun is None or len(syntax.conjuncts(noun)) > 1 or noun.dep_ == "conj":
        return None
    for token in (noun, *(child for child in noun.children if child.dep_ in {"appos", "compound"}), noun.head):
        entity = article.entity_at(sentence, token)
        if entity is not None and entity.kind is EntityKind.PERSON and (token != noun.head or noun.dep_ == "appos"):
            return (token if token != noun.head else noun.head), entity
    meaning = article.resolved.get((sentence.paragraph, noun.i))
    entity = None if meaning is None or isinstance(meaning, Abstention) else meaning.entity
    return (noun, entity) if entity is not None and entity.kind is EntityKind.PERSON else None


def _noun(number: Token) -> Token | None:
    """Return the noun that a number stands with: before ", 34,", behind "34-year-old", or who is "aged 34"."""
    before = number.nbor(-1) if number.i else number
    if before.text == ",":
        return _top(before.nbor(-1))
    if before.lower_ == "aged":
        return before.head if before.head.pos_ in {"PROPN", "NOUN"} else syntax.subject_of(before.head)
    if number.head.lower_ == "year" and number.head.head.lower_ == "old":
        return number.head.head.head
    verb = next((one for one in number.ancestors if one.pos_ == "VERB"), None)
    return syntax.subject_of(verb) if verb is not None else None


def _top(token: Token) -> Token:
    """Return the head of the name that ``token`` ends."""
    while token.dep_ == "compound" and token.head.pos_ == "PROPN":
        token = token.head
    return token


def _deed(head: Token, number: Token) -> Token | None:
    """Return the verb that tells what the person did at that age."""
    if head.dep_ in syntax.SUBJECTS:
        own = next((one for one in number.ancestors if one.pos_ == "VERB" and syntax.is_finite(one)), None)
        return own if own is not None and syntax.subject_of(own) == head else head.head
    if head.dep_ == "appos" and head.head.dep_ in syntax.SUBJECTS:
        return head.head.head
    return None
