"""What a pronoun means: one antecedent that agrees, or an abstention.

The rules, in order: a possessive is bound by the subject of its own clause; a phrase in parallel
("40% of the world's population and 30% of its GDP"); what a person is blamed or praised for is his
own; else there must be exactly one phrase that agrees, in the same sentence or as the subject of
the one before.
"""

from spacy.tokens import Token

from quizapp.generate import grammar, syntax
from quizapp.generate.article import EntityKind
from quizapp.generate.doers import is_done_by_somebody, may_act
from quizapp.generate.expletives import may_be_a_deed
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.owners import Setting, is_abstract, is_of_companion, owned_inside, owner_by_structure
from quizapp.generate.parallel import same_subject
from quizapp.generate.rivals import OWNERS, is_rival
from quizapp.generate.speaking import is_speaker

_THIRD = {
    "he": (False, True, "m"), "him": (False, True, "m"), "his": (False, True, "m"),
    "she": (False, True, "f"), "her": (False, True, "f"), "hers": (False, True, "f"),
    "it": (False, False, ""), "its": (False, False, ""),
    "they": (True, None, ""), "them": (True, None, ""), "their": (True, None, ""), "theirs": (True, None, ""),
}  # fmt: skip
"""Pronoun -> plural, animate, gender."""

SPEAKING = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves"}
)


def is_third_person(token: Token) -> bool:
    """Say whether ``token`` is a pronoun that this module resolves."""
    return token.lower_ in _THIRD and token.tag_ in ("PRP", "PRP$")


def gender_of(token: Token) -> str:
    """Return the gender that a pronoun tells of; empty for "it" and "they"."""
    return _THIRD[token.lower_][2]


def antecedent(token: Token, setting: Setting) -> NounPhrase | str:
    """Return the phrase that ``token`` stands for, or the reason why none can be told."""
    plural, animate, gender = _THIRD[token.lower_]
    around = {noun.i for noun in grammar.nouns_around(token)}
    if token.tag_ == "PRP$" and (owned_inside(token, setting, plural, animate, gender) or is_of_companion(token)):
        return "the phrase it stands in, or whom it is named with, might own it as well"
    agreeing = [
        phrase
        for phrase in setting.here
        if phrase.end < token.i and phrase.head.i not in around and phrase.agrees(plural, animate, gender)
        and setting.quoted.get(phrase.head.i) == setting.quoted.get(token.i)
        and not _same_clause_subject(token, phrase, setting)
    ]  # fmt: skip
    agreeing = _without_members(agreeing)
    if is_done_by_somebody(token):
        agreeing = [phrase for phrase in agreeing if may_act(phrase)]
    if token.tag_ == "PRP$":
        bound = owner_by_structure(token, setting, agreeing)
        if bound:
            return bound
    if token.i in setting.quoted:
        return "a pronoun inside a quotation"
    if animate and not plural and _one_is_open(token, setting):
        return "another pronoun before it may mean the same, and is open"
    found = _only_one(token, setting, agreeing)
    if isinstance(found, NounPhrase) and animate and not plural and _is_one_of_several(found, setting, gender):
        return "it may mean another of those named together"
    return found


def _is_one_of_several(phrase: NounPhrase, setting: Setting, gender: str) -> bool:
    """Say whether somebody is named together with others whom "he" or "she" may mean as well."""
    beside = [
        other
        for joined in (*setting.here, *setting.before)
        if phrase.key in {member.key for member in joined.members}
        for other in joined.members
    ]
    return any(other.key != phrase.key and other.gender in {"", gender} for other in beside)


def _one_is_open(token: Token, setting: Setting) -> bool:
    """Say whether a pronoun of the same gender stands before it in the sentence and nobody knows whom it means."""
    gender = _THIRD[token.lower_][2]
    known = {phrase.head.i for phrase in setting.here if phrase.stands_for is not None}
    return any(
        other.i < token.i
        and is_third_person(other)
        and _THIRD[other.lower_][2] == gender
        and other.i not in known
        and setting.quoted.get(other.i) == setting.quoted.get(token.i)
        for other in setting.sentence.span
    )


