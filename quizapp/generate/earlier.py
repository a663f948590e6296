"""What "the ruling" means: the one fuller description of it that the article has given before.

"the decision" goes back to "a controversial ruling on asylum", "the spending bill" to "a short-term
spending bill to …". Two descriptions that may be of two things, or one that says too little: silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import syntax
from quizapp.generate.article import Abstention, Sentence, Wording
from quizapp.generate.described import Description
from quizapp.generate.lexicon import LOOSE_PREPOSITIONS, SCENE_PREPOSITIONS
from quizapp.generate.noun_phrases import at_head
from quizapp.generate.phrasing import LONGEST, definite_wording, phrase_wording
from quizapp.generate.vocabulary import ALONE

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
    )
)
"""Nouns that one thing goes by in one article."""
_PASSING = frozenset({"recent", "current", "latest", "same", "whole", "entire", "proposed"})
"""Adjectives that do not tell one thing from another."""
_OTHERS = frozenset({"another", "other", "second", "different", "new", "similar", "one"})
_NOBODYS = frozenset({"any", "no", "every", "each", "such", "some", "what", "which"})
_YEAR = re.compile(r"(1[0-9]|20)\d\d")
_SAYING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_LONGEST = 12
"""Words, so that a question has room for it."""
_FEWEST = 3
"""Words beside the noun that place a thing which has no name beside it; one less where nothing else is asked."""
_NEAR = 3
"""Sentences within which the plural of a common noun means what it meant before."""


@dataclass(frozen=True, slots=True)
class _Fuller:
    """An earlier phrase that says more."""

    sentence: Sentence
    head: Token
    tokens: tuple[Token, ...]
    words: frozenset[str]
    """What it says beside its noun."""
    new: bool
    """Whether it brings in something not spoken of before: "a bill"."""


def earlier(found: Description) -> Wording | Abstention | None:
    """Resolve "the deal" by the one fuller description of a deal that came before."""
    if found.noun in ALONE:
        return None
    things = _things(list(_fuller(found)))
    if not things:
        return None
    if len(things) > 1:
        return _silence(found, "more than one fuller description came before it")
    for fuller in things[0]:
        meaning = _worded(found, fuller)
        if isinstance(meaning, Wording):
            return meaning
    return _silence(found, "its fuller description does not say enough, or too much")


def _silence(found: Description, reason: str) -> Abstention | None:
    """Abstain from a bare "the deal"; "the nuclear deal" may still say enough by itself."""
    return Abstention(found.text, reason) if found.points or not found.modifiers else None


def family(noun: str) -> tuple[str, ...]:
    """Return the nouns that may mean the same thing, ``noun`` first."""
    alike = {other for words in _ALIKE if noun in words for other in words}
    return (noun, *sorted(alike - {noun}))


def _fuller(found: Description) -> Iterator[_Fuller]:
    names = family(found.noun)
    asked = {token.lemma_.lower() for token in found.modifiers if token.pos_ in _SAYING} - _PASSING
    for sentence, head in found.said_before(names):
        if (sentence.paragraph, head.i) in found.article.references:
            continue
        tokens = _tokens(head)
        if found.head in tokens or _determiner(head) in _NOBODYS:
            continue
        words = frozenset(token.lemma_.lower() for token in tokens if token.pos_ in _SAYING) - set(names)
        pointed = found.points and found.sentence.number - sentence.number <= 1
        if not words or not (asked <= words or pointed):
            continue
        yield _Fuller(sentence, head, tokens, words, new=_determiner(head) in {"a", "an", ""})


def _things(said: list[_Fuller]) -> list[list[_Fuller]]:
    """Return the phrases by the thing they are of: a later definite one that shares a word is of the same."""
    things: list[list[_Fuller]] = []
    for one in said:
        same = [thing for thing in things if any(one.words & other.words for other in thing)]
        if same and (not one.new or one.head.tag_ == "NNS") and len(same) == 1:
            same[0].append(one)
        else:
            things.append([one])
    return things


def _worded(found: Description, fuller: _Fuller) -> Wording | Abstention:
    """Return the longest wording of the fuller phrase that is short enough and says which."""
    if fuller.words & _OTHERS:
        return Abstention(found.text, "there is another one")
    phrase = at_head(found.phrases.get(fuller.sentence.number, []), fuller.head)
    if phrase is None or phrase.members:
        return Abstention(found.text, "its fuller description cannot be told apart")
    if phrase.entity is not None and not found.modifiers:
        return phrase_wording(found.article, phrase)
    asked = {token.lemma_.lower() for token in found.modifiers if token.pos_ in _SAYING} - _PASSING
    for tokens in _shorter(fuller):
        said = [token for token in tokens if token != fuller.head and token.pos_ in _SAYING]
        more = [token for token in said if token.lemma_.lower() not in asked]
        named = any(_names(found, fuller, token) for token in more)
        if not more or (not named and len(said) < _FEWEST - (not asked)):
            continue
        far = found.sentence.number - fuller.sentence.number > _NEAR
        if fuller.head.tag_ == "NNS" and far and not named:
            return Abstention(found.text, "the fuller description is too far away")
        if not found.points and not asked <= {token.lemma_.lower() for token in tokens}:
            continue
        worded = definite_wording(found.article, phrase, list(tokens), longest=_LONGEST)
        if isinstance(worded, Wording) and not worded.text.startswith(("his ", "her ", "its ", "their ")):
            return _definite(worded, fuller)
    return Abstention(found.text, "its fuller description does not say enough, or too much")


def _definite(worded: Wording, fuller: _Fuller) -> Wording:
    """Put "the" before a phrase that had no determiner: it is known by now."""
    mass = fuller.head.tag_ == "NN" and fuller.tokens[0].pos_ == "PROPN"
    if _determiner(fuller.head) or worded.text.startswith("the ") or mass:
        return worded
    return Wording(f"the {worded.text}", worded.entity, worded.substitutions, worded.members)


def _names(found: Description, fuller: _Fuller, token: Token) -> bool:
    entity = found.article.entity_at(fuller.sentence, token)
    return entity is not None or token.pos_ == "PROPN" or bool(_YEAR.fullmatch(token.text))


def _shorter(fuller: _Fuller) -> Iterator[tuple[Token, ...]]:
    """Yield the phrase, then shorter and shorter ones, while it is too long to stand in another's place."""
    tokens = fuller.tokens
    behind = sorted(
        {child.left_edge.i for child in fuller.head.children if child in tokens and child.i > fuller.head.i}
    )
    cuts = [tokens, *syntax.shortened(tokens, LOOSE_PREPOSITIONS)]
    behind += sorted({token.i for token in tokens if token.lower_ in SCENE_PREPOSITIONS or _adds_little(token)})
    cuts += [syntax.tidied(token for token in tokens if token.i < place) for place in behind if place > fuller.head.i]
    yield from sorted((cut for cut in cuts if len(cut) <= _LONGEST), key=lambda cut: (len(cut) > LONGEST, -len(cut)))


def _adds_little(token: Token) -> bool:
    """Say whether a preposition inside the phrase may go: "a ruling on asylum by …" stays a ruling on asylum."""
    return token.dep_ == "prep" and token.lower_ != "of" and syntax.is_indefinite(token.head)


def _tokens(head: Token) -> tuple[Token, ...]:
    """Return a noun with what stands before it and what is said of it behind, up to the first comma."""
    found = [head]
    for child in head.children:
        before = child.i < head.i and (child.dep_ not in {"punct", "cc", "preconj", "appos"} or child.text == "-")
        behind = child.i > head.i and child.dep_ in {"prep", "acl", "relcl"} and not syntax.is_aside(child)
        if before or (behind and not _after_a_comma(head, child)):
            found.extend(child.subtree)
    return syntax.tidied(found)


def _after_a_comma(head: Token, child: Token) -> bool:
    return any(token.text in {",", ";", "--"} for token in head.doc[head.i + 1 : child.left_edge.i + 1])


def _determiner(head: Token) -> str:
    """Return "the", "a" or the like; "of" stands for an owner."""
    for child in head.children:
        if child.i < head.i and child.dep_ in {"det", "poss"}:
            return child.lower_ if child.dep_ == "det" else "of"
    return ""
