"""What "the ruling" means: the one fuller description of it that the article has given before.

"the decision" goes back to "a controversial ruling on asylum", "the spending bill" to "a short-term
spending bill to …". Two descriptions that may be of two things, or one that says too little: silence.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import syntax
from quizapp.generate.article import Abstention, EntityKind, Wording
from quizapp.generate.described import Description
from quizapp.generate.lexicon import CURRENCIES, GROUP_NOUNS, LOOSE_PREPOSITIONS, PLACE_NOUNS, SCENE_PREPOSITIONS
from quizapp.generate.noun_phrases import at_head
from quizapp.generate.phrasing import LONGEST, definite_wording, phrase_wording
from quizapp.generate.things import SAYING, Fuller, determiner_of, elaborates, family, things, uncoloured
from quizapp.generate.vocabulary import ALONE

_PASSING = frozenset({"recent", "current", "latest", "same", "whole", "entire", "proposed"})
"""Adjectives that do not tell one thing from another."""
_OTHERS = frozenset({"another", "other", "second", "different", "new", "similar", "one"})
_NOBODYS = frozenset({"any", "no", "every", "each", "such", "some", "what", "which"})
_YEAR = re.compile(r"(1[0-9]|20)\d\d")
_LONGEST = 16
"""Words, so that a question has room for it."""
_COMFORTABLE = 12
"""Words; a longer description is taken only where no shorter one says as much."""
_TOPICAL = frozenset({"about", "on", "into", "against", "of", "over", "between", "for"})
"""Prepositions that say what a report, a ruling or a deal is about."""
_FEWEST = 3
"""Words beside the noun that place a thing which has no name beside it; one less where nothing else is asked."""
_VALUES = (EntityKind.NUMBER, EntityKind.DATE)
_NEAR = 3
"""Sentences within which the plural of a common noun means what it meant before."""


def earlier(found: Description) -> Wording | Abstention | None:
    """Resolve "the deal" by the one thing of that kind which was spoken of more fully before."""
    if found.noun in ALONE or found.noun in CURRENCIES or _one_of_two(found):
        return None
    spoken_of = things(_fuller(found))
    fitting = [thing for thing in spoken_of if _fits(found, thing, alone=len(spoken_of) == 1)]
    if not fitting:
        return None
    called = [thing for thing in fitting if found.noun in {fuller.head.lemma_.lower() for fuller in thing}]
    fitting = called if len(called) == 1 and not found.points else fitting
    if len(fitting) > 1:
        return _silence(found, "more than one fuller description came before it")
    return _best(found, fitting[0]) or _silence(found, "its fuller description does not say enough, or too much")


def _one_of_two(found: Description) -> bool:
    """Say whether the article tells an old one from a new one: "the deal" may then be either."""
    return not found.modifiers and any(
        child.dep_ == "amod" and child.lower_ in _CONTRASTING
        for noun in family(found.noun)
        for _, head in found.context.heads.get((noun, found.head.tag_), ())
        for child in head.children
    )


_CONTRASTING = frozenset({"original", "previous", "earlier", "initial", "revised", "latter", "separate"})


def _fits(found: Description, thing: list[Fuller], *, alone: bool) -> bool:
    """Say whether a description may mean a thing: its words were said of it, or it only paints the only one."""
    told = {word for fuller in thing for word in fuller.words}
    pointed = found.points and found.sentence.number - thing[-1].sentence.number <= 1
    return _asked(found) <= told or pointed or (alone and _paints_only(found, thing))


def _asked(found: Description) -> set[str]:
    """Return the words before the noun that tell it from others."""
    return {token.lemma_.lower() for token in found.modifiers if token.pos_ in SAYING} - _PASSING


def _paints_only(found: Description, thing: list[Fuller]) -> bool:
    return bool(found.modifiers) and elaborates(found.head, found.determiner.lower_, thing)


def _best(found: Description, thing: list[Fuller]) -> Wording | None:
    """Return the best wording of a thing: one with a name in it that says what it is about, short, and early."""
    ranked = [
        (not named, not topical, len(worded.text.split()) > _COMFORTABLE, place, worded)
        for place, fuller in enumerate(thing)
        for named, topical, worded in _wordings(found, fuller, thing)
    ]
    return min(ranked, key=lambda one: one[:-1])[-1] if ranked else None


def _silence(found: Description, reason: str) -> Abstention | None:
    """Abstain from a bare "the deal"; "the nuclear deal" may still say enough by itself."""
    return Abstention(found.text, reason) if found.points or not found.modifiers else None


def _fuller(found: Description) -> Iterator[Fuller]:
    names = family(found.noun)
    for sentence, head in found.said_before(names):
        if (sentence.paragraph, head.i) in found.article.references:
            continue
        tokens = _tokens(head)
        if found.head in tokens or determiner_of(head) in _NOBODYS:
            continue
        words = frozenset(token.lemma_.lower() for token in tokens if token.pos_ in SAYING) - set(names)
        if words:
            yield Fuller(sentence, head, tokens, words, new=determiner_of(head) in {"a", "an", ""})


def _wordings(found: Description, fuller: Fuller, thing: list[Fuller]) -> Iterator[tuple[bool, bool, Wording]]:
    """Yield wordings of a fuller phrase that say which: whether a name is in it, whether it says what it is about."""
    phrase = at_head(found.phrases.get(fuller.sentence.number, []), fuller.head)
    if fuller.words & _OTHERS or phrase is None or phrase.members:
        return
    if phrase.entity is not None and not found.modifiers:
        name = phrase_wording(found.article, phrase)
        if isinstance(name, Wording):
            yield True, True, name
        return
    asked: set[str] = set() if _paints_only(found, thing) else _asked(found)
    for tokens in _shorter(fuller):
        said = [token for token in tokens if token != fuller.head and token.pos_ in SAYING]
        more = [token for token in said if token.lemma_.lower() not in asked]
        named = any(_names(found, fuller, token) for token in more)
        if not more or (not named and len(said) < _FEWEST - (not asked)):
            continue
        far = found.sentence.number - fuller.sentence.number > _NEAR
        counted = any(child.dep_ == "nummod" for child in fuller.head.children)
        if far and ((fuller.head.tag_ == "NNS" and not named) or found.noun in PLACE_NOUNS):
            return
        if counted and not named and found.sentence.number > fuller.sentence.number + 1:
            return
        if not found.points and not asked <= {token.lemma_.lower() for token in tokens}:
            continue
        worded = definite_wording(found.article, phrase, list(tokens), longest=_LONGEST)
        if isinstance(worded, Wording) and not worded.text.startswith(("his ", "her ", "its ", "their ")):
            yield named, _is_topical(found, fuller, tokens), _definite(worded, fuller)


def _is_topical(found: Description, fuller: Fuller, tokens: tuple[Token, ...]) -> bool:
    """Say whether a wording tells what the thing is about: "on asylum", "the Clinton email investigation"."""
    return any(
        (one.head == fuller.head and one.dep_ == "prep" and one.lower_ in _TOPICAL)
        or (one.i < fuller.head.i and one.dep_ != "poss" and _names(found, fuller, one))
        for one in tokens
    )


def _definite(worded: Wording, fuller: Fuller) -> Wording:
    """Put "the" before a phrase that had no determiner: it is known by now."""
    mass = fuller.head.tag_ == "NN" and fuller.tokens[0].pos_ == "PROPN"
    if determiner_of(fuller.head) or worded.text.startswith("the ") or mass:
        return worded
    return Wording(f"the {worded.text}", worded.entity, worded.substitutions, worded.members)


def _names(found: Description, fuller: Fuller, token: Token) -> bool:
    entity = found.article.entity_at(fuller.sentence, token)
    named = entity is not None and entity.kind not in _VALUES
    return named or token.pos_ == "PROPN" or bool(_YEAR.fullmatch(token.text))


def _shorter(fuller: Fuller) -> Iterator[tuple[Token, ...]]:
    """Yield the phrase, then shorter and shorter ones, while it is too long to stand in another's place."""
    tokens = uncoloured(fuller.head, fuller.tokens)
    behind = sorted(
        {child.left_edge.i for child in fuller.head.children if child in tokens and child.i > fuller.head.i}
    )
    cuts = [tokens] * (not _joins_loosely(tokens)) + [*syntax.shortened(tokens, LOOSE_PREPOSITIONS)]
    behind += sorted({token.i for token in tokens if token.lower_ in SCENE_PREPOSITIONS or _adds_little(token)})
    cuts += [syntax.tidied(token for token in tokens if token.i < place) for place in behind if place > fuller.head.i]
    yield from sorted((cut for cut in cuts if len(cut) <= _LONGEST), key=lambda cut: (len(cut) > LONGEST, -len(cut)))


