"""Questions to the parse: which tokens make a phrase, what is quoted, what is asserted."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from quizapp.generate import lexicon

QUOTE = '"'
CLAUSE_MODIFIERS = frozenset({"relcl", "acl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ASIDE = frozenset({"appos", "relcl", "acl", "prep", "advcl", "parataxis", "amod", "npadvmod", "advmod"})
_SCENES = frozenset({"alongside", "amid", "following", "despite", "until"})
_CLOSE = 4
"""Tokens within which an apposition without a comma belongs to its noun: "a quality e-bike"."""
_OPENING = frozenset({",", "--", "—", "–", ":", ";", "("})


def phrase_tokens(head: Token) -> tuple[Token, ...]:
    """Return the tokens of the phrase under ``head`` without what a comma sets off from it.

    "Turkey, a NATO member" is "Turkey"; a coordination stays whole; punctuation at the edges goes.
    """
    return tidied(list(_inside(head))) or (head,)


def _inside(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if (
            is_aside(child)
            or _breaks_off(child)
            or _hangs_on_a_name(child)
            or _sets_a_start(child)
            or _is_more_elsewhere(child)
            or (child.dep_ in {"prep", "advmod", "cc", "preconj"} and _dangling(child))
        ):
            continue
        yield from _inside(child)


def _hangs_on_a_name(token: Token) -> bool:
    """Say whether a scene hangs on a name, which needs none: "the Senate Judiciary Committee alongside …"."""
    return token.dep_ == "prep" and token.head.pos_ == "PROPN" and token.lower_ in _SCENES


def _is_more_elsewhere(token: Token) -> bool:
    """Say whether a second number tells of others elsewhere: "202 people there and about 100 more in …"."""
    words = {token.lower_, *(child.lower_ for child in token.children if child.i - token.i == 1)}
    return token.dep_ == "conj" and "more" in words and (token.pos_ == "NUM" or token.lower_ == "more")


def _sets_a_start(token: Token) -> bool:
    """Say whether "beginning March 5" stands behind a noun: it dates what the verb says, not the noun."""
    return (
        token.dep_ == "acl"
        and token.lower_ in {"beginning", "starting"}
        and any(child.dep_ == "npadvmod" for child in token.children)
    )


def _breaks_off(token: Token) -> bool:
    """Say whether a verb joined to an infinitive is none itself: "to discourage it and offers training"."""
    head = token.head
    if head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        return False  # "mood, appetite and sleep": a noun that was taken for a verb
    if token.dep_ == "cc" and head.tag_ == "VB":
        following = next((child for child in head.children if child.dep_ == "conj"), None)
        return following is not None and following.tag_ != "VB"
    return token.dep_ == "conj" and head.tag_ == "VB" and token.tag_ != "VB"


def is_aside(token: Token) -> bool:
    """Say whether ``token`` heads something a comma or dash sets off from the noun before it."""
    if token.dep_ == "appos":
        before = token.left_edge.nbor(-1) if token.left_edge.i else token
        if before.text == QUOTE and before.i > 0:
            before = before.nbor(-1)
        return before.text in _OPENING or not 0 < token.left_edge.i - token.head.i < _CLOSE
    if token.dep_ in CLAUSE_MODIFIERS and token.head.pos_ == "PROPN":
        return True
    if token.dep_ not in _ASIDE or token.i < token.head.i:
        return False
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in _OPENING and first.nbor(-1).i > token.head.i


def _dangling(token: Token) -> bool:
    """Say whether a word that needs a follower has none: a preposition without its noun."""
    return token.dep_ == "prep" and not any(True for _ in token.children) and token.i > token.head.i


def tidied(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return ``tokens`` in order, without punctuation at the edges or beside a gap; quotes stay in pairs."""
    kept = sorted(set(tokens), key=lambda token: token.i)
    kept = _without_loose_commas(kept)
    kept = _with_quotes_paired(kept)
    return tuple(kept)


def _without_loose_commas(tokens: list[Token]) -> list[Token]:
    places = {token.i for token in tokens}
    kept = [
        token
        for token in tokens
        if not (token.text in {",", ";", ":", "--", "—", "–"} and not {token.i - 1, token.i + 1} <= places)
    ]
    while kept and (kept[-1].text in ".,;:!?—–-" or kept[-1].dep_ == "cc"):
        kept.pop()
    while kept and (kept[0].text in ".,;:!?—–-" or kept[0].dep_ == "cc"):
        kept.pop(0)
    return kept


def _with_quotes_paired(tokens: list[Token]) -> list[Token]:
    """Drop a lone quotation mark at an edge, or take in its partner when it stands right beside."""
    marks = [token for token in tokens if token.text == QUOTE]
    if len(marks) % 2 == 0:
        return tokens
    first, last = tokens[0], tokens[-1]
    before = first.nbor(-1) if first.i > 0 else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if first.text == QUOTE:
        return tokens[1:] if after is None or after.text != QUOTE else [*tokens, after]
    if last.text == QUOTE:
        return tokens[:-1] if before is None or before.text != QUOTE else [before, *tokens]
    if after is not None and after.text == QUOTE:
        return [*tokens, after]
    if before is not None and before.text == QUOTE:
        return [before, *tokens]
    return tokens


def quotes_balanced(text: str) -> bool:
    """Say whether quotation marks come in pairs in ``text``."""
    return text.count(QUOTE) % 2 == 0 and text.count("“") == text.count("”")


_MARKS = "quizapp quotation marks"
"""Under this name a paragraph keeps where its quotation marks stand, once somebody has asked."""