def _without_members(phrases: list[NounPhrase]) -> list[NounPhrase]:
    """Leave out the parts of a coordination that agrees as a whole."""
    inside = {member.head.i for phrase in phrases for member in phrase.members}
    return [phrase for phrase in phrases if phrase.members or phrase.head.i not in inside]


def _same_clause_subject(token: Token, phrase: NounPhrase, setting: Setting) -> bool:
    """Say whether ``phrase`` is the subject whose object ``token`` is: "Putin met him"."""
    objective = token.lower_ in ("him", "them", "her", "it") and token.dep_ != "nsubjpass"
    if token.tag_ == "PRP$" or (token.dep_ in grammar.SUBJECTS and not (objective and _is_small_clause(token))):
        return False
    verb = grammar.clause_verb(token)
    # "who found him caught": the pronoun is the object of the verb above.
    verbs = [verb, verb.head] if verb is not None and token.dep_ in grammar.SUBJECTS else [verb]
    for each in verbs:
        subject = grammar.subject_of(each) if each is not None else None
        meant = at_head(setting.here, subject) if subject is not None else None
        if meant is not None and (meant.key == phrase.key or phrase.key in (member.key for member in meant.members)):
            return True
    return False


def _is_small_clause(token: Token) -> bool:
    """Say whether the pronoun's own verb is not finite: "made it stop"."""
    verb = token.head
    return verb.tag_ in ("VB", "VBN", "VBG", "JJ") and not any(
        child.dep_ in ("aux", "auxpass") for child in verb.children
    )


def _only_one(token: Token, setting: Setting, agreeing: list[NounPhrase]) -> NounPhrase | str:  # noqa: PLR0911  a return for each case
    """Return the only phrase that agrees: here, else in the sentence before."""
    plural, animate, gender = _THIRD[token.lower_]
    candidates = {phrase.key: phrase for phrase in agreeing if _counts(phrase, animate)}
    if len(candidates) > 1:
        return same_subject(token, setting, agreeing) or "more than one antecedent agrees"
    if candidates:
        only = next(iter(candidates.values()))
        if _told_of_what_holds(token, only):
            return "the only antecedent stands in the phrase that its clause tells more of"
        if not (animate and not plural) and not _is_strong(only) and not _may_own(token, only):
            return "the only antecedent in the sentence is a weak one"
        return _first(agreeing, only)
    if animate and not plural:
        return _who_speaks(token, setting, gender) or _person_before(token, setting, gender)
    if setting.before_root is None:
        return "nothing in the sentence agrees, and there is none before it"
    if token.lower_ == "it" and may_be_a_deed(token):
        return "it may speak of all that was said before it"
    if not _is_main_subject(token):
        return "nothing in the sentence agrees"
    return _subject_before(token, setting, plural, animate, gender)


def _counts(phrase: NounPhrase, animate: bool | None) -> bool:
    """Say whether a phrase counts as a rival of others: nouns for abstract things seldom do."""
    return animate is not False or phrase.entity is not None or not is_abstract(phrase.head)


def _is_strong(phrase: NounPhrase) -> bool:
    quantity = phrase.head.head.head if phrase.head.dep_ == "pobj" else phrase.head
    counted = quantity.dep_ in grammar.SUBJECTS and syntax.counted_by(quantity) == phrase.head
    return counted or phrase.head.dep_ in grammar.SUBJECTS or phrase.stands_for is not None


def _told_of_what_holds(token: Token, only: NounPhrase) -> bool:
    """Say whether a phrase is a part of what a clause tells more of: "the life of Job, for which he won a prize"."""
    clause = next((each for each in token.ancestors if each.dep_ == "relcl"), None)
    return clause is not None and only.head != clause.head and clause.head in only.head.ancestors


def _may_own(token: Token, only: NounPhrase) -> bool:
    """Say whether "its" means the one organisation or country that the sentence names."""
    entity = only.entity
    return token.lower_ == "its" and entity is not None and entity.kind in OWNERS


def _first(agreeing: list[NounPhrase], only: NounPhrase) -> NounPhrase:
    return next(phrase for phrase in agreeing if phrase.key == only.key)