def _joins_loosely(tokens: tuple[Token, ...]) -> bool:
    """Say whether a phrase ends with something joined to its last part: "warnings on packs and a ban"."""
    return any(
        one.dep_ == "conj" and one.head.dep_ == "pobj" and any(child.lower_ in {"a", "an"} for child in one.children)
        for one in tokens
    )


def _adds_little(token: Token) -> bool:
    """Say whether a preposition inside the phrase may go: "a ruling on asylum by …" stays a ruling on asylum."""
    return token.dep_ == "prep" and token.lower_ != "of" and syntax.is_indefinite(token.head)


def _tokens(head: Token) -> tuple[Token, ...]:
    """Return a noun with what stands before it and what is said of it behind, up to the first comma."""
    found = [head]
    for child in head.children:
        before = child.i < head.i and (child.dep_ not in {"punct", "cc", "preconj", "appos"} or child.text == "-")
        behind = child.i > head.i and child.dep_ in {"prep", "acl", "relcl"} and not syntax.is_aside(child)
        if before or (behind and not _after_a_comma(head, child) and not _is_loose(head, child)):
            found.extend(child.subtree)
    if _happened(head):
        found.extend(token for place in head.head.children if _is_its_place(place) for token in place.subtree)
    asides = {token.i for one in found if one.dep_ == "appos" and syntax.is_aside(one) for token in one.subtree}
    return syntax.tidied(token for token in found if token.i not in asides)


