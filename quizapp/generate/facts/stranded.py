"""What a relative clause does with its noun, where the pronoun is not the subject: a fact with the noun put back.

Rules: ``relative object`` ("Lake Brenn, which two states share"; "Ada Holm, whom the king knighted"),
``relative of`` ("copper, of which Norland is the largest producer"), ``relative said`` ("the name
Norland, which it says implies a claim": kept as its speaker's).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import clause, cut, lexicon, phrases, syntax
from quizapp.generate.adjuncts import slot_of
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Argument, Fact, Phrase, Silence, Slot, Sort

_PUT_BACK = frozenset({"of", "on", "to", "for", "with", "from", "against", "at", "under", "in", "by"})
"""Prepositions whose noun can be told behind the verb again."""
_PRONOUNS = frozenset({"WDT", "WP"})


def fact(
    article: Article, sentence: Sentence, verb: Token, subject: Token, antecedent: Phrase | Silence
) -> Fact | Silence:
    """Tell a relative clause whose pronoun is not its subject as a statement about that subject."""
    if said := _said(verb):
        return antecedent if isinstance(antecedent, Silence) else _kept_as_said(article, sentence, said, antecedent)
    pronoun = next((token for token in verb.lefts if token.tag_ in _PRONOUNS and token.dep_ == "dobj"), None)
    preposition = next((token for token in verb.lefts if token.dep_ == "prep" and _taken_up(token) is not None), None)
    taken = preposition or pronoun
    if taken is None:
        return Silence(sentence, "relative", "the relative pronoun is not the subject", verb.text)
    if isinstance(antecedent, Silence):
        return antecedent
    for reason in _objections(verb, taken, antecedent):
        return Silence(sentence, "relative object", reason, f"{antecedent.text} {verb.text}")
    worded = cut.noun_phrase(article, sentence, subject)
    if isinstance(worded, Abstention):
        return Silence(sentence, "relative object", f"the subject: {worded.reason}", worded.text)
    return clause.fact(article, sentence, _with_noun(verb, worded, antecedent, taken))


def _objections(verb: Token, taken: Token, antecedent: Phrase) -> Iterator[str]:
    """Yield what speaks against putting the noun back for the pronoun or preposition ``taken`` to the front."""
    if taken.dep_ == "prep":
        if taken.lower_ not in _PUT_BACK:
            yield f"{taken.text!r} cannot be told behind the verb"
        return
    if any(child.dep_ in {"dobj", "xcomp", "ccomp", "oprd"} for child in verb.rights):
        yield "something else may be its object"
    if taken.lower_ == "whom" and antecedent.sort is not Sort.PERSON:
        yield '"whom" after something that is no person'
    if verb.lemma_.lower() in lexicon.SAY_VERBS | _JUDGING:
        yield "it may speak of the whole clause before it"


_JUDGING = frozenset("reject dismiss accept support oppose welcome condemn regret expect want need hope like".split())
"""Verbs whose object may be a deed told before: "called it a coup, which she rejected"."""


def _with_noun(verb: Token, subject: Phrase, antecedent: Phrase, taken: Token) -> Clause:
    words = taken.lower_ if taken.dep_ == "prep" else ""
    slot = slot_of(words, antecedent, antecedent.head) if words else Slot.OBJECT
    construct = "relative of" if words else "relative object"
    extra = (Argument(slot, antecedent, words),)
    return Clause(verb, subject, construct, without=frozenset({taken.i}), risk=0.15, extra=extra)


def _taken_up(preposition: Token) -> Token | None:
    """Return the relative pronoun behind a preposition that opens the clause."""
    behind = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    opens = behind is not None and behind.tag_ in _PRONOUNS and preposition.left_edge == preposition.head.left_edge
    return behind if opens else None


def _said(verb: Token) -> Token | None:
    """Return the verb of "which it says implies …": what is said of the noun."""
    if verb.lemma_.lower() not in lexicon.SAY_VERBS or any(child.dep_ == "neg" for child in verb.children):
        return None
    told = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    own = syntax.subject_of(told) if told is not None else None
    return told if own is not None and own.tag_ in _PRONOUNS and own.i < verb.i else None


def _kept_as_said(article: Article, sentence: Sentence, said: Token, antecedent: Phrase) -> Fact | Silence:
    speaker = syntax.subject_of(said.head)
    worded = phrases.phrase(article, sentence, speaker) if speaker is not None else Abstention(said.text, "nobody")
    if isinstance(worded, Abstention):
        return Silence(sentence, "relative said", f"the speaker: {worded.reason}", worded.text)
    if said.head.tag_ == "VBD" and said.tag_ in {"VBZ", "VBP"}:
        return Silence(sentence, "relative said", "said then, and told as of now", said.text)
    name = worded.entity.spoken if worded.entity is not None and worded.members == 1 else worded.text
    known = (worded.entity,) if worded.entity is not None else ()
    pronoun = syntax.subject_of(said)
    left = frozenset({pronoun.i}) if pronoun is not None else frozenset[int]()
    told = Clause(said, antecedent, "relative said", without=left, attribution=name, risk=0.15, known=known)
    return clause.fact(article, sentence, told)
