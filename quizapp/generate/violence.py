"""What "the attack" means where no noun said it before: "the stabbing of a guard in Bern"."""

from spacy.tokens import Token

from quizapp.generate import grammar, syntax
from quizapp.generate.article import Sentence, Wording
from quizapp.generate.described import Description
from quizapp.generate.wording import wording

_BACK = 2
"""Sentences before the description in which the deed may be told; else it is in the article's first one."""
_LONGEST = 17
"""Words, so that a question has room for it."""
_DEEDS = {
    "stab": "stabbing", "shoot": "shooting", "kill": "killing", "murder": "murder", "bomb": "bombing",
    "kidnap": "kidnapping", "abduct": "abduction", "assassinate": "assassination", "behead": "beheading",
}  # fmt: skip
"""Verb of violence -> the noun of it."""
_VIOLENT = frozenset({"attack", "assault", "shooting", "stabbing", "killing", "murder", "kidnapping", "incident"})


def deed(found: Description) -> Wording | None:
    """Resolve "the attack": the stabbing of a guard in Bern, if one deed alone was told."""
    if found.noun not in _VIOLENT:
        return None
    first = range(max(0, found.sentence.number - _BACK), found.sentence.number)
    sentences = [found.article.sentences[number] for number in (0, *first)]
    deeds = {verb: sentence for sentence in sentences for verb in sentence.span
             if verb.pos_ == "VERB" and verb.lemma_.lower() in _DEEDS and has_happened(verb)}  # fmt: skip
    done_to = {verb: patient for verb in deeds if (patient := _patient(verb)) is not None}
    if len(done_to) != 1:
        return None
    verb, patient = next(iter(done_to.items()))
    return _worded_deed(found, deeds[verb], verb, patient)


def _patient(verb: Token) -> Token | None:
    role = "nsubjpass" if grammar.is_passive(verb) else "dobj"
    return next((child for child in verb.children if child.dep_ == role), None)


def _worded_deed(found: Description, sentence: Sentence, verb: Token, patient: Token) -> Wording | None:
    where = [
        child
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "near", "outside", "inside", "on"}
        and any(token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"} for token in child.subtree)
    ]  # fmt: skip
    place = list(where[0].subtree) if where else []
    whom = wording(found.article, sentence, syntax.phrase_tokens(patient))
    at = wording(found.article, sentence, place) if place else Wording("")
    if not isinstance(whom, Wording) or not isinstance(at, Wording):
        return None
    named = any(token.pos_ == "PROPN" for token in (*patient.subtree, *place))
    victim = whom.text if patient.left_edge.pos_ == "PROPN" else f"{whom.text[0].lower()}{whom.text[1:]}"
    text = " ".join(part for part in ("the", _DEEDS[verb.lemma_.lower()], "of", victim, at.text) if part)
    return Wording(text) if named and len(text.split()) <= _LONGEST else None


def has_happened(verb: Token) -> bool:
    """Say whether a verb tells what was done: neither denied nor only possible."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (bool(helpers) or verb.dep_ == "conj"))
    return past and helpers <= {"has", "have", "had", "was", "were", "been"}