def _happened(head: Token) -> bool:
    """Say whether a clause tells of an event that it took place: "a fire broke out at a hotel in Bern"."""
    happening = head.head.lemma_.lower() in _HAPPENING and head.dep_ in {"nsubj", "nsubjpass"}
    return happening and syntax.is_indefinite(head) and not any(child.dep_ == "dobj" for child in head.head.children)


def _is_its_place(child: Token) -> bool:
    """Say whether a phrase behind the verb tells where, by a name."""
    named = any(token.pos_ == "PROPN" and token.ent_type_ not in {"DATE", "TIME"} for token in child.subtree)
    return child.dep_ == "prep" and child.lower_ in {"in", "at", "near", "on", "outside"} and named


_HAPPENING = frozenset(
    {"break", "occur", "happen", "erupt", "explode", "hold", "begin", "start", "open", "kill", "take"}
)
"""What events do: "broke out", "was held", "took place"."""


def _is_loose(head: Token, behind: Token) -> bool:
    """Say whether "to …" behind "the report" belongs to the verb: it tells no report from another."""
    return behind.lower_ == "aged" or (behind.lower_ == "to" and head.lemma_.lower() in GROUP_NOUNS)


def _after_a_comma(head: Token, child: Token) -> bool:
    return any(token.text in {",", ";", "--"} for token in head.doc[head.i + 1 : child.left_edge.i + 1])
