"""Whose a possessive is, where the structure of the sentence tells it."""

from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import Sentence
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.speaking import Floor

_ABSTRACT_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "ity",
    "ness",
    "ship",
    "ism",
    "acy",
    "ure",
    "al",
    "dom",
    "hood",
)
_ABSTRACT = frozenset(
    "influence role interest support power effort need right part way end access control claim fear hope war peace"
    " trade"
    " growth help work use lack place time life death debate vote attempt desire plan talk stop chance past future"
    " unity"
    " presence sign cause progress priority risk force order course act step aid cost favor"
    " favour view wake light".split()
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known when a pronoun is looked at."""

    sentence: Sentence
    here: list[NounPhrase]
    """Phrases of this sentence, resolved pronouns among them."""
    before: list[NounPhrase]
    """Those of the sentence before, if it stands under the same heading."""
    before_root: Token | None
    quoted: dict[int, int]
    """Token index -> number of the quotation it stands in."""
    only_one: dict[str, NounPhrase]
    """Gender -> the last mention of the only person of that gender named so far, if it is not far."""
    floor: Floor
    """Who spoke last."""


def owner_by_structure(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Return the owner that a parallel, a passive or the subject of the clause gives, if one does."""
    return _parallel(token, setting) or _patient(token, setting, agreeing) or _own_subject(token, setting, agreeing)


def _parallel(token: Token, setting: Setting) -> NounPhrase | None:
    """Resolve "40% of the world's population and around 30% of its GDP"."""
    path = _path(token)
    joined = next((each for each in token.ancestors if each.dep_ == "conj" and each.head.pos_ == each.pos_), None)
    if joined is None or len(path) < 2:
        return None
    for owner in joined.head.subtree:
        if owner.dep_ == "poss" and owner.i < joined.i and owner.tag_ != "PRP$" and _path(owner)[:2] == path[:2]:
            phrase = at_head(setting.here, owner)
            if phrase and not phrase.animate:
                return phrase
    return None


def _path(token: Token) -> list[str]:
    """Return how a possessive hangs on its phrase: noun, preposition."""
    noun = token.head
    if noun.dep_ != "pobj":
        return []
    return [noun.dep_, noun.head.lower_]


def _patient(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Resolve "Belarus, ostracized by the West for its support": who is blamed or praised owns the reason."""
    preposition = token.head.head
    if token.head.dep_ != "pobj" or preposition.lower_ != "for" or preposition.head.pos_ != "VERB":
        return None
    verb = preposition.head
    if not grammar.is_passive(verb):
        return None
    subject = grammar.subject_of(verb)
    found = at_head(setting.here, subject) if subject is not None else None
    return found if found in agreeing else None


def _own_subject(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Bind a possessive to the subject of its clause, if nothing in between could be meant instead."""
    verb = grammar.clause_verb(token)
    subject = grammar.subject_of(verb) if verb is not None else None
    if verb is None or subject is None or subject.i >= token.i:
        return None
    phrase = at_head(setting.here, subject)
    if phrase is None or phrase not in agreeing:
        return None
    # "Bolivia argued that the convention was against its constitution": either could own it.
    if any(
        above.key != phrase.key and above in agreeing and _rivals(phrase, above)
        for above in _subjects_above(verb, setting)
    ):
        return None
    # What only tells more of the subject ("ElectroBike, which has shops in Mexico, opened its first …") owns nothing.
    within = {each.i for each in phrase.head.subtree} if token not in phrase.head.subtree else set()
    rivals = [
        other
        for other in agreeing
        if phrase.end < other.head.i < token.i and other.key != phrase.key and other.head.i not in within
        and _rivals(phrase, other)
    ]  # fmt: skip
    # "Chile told the court of its withdrawal": where all who could own it are named, "its" may stay as it is.
    return phrase if not rivals or _keeps_its_words(token, phrase, rivals) else None


def is_of_companion(token: Token) -> bool:
    """Say whether "met John Stone and his wife" names somebody whose it rather is than the subject's."""
    companion = token.head.head if token.head.dep_ == "conj" else None
    return companion is not None and companion.pos_ == "PROPN" and companion.dep_ in {"dobj", "pobj", "dative"}


def _keeps_its_words(token: Token, subject: NounPhrase, rivals: list[NounPhrase]) -> bool:
    """Say whether a possessive for a thing is worded as in the source beside its named subject."""
    named = subject.entity is not None and token.lower_ == "its" and token.head.dep_ in {"pobj", "dobj"}
    return (
        named and token.head.head.i > subject.head.i and all(rival.head.dep_ in {"dobj", "dative"} for rival in rivals)
    )


def _subjects_above(verb: Token, setting: Setting) -> list[NounPhrase]:
    """Return the subjects of the verbs that report the clause of ``verb``."""
    found = []
    current = verb
    while current.dep_ in ("ccomp", "xcomp", "conj", "advcl", "pcomp") and current.head is not current:
        reported = current.dep_ == "ccomp"
        current = current.head
        subject = grammar.subject_of(current) if reported and current.pos_ in ("VERB", "AUX") else None
        phrase = at_head(setting.here, subject) if subject is not None else None
        if phrase:
            found.append(phrase)
    return found


def _rivals(subject: NounPhrase, other: NounPhrase) -> bool:
    """Say whether ``other`` could own something as well as the subject could."""
    if subject.animate is not None and other.animate is not None and subject.animate != other.animate:
        # Things seldom own what people stand nearer to: "the remains of men in their thirties".
        return bool(other.animate) and not subject.entity
    if other.entity or other.members or other.animate:
        return True
    return not (subject.entity and is_abstract(other.head))


def is_abstract(token: Token) -> bool:
    """Say whether a noun is for something that seldom owns anything: "influence", "agreement"."""
    lemma = token.lemma_.lower()
    return lemma in _ABSTRACT or lemma.endswith(_ABSTRACT_ENDINGS)


def owned_inside(token: Token, setting: Setting, plural: bool, animate: bool | None, gender: str) -> bool:
    """Say whether a noun around the pronoun may own what it owns: "a report about its handling"."""
    for noun in grammar.nouns_around(token):
        if noun.i == token.head.i or noun.pos_ not in ("NOUN", "PROPN") or _is_about(token, noun):
            continue
        phrase = at_head(setting.here, noun)
        if phrase and noun.i < token.i and phrase.agrees(plural, animate, gender) and not is_abstract(noun):
            return True
    return False


def _is_about(token: Token, noun: Token) -> bool:
    """Say whether the pronoun stands in what a report or a ruling is about: it does not own what it tells of."""
    topics = {child.i for child in noun.children if child.dep_ == "prep" and child.lower_ in _TOPIC}
    return noun.lemma_.lower() in _CONTENT and any(above.i in topics for above in token.ancestors)


_TOPIC = frozenset({"about", "on", "into", "over", "regarding", "concerning"})
_CONTENT = frozenset(
    "report review audit article book story letter statement speech ruling decision opinion verdict judgment"
    " complaint question debate inquiry investigation probe study survey poll bill law vote talk claim allegation"
    " warning comment remark criticism".split()
)
"""What has a subject matter."""
