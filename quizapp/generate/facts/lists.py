"""Lists: their items, and who is among them.

Rules: ``named list`` ("what Beijing calls "the three evils" (separatism, terrorism, extremism)"),
``members`` (an organisation with its members in brackets), ``among`` ("fourteen "dialogue partners",
including Turkey, a NATO member"). A list that is not closed is never counted.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import phrases, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Parenthetical, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.wording import possessive

LONGEST = 5
"""Items of a list card; a longer list is only counted."""


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every list in brackets, and for who is said to be among others."""
    for lifted in sentence.parentheticals:
        if lifted.kind == "list":
            yield _bracketed(article, sentence, lifted)
    for token in sentence.span:
        if token.lower_ == "including" and token.dep_ == "prep" and not syntax.in_quotation(token):
            yield _among(article, sentence, token)


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of a list as it stands in brackets."""
    return tuple(part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", text) if part.strip())


def _bracketed(article: Article, sentence: Sentence, lifted: Parenthetical) -> Fact | Silence:
    items = items_of(lifted.text)
    doc = sentence.span.doc
    last = doc[lifted.after]
    while last.is_punct and last.i > sentence.span.start:
        last = last.nbor(-1)
    entity = article.entity_at(sentence, last)
    if entity is not None and entity.kind is EntityKind.ORGANISATION:
        return _members(article, sentence, last, items)
    naming = last.head
    if naming.lemma_ in {"call", "name", "dub", "term"} and last.dep_ in {"oprd", "dobj", "attr"}:
        return _named(article, sentence, naming, last, items)
    return Silence(sentence, "named list", "the list has no name to ask by", lifted.text)


def _named(article: Article, sentence: Sentence, naming: Token, name: Token, items: tuple[str, ...]) -> Fact | Silence:
    speaker = syntax.subject_of(naming)
    worded = (
        phrases.phrase(article, sentence, speaker)
        if speaker is not None
        else Abstention(naming.text, "nobody calls it so")
    )
    called = phrases.phrase(article, sentence, name)
    for one in (worded, called):
        if isinstance(one, Abstention):
            return Silence(sentence, "named list", one.reason, one.text)
    if not 2 <= len(items) <= LONGEST:
        return Silence(sentence, "named list", f"a list of {len(items)}", name.text)
    tense = {"VBZ": "does", "VBP": "do", "VBD": "did"}.get(naming.tag_)
    if tense is None or not isinstance(worded, Phrase) or not isinstance(called, Phrase):
        return Silence(sentence, "named list", "the verb is not finite", naming.text)
    things = tuple(Argument(Slot.FIXED, Phrase(item, Sort.THING, (name,), name)) for item in items)
    group = Predicate(naming, naming.lemma_, naming.lemma_, (tense,))
    return Fact("named list", sentence, worded, group, (Argument(Slot.OBJECT, called), *things))


def _members(article: Article, sentence: Sentence, last: Token, items: tuple[str, ...]) -> Fact | Silence:
    """An organisation with nothing but countries in brackets after it: its members."""
    unknown = [item for item in items if gazetteer.country(item) is None]
    if unknown or len(items) < 3:
        return Silence(sentence, "members", "the brackets do not hold members", last.text)
    worded = phrases.phrase(article, sentence, last)
    if isinstance(worded, Abstention):
        return Silence(sentence, "members", worded.reason, worded.text)
    number = gazetteer.word_of_number(len(items)) or str(len(items))
    counted = Phrase(
        f"{number} members",
        Sort.COUNT,
        (last,),
        last,
        plural=True,
        substitutions=((", ".join(items), f"{number} members"),),
    )
    things = tuple(Argument(Slot.FIXED, Phrase(item, Sort.COUNTRY, (last,), last)) for item in items)
    return Fact(
        "members",
        sentence,
        worded,
        Predicate(last, "have", "have", ("does",)),
        (Argument(Slot.OBJECT, counted), *things),
    )


def _among(article: Article, sentence: Sentence, including: Token) -> Fact | Silence:
    """As in "S has fourteen partners, including Turkey, a NATO member": which NATO member is among them."""
    whole = including.head
    verb = whole.head
    one = next((child for child in including.children if child.dep_ == "pobj"), None)
    if one is None or whole.dep_ != "dobj" or verb.lemma_ != "have" or len(syntax.conjuncts(one)) > 1:
        return Silence(sentence, "among", 'not a plain "has …, including …"', including.text)
    description = next((child for child in one.children if child.dep_ == "appos" and child.pos_ == "NOUN"), None)
    subject = syntax.subject_of(verb)
    if description is None or subject is None:
        return Silence(sentence, "among", "others may be among them too", one.text)
    named = [phrases.phrase(article, sentence, head) for head in (one, description, whole, subject)]
    if any(isinstance(part, Abstention) for part in named):
        reason = next(part for part in named if isinstance(part, Abstention))
        return Silence(sentence, "among", reason.reason, reason.text)
    member, kind, partners, owner = (part for part in named if isinstance(part, Phrase))
    if member.entity is None:
        return Silence(sentence, "among", "no name", one.text)
    others = f"{possessive(owner.text)} {re.sub(r'^(the|its|their) ', '', partners.text)}"
    arguments = (
        Argument(Slot.ATTRIBUTE, kind),
        Argument(Slot.FIXED, Phrase(others, Sort.THING, partners.tokens, whole)),
    )
    return Fact(
        "among",
        sentence,
        member,
        Predicate(verb, "be", "is"),
        arguments,
        substitutions=(*owner.substitutions, *partners.substitutions),
    )
