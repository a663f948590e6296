"""What "the drug" or "the virus" means: the one thing of that sort that the article gives a name without a capital."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate.article import Wording
from quizapp.generate.described import Description

_SORTS = frozenset(
    """
    additive alga antibiotic bacterium chemical compound condition crop disease disorder drug enzyme fertiliser
    fertilizer fungus gas gene hallucinogen herb herbicide hormone illness infection ingredient insecticide isotope
    medication medicine metal mineral molecule narcotic opioid painkiller parasite pathogen pesticide plant plastic
    pollutant polymer protein sedative steroid substance sweetener toxin vaccine virus vitamin weedkiller
    """.split()
)
"""Sorts of things whose names are common nouns: "psilocybin", "polio"."""


def substance(found: Description) -> Wording | None:
    """Resolve "the drug" by the only name that was put beside that noun: "the psychedelic drug, psilocybin"."""
    if found.noun not in _SORTS or found.head.tag_ != "NN" or found.modifiers:
        return None
    names = {name.text.lower() if name.is_sent_start else name.text for name in _names(found)}
    return Wording(names.pop()) if len(names) == 1 else None


def _names(found: Description) -> Iterator[Token]:
    """Yield the names that the article puts beside the noun before the description, each time it does."""
    for sentence, noun in found.said_before([found.noun]):
        for token in sentence.span:
            if token.tag_ in {"NN", "NNP"} and _is_bare(token) and _is_named_by(token, noun):
                yield token


def _is_bare(token: Token) -> bool:
    """Say whether a noun stands without anything before it, as names of substances do."""
    before = [child for child in token.children if child.i < token.i and child.dep_ != "punct"]
    return token.is_alpha and not before and token.dep_ != "compound" and token.lower_ not in _SORTS


def _is_named_by(token: Token, noun: Token) -> bool:
    """Say whether ``noun`` tells what sort of thing ``token`` is: right before it, beside it, or after "is a"."""
    behind = token.i - noun.i
    beside = behind == 1 or (behind == _WITH_COMMA and token.nbor(-1).text == ",")
    if token.dep_ == "appos" and beside:
        return True
    if noun.dep_ == "appos" and noun.head == token:
        return True
    is_subject = token.dep_ == "nsubj" and noun.dep_ == "attr" and noun.head == token.head
    return is_subject and token.head.lemma_ == "be" and any(child.lower_ in {"a", "an"} for child in noun.children)


_WITH_COMMA = 2
"""Words from a noun to the name behind its comma."""
