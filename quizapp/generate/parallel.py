"""Where a sentence goes on about the subject it has: "Wray said he …", "Kell opened a shop and it sold out"."""

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import EntityKind
from quizapp.generate.doers import is_done_by_somebody, may_act
from quizapp.generate.lexicon import SPEAK_VERBS
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.owners import Setting, is_abstract

_AGAINST = frozenset({"to", "with", "against", "for", "from", "by", "of", "over", "on"})
"""Prepositions behind which somebody stands whom the deed is aimed at, and who may answer it."""


def same_subject(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Return the subject that a pronoun takes up again, if nobody else can be meant."""
    if token.dep_ not in grammar.SUBJECTS:
        return None
    return (
        _reported(token, setting, agreeing) or _goes_on(token, setting, agreeing) or _joined(token, setting, agreeing)
    )


def _reported(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Resolve "Wray said that he …": the subject of what a person says, if it is nobody else in that clause."""
    verb = token.head
    if verb.dep_ not in ("ccomp", "advcl", "conj"):
        return None
    main = verb.head
    while not _is_said(main) and main.dep_ in ("ccomp", "conj", "xcomp", "advcl") and main.head.pos_ in ("VERB", "AUX"):
        main = main.head
    subject = grammar.subject_of(main)
    phrase = at_head(setting.here, subject) if subject is not None else None
    if phrase is None or phrase.key not in {candidate.key for candidate in agreeing}:
        return None
    if _follows_at_once(token):
        return None if _is_told_of(token, main, phrase, agreeing) else phrase
    if (phrase.entity is None and phrase.meant.entity is None) or not phrase.animate:
        return None
    # Somebody else named between the verb of saying and the pronoun might be meant as well.
    inside = {each.i for each in phrase.head.subtree}
    rivals = [
        other
        for other in agreeing
        if other.key != phrase.key and other.animate and other.head.i > phrase.end and other.head.i not in inside
    ]
    return None if rivals else phrase


def _is_said(verb: Token) -> bool:
    return verb.lemma_.lower() in SPEAK_VERBS and verb.pos_ == "VERB"


def _follows_at_once(token: Token) -> bool:
    """Say whether a pronoun comes right behind a verb of saying: "the agency said that it …"."""
    before = token.nbor(-1) if token.i else token
    before = before.nbor(-1) if before.lower_ == "that" and before.i else before
    return before.lemma_.lower() in SPEAK_VERBS and token.head.dep_ == "ccomp" and token.head.head == before


def _is_told_of(token: Token, saying: Token, speaker: NounPhrase, agreeing: list[NounPhrase]) -> bool:
    """Say whether what is said may be said of a thing: "Kell unveiled a car and said it would be cheap"."""
    if is_done_by_somebody(token) or (speaker.animate is True and token.lower_ != "they"):
        return False
    return any(
        other.key != speaker.key and not may_act(other) and other.head.i < saying.i and other.head.dep_ in _TOPICS
        and not is_abstract(other.head) and other.head not in speaker.head.subtree
        for other in agreeing
    )  # fmt: skip


_TOPICS = frozenset({"dobj", "nsubjpass"})
"""What a sentence before "said it …" may go on to tell of."""


def _goes_on(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Resolve "Because geese have no teeth, they …": a subject goes on about the subject of the clause in front."""
    front = next((one for one in token.head.children if one.dep_ == "advcl" and one.i < token.i), None)
    subject = grammar.own_subject(front) if front is not None else None
    phrase = at_head(setting.here, subject) if subject is not None else None
    if phrase is None or phrase not in agreeing:
        return None
    if subject is not None and subject.lower_ == token.lower_:
        return phrase
    rivals = [other for other in agreeing if other.key != phrase.key]
    return None if any(other.entity or other.animate or other.members for other in rivals) else phrase


def _joined(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | None:
    """Resolve "Kell has 60 shops in Norway and it …": a second clause goes on about the subject of the first."""
    verb = token.head
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ not in {"VERB", "AUX"} or first.i > token.i:
        return None
    subject = grammar.own_subject(first)
    phrase = at_head(setting.here, subject) if subject is not None else None
    if phrase is None or phrase.key not in {one.key for one in agreeing} or not _reaches(first, token):
        return None
    within = {each.i for each in phrase.head.subtree}
    rivals = [other for other in agreeing if other.key != phrase.key and other.head.i not in within]
    return None if any(_may_take_over(other, phrase, first) for other in rivals) else phrase


def _reaches(first: Token, token: Token) -> bool:
    """Say whether no clause with a subject of its own stands between two joined ones, save one that tells of a noun."""
    between = [each for each in first.subtree if each.dep_ in grammar.SUBJECTS and first.i < each.i < token.i]
    return all(any(above.dep_ in {"relcl", "acl"} for above in each.ancestors if above.i > first.i) for each in between)


def _may_take_over(other: NounPhrase, subject: NounPhrase, verb: Token) -> bool:
    """Say whether another phrase may be what the second clause is about."""
    role = other.head.dep_
    if role in {"dobj", "dative", "attr"}:
        return may_act(other) or not may_act(subject)
    aimed_at = role == "pobj" and other.head.head.lower_ in _AGAINST and may_act(other)
    where = other.entity is not None and other.entity.kind in {EntityKind.PLACE, EntityKind.COUNTRY}
    return (
        (aimed_at and not (where and other.head.head.lower_ == "of"))
        or role in {"conj", "appos"}
        or (role in grammar.SUBJECTS and other.head.head != verb)
    )