def _is_main_subject(token: Token) -> bool:
    """Say whether a pronoun is the subject of the main clause, or of what is reported there, or owns it."""
    word = token.head if token.dep_ == "poss" else token
    if word.dep_ not in grammar.SUBJECTS:
        return False
    verb = word.head
    while verb.dep_ in ("conj", "ccomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        if verb.dep_ == "advcl" and verb.i > verb.head.i:
            return False
        verb = verb.head
    return verb.dep_ == "ROOT"


def _subject_before(
    token: Token, setting: Setting, plural: bool, animate: bool | None, gender: str
) -> NounPhrase | str:
    """Return the subject of the sentence before, if it is the only one there that agrees."""
    agreeing = [
        phrase for phrase in setting.before if phrase.agrees(plural, animate, gender) and _counts(phrase, animate)
    ]
    agreeing = _without_members(agreeing)
    if is_done_by_somebody(token):
        agreeing = [phrase for phrase in agreeing if may_act(phrase)]
    if not agreeing:
        return "nothing agrees in this sentence or the one before"
    subject = grammar.subject_of(setting.before_root) if setting.before_root is not None else None
    phrase = at_head(setting.before, subject) if subject is not None else None
    if phrase is None or phrase not in agreeing:
        alone = len({each.key for each in agreeing}) == 1 and _are_persons(agreeing[0], plural)
        alone = alone and (not plural or (token.head.dep_ == "ROOT" and agreeing[0].head.head.lemma_ != "include"))
        return agreeing[0] if alone else "the subject of the sentence before does not agree"
    rivals = [each for each in agreeing if is_rival(token, phrase, each, setting.before, plural=plural)]
    if not rivals:
        return phrase
    known = bool(gender) and phrase.meant.gender == gender and phrase.meant.entity is not None
    if known and all(not other.gender or other.gender != gender for other in rivals):
        return phrase
    return "more than one phrase of the sentence before agrees"


def _person_before(token: Token, setting: Setting, gender: str) -> NounPhrase | str:
    """Return who "he" or "she" is when nobody in the sentence can be meant."""
    found: NounPhrase | str = "nobody in the sentence agrees, and it is not its subject"
    if setting.before_root is not None and _is_main_subject(token):
        found = _subject_before(token, setting, plural=False, animate=True, gender=gender)
        if isinstance(found, NounPhrase):
            return found
    # Whom the words of a quotation name has not come up himself.
    before = [] if setting.floor.quoting else setting.before
    known = {
        phrase.key: phrase for phrase in before if phrase.animate and not phrase.plural and phrase.gender == gender
    }
    others = [p for p in before if p.animate is not False and not p.plural and not p.gender]
    if len(known) == 1 and not others:
        return next(iter(known.values()))
    doubtful = any(_may_be_somebody(phrase) for phrase in (*setting.here, *before))
    if not known and not others and not doubtful and setting.only_one.get(gender):
        return setting.only_one[gender]
    return found


def _are_persons(phrase: NounPhrase, plural: bool) -> bool:
    """Say whether a phrase is the name of one person, or the names of several for a plural."""
    named = [one.entity for one in phrase.members or (phrase,)]
    return bool(phrase.members) == plural and all(one and one.kind is EntityKind.PERSON for one in named)


def _may_be_somebody(phrase: NounPhrase) -> bool:
    """Say whether a name that acts may be a person's though nothing tells: "Marn pledged to govern"."""
    entity = phrase.entity
    if entity is None or entity.definite or entity.kind not in {EntityKind.OTHER, EntityKind.ORGANISATION}:
        return False
    return phrase.head.dep_ in grammar.SUBJECTS and " " not in entity.name


def _who_speaks(token: Token, setting: Setting, gender: str) -> NounPhrase | str | None:
    """Return who "he" in "he said" is, by who spoke last; None where nobody did and others may be meant."""
    if not is_speaker(token):
        return None
    floor, sentence = setting.floor, setting.sentence
    found = floor.speaker(sentence, gender) or floor.only_speaker(sentence, gender)
    return found or ("nobody spoke before the quotation" if floor.quoting else None)
