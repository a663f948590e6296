"""Long statements cut short: up to where a clause begins that they can do without."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import lexicon, syntax

_LOOSE_CLAUSES = frozenset({"advcl", "relcl", "conj"})
_TURNS = frozenset({"still", "yet", "nonetheless", "nevertheless", "instead"})
"""Words that turn what was said before: without their clause it says something else."""


def beginnings(tokens: tuple[Token, ...], verb: Token) -> Iterator[tuple[Token, ...]]:
    """Yield shorter and shorter beginnings of what is said that end before a clause it can do without."""
    inside = set(tokens)
    loose = [one for one in tokens if one.head in inside and one != verb and _is_loose(one)]
    gone = {token for one in loose for token in one.subtree} | {
        child for one in loose for child in one.head.children if child.dep_ in {"cc", "punct"}
    }
    for one in sorted(loose, key=lambda token: -token.left_edge.i):
        kept = [token for token in tokens if token.i < one.left_edge.i]
        while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
            kept.pop()
        following = [token for token in tokens if token.i >= one.left_edge.i]
        if verb in kept and all(token in gone or token.is_punct for token in following):
            yield tuple(kept)


def _is_loose(token: Token) -> bool:
    """Say whether a clause or joined phrase may be left out: no condition, nothing that a verb asks for."""
    if token.dep_ not in _LOOSE_CLAUSES or token.left_edge.i <= token.head.i:
        return False
    if token.dep_ == "conj":
        joined = any(child.dep_ == "cc" and child.lower_ == "and" for child in token.head.children)
        return joined and token.left_edge.lower_ not in _TURNS and not any(one.lower_ in _TURNS for one in token.lefts)
    if token.dep_ == "relcl" and not (
        token.left_edge.nbor(-1).text == "," and any(syntax.is_relative_pronoun(child) for child in token.children)
    ):
        return False
    return syntax.mark_of(token) not in lexicon.CONDITIONAL_MARKS
