"""Which phrases of an article are of one thing: "a scathing report about …", "the 600-page report", "the review"."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import syntax
from quizapp.generate.article import Sentence
from quizapp.generate.vocabulary import COLOUR

SAYING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
"""Parts of speech that tell something of a noun."""
_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "ruling decision verdict judgment judgement",
        "bill measure legislation",
        "law legislation act",
        "deal agreement accord pact treaty",
        "report review audit",
        "investigation probe inquiry",
        "study research",
        "war conflict",
        "attack assault",
        "film movie",
        "plan proposal scheme",
        "poll survey",
        "meeting summit talks",
        "project scheme programme program",
        "company firm",
        "outbreak epidemic",
        "ship vessel",
        "plane aircraft",
        "quake earthquake",
        "storm hurricane",
        "crash accident",
        "blaze fire",
        "blast explosion",
        "shooting attack",
        "claim allegation",
        "strike walkout",
        "trial case",
    )
)
"""Nouns that one thing goes by in one article."""


@dataclass(frozen=True, slots=True)
class Fuller:
    """An earlier phrase that says more."""

    sentence: Sentence
    head: Token
    tokens: tuple[Token, ...]
    words: frozenset[str]
    """What it says beside its noun."""
    new: bool
    """Whether it brings in something not spoken of before: "a bill"."""


def family(noun: str) -> tuple[str, ...]:
    """Return the nouns that may mean the same thing, ``noun`` first."""
    alike = {other for words in _ALIKE if noun in words for other in words}
    return (noun, *sorted(alike - {noun}))


def things(said: Iterable[Fuller]) -> list[list[Fuller]]:
    """Return the phrases by the thing they are of.

    A later definite one goes on about a thing if it shares a word with it alone, or only adds how it looks to
    the one thing of its name that was spoken of: "the 600-page report". One that points back and says neither
    ("the internal audit") tells of no thing by itself.
    """
    found: list[list[Fuller]] = []
    for one in said:
        same = [thing for thing in found if any(one.words & other.words for other in thing)]
        same = same or [thing for thing in found if elaborates(one.head, determiner_of(one.head), thing)][:2]
        if same and (not one.new or one.head.tag_ == "NNS") and len(same) == 1:
            same[0].append(one)
        elif not found or not _points_back(one):
            found.append([one])
    return found


def _points_back(one: Fuller) -> bool:
    """Say whether a definite phrase can be placed only by what came before it."""
    telling = [child for child in one.head.children if child in one.tokens and child.pos_ in SAYING | {"ADP"}]
    return determiner_of(one.head) in {"the", "this", "that"} and all(
        child.lower_ == "to" if child.pos_ == "ADP" else child.i < one.head.i and child.pos_ != "PROPN"
        for child in telling
    )


def elaborates(head: Token, determiner: str, thing: Iterable[Fuller]) -> bool:
    """Say whether "the 600-page report" only paints a report that was spoken of: no word tells it from others."""
    before = [child for child in head.children if child.i < head.i and child.pos_ in SAYING | {"ADV"}]
    named = head.lemma_.lower() in {other.head.lemma_.lower() for other in thing}
    return named and determiner in {"the", "this", "that"} and all(paints(child) for child in before)


def paints(modifier: Token) -> bool:
    """Say whether a word before a noun tells how the thing is and not which: "a scathing report"."""
    if modifier.lower_ in COLOUR:
        return True
    measured = any(token.like_num or token.is_digit for token in modifier.subtree)
    return modifier.dep_ in {"amod", "compound", "nmod"} and (measured and "-" in {t.text for t in modifier.subtree})


def determiner_of(head: Token) -> str:
    """Return "the", "a" or the like; "of" stands for an owner."""
    for child in head.children:
        if child.i < head.i and child.dep_ in {"det", "poss"}:
            return child.lower_ if child.dep_ == "det" else "of"
    return ""


def uncoloured(head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what only paints a thing: "a scathing, long-awaited report on …" is a report on …."""
    gone = {
        token.i
        for painting in tokens
        if painting.i < head.i and painting.dep_ == "amod" and painting.lower_ in COLOUR
        for token in (*painting.subtree, *_commas_beside(painting))
    }
    return syntax.tidied(token for token in tokens if token.i not in gone)


def _commas_beside(token: Token) -> list[Token]:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return [following] if following.text == "," else []
