"""A verb with its auxiliaries, negation, particle and the adverbs that change what is said."""

from spacy.tokens import Token

from quizapp.generate import lexicon, syntax
from quizapp.generate.adjuncts import LIGHT_ADVERBS
from quizapp.generate.fact import Predicate

_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "ca": "can", "wo": "will", "sha": "shall", "'m": "am"}


def verb_group(verb: Token, *, attributed: bool = False) -> Predicate | str:
    """Return the verb with its auxiliaries, negation and particle; a reason when it is no plain statement.

    That somebody "should have been" firmer is a plain statement only as what another says (``attributed``).
    """
    auxiliaries = _auxiliaries(verb)
    negation = next((_negation(child) for child in verb.children if _negation(child)), "")
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    adverbs = [child.lower_ for child in verb.children if _changes_what_is_said(verb, child)]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBG", "VB"}:
        auxiliaries = _auxiliaries(verb.head)
    if not auxiliaries and verb.tag_ not in {"VBD", "VBZ", "VBP"} and not syntax.passes_for_past(verb):
        return "the verb is not finite"
    unreal = {"would", "could"} if attributed else {"would", "could", "should"}
    if any(aux in unreal for aux in auxiliaries) and "have" in auxiliaries:
        return "said of what did not happen"
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return Predicate(
        verb, verb.lemma_.lower(), full_form(verb), tuple(auxiliaries), negation, particle, tuple(adverbs), passive
    )


def _auxiliaries(verb: Token) -> list[str]:
    return [full_form(child) for child in verb.children if child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO"]


def _negation(child: Token) -> str:
    if child.lower_ == "never" and child.dep_ in {"neg", "advmod"}:
        return "never"
    return "not" if child.dep_ == "neg" else ""


def _changes_what_is_said(verb: Token, child: Token) -> bool:
    """Say whether an adverb before the verb has to stay in a question."""
    if child.dep_ != "advmod" or child.i > verb.i or child.tag_ == "WRB" or child.lower_ == "never":
        return False
    if child.lower_ in LIGHT_ADVERBS:
        return child.lower_ in lexicon.SCOPE_ADVERBS - {"only", "once", "no"}
    return not any(True for _ in child.children)


def full_form(token: Token) -> str:
    """Return an auxiliary or verb as it is written out: "'ve" is "have", "'s" is "is" or "has"."""
    lower = token.lower_
    if lower == "'s":
        return "has" if token.lemma_ == "have" else "is"
    if lower == "'d":
        return "had" if token.lemma_ == "have" else "would"
    return _CONTRACTED.get(lower, lower)
