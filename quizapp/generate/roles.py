"""What stands with a person's name: office, description, nationality, and what they tell of gender."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from quizapp.generate.lexicon import OFFICES, PERSON_NOUNS
from quizapp.generate.names import is_title
from quizapp.generate.vocabulary import (
    FEMALE_TITLES,
    HONORIFICS,
    KEPT_ADJECTIVES,
    MALE_TITLES,
    PERSONAL_TITLES,
    RELATIONS,
)
from quizapp.generate.world import nation_of


@dataclass(frozen=True, slots=True)
class Described:
    """What the mentions of a person say beside the name; each part may be empty."""

    role: str = ""
    nationality: str = ""
    gender: str = ""


_PERSON_ENDINGS = ("man", "woman", "ist", "ian", "person", "or", "er", "eer")

_NO_PERSONS = frozenset(
    "center centre member other order number paper matter water power summer winter river computer letter chapter"
    " factor"
    " sector error minor major corner border offer answer danger disaster leather weather theater theatre quarter"
    " corridor"
    " color colour harbor labor favor majority user tower shelter container newsletter charter cancer career beer"
    " deer".split()
)


def described(spans: Iterable[Span]) -> Described:
    """Gather what stands with a person's name over all mentions; the first office that is found counts."""
    role, nationality, gender = "", "", ""
    for span in spans:
        before = _words_before(span)
        gender = gender or _gender_of(before)
        found = _role_before(before) or _role_beside(span)
        if found and (not role or (len(found.split()) > len(role.split()) and found.endswith(role))):
            role = found
        nationality = nationality or next((t.text for t in before if nation_of(t.text) and t.tag_ == "JJ"), "")
    if role and not nationality:
        nationality = next((word for word in role.split() if nation_of(word)), "")
    last = role.lower().split()
    gender = gender or (
        "m" if any(w in MALE_TITLES for w in last) else "f" if any(w in FEMALE_TITLES for w in last) else ""
    )
    return Described(role, nationality, gender)


def is_person_noun(token: Token) -> bool:
    """Say whether a common noun names a person by what he or she is or does."""
    lemma = token.lemma_.lower()
    if lemma in PERSON_NOUNS or lemma in OFFICES or lemma in RELATIONS:
        return True
    return lemma.endswith(_PERSON_ENDINGS) and lemma not in _NO_PERSONS and len(lemma) > 4


def _words_before(span: Span) -> list[Token]:
    """Return the words of the name's own phrase that stand before it."""
    left = span.root.left_edge.i
    start = span.start
    while start > max(left, span.sent.start) and _may_describe(span.doc[start - 1]):
        start -= 1
    return list(span.doc[start : span.start])


def _may_describe(token: Token) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ", "NUM")
        or token.text in ("-", "'s", "'", "&", "of")
        or token.tag_ == "VBN"
    )


def _gender_of(before: list[Token]) -> str:
    for token in before:
        if token.lower_ in MALE_TITLES:
            return "m"
        if token.lower_ in FEMALE_TITLES:
            return "f"
    return ""


def _role_before(before: list[Token]) -> str:
    """Return the office in front of a name: "Belarusian President", "former FBI Director"."""
    words = [token for token in before if token.lower_ not in HONORIFICS]
    if words and words[-1].lower_ in _SHORT_TITLES:
        spelled = _SHORT_TITLES[words[-1].lower_]
        words = words[:-1]
        if not any(is_title(token) or is_person_noun(token) for token in words):
            return " ".join([*(token.text for token in _without_opinion(words)), spelled])
    if not words or not (is_title(words[-1]) or is_person_noun(words[-1]) or words[-1].lower_[:-1] in PERSONAL_TITLES):
        return ""
    if any(token.pos_ == "CCONJ" for token in words) or words[-1].lemma_.lower() in RELATIONS:
        return ""
    if words[-1].tag_ == "NNS" and words[-1].lower_[:-1] not in PERSONAL_TITLES:
        return ""
    return _of_one(_written(_without_opinion(words)))


def _of_one(role: str) -> str:
    """Return the office of one of several who share it: "Florida Representatives" -> "Florida Representative"."""
    last = role.rsplit(" ", 1)[-1].lower()
    return role[:-1] if last.endswith("s") and last[:-1] in PERSONAL_TITLES else role


