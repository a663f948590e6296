"""Clozes, where no question is safe: a statement that stands by itself, with one noun phrase left out.

The statement is a fact that no question was chosen for, or a whole sentence that gave no fact. A
number, a date or a name is left out; the hint says of what kind it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.cards import cloze as marks
from quizapp.cards import gazetteer
from quizapp.cards.model import Kind
from quizapp.generate import lexicon, phrases, questions, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.fact import Candidate, Fact, Phrase, Predicate, Slot, Sort
from quizapp.generate.gates.form import content_words
from quizapp.generate.questions import assembly, numbers, verbs

SHARE = 5
"""At most one card in so many is a cloze."""
_FEWEST, _MOST = 8, 30
_GAP_WORDS = 4
_LEFT = 4
"""Words of content that stand beside the gap, so that one thing alone fits it."""
_LEFT_OF_SPEAKER = 8
"""As many for whose words they are."""
_SORTS = {
    EntityKind.PERSON: Sort.PERSON,
    EntityKind.COUNTRY: Sort.COUNTRY,
    EntityKind.PLACE: Sort.PLACE,
    EntityKind.ORGANISATION: Sort.ORGANISATION,
}
_HINTS = {
    Sort.PERSON: "who",
    Sort.COUNTRY: "country",
    Sort.PLACE: "place",
    Sort.ORGANISATION: "organization",
    Sort.DATE: "date",
    Sort.COUNT: "number",
    Sort.DURATION: "how long",
    Sort.SHARE: "share",
    Sort.MONEY: "sum",
}
_NAMED = re.compile(r"\b[A-Z][\w.'-]+|\b(?:1[5-9]|20)\d\d\b")


_PART_OF_A_NAME = re.compile(r"(?<!^)\b[A-Z][\w.-]+ $")
"""A name goes on before the gap: "Central" before "Asia"."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """What may be left out."""

    text: str
    sort: Sort
    phrase: Phrase
    worth: float


def clozes(article: Article, facts: Sequence[Fact], chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a cloze for every fact, and every sentence without a fact, that no chosen card is of."""
    asked = {(card.sentence.number, card.fact.predicate.token.i) for card in chosen}
    stated = {fact.sentence.number for fact in facts}
    taken = {card.sentence.number for card in chosen}
    for fact in facts:
        if fact.construct not in questions.TEMPLATES and (fact.sentence.number, fact.predicate.token.i) not in asked:
            found = _of_fact(article, fact)
            if found is not None:
                yield found
    for sentence in article.sentences:
        if sentence.number not in stated | taken:
            found = _of_sentence(article, sentence)
            if found is not None:
                yield found


def _of_fact(article: Article, fact: Fact) -> Candidate | None:
    if not _says_enough(fact):
        return None
    said = [fact.subject.text, verbs.plain(fact.predicate, singular=False), *assembly.pieces(fact, None, 0)]
    text = phrases.tidy(" ".join(said))
    if fact.attribution:
        text = f"According to {fact.attribution}, {text}"
    return _made(article, fact, text, [*_in_arguments(fact), *_names(article, fact.sentence, text, fact.subject)])


def _says_enough(fact: Fact) -> bool:
    """Say whether a fact reads well as a statement: something is said of its subject beside the setting."""
    told = [one for one in fact.arguments if not one.optional and one.slot is not Slot.FIXED]
    repeated = any(fact.subject.text in argument.text for argument in fact.arguments)
    emphatic = fact.predicate.auxiliaries[:1] in {("did",), ("do",), ("does",)} and not fact.negative
    among = any(argument.text.startswith(("one ", "among ")) for argument in fact.arguments)
    changes = any(one.slot is Slot.AMOUNT for one in fact.arguments)
    return (
        bool(told)
        and not changes
        and not (repeated or emphatic or among)
        and fact.predicate.lemma not in lexicon.SAY_VERBS
        and not fact.construct.startswith("participle")
    )


def _of_sentence(article: Article, sentence: Sentence) -> Candidate | None:
    tokens = tuple(token for token in sentence.span if not token.is_space)
    root = sentence.span.root
    quoted = any(token.text == syntax.QUOTE for token in tokens) or not syntax.is_finite(root)
    loose = any(
        token.lower_ in lexicon.DEICTIC_ADVERBS
        or (token.tag_ in {"PRP", "PRP$"} and (sentence.paragraph, token.i) not in article.references)
        for token in tokens
    )
    if quoted or loose or root.pos_ not in {"VERB", "AUX"} or syntax.subject_of(root) is None:
        return None
    worded = phrases.phrase_of(article, sentence, root, syntax.tidied(tokens))
    if isinstance(worded, Abstention) or any(not put for _, put in worded.substitutions):
        return None
    whole = Phrase(worded.text, Sort.CLAUSE, (), root)
    group = Predicate(root, root.lemma_, root.text)
    fact = Fact("cloze", sentence, whole, group, (), substitutions=worded.substitutions)
    return _made(article, fact, worded.text, list(_names(article, sentence, worded.text, whole)))


