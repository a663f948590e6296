"""What somebody warned, denied or hoped: never a fact of the article's own, and never without its verb.

Rule ``force``: "The bank warned that prices could fall by 20%" asks "What did the bank warn could fall
by 20%?". What is merely said or reported is asked with "According to …" instead (see `clauses`).
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import clause, cut, lexicon, syntax
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.verbgroup import verb_group

_ASKED = frozenset({Slot.OBJECT, Slot.OBLIQUE})


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every clause that a verb with a force of its own reports."""
    for verb in sentence.span:
        saying = verb.head
        if verb.dep_ != "ccomp" or verb.pos_ not in {"VERB", "AUX"} or saying.lemma_.lower() not in lexicon.FORCE_VERBS:
            continue
        if (
            saying.dep_ in {"ROOT", "conj"}
            and saying.i < verb.i
            and not syntax.in_quotation(verb)
            and syntax.is_finite(verb)
        ):
            yield _with_force(article, sentence, saying, verb)


def _with_force(article: Article, sentence: Sentence, saying: Token, verb: Token) -> Fact | Silence:
    who, whom = syntax.subject_of(saying), syntax.subject_of(verb)
    if who is None or whom is None or syntax.mark_of(verb) in lexicon.CONDITIONAL_MARKS or whom.tag_ in {"WP", "WDT"}:
        return Silence(sentence, "force", "nobody says it, or nothing is said", verb.text)
    speaker, subject = (cut.noun_phrase(article, sentence, head) for head in (who, whom))
    for one in (speaker, subject):
        if isinstance(one, Abstention):
            return Silence(sentence, "force", one.reason, one.text)
    group = verb_group(saying)
    if not isinstance(speaker, Phrase) or not isinstance(subject, Phrase) or isinstance(group, str) or group.negation:
        return Silence(sentence, "force", "not plainly said", saying.text)
    known = (speaker.entity,) if speaker.entity is not None else ()
    inner = clause.fact(article, sentence, Clause(verb, subject, "force", known=known, risk=0.1))
    if isinstance(inner, Silence):
        return inner
    if inner.negative or speaker.text == subject.text:
        return Silence(sentence, "force", "a denial inside, or somebody speaks of himself", verb.text)
    return replace(inner, subject=speaker, predicate=group, arguments=tuple(_gaps(inner)))


def _gaps(inner: Fact) -> Iterator[Argument]:
    """Yield the reported clause as arguments of the reporting verb: what may be asked for, and fixed words."""
    yield Argument(Slot.OBJECT, inner.subject)
    predicate = inner.predicate
    yield Argument(Slot.FIXED, Phrase(_words(predicate), Sort.CLAUSE, (predicate.token,), predicate.token))
    for one in inner.arguments:
        light = one.slot is Slot.OBJECT and predicate.lemma in lexicon.LIGHT_VERBS
        yield one if one.slot in _ASKED and not light else replace(one, slot=Slot.FIXED)


def _words(predicate: Predicate) -> str:
    words = (*predicate.auxiliaries, *predicate.adverbs, predicate.form, predicate.particle)
    return " ".join(word for word in words if word)