_SHORT_TITLES = {
    "sen.": "Senator", "rep.": "Representative", "gov.": "Governor", "gen.": "General", "prof.": "Professor",
    "col.": "Colonel", "pres.": "President",
}  # fmt: skip


def _without_opinion(words: list[Token]) -> list[Token]:
    """Drop adjectives that are no part of an office; what stands left of one goes with it."""
    kept: list[Token] = []
    for token in reversed(words):
        opinion = token.tag_ in ("JJ", "JJS", "JJR", "VBN", "CD") and not nation_of(token.text)
        if (
            opinion
            and token.lower_ not in KEPT_ADJECTIVES
            and (token.text[0].islower() or token.is_sent_start)
            and not _in_compound(token)
        ):
            break
        kept.append(token)
    return kept[::-1]


def _in_compound(token: Token) -> bool:
    return token.dep_ == "compound" or (token.nbor(1).text == "-" if token.i + 1 < len(token.doc) else False)


def _role_beside(span: Span) -> str:
    """Return the office that stands in apposition: "the Kremlin spokesman, Dmitri Peskov,"."""
    root, doc = span.root, span.doc
    if root.dep_ == "appos" and root.head.i == span.start - 1:
        return _plain_role(root.head, span.start)  # "the hotelier Hugo Lenz"
    if root.dep_ == "appos" and span.start >= 2 and doc[span.start - 1].text == "," and root.head.i < span.start - 1:
        return _plain_role(root.head, span.start - 1)
    after = doc[span.end : span.end + 1]
    if after and after[0].text == ",":
        for child in root.children:
            if child.dep_ == "appos" and child.i >= span.end and child.left_edge.i == span.end + 1:
                return _plain_role(child, min(child.right_edge.i + 1, _next_comma(child)))
    return ""


def _next_comma(token: Token) -> int:
    end = token.right_edge.i + 1
    return next((i for i in range(token.i, end) if token.doc[i].text in (",", "–", ";", ":")), end)


def _plain_role(head: Token, end: int) -> str:
    """Return a descriptive phrase without article, opinion and anything that points elsewhere."""
    if not is_person_noun(head) or head.lemma_.lower() in RELATIONS or head.tag_ in ("NNS", "NNPS"):
        return ""
    before = list(head.doc[head.left_edge.i : head.i + 1])
    if any(token.tag_ == "PRP$" for token in before):
        return ""
    words = [token for token in before if token.tag_ != "DT"]
    owner = next((place for place, token in enumerate(words) if token.tag_ == "POS"), -1)
    # "the observatory's founder": whose he is cannot be told without the article.
    words = words[owner + 1 :] if owner > 0 and words[owner - 1].tag_ in ("NN", "NNS") else words
    words = _without_opinion(words) if not any(token.tag_ == "POS" for token in words) else words
    behind: list[Token] = []
    for token in head.doc[head.i + 1 : end]:
        if token.tag_ in ("WDT", "WP", "WP$", "PRP", "PRP$", "VBG", "VBN", "VBD", "VBZ") or token.text in (",", "–"):
            break
        behind.append(token)
    behind = _without_loose_end(behind)
    return _written([*words, *behind])


def _without_loose_end(behind: list[Token]) -> list[Token]:
    """Cut a phrase before a reference ("at the museum") and before a preposition left hanging."""
    for place, token in enumerate(behind):
        definite = token.lower_ in ("the", "this", "that") and not any(
            other.text[0].isupper() for other in behind[place + 1 : place + 4]
        )
        if definite:
            behind = behind[:place]
            break
    while behind and (behind[-1].tag_ in ("IN", "TO", "CC", "DT") or behind[-1].is_punct):
        behind = behind[:-1]
    return behind


def _written(words: list[Token]) -> str:
    text = "".join(token.text_with_ws for token in words).strip()
    # A capital that only the start of the sentence gave it goes.
    opening = bool(words) and bool(words[0].is_sent_start) and words[0].pos_ != "PROPN" and not _keeps_capital(words[0])
    return text[0].lower() + text[1:] if opening and not words[0].text.isupper() else text


def _keeps_capital(word: Token) -> bool:
    """Say whether a word at the start of a sentence has its capital from a nation or a party."""
    return bool(nation_of(word.text)) or word.text in _PARTIES


_PARTIES = frozenset({"Conservative", "Labour", "Liberal", "Republican", "Democratic", "Green"})