def _made(article: Article, fact: Fact, text: str, gaps: Sequence[_Gap]) -> Candidate | None:
    """Return the cloze with the best of the gaps, if there is one that may be left out."""
    asks = fact.sentence.text.rstrip().endswith("?")
    if asks or _is_cut_short(fact, text) or not _FEWEST <= len(text.split()) <= _MOST:
        return None
    fitting = [gap for gap in gaps if _may_go(article, text, gap)]
    best = max(fitting, key=lambda gap: gap.worth, default=None)
    if best is None:
        return None
    text = f"{text[0].upper()}{text[1:]}."
    hint = f"::{_HINTS[best.sort]}" if best.sort in _HINTS else ""
    marked = marks.escaped(text).replace(marks.escaped(best.text), f"{{{{{marks.escaped(best.text)}{hint}}}}}", 1)
    return Candidate(
        marked,
        best.text,
        best.sort,
        f"cloze/{'name' if best.sort in _SORTS.values() else best.sort.value}",
        fact,
        best.phrase,
        Kind.CLOZE,
        risk=0.5,
        substitutions=fact.substitutions,
    )


def _is_cut_short(fact: Fact, text: str) -> bool:
    """Say whether a statement stops at its verb, with what it needs left out: "the deadline begins"."""
    last = text.rsplit(" ", 1)[-1]
    verbs_of = (token.text for token in fact.sentence.span if token.tag_ in {"VBD", "VBZ", "VBP", "VB"})
    return last == fact.predicate.form or last in verbs_of


def _may_go(article: Article, text: str, gap: _Gap) -> bool:
    """Say whether a gap is short, stands once, and leaves a name and enough to tell what is missing."""
    if text.count(gap.text) != 1 or len(gap.text.split()) > _GAP_WORDS or gap.text.lower() in lexicon.VAGUE_NOUNS:
        return False
    before, _, behind = text.partition(gap.text)
    if behind.startswith(("'", "-")) or before.endswith("-") or _PART_OF_A_NAME.search(before):
        return False
    rest = f"{before} {behind}"
    named = _NAMED.search(before[1:] if before else "") or _NAMED.search(behind) or _starts_with_a_name(article, before)
    fewest = _LEFT_OF_SPEAKER if before == "According to " else _LEFT
    return bool(named) and len(set(content_words(rest))) >= fewest


def _starts_with_a_name(article: Article, text: str) -> bool:
    names = (entity.spoken for entity in article.entities if entity.kind in _SORTS)
    return any(text.startswith(f"{name[:1].upper()}{name[1:]}") for name in names)


def _in_arguments(fact: Fact) -> Iterator[_Gap]:
    for argument in fact.arguments:
        phrase = argument.phrase
        counted = numbers.split(phrase)
        if counted is not None:
            yield _Gap(counted.answer, phrase.sort, phrase, 1.0)
        for share in numbers.shares(phrase):
            yield _Gap(share.answer, phrase.sort, phrase, 1.0)
        vague = re.fullmatch(r"[a-z ]+s", phrase.text)
        dated = phrase.sort is Sort.DATE and all(token.pos_ != "NOUN" for token in phrase.tokens)
        if (phrase.sort is Sort.MONEY or dated) and argument.slot is not Slot.FIXED and not vague:
            yield _Gap(phrase.text, phrase.sort, phrase, 0.9)


def _names(article: Article, sentence: Sentence, text: str, subject: Phrase) -> Iterator[_Gap]:
    """Yield the names of the sentence, the least central first; that of the subject is worth least."""
    most = article.register.most_mentions
    for entity in article.register.in_sentence(sentence.number):
        if entity.kind not in _SORTS:
            continue
        name = next((one for one in (entity.name, entity.short) if one and text.count(one) == 1), "")
        others = any(one in text.replace(name, "") for one in (entity.name, entity.nationality) if one)
        if name and not others and _stands_alone(article, sentence, entity):
            worth = 0.8 - 0.2 * len(entity.mentions) / most - (0.4 if name in subject.text else 0.0)
            yield _Gap(name, _SORTS[entity.kind], subject, worth)


def _stands_alone(article: Article, sentence: Sentence, entity: Entity) -> bool:
    """Say whether a name is a phrase of its own, and surely one: not "UN" in "a UN treaty"."""
    mention = next(one for one in entity.mentions if one.sentence == sentence.number)
    span = sentence.span.doc[mention.start : mention.end]
    sure = len(span) > 1 or not span[0].is_sent_start or len(entity.mentions) > 1 or gazetteer.kind_of(entity.name)
    behind = span.root.dep_ in {"compound", "amod", "nmod", "poss", "appos"}
    return bool(sure) and not behind and article.entity_at(sentence, span[0]) is entity
