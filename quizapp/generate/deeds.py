"""What the first sentences of an article tell as done, as clauses that "after" and "when" may stand before.

A lead whose speaker nobody can tell ("…, the coastguard said") makes no card, and still tells what the
article is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.arguments import pieces
from quizapp.generate.article import Article, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Argument, Phrase, Predicate, Silence, Slot
from quizapp.generate.inflection import inflected
from quizapp.generate.questions import verbs
from quizapp.generate.verbgroup import verb_group

_NO_DEEDS = (
    (lexicon.SPEAK_VERBS - {"rule"})
    | lexicon.FORCE_VERBS
    | frozenset(
        """
        be have want know like love need seem appear remain stay live keep call defend blame criticize criticise
        praise accuse condemn denounce welcome see hear feel look face discuss meet talk speak wait
        """.split()
    )
)
"""What is said, felt or goes on: nothing comes after it that it tells apart."""
_CITED = frozenset({"say", "tell", "report", "announce", "confirm"})
"""Verbs with which a lead names its source."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause of the past: who did what, in words that a card may say."""

    sentence: Sentence
    subject: Phrase
    predicate: Predicate
    arguments: tuple[Argument, ...]
    """What stands behind the verb, without the day."""
    reported: bool
    """Whether it is told as somebody's statement."""

    @property
    def substitutions(self) -> tuple[tuple[str, str], ...]:
        """What was put in the place of what in any of its phrases."""
        told = (self.subject, *(one.phrase for one in self.arguments))
        return tuple(pair for one in told for pair in one.substitutions)

    def clauses(self) -> Iterator[str]:
        """Yield the deed in full, then with less beside it."""
        verb = _past(self.predicate)
        if not verb or not self.arguments:
            return
        whole = [self.subject.text, verb, *(one.text for one in self.arguments)]
        core = [self.subject.text, verb, *(one.text for one in self.arguments if not one.optional)]
        # What one became the first to do hangs on every word; and a deed needs something that it was done to.
        short = len(core) < len(whole[:3]) or self.predicate.lemma == "become"
        shorter = [] if short else [core, [_cut(one) for one in core]]
        yield from dict.fromkeys(phrases.tidy(" ".join(words)) for words in (whole, *shorter))


def told(article: Article, sentence: Sentence) -> Iterator[Deed]:
    """Yield what a sentence tells as done: by its main verb, by what it reports, and by its "after …"."""
    for verb in sentence.span:
        reported = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _CITED
        after = verb.dep_ == "advcl" and syntax.mark_of(verb) in {"after", "when"} and verb.i > sentence.span.root.i
        if verb.pos_ != "VERB" or syntax.in_quotation(verb) or not (verb.dep_ == "ROOT" or reported or after):
            continue
        deed = _taken_apart(article, sentence, verb, reported=reported)
        if deed is not None:
            yield deed


def _taken_apart(article: Article, sentence: Sentence, verb: Token, *, reported: bool) -> Deed | None:
    head, group = syntax.subject_of(verb), verb_group(verb)
    if head is None or isinstance(group, str) or group.negation or head.i > verb.i:
        return None
    subject = phrases.phrase(article, sentence, head)
    found = list(pieces(At(article, sentence, (), negative=False), verb, frozenset()))
    if not isinstance(subject, Phrase) or head.pos_ == "PRON" or any(isinstance(one, Silence) for one in found):
        return None
    behind = [one for one in found if isinstance(one, Argument) and one.phrase.head.i > verb.i]
    kept = tuple(one for one in behind if one.slot is not Slot.TIME)
    return Deed(sentence, subject, group, kept, reported)


def _cut(text: str) -> str:
    """Leave out the clause behind a noun that "a" brings in."""
    return _INSIDE.split(text)[0] if re.match(r"an? ", text) else text


_INSIDE = re.compile(r",? (?:that|which|who) (?=[a-z])")


def _past(predicate: Predicate) -> str:
    """Return the verb of a deed as it was done: "has escaped" is "escaped"; empty where it is none."""
    if predicate.passive:
        done = predicate.auxiliaries in {("was",), ("were",)} and predicate.lemma not in _NO_DEEDS - {"declare"}
        return verbs.plain(predicate, singular=False) if done else ""
    if predicate.lemma in _NO_DEEDS:
        return ""
    if predicate.auxiliaries in {("has",), ("have",)} and predicate.token.tag_ == "VBN":
        words = (*predicate.adverbs, inflected(predicate.lemma, "VBD"), predicate.particle)
        return " ".join(word for word in words if word)
    done = predicate.token.tag_ == "VBD" and not predicate.auxiliaries
    return verbs.plain(predicate, singular=False) if done else ""
