"""Answers cut to a length that can be learned, where what is left is still right and says enough."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import phrases, syntax
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Fact, Phrase
from quizapp.generate.gates.form import content_words
from quizapp.generate.questions.assembly import LONGEST_ANSWER, answer_text

_TELLING = 2
"""Words of content that a cut answer keeps at least: "a proposal" says too little."""
_LOOSE = frozenset({"relcl", "acl", "prep", "advcl", "appos"})
_NEEDS_MORE = frozenset({"ADP", "DET", "CCONJ", "ADJ", "PART", "PRON", "SCONJ", "VERB"})


def answer_of(article: Article, fact: Fact, phrase: Phrase) -> str:
    """Return ``phrase`` as an answer; a long one without what its end adds, if that leaves enough."""
    whole = answer_text(phrase)
    if phrase.members > 1:
        return _by_name(article, whole)
    if len(whole.split()) <= LONGEST_ANSWER or phrase.entity is not None:
        return whole
    for tokens in _beginnings(phrase):
        worded = phrases.phrase_of(article, fact.sentence, phrase.head, tokens)
        if isinstance(worded, Phrase) and len(worded.text.split()) <= LONGEST_ANSWER:
            enough = whole.startswith(worded.text) and len(set(content_words(worded.text))) >= _TELLING
            return worded.text if enough else whole
    return whole


def _by_name(article: Article, joined: str) -> str:
    """Return people who are joined by their names alone, without the offices before them."""
    people = [one.name for one in article.register.within(joined) if one.kind is EntityKind.PERSON]
    parts = re.split(r"(, (?:and )?| and )", joined)
    named = [next((name for name in people if part.endswith(name)), "") for part in parts[::2]]
    if not all(named):
        return joined
    return "".join(name + link for name, link in zip(named, [*parts[1::2], ""], strict=True))


def _beginnings(phrase: Phrase) -> Iterator[tuple[Token, ...]]:
    """Yield the phrase shorter and shorter, cut before what only says more of a noun."""
    inside = set(phrase.tokens)
    loose = [token for token in phrase.tokens if token.head in inside and token.i > token.head.i and _adds(token)]
    gone = {one for token in loose for one in token.subtree}
    for cut in sorted(loose, key=lambda token: -token.left_edge.i):
        start = cut.left_edge.i
        if phrase.head.i >= start or any(token.i >= start and token not in gone for token in phrase.tokens):
            continue
        kept = syntax.tidied(token for token in phrase.tokens if token.i < start)
        if _cuts_a_name(phrase.tokens, start):
            continue
        if kept and kept[-1].pos_ not in _NEEDS_MORE:
            yield kept


def _cuts_a_name(tokens: tuple[Token, ...], start: int) -> bool:
    """Say whether a cut parts capitals: "a campaign called Kick Polio | Out of Africa"."""
    before = next((one for one in reversed(tokens) if one.i < start), None)
    after = next((one for one in tokens if one.i >= start), None)
    return before is not None and after is not None and before.text[:1].isupper() and after.text[:1].isupper()


def _adds(token: Token) -> bool:
    """Say whether a noun is still the same thing without ``token``: "of" and what completes it may not go."""
    if token.dep_ not in _LOOSE or token.tag_ == "VB" or syntax.mark_of(token) == "that":
        return False
    if token.dep_ == "prep":
        return token.lower_ not in {"of", "between", "than", "as", "to"}
    if token.dep_ == "relcl":
        return not any(
            child.dep_ in syntax.SUBJECTS and not syntax.is_relative_pronoun(child) for child in token.children
        )
    return True