def in_quotation(token: Token) -> bool:
    """Say whether ``token`` stands inside quotation marks that were opened in its paragraph."""
    marks: list[int] | None = token.doc.user_data.get(_MARKS)
    if marks is None:
        marks = token.doc.user_data[_MARKS] = [other.i for other in token.doc if other.text == QUOTE]
    return bisect_left(marks, token.i) % 2 == 1


def conjuncts(head: Token) -> tuple[Token, ...]:
    """Return ``head`` and what is joined to it, in order."""
    return (
        (head, *head.conjuncts) if head.dep_ != "conj" else (head, *(one for one in head.conjuncts if one.i > head.i))
    )


_QUANTITIES = frozenset(
    "dozen hundred thousand million billion number majority minority half third quarter rest".split()
)


def counted_by(quantity: Token) -> Token | None:
    """Return the noun that a quantity is of: the people of "hundreds of people"; None if it is no quantity."""
    if quantity.lemma_.lower() not in _QUANTITIES:
        return None
    of = next((child for child in quantity.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def is_shared_out(noun: Token) -> bool:
    """Say whether it is "55 percent of the vote": there is no other way to say it, and no one vote is meant."""
    share = noun.head.head
    of = noun.lower_ in {"vote", "votes"} and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return of and share.lower_ in {"percent", "%", "cent", "half", "third", "share"}


def is_alternative(head: Token) -> bool:
    """Say whether the phrases joined to ``head`` are joined by "or" or "nor"."""
    return any(
        child.dep_ == "cc" and child.lower_ in {"or", "nor", "but"} for one in conjuncts(head) for child in one.children
    )


def subject_of(verb: Token) -> Token | None:
    """Return the noun that is the subject of ``verb``: its own, or that of the verb it is joined to."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return own[0] if len(own) == 1 else None
    if verb.dep_ == "conj" and _goes_on(verb) and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i < verb.i:
        return subject_of(verb.head)
    return None


def _goes_on(verb: Token) -> bool:
    """Say whether a joined verb follows "and" or a comma; a noun right before it may be a subject the parse missed."""
    left = verb
    while (
        left.i > 0
        and (left.nbor(-1).head == verb or left.nbor(-1).pos_ in {"ADV", "PART"})
        and left.nbor(-1).dep_ not in {"punct", "cc"}
    ):
        left = left.nbor(-1)
    return left.i == 0 or left.nbor(-1).pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}


def mark_of(verb: Token) -> str:
    """Return the word that subordinates ``verb``: "because", "if", "while"; empty if none."""
    for child in verb.children:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
            return child.lower_
    return ""


def is_finite(verb: Token) -> bool:
    """Say whether ``verb`` with its auxiliaries makes a finite clause."""
    if verb.tag_ in {"VBD", "VBZ", "VBP"} or passes_for_past(verb):
        return True
    return any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in verb.children
    )


_PAST_TOO = frozenset(
    "put set cut hit led made said found held told left brought thought built sent spent lost met won kept read"
    " sat".split()
)


def passes_for_past(verb: Token) -> bool:
    """Say whether a participle with a subject and no auxiliary is a past tense that was mistagged."""
    if (
        verb.tag_ != "VBN"
        or not (verb.lower_.endswith("ed") or verb.lower_ in _PAST_TOO)
        or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    ):
        return False
    return any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)


def is_indefinite(noun: Token) -> bool:
    """Say whether a noun is new to the reader: "a baker", "criticisms"; less said of it is still true."""
    if noun.pos_ != "NOUN":
        return False
    marks = [child for child in noun.children if child.dep_ in {"det", "poss", "nummod"}]
    if not marks:
        return True
    return all(child.lower_ in {"a", "an", "some", "several", "many"} or child.dep_ == "nummod" for child in marks)


def shortened(tokens: tuple[Token, ...], setting: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    """Yield ``tokens`` cut shorter and shorter at the end, where what is left stays true.

    What follows an indefinite noun may go ("a baker who refused …"), and what sets the scene of a
    verb inside the phrase ("leveled by Republicans following …").
    """
    inside = set(tokens)
    cuts = [token for token in tokens if token.head in inside and _may_go(token, setting)]
    may_go = {token for cut in cuts for token in cut.subtree}
    for cut in sorted(cuts, key=lambda token: -token.left_edge.i):
        if any(token.i >= cut.left_edge.i and token not in may_go for token in tokens):
            continue
        kept = tidied(token for token in tokens if token.i < cut.left_edge.i)
        if (
            len(kept) > 1
            and kept[-1].pos_ not in {"ADP", "DET", "CCONJ", "ADJ", "PART"}
            and kept[-1].nbor(1) == cut.left_edge
        ):
            yield kept


def _may_go(token: Token, setting: frozenset[str]) -> bool:
    if token.dep_ == "relcl" and not any(child.dep_ in SUBJECTS for child in token.children):
        return False
    if token.dep_ in CLAUSE_MODIFIERS:
        return is_indefinite(token.head) and token.tag_ != "VB"
    if token.dep_ != "prep" or token.i < token.head.i or token.lower_ not in setting:
        return False
    participle = token.head.dep_ == "acl" and token.head.tag_ == "VBN" and token.i - token.head.i > 1
    return is_indefinite(token.head) or participle


def has_condition(verb: Token) -> bool:
    """Say whether ``verb`` is said under a condition or asked: "if", "unless", "whether"."""
    if mark_of(verb) in lexicon.CONDITIONAL_MARKS:
        return True
    return any(child.dep_ == "advcl" and mark_of(child) in lexicon.CONDITIONAL_MARKS for child in verb.children)


def is_relative_pronoun(token: Token) -> bool:
    """Say whether ``token`` is "who", "which", "that", "whose" or "whom" in a relative clause."""
    return token.tag_ in {"WDT", "WP", "WP$"} or (token.lower_ == "that" and token.dep_ in SUBJECTS)
